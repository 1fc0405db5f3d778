using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>The trips from villages to points with hours that count, and what each counts; those of a village stand together.</summary>
internal sealed class Catchments
{
    private readonly int[] rowStart;
    private readonly int[] points;
    private readonly double[] weights;

    private Catchments(int[] rowStart, int[] points, double[] weights)
    {
        this.rowStart = rowStart;
        this.points = points;
        this.weights = weights;
    }

    internal static Catchments Of(ServiceNetwork network, TravelTable table, HoursSupply supply, DecayZones zones)
    {
        var hours = supply.ByPoint(network);
        var (rowStart, points, weights) = (new int[table.RowCount + 1], new List<int>(), new List<double>());
        for (var row = 0; row < table.RowCount; row++)
        {
            foreach (var reach in table.Row(row))
            {
                if (reach.Time > zones.Zones[^1].UpTo)
                    break;
                if (hours[reach.Point] == 0)
                    continue;
                points.Add(reach.Point);
                weights.Add(zones.WeightOf(reach.Time));
            }

            rowStart[row + 1] = points.Count;
        }

        return new Catchments(rowStart, [.. points], [.. weights]);
    }

    /// <summary>The same trips, each weight multiplied by the part of its village's demand that chooses the point.</summary>
    internal Catchments Selected()
    {
        var selected = new double[weights.Length];
        for (var row = 0; row + 1 < rowStart.Length; row++)
        {
            var all = 0.0;
            foreach (var weight in weights.AsSpan(rowStart[row]..rowStart[row + 1]))
                all += weight;
            for (var trip = rowStart[row]; trip < rowStart[row + 1]; trip++)
                selected[trip] = weights[trip] * weights[trip] / all;
        }

        return new Catchments(rowStart, points, selected);
    }

    internal AccessRatio Share(ServiceNetwork network, HoursSupply supply)
    {
        var hours = supply.ByPoint(network);
        var demand = SumDemand(network);
        var access = new double[network.Villages.Length];
        for (var row = 0; row < access.Length; row++)
        {
            for (var trip = rowStart[row]; trip < rowStart[row + 1]; trip++)
                access[row] += demand[points[trip]] == 0 ? 0 : weights[trip] * hours[points[trip]] / demand[points[trip]];
        }

        var villages = network.Villages.Select((village, row) => (village.Code, People: village.Residents.Count, Value: access[row])).ToList();
        return new AccessRatio(
            [.. access.Select(value => new HoursPerResident(value))],
            Mean(null, villages),
            [.. network.Counties.Select(county => Mean(county.Code, villages.Where(village => village.Code.County == county.Code)))],
            GiniOf([.. villages.Select(village => (village.People, village.Value))]),
            network.Villages.Where((_, row) => access[row] == 0).Sum(village => village.Residents),
            supply.Points.Where(point => demand[point.Point] == 0).Sum(point => point.Total));
    }

    private double[] SumDemand(ServiceNetwork network)
    {
        var demand = new double[network.Points.Length];
        for (var row = 0; row < network.Villages.Length; row++)
        {
            for (var trip = rowStart[row]; trip < rowStart[row + 1]; trip++)
                demand[points[trip]] += network.Villages[row].Residents.Count * weights[trip];
        }

        return demand;
    }

    private static AreaAccess Mean(AreaCode? area, IEnumerable<(AreaCode Code, long People, double Value)> villages)
    {
        var (people, hours) = (0L, 0.0);
        foreach (var village in villages)
            (people, hours) = (people + village.People, hours + village.People * village.Value);
        var residents = new Residents(people);
        return new AreaAccess(area, residents, HoursPerResident.Of(new MonthlyHours(hours), residents));
    }

    private static double? GiniOf(ImmutableArray<(long People, double Value)> villages)
    {
        TimedResidents[] sorted = [.. villages.Select((village, row) => new TimedResidents(village.Value, row, village.People)).Where(each => each.People > 0).Order()];
        var total = sorted.Sum(each => each.People * each.Minutes);
        return total > 0 ? MinutesSpread.GiniOf(sorted, sorted.Sum(each => each.People), total) : null;
    }
}
