using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Web.Accounts;
using Gis.Web.Finder.Hours;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using CalendarMonth = Gis.Core.Units.Month;

namespace Gis.Web.Pairing.Duty;

/// <summary>How duty stands in a month, county by county and firm by firm, and what was served over some.</summary>
[Authorize(Policy = Rights.Pairing)]
public sealed class DutyBoardModel(DutyDesk desk, CurrentNetwork current, Language language) : PageModel
{
    /// <summary>The meters that the page shows; a statement has all.</summary>
    public const int MostShown = 200;

    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    public CalendarMonth Month { get; private set; }

    /// <summary>The latest month that may be asked for.</summary>
    public CalendarMonth Now => desk.Now;

    public County? County { get; private set; }

    public string FirmId { get; private set; } = "";

    /// <summary>Whether only villages that are behind are asked for.</summary>
    public bool OnlyBehind { get; private set; }

    public DutyQuestion Question { get; private set; } = null!;

    public StatementAnswer Statement { get; private set; } = null!;

    public ImmutableArray<MonthMeter> Meters { get; private set; } = [];

    public ImmutableArray<DutyAlert> Alerts { get; private set; } = [];

    /// <summary>Whether holidays are taken off the working days.</summary>
    public string HolidayNote { get; private set; } = "";

    public ImmutableArray<StateCount> Counties { get; private set; } = [];

    public ImmutableArray<StateCount> Firms { get; private set; } = [];

    public FormFaults Faults { get; } = new();

    public async Task OnGetAsync(string? month, string? county, string? firm, string? state, CancellationToken cancel)
    {
        ReadFilter(month, county, firm, state);
        Question = DutyQuestion.Read(Request.Query, desk.Now, language, Faults);
        var view = await desk.Read(Month, Month, null, null, cancel);
        HolidayNote = language.HolidaysOf(view.Calendar, Month.Year);
        Counties = Count(view, meter => Network.FindAreaName(meter.Village.County) ?? "");
        Firms = Count(view, meter => FirmName(meter.Firm));
        Meters = [.. view.Meters.Where(IsAsked).Where(meter => !OnlyBehind || meter.State == DutyState.Behind)];
        Alerts = [.. view.Alerts.Where(alert => IsAsked(alert.Meter))];
        Statement = StatementAnswer.Of(Question, await desk.Read(Question.First, Question.Last, null, null, cancel), Network, null, language);
        Response.StatusCode = Faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    public string FirmName(string id) => PairingWords.FirmName(Network, id);

    public string VillageName(AreaCode village) => Network.FindAreaName(village) ?? village.Digits;

    public string WhereOf(AreaCode village) => PairingWords.WhereOf(Network, village);

    private void ReadFilter(string? month, string? county, string? firm, string? state)
    {
        Month = DutyQuestion.ReadMonth("month", month, desk.Now, language, Faults);
        if (county is { Length: > 0 } && (County = Network.FindCounty(county)) is null)
            Faults.AddUnknownCounty("county", county, language);
        if (firm is { Length: > 0 } && Network.FindFirm(firm) is null)
            Faults.Add("firm", firm, language["网络中没有这家律所", "no firm of the network has this id"]);
        else
            FirmId = firm ?? "";
        if (state is not (null or "" or "behind"))
            Faults.Add("state", state, language["应为 behind,或留空", "behind, or nothing"]);
        OnlyBehind = state == "behind";
    }

    private bool IsAsked(MonthMeter meter) => (County is null || meter.Village.County == County.Code) && (FirmId.Length == 0 || meter.Firm == FirmId);

    private static ImmutableArray<StateCount> Count(DutyView view, Func<MonthMeter, string> nameOf) =>
    [
        .. view.Meters.GroupBy(nameOf).Select(group => new StateCount(
            group.Key, group.Count(), group.Count(meter => meter.State == DutyState.Done), group.Count(meter => meter.State == DutyState.Behind)))
            .OrderByDescending(count => count.Behind).ThenBy(count => count.Name, StringComparer.Ordinal),
    ];
}

/// <summary>How many villages of a county or firm stand how in a month.</summary>
/// <param name="Name">The county or firm.</param>
/// <param name="Villages">The villages paired.</param>
/// <param name="Done">Those that got what is owed.</param>
/// <param name="Behind">Those that are behind.</param>
public sealed record StateCount(string Name, int Villages, int Done, int Behind);
