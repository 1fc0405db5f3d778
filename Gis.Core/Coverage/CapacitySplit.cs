using System.Collections.Immutable;
using Gis.Core.Flow;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>
/// All residents in three parts: those the open points within the limit can serve, those in reach of points that are full, and
/// those out of reach. The residents of a village may go to different points.
/// </summary>
/// <remarks>
/// Served is exact: the greatest flow from villages to the points within the limit, each point holding hours × residents per
/// hour, rounded down (Ford and Fulkerson 1956, Canadian Journal of Mathematics 8). Which villages go short may be chosen in
/// many ways, so none is named; what is the same in all of them is the bottleneck (Hall 1935, Journal of the London
/// Mathematical Society 10): villages that together have more residents than all the points they reach can hold.
/// </remarks>
/// <param name="Served">Those who can be served.</param>
/// <param name="OverCapacity">Those within the limit of an open point who cannot: the bottleneck's residents less what its points hold.</param>
/// <param name="OutOfReach">Those with no open point within the limit.</param>
/// <param name="Capacity">What all open points together can hold, reached or not.</param>
/// <param name="Crowded">The villages of the bottleneck, those with most residents first.</param>
/// <param name="Full">The points that these villages reach and that have hours, in the network's order.</param>
public sealed record CapacitySplit(
    Residents Served,
    Residents OverCapacity,
    Residents OutOfReach,
    Residents Capacity,
    ImmutableArray<Village> Crowded,
    ImmutableArray<FullPoint> Full)
{
    /// <summary>All three parts together.</summary>
    public Residents Residents => Served + OverCapacity + OutOfReach;

    /// <summary>Splits the residents for an answer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="table">Its travel times, of which those from villages to points are used.</param>
    /// <param name="answer">Who is within reach.</param>
    /// <param name="capacities">What each point can hold, by its index; none for points that are not open.</param>
    public static CapacitySplit Measure(ServiceNetwork network, TravelTable table, CoverageAnswer answer, ImmutableArray<Residents> capacities)
    {
        var (source, sink) = (0, network.Villages.Length + network.Points.Length + 1);
        var flow = new MaximumFlow(sink + 1);
        for (var row = 0; row < network.Villages.Length; row++)
        {
            if (!answer.IsCovered(row) || network.Villages[row].Residents.Count == 0)
                continue;
            flow.AddArc(source, NodeOf(row), network.Villages[row].Residents.Count);
            foreach (var reach in table.Row(row))
            {
                if (reach.Time > answer.Question.Limit)
                    break;
                if (capacities[reach.Point].Count > 0)
                    flow.AddArc(NodeOf(row), NodeOfPoint(reach.Point), network.Villages[row].Residents.Count);
            }
        }

        for (var point = 0; point < capacities.Length; point++)
            flow.AddArc(NodeOfPoint(point), sink, capacities[point].Count);
        var served = new Residents(flow.Send(source, sink));
        return new CapacitySplit(
            served,
            answer.Total.Covered - served,
            answer.Total.Gap,
            capacities.Sum(capacity => capacity),
            [
                .. network.Villages.Where((_, row) => flow.IsOnSourceSide(NodeOf(row)))
                    .OrderByDescending(village => village.Residents).ThenBy(village => village.Code),
            ],
            [
                .. Enumerable.Range(0, capacities.Length).Where(point => flow.IsOnSourceSide(NodeOfPoint(point)))
                    .Select(point => new FullPoint(network.Points[point], capacities[point])),
            ]);

        int NodeOf(int row) => row + 1;

        int NodeOfPoint(int point) => network.Villages.Length + 1 + point;
    }

    /// <summary>What each point of a network can hold: its hours × the residents that one hour a month serves, rounded down.</summary>
    public static ImmutableArray<Residents> CapacitiesOf(ServiceNetwork network, HoursSupply supply, Residents residentsPerHour)
    {
        var capacities = new Residents[network.Points.Length];
        // More than everybody is as good as everybody, and stays a number.
        foreach (var point in supply.Points)
            capacities[point.Point] = new Residents((long)Math.Min(Math.Floor(point.Total.Value * residentsPerHour.Count), network.Residents.Count));
        return [.. capacities];
    }
}

/// <summary>A point of a bottleneck.</summary>
/// <param name="Point">The point.</param>
/// <param name="Capacity">The residents it can hold.</param>
public readonly record struct FullPoint(ServicePoint Point, Residents Capacity);
