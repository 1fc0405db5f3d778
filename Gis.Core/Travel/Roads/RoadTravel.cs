using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Travel.Roads;

/// <summary>
/// Minutes over roads between many places, exact to the last bit: what a search of the whole graph from each place would give.
/// Never changes, so threads may share it; every measurement uses all cores.
/// </summary>
/// <remarks>
/// Of ways that take equally many milliseconds the shortest counts. What joins no road, or lies beyond the limit, is absent.
/// The same question gives the same answer, however the roads and places are ordered. Method: docs/methods/travel.md.
/// </remarks>
public sealed class RoadTravel
{
    private readonly RoadHierarchy hierarchy;
    private readonly SnapIndex index;
    private readonly SnapRules rules;

    private RoadTravel(RoadHierarchy hierarchy, RoadGraph graph, SnapRules rules)
    {
        (this.hierarchy, Graph, this.rules) = (hierarchy, graph, rules);
        index = new SnapIndex(graph, rules);
    }

    /// <summary>The roads travelled.</summary>
    public RoadGraph Graph { get; }

    /// <summary>Makes a graph ready for measuring many ways: some seconds for half a million vertices.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RoadTravel Of(RoadGraph graph, SnapRules rules, CancellationToken cancel = default) =>
        Of(graph, rules, RoadHierarchy.UsualMostHops, cancel);

    /// <summary>Where a place joins the roads.</summary>
    public RoadSnap Snap(LonLat place) => index.Snap(place);

    /// <summary>The trips between every village and every point of a network, one way or the other.</summary>
    /// <param name="network">The network. What is not located is reached by nobody and reaches nothing.</param>
    /// <param name="direction">Whether from the villages to the points or back: with one-way roads the two differ.</param>
    /// <param name="pace">The pace at which a doubt about a position becomes a doubt about minutes.</param>
    /// <param name="work">The limit, and how to follow and stop.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is longer than 24 hours.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TravelTable Measure(ServiceNetwork network, TravelDirection direction, ModePace pace, RoadWork work)
    {
        var villages = Prepare([.. network.Villages.Select(village => village.Position?.At)], direction, work);
        var columns = villages.SweepAll([.. network.Points.Select(point => point.Position?.At)], work.Progress, work.Cancel);
        return TravelTable.FromRows(Graph.Mode, pace, VersionOf(direction, work.Limit), ToRows(villages.Count, columns));
    }

    /// <summary>The trips from each of some places to each of others: one row for each start, its ends by their indices, in order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is longer than 24 hours.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<IReadOnlyList<Reach>> Measure(IReadOnlyList<LonLat> starts, IReadOnlyList<LonLat> ends, RoadWork work)
    {
        // The larger side is climbed from, the smaller searched from.
        if (starts.Count >= ends.Count)
        {
            var climbed = Prepare([.. starts], TravelDirection.There, work);
            return ToRows(starts.Count, climbed.SweepAll([.. ends], work.Progress, work.Cancel));
        }

        var rows = Prepare([.. ends], TravelDirection.Back, work).SweepAll([.. starts], work.Progress, work.Cancel);
        return [.. rows.Select(row => row.Select(cost => ToReach(cost.Place, cost.Cost)).ToArray())];
    }

    /// <summary>Prepares the villages of a network once, so that one more point costs a few milliseconds.</summary>
    /// <param name="villages">The places of the rows; none where one is not located.</param>
    /// <param name="direction">Whether trips lead from them or to them.</param>
    /// <param name="work">The limit, and how to follow and stop.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is longer than 24 hours.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public RoadColumns Prepare(IReadOnlyList<LonLat?> villages, TravelDirection direction, RoadWork work)
    {
        var climbed = new ClimbedPlaces(hierarchy, [.. villages.Select(FindSeeds)], direction, work);
        return new RoadColumns(climbed, FindSeeds);
    }

    /// <summary>The quickest way from one place to another and where it leads; null where there is none within the limit.</summary>
    /// <remarks>It takes the very minutes and metres that a table says.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit is longer than 24 hours.</exception>
    public RoadRoute? FindRoute(LonLat start, LonLat end, Minutes limit) =>
        FindSeeds(start) is { } from && FindSeeds(end) is { } to ? RouteSearch.Find(Graph, from, to, RoadCost.Within(limit)) : null;

    /// <summary>Names how a table is come by: the graph's version, the limit, and what differs from the usual.</summary>
    public string VersionOf(TravelDirection direction, Minutes limit)
    {
        var back = direction == TravelDirection.Back ? ":back" : "";
        var snapped = rules == SnapRules.Default ? ""
            : string.Create(CultureInfo.InvariantCulture, $":snap={rules.Cap.Value},{rules.OffRoad.Speed.KilometresPerHour},{rules.OffRoad.Detour}");
        return string.Create(CultureInfo.InvariantCulture, $"{Graph.Version}:{limit.Value}min{back}{snapped}");
    }

    internal static RoadTravel Of(RoadGraph graph, SnapRules rules, double mostHops, CancellationToken cancel) =>
        new(RoadHierarchy.Of(graph, mostHops, cancel), graph, rules);

    internal static Reach ToReach(int point, long cost)
    {
        var trip = RoadCost.ToTrip(cost);
        return new Reach(point, trip.Time, trip.Way);
    }

    private PlaceSeeds? FindSeeds(LonLat? place) => place is { } at ? PlaceSeeds.Of(Graph, rules.OffRoad, index.Snap(at)) : null;

    private static Reach[][] ToRows(int count, PlaceCost[][] columns)
    {
        var lengths = new int[count];
        foreach (var cost in columns.SelectMany(column => column))
            lengths[cost.Place]++;
        var rows = lengths.Select(length => new Reach[length]).ToArray();
        Array.Clear(lengths);
        for (var column = 0; column < columns.Length; column++)
        {
            foreach (var (place, cost) in columns[column])
                rows[place][lengths[place]++] = ToReach(column, cost);
        }

        return rows;
    }
}
