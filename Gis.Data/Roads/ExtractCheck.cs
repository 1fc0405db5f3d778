using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;

namespace Gis.Data.Roads;

/// <summary>Whether roads are those of a city, and where they should lie.</summary>
public static class ExtractCheck
{
    /// <summary>How many well-known positions it takes to tell that roads are shifted.</summary>
    public const int FewestPositions = 20;

    private const double WellKnownMetres = 50;

    // Far better is half as far away or less, and by more than what roads are wide.
    private const double BetterFactor = 2;

    private const double BetterMetres = 20;

    /// <summary>Refuses roads of another city, and roads in another datum than they were taken to be in.</summary>
    /// <exception cref="RoadsException">They are; the message says what to do.</exception>
    public static void Check(ServiceNetwork network, ImportedRoads roads)
    {
        CheckCity(network, roads);
        CheckDatum(network, roads);
    }

    private static void CheckCity(ServiceNetwork network, ImportedRoads roads)
    {
        var villages = network.Villages.Select(village => village.Position?.At).OfType<LonLat>().ToList();
        if (villages is [] || roads.Network.Bounds is not { } bounds || villages.Any(bounds.Contains))
            return;
        var box = new RoadBounds(
            LonLat.Of(villages.Min(at => at.Longitude), villages.Min(at => at.Latitude)),
            LonLat.Of(villages.Max(at => at.Longitude), villages.Max(at => at.Latitude)));
        throw new RoadsException(
            roads.Source.File,
            $"roads within {bounds.InWords()}, in which no village of {network.City.EnglishName} lies",
            $"an extract that holds its villages, within {box.InWords()}" + (IsSwapped(villages, bounds) ? " (longitude and latitude are swapped in the file)" : ""));
    }

    private static bool IsSwapped(List<LonLat> villages, RoadBounds bounds) =>
        villages.Any(at => Math.Abs(at.Longitude) <= 90 && bounds.Contains(LonLat.Of(at.Latitude, at.Longitude)));

    private static void CheckDatum(ServiceNetwork network, ImportedRoads roads)
    {
        var known = ListWellKnown(network);
        if (known.Count < FewestPositions)
            return;
        var isGcj02 = roads.Source.Datum == Crs.Gcj02.Name;
        var snap = new SnapIndex(RoadGraph.Of(roads.Network, TravelMode.Walk, RoadConditions.Usual), SnapRules.Default);
        var given = MedianAway(snap, known);
        var other = MedianAway(snap, known.Select(at => isGcj02 ? Unshift(at) : Shift(at)));
        if (other * BetterFactor > given || given - other < BetterMetres)
            return;
        throw new RoadsException(
            roads.Source.File,
            $"roads {given:0} m away from {known.Count} surveyed positions in the median, but {other:0} m {(isGcj02 ? "without undoing the shift of" : "when shifted to")} GCJ-02",
            isGcj02 ? "imported without --datum gcj02: the coordinates are not shifted" : "imported with --datum gcj02: the coordinates are those of a shifted map");
    }

    private static List<LonLat> ListWellKnown(ServiceNetwork network) =>
    [
        .. network.Villages.Select(village => village.Position).Concat(network.Points.Select(point => point.Position)).OfType<Position>()
            .Where(position => position.Placement == Placement.Surveyed && position.Accuracy.Value <= WellKnownMetres)
            .Select(position => position.At),
    ];

    private static LonLat Shift(LonLat at)
    {
        var shifted = Crs.Gcj02.FromLonLat(at);
        return LonLat.Of(shifted.X, shifted.Y);
    }

    private static LonLat Unshift(LonLat at) => Crs.Gcj02.ToLonLat(new XY(at.Longitude, at.Latitude));

    // What joins no road counts as far as a road may be.
    private static double MedianAway(SnapIndex snap, IEnumerable<LonLat> positions)
    {
        var away = positions.Select(at => snap.Snap(at).Foot?.Away ?? SnapRules.Default.Cap).Order().ToList();
        return away[away.Count / 2].Value;
    }
}
