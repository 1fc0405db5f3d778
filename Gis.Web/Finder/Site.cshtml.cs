using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder;

/// <summary>One service point: what it does, where it stands and how sure that is, and where to go while it is not built.</summary>
[AllowAnonymous]
public sealed class SiteModel(CurrentNetwork current) : PageModel
{
    private readonly Snapshot snapshot = current.Snapshot;

    public ServiceNetwork Network => snapshot.Network;

    public ServicePoint Point { get; private set; } = null!;

    /// <summary>The open points nearest to this one, itself left out.</summary>
    public IReadOnlyList<PointTrip> Alternatives { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (!PointId.TryParse(id, out var pointId) || Network.FindPoint(pointId) is not { } point)
            return NotFound();
        Point = point;
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
