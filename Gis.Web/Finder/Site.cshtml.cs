using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Data.Store.Accounts;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder;

/// <summary>One service point: what it does, where it stands and how sure that is, and where to go while it is not built.</summary>
[AllowAnonymous]
public sealed class SiteModel(CurrentNetwork current, ContactStore contacts, TimeProvider clock) : PageModel
{
    private readonly Snapshot snapshot = current.Snapshot;

    public ServiceNetwork Network => snapshot.Network;

    public ServicePoint Point { get; private set; } = null!;

    /// <summary>The open points nearest to this one, itself left out.</summary>
    public IReadOnlyList<PointTrip> Alternatives { get; private set; } = [];

    /// <summary>The advisers of the village who consented to be named.</summary>
    public IReadOnlyList<AdviserContact> Advisers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (Network.FindPoint(id) is not { } point)
            return NotFound();
        Point = point;
        if (point.Tier == Tier.Room)
            Advisers = await contacts.ListPublicAsync(point.Area, clock.GetUtcNow(), cancel);
        if (point.Position is { } position)
        {
            Alternatives =
            [
                .. NearestPoints.ByTime(
                    Network.Points.Where(other => other.IsOpen && other.Id != point.Id),
                    position.At,
                    point.Bank,
                    snapshot.Estimate,
                    ModePace.Defaults[TravelMode.Walk]).Take(3),
            ];
        }

        return Page();
    }
}
