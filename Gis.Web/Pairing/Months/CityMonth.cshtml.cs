using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Month;
using Gis.Core.Units;
using Gis.Web.Accounts;
using Gis.Web.Network;
using Gis.Web.Progress;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Pairing.Months;

/// <summary>The month of every firm: whether its villages fit into its hours.</summary>
[Authorize(Policy = Rights.Pairing)]
public sealed class CityMonthModel(MonthDesk desk, YearDesk year, CurrentNetwork current) : PageModel
{
    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    public Month Month { get; private set; }

    public ImmutableArray<FirmMonth> Firms { get; private set; } = [];

    /// <summary>Those that fit.</summary>
    public IEnumerable<MonthPlan> Plans => Firms.Select(firm => firm.Plan).OfType<MonthPlan>();

    public async Task OnGetAsync(string? month, CancellationToken cancel)
    {
        Month = Core.Units.Month.TryParse(month, out var read) ? read : new Month(year.Today.Year, year.Today.Month).Plus(1);
        Firms = await desk.PlanAll(Month, cancel);
    }
}
