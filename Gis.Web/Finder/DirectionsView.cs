using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Web.Finder;

/// <summary>The way to a point in the map programs of phones.</summary>
/// <param name="Network">The network it is of.</param>
/// <param name="Point">The point.</param>
/// <param name="Mode">How somebody goes.</param>
public sealed record DirectionsView(ServiceNetwork Network, ServicePoint Point, TravelMode Mode)
{
    /// <summary>Whether the way leads to it: a position that illustrates, or is known roughly, would lead somebody into a field.</summary>
    public bool IsKnown => Point.Position is { LeadsToTheDoor: true };

    public Uri LinkOf(MapApp app) => IsKnown
        ? MapLinks.Directions(app, Point.Position!.At, Point.Name, Mode, Network.City.Name)
        : MapLinks.Search(app, Point.Name, Network.City.Name);
}
