using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Core.Coverage;

/// <summary>
/// Looks for the balance of RAAM: village by village, its residents are spread anew over the points so that those they use
/// cost the same and none costs less, while the others stay where they are. Each step lowers one convex sum.
/// </summary>
internal sealed class RaamBalance
{
    private readonly RaamSettings settings;
    private readonly double[] people;
    private readonly int[] rowStart;
    private readonly int[] points;
    private readonly double[] trips;

    // By point: residents it holds at the city's mean crowding, and those who go there now.
    private readonly double[] room;
    private readonly double[] load;

    // By trip: the residents who make it; and by village, behind the last trip that someone makes.
    private readonly double[] going;
    private readonly int[] usedEnd;

    internal RaamBalance(ServiceNetwork network, TravelTable table, HoursSupply supply, RaamSettings settings)
    {
        this.settings = settings;
        people = [.. network.Villages.Select(village => (double)village.Residents.Count)];
        var perHour = network.Residents.Count / supply.Total.Value;
        room = [.. supply.ByPoint(network).Select(hours => hours * perHour)];
        load = new double[room.Length];
        rowStart = new int[table.RowCount + 1];
        var (columns, costs) = (new List<int>(), new List<double>());
        for (var row = 0; row < table.RowCount; row++)
        {
            foreach (var reach in table.Row(row))
            {
                if (room[reach.Point] == 0)
                    continue;
                columns.Add(reach.Point);
                costs.Add(reach.Time.Value / settings.Tau.Value);
            }

            rowStart[row + 1] = columns.Count;
        }

        (points, trips) = ([.. columns], [.. costs]);
        going = new double[points.Length];
        usedEnd = rowStart[..^1];
    }

    internal RaamEnding Find()
    {
        for (var row = 0; row < people.Length; row++)
            Spread(row);
        for (var round = 1; ; round++)
        {
            var gap = 0.0;
            for (var row = 0; row < people.Length; row++)
            {
                var gain = GainOf(row);
                gap = Math.Max(gap, gain);
                if (gain > settings.Tolerance)
                    Spread(row);
            }

            // Nobody moved in this round, so every gain was asked of the same crowding.
            if (gap <= settings.Tolerance)
                return new RaamEnding.Converged(round);
            if (round == settings.MostRounds)
                return new RaamEnding.Stopped(round, gap);
        }
    }

    internal double?[] ListCosts() =>
        [.. Enumerable.Range(0, people.Length).Select(row => rowStart[row] == rowStart[row + 1] ? (double?)null : LeastCost(row))];

    private double CostOf(int trip) => trips[trip] + load[points[trip]] / room[points[trip]];

    // A trip alone costing more than the least found ends the search: the trips of a village stand in order of time.
    private double LeastCost(int row)
    {
        var least = double.PositiveInfinity;
        for (var trip = rowStart[row]; trip < rowStart[row + 1] && trips[trip] < least; trip++)
            least = Math.Min(least, CostOf(trip));
        return least;
    }

    /// <summary>What the residents of a village who fare worst would gain by going elsewhere.</summary>
    private double GainOf(int row)
    {
        var most = double.NegativeInfinity;
        for (var trip = rowStart[row]; trip < usedEnd[row]; trip++)
        {
            if (going[trip] > 0)
                most = Math.Max(most, CostOf(trip));
        }

        return double.IsNegativeInfinity(most) ? 0 : most - LeastCost(row);
    }

    private void Spread(int row)
    {
        if (people[row] == 0 || rowStart[row] == rowStart[row + 1])
            return;
        for (var trip = rowStart[row]; trip < usedEnd[row]; trip++)
        {
            load[points[trip]] -= going[trip];
            going[trip] = 0;
        }

        var level = FindLevel(row);
        usedEnd[row] = rowStart[row];
        for (var trip = rowStart[row]; trip < rowStart[row + 1] && trips[trip] < level; trip++)
        {
            var below = level - CostOf(trip);
            if (below <= 0)
                continue;
            going[trip] = below * room[points[trip]];
            load[points[trip]] += going[trip];
            usedEnd[row] = trip + 1;
        }
    }

    /// <summary>The cost at which the points, filled up to it, hold exactly the residents of the village.</summary>
    private double FindLevel(int row)
    {
        // One point alone that takes everybody bounds the level from above; from there on Newton's steps never fall below it.
        var level = double.PositiveInfinity;
        for (var trip = rowStart[row]; trip < rowStart[row + 1] && trips[trip] < level; trip++)
            level = Math.Min(level, CostOf(trip) + people[row] / room[points[trip]]);
        while (true)
        {
            var (held, rooms) = (0.0, 0.0);
            for (var trip = rowStart[row]; trip < rowStart[row + 1] && trips[trip] < level; trip++)
            {
                var below = level - CostOf(trip);
                if (below <= 0)
                    continue;
                held += below * room[points[trip]];
                rooms += room[points[trip]];
            }

            var next = level - (held - people[row]) / rooms;
            if (!(next < level))
                return level;
            level = next;
        }
    }
}
