using System.Globalization;
using Gis.Core.Travel.Roads;

namespace Gis.Data.Roads;

/// <summary>What an import read, what it used and what it could not use.</summary>
public sealed record RoadsReport
{
    /// <summary>How many of the things left out are named; the others are counted.</summary>
    public const int MostNamed = 10;

    /// <summary>Everything the file holds.</summary>
    public required OsmCounts Read { get; init; }

    /// <summary>The nodes of the roads.</summary>
    public required int NodesUsed { get; init; }

    public required int Vertices { get; init; }

    public required int Roads { get; init; }

    /// <summary>The ways that became roads, by who may use them.</summary>
    public required WaysByMode Ways { get; init; }

    public required int Ferries { get; init; }

    /// <summary>Nodes at which someone is kept out.</summary>
    public required int Barriers { get; init; }

    /// <summary>What became of the turn restrictions; those that came to nothing are not there.</summary>
    public required IReadOnlyDictionary<RestrictionFate, int> Restrictions { get; init; }

    /// <summary>Ways cut where a node they name is not in the file.</summary>
    public required int WaysCut { get; init; }

    /// <summary>The ids of the first of them.</summary>
    public required IReadOnlyList<long> FirstWaysCut { get; init; }

    /// <summary>Roads whose positions are all the same.</summary>
    public required int ZeroLength { get; init; }

    /// <summary>When the latest of what was read was edited; null where the file says nothing of it.</summary>
    public required DateTime? LastEdit { get; init; }

    /// <summary>The report as it is printed, a sentence a line.</summary>
    public IEnumerable<string> ToLines()
    {
        yield return $"Read {Read.Nodes} nodes, {Read.Ways} ways, {Read.Relations} relations{(LastEdit is { } last ? $", last edited {last:yyyy-MM-dd}" : "")}.";
        yield return $"Roads from {Ways.Any} ways (on foot {Ways.Walk}, e-bike {Ways.EBike}, car {Ways.Car}; ferries {Ferries}) over {NodesUsed} nodes: {Vertices} vertices, {Roads} roads.";
        yield return $"Barriers that keep someone out: {Barriers}.";
        foreach (var (fate, count) in Restrictions)
            yield return $"Turn restrictions {fate.Words()}: {count}.";
        if (WaysCut > 0)
            yield return $"Ways cut because nodes they name are not in the file: {WaysCut}, the first of them {string.Join(", ", FirstWaysCut)}.";
        yield return $"Roads without length: {ZeroLength}.";
    }
}

/// <summary>How many of each kind.</summary>
public sealed record OsmCounts(int Nodes, int Ways, int Relations);

/// <summary>Ways that became roads.</summary>
/// <param name="Any">For one mode or more.</param>
/// <param name="Walk">On foot.</param>
/// <param name="EBike">By e-bike.</param>
/// <param name="Car">By car.</param>
public sealed record WaysByMode(int Any, int Walk, int EBike, int Car);

/// <summary>What became of a turn restriction.</summary>
public enum RestrictionFate
{
    Applied,
    NotForCars,
    AtCertainTimes,
    OverAWay,
    Incomplete,
    NotOfTheRoads,
    Unclear,
    AtABarrier,
}

internal static class RestrictionFates
{
    internal static string Words(this RestrictionFate fate) => fate switch
    {
        RestrictionFate.Applied => "applied",
        RestrictionFate.NotForCars => "not applied, not for cars",
        RestrictionFate.AtCertainTimes => "not applied, at certain times only",
        RestrictionFate.OverAWay => "not applied, over a way instead of a node",
        RestrictionFate.Incomplete => "not applied, without from, via or to",
        RestrictionFate.NotOfTheRoads => "not applied, naming ways or nodes that are no roads here",
        RestrictionFate.Unclear => "not applied, at a way that goes on beyond the turn",
        _ => "not applied, at a barrier",
    };
}

internal static class BoundsInWords
{
    /// <summary>As "106.2 to 106.4 E, 38.4 to 38.6 N".</summary>
    internal static string InWords(this RoadBounds bounds) =>
        string.Create(CultureInfo.InvariantCulture, $"{bounds.SouthWest.Longitude:0.####} to {bounds.NorthEast.Longitude:0.####} E, {bounds.SouthWest.Latitude:0.####} to {bounds.NorthEast.Latitude:0.####} N");
}
