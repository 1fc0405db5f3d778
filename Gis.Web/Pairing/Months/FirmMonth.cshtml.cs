using System.Collections.Immutable;
using Gis.Core.Pairing.Month;
using Gis.Core.Units;
using Gis.Web.Accounts;
using Gis.Web.Progress;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Pairing.Months;

/// <summary>A firm's month: who goes to which village on which day, or why that cannot be and what would help.</summary>
[Authorize(Policy = Rights.Firm)]
public sealed class FirmMonthModel(MonthDesk desk, YearDesk year, Visitor visitor) : PageModel
{
    public FirmMonth Month { get; private set; } = null!;

    /// <summary>What would make the month workable, the least first; empty where it is.</summary>
    public ImmutableArray<MonthRemedy> Remedies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancel)
    {
        var today = year.Today;
        var asked = Core.Units.Month.TryParse(month, out var read) ? read : new Month(today.Year, today.Month).Plus(1);
        if (await desk.Plan(visitor.Account!.Scope, asked, cancel) is not { } planned)
            return NotFound();
        Month = planned;
        if (planned is { Task: { } task, Outcome: MonthOutcome.Infeasible or MonthOutcome.Overlong })
            Remedies = MonthRemedies.Find(task, new MonthWatch(cancel));
        return Page();
    }
}
