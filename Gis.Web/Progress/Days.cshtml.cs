using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Data.Store.Progress;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Gis.Web.Siting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Progress;

/// <summary>The days of the year, and the days by which single points are to be built, taken from a schedule.</summary>
[Authorize(Policy = Rights.Accept)]
public sealed class DaysModel(YearDesk desk, YearStore year, ScheduleAnswers schedules, CurrentNetwork current, Visitor visitor, Language language) : PageModel
{
    private static readonly string[] Names = ["buildFrom", "buildBy", "declareBy", "inspectFrom", "inspectBy", "regionBy"];

    /// <summary>The fields of the calendar as they were filled in, by name.</summary>
    public ImmutableDictionary<string, string> Fields { get; private set; } = ImmutableDictionary<string, string>.Empty;

    public string Reason { get; private set; } = "";

    public FormFaults Faults { get; } = new();

    public bool IsSaved { get; private set; }

    /// <summary>The schedule asked for in the address, from which days may be taken; null where none is.</summary>
    public AskedSchedule? Schedule { get; private set; }

    /// <summary>The points of the schedule with the last day of their months.</summary>
    public ImmutableArray<PointPlan> Taken { get; private set; } = [];

    public async Task OnGetAsync(bool saved, CancellationToken cancel)
    {
        IsSaved = saved;
        await Fill(cancel);
    }

    /// <summary>Sets the days of the year.</summary>
    public async Task<IActionResult> OnPostCalendarAsync(string? reason, CancellationToken cancel)
    {
        Reason = ReasonRules.Read(reason, language, Faults);
        Fields = Names.ToImmutableDictionary(name => name, name => Request.Form[name].ToString());
        var days = Names.Select(name => DayField.Read(name, Fields[name], language, Faults)).ToList();
        if (days.TrueForAll(day => day is not null))
        {
            var calendar = new YearCalendar(days[0]!.Value.Year, days[0]!.Value, days[1]!.Value, days[2]!.Value, days[3]!.Value, days[4]!.Value, days[5]!.Value);
            if (!calendar.IsInOrder)
                Faults.Add("buildFrom", Fields["buildFrom"], language["六个日期应在同一年,一个比一个晚", "the six days should lie in one year, each after the one before"]);
            else if (Faults.IsEmpty)
                return await Save(desk.SetCalendar(calendar, visitor.Account!, Reason, cancel));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        await Fill(cancel);
        return Page();
    }

    /// <summary>Takes the months of a schedule as the days by which its points are to be built.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string? reason, CancellationToken cancel)
    {
        Reason = ReasonRules.Read(reason, language, Faults);
        await Fill(cancel);
        if (!Faults.IsEmpty || Taken.IsEmpty)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var owners = (await desk.Read(cancel)).Milestones.Plans;
        var plans = Taken.Select(plan => plan with { Owner = owners.GetValueOrDefault(plan.Point)?.Owner ?? "" }).ToList();
        return await Save(year.PlanAsync(plans, desk.Order(visitor.Account!, Reason), cancel));
    }

    private async Task<IActionResult> Save(Task saving)
    {
        await saving;
        return Redirect(Url.Content("~/plan/progress/days?saved=true"));
    }

    private async Task Fill(CancellationToken cancel)
    {
        if (Fields.IsEmpty)
        {
            var calendar = await desk.ReadCalendar(cancel);
            DateOnly[] days = [calendar.BuildFrom, calendar.BuildBy, calendar.DeclareBy, calendar.InspectFrom, calendar.InspectBy, calendar.RegionBy];
            Fields = Names.Zip(days).ToImmutableDictionary(pair => pair.First, pair => Wording.Day(pair.Second));
        }

        if (Request.Query["from"].Count == 0)
            return;
        Schedule = schedules.Answer(Request.Query, language);
        Taken = [.. (Schedule.Answer?.Months ?? []).SelectMany(month => month.Rooms.Select(room => new PointPlan(PointId.Parse(room.Id), LastOf(month.Month), "")))
            .Where(plan => current.Snapshot.Network.FindPoint(plan.Point) is not null)];
    }

    private static DateOnly LastOf(string month) => DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1);
}
