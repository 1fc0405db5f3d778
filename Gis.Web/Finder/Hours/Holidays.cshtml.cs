using System.Collections.Immutable;
using Gis.Core.Units;
using Gis.Data.Import.Files;
using Gis.Web.Accounts;
using Gis.Web.Import;
using Gis.Web.Layout;
using Gis.Web.Progress;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Hours;

/// <summary>The holidays by which hours and plans go, and where a bureau brings those of another year.</summary>
[AnyoneReads(Rights.Calendar)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class HolidaysModel(CurrentCalendar current, HolidayDesk desk, YearDesk year, Visitor visitor, Language language) : PageModel
{
    /// <summary>The largest file that is taken.</summary>
    public const long MostBytes = 1024 * 1024;

    public const int LongestSource = 100;

    /// <summary>The month in which the next year is usually announced.</summary>
    private const int Announcing = 11;

    public ImmutableArray<HolidayYear> Years => [.. current.Years.OrderDescending().Select(number => HolidayYear.Of(number, current.Days))];

    /// <summary>The year that should be known by now and is not; from November on the next.</summary>
    public int? Missing => current.Calendar.IsAnnounced(year.Today.Year) is false ? year.Today.Year
        : year.Today.Month >= Announcing && !current.Calendar.IsAnnounced(year.Today.Year + 1) ? year.Today.Year + 1 : null;

    public bool HasChanged { get; private set; }

    public string Source { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public FormFaults Faults { get; } = new();

    public bool Done { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken cancel) => (Done, HasChanged) = (done == "yes", await desk.HasChanged(cancel));

    /// <summary>Takes a list in, whole or not at all.</summary>
    public async Task<IActionResult> OnPostBringAsync(IFormFile? file, string? source, string? reason, CancellationToken cancel)
    {
        (Source, Reason) = ((source ?? "").Trim(), ReasonRules.Read(reason, language, Faults));
        if (file is null)
            Faults.Add("file", "", language["请选一个文件", "choose a file"]);
        if (Source.Length is 0 or > LongestSource)
            Faults.Add("source", Source, language["请写通知文号,如“国办发明电〔2025〕7号”", "name the announcement, as 国办发明电〔2025〕7号"]);
        if (file is null || !Faults.IsEmpty || await Read(file, cancel) is not { } days)
            return await Refuse(cancel);
        await desk.Take(days, visitor.Account!, Reason, cancel);
        return Redirect(Url.Content("~/plan/holidays?done=yes"));
    }

    /// <summary>Goes back to what was before the last change.</summary>
    public async Task<IActionResult> OnPostUndoAsync(string? reason, CancellationToken cancel)
    {
        Reason = ReasonRules.Read(reason, language, Faults);
        if (!Faults.IsEmpty)
            return await Refuse(cancel);
        await desk.Undo(visitor.Account!, Reason, cancel);
        return Redirect(Url.Content("~/plan/holidays?done=yes"));
    }

    private async Task<ImmutableArray<CalendarDay>?> Read(IFormFile file, CancellationToken cancel)
    {
        try
        {
            var list = await desk.Read(file, Source, cancel);
            foreach (var fault in list.Faults)
                Faults.Add(fault.Row is { } row ? language[$"第 {row} 行 {fault.Field}", $"row {row}, {fault.Field}"] : fault.Field, fault.Found, language.Of(fault));
            return Faults.IsEmpty ? list.Days : null;
        }
        catch (SourceFileException fault)
        {
            Faults.Add("file", file.FileName, language.Of(fault));
            return null;
        }
    }

    private async Task<PageResult> Refuse(CancellationToken cancel)
    {
        HasChanged = await desk.HasChanged(cancel);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

/// <summary>The holidays of a year as a table has them.</summary>
/// <param name="Number">The year.</param>
/// <param name="Source">The announcements they are from.</param>
/// <param name="Holidays">Each with its days.</param>
public sealed record HolidayYear(int Number, string Source, ImmutableArray<HolidayDays> Holidays)
{
    internal static HolidayYear Of(int year, ImmutableArray<CalendarDay> all)
    {
        var days = all.Where(day => day.Day.Year == year).ToList();
        return new HolidayYear(
            year,
            string.Join('、', days.Select(day => day.Source).Distinct()),
            [.. days.GroupBy(day => day.Name).Select(group => new HolidayDays(group.Key, Write(group, isWorked: false), Write(group, isWorked: true)))]);
    }

    // Days in a row as a range.
    private static string Write(IEnumerable<CalendarDay> days, bool isWorked) => string.Join(", ", days.Where(day => day.IsWorked == isWorked)
        .Select((day, i) => (day.Day, Run: day.Day.DayNumber - i)).GroupBy(day => day.Run, day => day.Day)
        .Select(run => run.First() == run.Last() ? Wording.Day(run.First()) : $"{Wording.Day(run.First())} – {Wording.Day(run.Last())}"));
}

/// <summary>A holiday with its days in words.</summary>
public sealed record HolidayDays(string Name, string Free, string Worked);
