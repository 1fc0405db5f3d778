using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>The balance of RAAM worked by hand with τ = 60, and against a slow method of another kind.</summary>
public sealed class RaamTests
{
    private static readonly RaamSettings Exact = new(new Minutes(60), 1e-9, 100_000);

    // Each village has a built room of 4 hours; minutes [village][room], null where there is no way.
    private static Raam Measure(long[] residents, double?[][] minutes, RaamSettings? settings = null)
    {
        var network = Town.Network(Town.Row(residents), [.. Enumerable.Range(0, minutes[0].Length).Select(room => Town.Room(room))]);
        var supply = HoursSupply.Measure(network, CoverageQuestion.Of(TravelMode.Walk, new Minutes(30)), AdviserHours.OfPlan);
        return Raam.Measure(network, Town.Table(network, (village, room) => minutes[village][room]), supply, settings ?? Exact);
    }

    // An hour's trip costs 1, a room as busy as the mean another 1.
    [Fact]
    public void One_village_and_one_room_an_hour_away_cost_two() => Assert.Equal(2, Measure([300], [[60]]).Villages[0]!.Value, 9);

    // Each room holds 150 at the mean. x ÷ 150 = 30 ÷ 60 + (300 − x) ÷ 150 gives x = 187.5, and both rooms cost 1.25.
    [Fact]
    public void People_split_over_two_rooms_until_both_cost_the_same()
    {
        var raam = Measure([300, 0], [[0, 30], [null, 0]]);
        Assert.Equal(1.25, raam.Villages[0]!.Value, 9);
        // One more resident beside the second room would find it with 112.5 of 150.
        Assert.Equal(0.75, raam.Villages[1]!.Value, 9);
    }

    // All 300 in the near room cost 2; the other room costs as much for the trip alone at 120 minutes, so nobody goes.
    [Theory, InlineData(120), InlineData(240)]
    public void Nobody_goes_where_the_trip_alone_costs_as_much(double minutes) =>
        Assert.Equal(2, Measure([300, 0], [[0, minutes], [null, 0]]).Villages[0]!.Value, 9);

    // 200 and 100 people, rooms 30 minutes apart, each holds 150: x leave the first, (200 − x) ÷ 150 = ½ + (100 + x) ÷ 150 gives x = 12.5.
    [Fact]
    public void The_crowd_of_one_village_is_felt_in_the_other()
    {
        var raam = Measure([200, 100], [[0, 30], [30, 0]]);
        Assert.Equal((187.5 / 150, 112.5 / 150), (Math.Round(raam.Villages[0]!.Value, 9), Math.Round(raam.Villages[1]!.Value, 9)));
        Assert.Equal((200 * 1.25 + 100 * 0.75) / 300, raam.Mean!.Value, 9);
    }

    [Fact]
    public void Who_reaches_no_room_has_no_cost_and_is_counted()
    {
        var raam = Measure([10, 20], [[0], [null]]);
        Assert.Equal(((double?)null, new Residents(20)), (raam.Villages[1], raam.Without));
    }

    [Fact]
    public void Without_hours_or_without_people_there_is_nothing_to_share()
    {
        Assert.IsType<RaamEnding.NothingToShare>(Measure([10], [[]]).Ending);
        Assert.IsType<RaamEnding.NothingToShare>(Measure([0], [[0]]).Ending);
    }

    [Fact]
    public void A_search_stopped_early_says_so_and_what_is_still_to_gain()
    {
        var stopped = Assert.IsType<RaamEnding.Stopped>(Measure([200, 100], [[0, 1], [1, 0]], Exact with { MostRounds = 1 }).Ending);
        Assert.True(stopped.Gap > Exact.Tolerance);
        Assert.IsType<RaamEnding.Converged>(Measure([200, 100], [[0, 1], [1, 0]]).Ending);
    }

    [Fact]
    public void The_balance_is_that_of_successive_averages() => RandomCity.Any.Sample(
        city =>
        {
            var raam = Measure(city);
            if (raam.Ending is RaamEnding.NothingToShare)
                return;
            Assert.IsType<RaamEnding.Converged>(raam.Ending);
            foreach (var (cost, averaged) in raam.Villages.Zip(Average(city)))
                Assert.True(cost is null ? averaged is null : Math.Abs(cost.Value - averaged!.Value) < 0.02, $"{cost} and {averaged}");
        },
        iter: 40);

    [Fact]
    public void Other_names_or_three_times_as_many_people_change_nothing() => RandomCity.Any.Sample(city =>
    {
        var (network, table) = city.Renamed();
        var renamed = Raam.Measure(network, table, HoursSupply.Measure(network, city.Question, AdviserHours.OfPlan), Exact);
        foreach (var other in new[] { renamed, Measure(city.TimesAsMany(3)) })
            Assert.Equal(Measure(city).Mean ?? -1, other.Mean ?? -1, 6);
    });

    private static Raam Measure(RandomCity city) =>
        Raam.Measure(city.Network, city.Table, HoursSupply.Measure(city.Network, city.Question, AdviserHours.OfPlan), Exact);

    // All go where it costs least now, and the crowd of the k-th time counts 1/k: slow, but sure (Sheffi 1985, Urban Transportation Networks).
    private static double?[] Average(RandomCity city)
    {
        var (network, table) = (city.Network, city.Table);
        var supply = HoursSupply.Measure(network, city.Question, AdviserHours.OfPlan);
        var hours = supply.Points.Where(point => point.Total.Value > 0).ToDictionary(point => point.Point, point => point.Total.Value);
        var perHour = network.Residents.Count / supply.Total.Value;
        var load = new double[network.Points.Length];
        for (var time = 1; time <= 20_000; time++)
        {
            var next = new double[load.Length];
            for (var row = 0; row < table.RowCount; row++)
            {
                if (Cheapest(row) is { } best)
                    next[best.Point] += network.Villages[row].Residents.Count;
            }

            for (var point = 0; point < load.Length; point++)
                load[point] += (next[point] - load[point]) / time;
        }

        return [.. Enumerable.Range(0, table.RowCount).Select(row => Cheapest(row)?.Cost)];

        (int Point, double Cost)? Cheapest(int row)
        {
            (int Point, double Cost)? best = null;
            foreach (var reach in table.Row(row))
            {
                if (!hours.TryGetValue(reach.Point, out var given))
                    continue;
                var cost = reach.Time.Value / 60 + load[reach.Point] / (perHour * given);
                if (best is null || cost < best.Value.Cost)
                    best = (reach.Point, cost);
            }

            return best;
        }
    }
}
