using System.Collections.Immutable;
using Gis.Core.Finder;
using Gis.Core.Travel;
using Gis.Web.Door;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Embedding;

/// <summary>The points nearest to a place, small and without scripts, to stand in the page of a township, a village or a newspaper.</summary>
[AllowAnonymous]
[MayBeFramed]
public sealed class FrameModel(CurrentNetwork current) : PageModel
{
    private const int MostPoints = 20;

    private readonly Snapshot snapshot = current.Snapshot;

    /// <summary>The place asked for; null where there is none of that code.</summary>
    public Place? Place { get; private set; }

    /// <summary>The open points nearest to it.</summary>
    public ImmutableArray<PointTrip> Points { get; private set; } = [];

    public bool IsIllustrative => Place is { } place && snapshot.Network.HasIllustrationOf(place.Area);

    public IActionResult OnGet(string? place, int most = 5)
    {
        Place = snapshot.Search.FindByCode(place);
        if (Place is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else if (Place.Position is not null)
            Points = [.. PointDesk.ListNearest(snapshot, Place, TravelMode.Walk, point => point.IsOpen).Take(Math.Clamp(most, 1, MostPoints))];
        return Page();
    }
}
