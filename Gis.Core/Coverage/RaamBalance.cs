using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Core.Coverage;

/// <summary>
/// Looks for the balance of RAAM: village by village, its residents are spread anew over the points so that those they use
/// cost the same and none costs less, while the others stay where they are. Each step lowers one convex sum.
/// </summary>
internal sealed class RaamBalance
{
    // Going beyond the best spread of one village, as in successive over-relaxation: below 2 it still lowers the sum, and it
    // needs a fraction of the rounds.
    private const double Overreach = 1.8;

    private readonly RaamSettings settings;
    private readonly double[] people;
    private readonly int[] rowStart;
    private readonly int[] points;
    private readonly double[] trips;

    // By point: residents it holds at the city's mean crowding, and how crowded it is now, 1 being that mean.
    private readonly double[] room;
    private readonly double[] crowding;

    // By trip: the residents who make it; and by village, behind the last trip that someone makes.
    private readonly double[] going;
    private readonly int[] usedEnd;

    internal RaamBalance(ServiceNetwork network, TravelTable table, HoursSupply supply, RaamSettings settings)
    {
        this.settings = settings;
        people = [.. network.Villages.Select(village => (double)village.Residents.Count)];
        var perHour = network.Residents.Count / supply.Total.Value;
        room = [.. supply.ByPoint(network).Select(hours => hours * perHour)];
        crowding = new double[room.Length];
        rowStart = new int[table.RowCount + 1];
        var most = table.RowCount * supply.Points.Length;
        var (columns, costs) = (new List<int>(most), new List<double>(most));
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
            Spread(row, 1);
        for (var round = 1; ; round++)
        {
            var gap = 0.0;
            for (var row = 0; row < people.Length; row++)
            {
                var gain = GainOf(row);
                gap = Math.Max(gap, gain);
                if (gain > settings.Tolerance)
                    Spread(row, Overreach);
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

    private double CostOf(int trip) => trips[trip] + crowding[points[trip]];

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

    private void Spread(int row, double reach)
    {
        if (people[row] == 0 || rowStart[row] == rowStart[row + 1])
            return;
        for (var trip = rowStart[row]; trip < usedEnd[row]; trip++)
            crowding[points[trip]] -= going[trip] / room[points[trip]];
        var level = FindLevel(row);
        var stride = FindStride(row, level, reach);
        var end = usedEnd[row];
        usedEnd[row] = rowStart[row];
        for (var trip = rowStart[row]; trip < rowStart[row + 1] && (trip < end || trips[trip] < level); trip++)
        {
            going[trip] += stride * (Target(trip, level) - going[trip]);
            // What rounding leaves of nobody is nobody.
            if (going[trip] <= people[row] * 1e-12)
                going[trip] = 0;
            else
                usedEnd[row] = trip + 1;
            crowding[points[trip]] += going[trip] / room[points[trip]];
        }
    }

    private double Target(int trip, double level) => Math.Max(0, level - CostOf(trip)) * room[points[trip]];

    /// <summary>How far to go towards, and beyond, the best spread of a village so that no trip is made by fewer than nobody.</summary>
    private double FindStride(int row, double level, double reach)
    {
        var stride = reach;
        for (var trip = rowStart[row]; trip < usedEnd[row]; trip++)
        {
            var target = Target(trip, level);
            if (target < going[trip])
                stride = Math.Min(stride, going[trip] / (going[trip] - target));
        }

        return stride;
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
