using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>Floating catchments against numbers worked by hand, against published ones, and against the formulas written out.</summary>
public sealed class AccessRatioTests
{
    private static readonly CoverageQuestion Question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));

    /// <summary>As many villages as rooms, each room with these hours reported, and a table of minutes [village][room], null where there is no way.</summary>
    private static (ServiceNetwork Network, TravelTable Table, HoursSupply Supply) Make(long[] residents, double[] hours, double?[][] minutes)
    {
        var rooms = Enumerable.Range(0, hours.Length).ToArray();
        var staff = rooms.Select(room => new Staff(Town.RoomId(room), Post.Adviser, 1, new MonthlyHours(hours[room]), new Provenance(Basis.Fact, "made up for a test")));
        var network = Town.Staffed([.. staff], Town.Row(residents), [.. rooms.Select(room => Town.Room(room))]);
        return (network, Town.Table(network, (village, room) => minutes[village][room]), HoursSupply.Measure(network, Question, AdviserHours.OfPlan));
    }

    private static DecayZones Zones(params (double UpTo, double Weight)[] zones) =>
        new([.. zones.Select(zone => new DecayZone(new Minutes(zone.UpTo), zone.Weight))]);

    private static double[] Values(AccessRatio access) => [.. access.Villages.Select(village => village.Value)];

    // Room 0: 4 hours ÷ 100 people, for who cannot come from village 1; room 1: 4 ÷ (100 + 300). Village 0 has 0.04 + 0.01.
    [Fact]
    public void TwoStep_2SFCA_of_two_villages_worked_by_hand()
    {
        var (network, table, supply) = Make([100, 300], [4, 4], [[0, 10], [null, 0]]);
        var access = AccessRatio.TwoStep(network, table, supply, new Minutes(10));
        Assert.Equal([0.05, 0.01], Values(access).Select(value => Math.Round(value, 12)));
        Assert.Equal(8 / 400.0, access.Total.Mean!.Value.Value, 12);
    }

    // Just below 10 minutes village 0 no longer reaches room 1: 4 ÷ 100 and 4 ÷ 300.
    [Fact]
    public void TwoStep_counts_a_trip_exactly_at_the_limit_and_none_beyond()
    {
        var (network, table, supply) = Make([100, 300], [4, 4], [[0, 10], [null, 0]]);
        Assert.Equal([0.04, Math.Round(4 / 300.0, 12)], Values(AccessRatio.TwoStep(network, table, supply, new Minutes(9.999))).Select(value => Math.Round(value, 12)));
    }

    // Weights 1, 0.68 and 0.22. Room 0: 6.8 ÷ (100·1 + 300·0.22) = 6.8 ÷ 166. Village 1 at 20.001 to 30 minutes has 0.22 of it.
    [Fact]
    public void EnhancedTwoStep_E2SFCA_with_the_zones_of_Luo_and_Qi_worked_by_hand()
    {
        var (network, table, supply) = Make([100, 300], [6.8], [[10], [30]]);
        Assert.Equal([6.8 / 166, 0.22 * 6.8 / 166], Values(AccessRatio.EnhancedTwoStep(network, table, supply, DecayZones.LuoQi)));
    }

    [Theory, InlineData(10, 1), InlineData(10.001, 0.68), InlineData(20, 0.68), InlineData(20.001, 0.22), InlineData(30, 0.22), InlineData(30.001, 0)]
    public void A_trip_exactly_at_the_end_of_a_zone_is_in_it(double minutes, double weight) =>
        Assert.Equal(weight, DecayZones.LuoQi.WeightOf(new Minutes(minutes)));

    // The example in the README of sdc-catchment 0.1.0 (PyPI): three consumers of 100 at 0, 1 and 2, two providers of 10 at 0
    // and 2, Gaussian weights exp(-d²/2): it prints 0.065179, 0.069641, 0.065179.
    [Fact]
    public void EnhancedTwoStep_gives_the_published_example_of_sdc_catchment()
    {
        var (network, table, supply) = Make([100, 100, 100], [10, 10], [[0, 2], [1, 1], [2, 0]]);
        var access = AccessRatio.EnhancedTwoStep(network, table, supply, Zones((0, 1), (1, Math.Exp(-0.5)), (2, Math.Exp(-2))));
        Assert.Equal([0.065179, 0.069641, 0.065179], Values(access).Select(value => Math.Round(value, 6)));
    }

    // The three places of pysal/access's hospital example: 100, 50 and 10 people, 15, 20 and 100 doctors, weights one over minutes.
    private static double[] Hospital(double inbound, double outbound) => Values(Hospital(inbound, outbound, AccessRatio.EnhancedTwoStep));

    private static AccessRatio Hospital(
        double inbound, double outbound, Func<ServiceNetwork, TravelTable, HoursSupply, DecayZones, AccessRatio> measure)
    {
        var (network, table, supply) = Make(
            [100, 50, 10], [15, 20, 100], [[1, null, inbound], [null, 1, inbound], [outbound, outbound, 1]]);
        return measure(network, table, supply, Zones((1, 1), (20, 1 / 20.0), (40, 1 / 40.0)));
    }

    // 15 ÷ (100 + 10/40) + 100 ÷ (10 + 150/40) ÷ 40, and 100 ÷ 13.75 + (15 ÷ 100.25 + 20 ÷ 50.25) ÷ 40.
    [Fact]
    public void EnhancedTwoStep_of_the_hospital_example_of_pysal_access()
    {
        var access = Hospital(40, 40);
        Assert.Equal(15 / 100.25 + 100 / 13.75 / 40, access[0], 12);
        Assert.Equal(20 / 50.25 + 100 / 13.75 / 40, access[1], 12);
        Assert.Equal(100 / 13.75 + (15 / 100.25 + 20 / 50.25) / 40, access[2], 12);
    }

    // What pysal/access #18 was about: a faster way in helps those who travel in and crowds the city, a faster way out the reverse.
    [Fact]
    public void The_way_there_is_not_taken_for_the_way_back()
    {
        var (even, fasterIn, fasterOut) = (Hospital(40, 40), Hospital(20, 40), Hospital(40, 20));
        Assert.True(fasterIn[0] > even[0] && fasterIn[1] > even[1] && fasterIn[2] < even[2]);
        Assert.True(fasterOut[0] < even[0] && fasterOut[1] < even[1] && fasterOut[2] > even[2]);
    }

    // Of village 0's demand 1 ÷ 1.025 chooses its own room and 0.025 ÷ 1.025 the city's; of the city's 1 ÷ 1.05 its own.
    [Fact]
    public void ThreeStep_3SFCA_of_the_hospital_example_worked_by_hand()
    {
        var (own, city, ownOfCity, outOfCity) = (1 / 1.025, 0.025 / 1.025, 1 / 1.05, 0.025 / 1.05);
        var first = 15 / (100 * own + 10 * outOfCity / 40);
        var third = 100 / (10 * ownOfCity + 150 * city / 40);
        Assert.Equal(own * first + city * third / 40, Hospital(40, 40, AccessRatio.ThreeStep).Villages[0].Value, 12);
    }

    [Fact]
    public void ThreeStep_with_one_point_in_reach_is_EnhancedTwoStep()
    {
        var (network, table, supply) = Make([100, 300], [4], [[5], [25]]);
        Assert.Equal(
            Values(AccessRatio.EnhancedTwoStep(network, table, supply, DecayZones.WanZouSternberg)),
            Values(AccessRatio.ThreeStep(network, table, supply, DecayZones.WanZouSternberg)));
    }

    [Fact]
    public void Hours_that_nobody_lives_in_reach_of_are_stranded_and_not_lost()
    {
        var (network, table, supply) = Make([100, 0], [4, 9], [[0, null], [null, 0]]);
        var access = AccessRatio.TwoStep(network, table, supply, new Minutes(30));
        Assert.Equal((9, 4 / 100.0), (access.Stranded.Value, access.Total.Mean!.Value.Value));
    }

    [Fact]
    public void Without_any_point_nobody_has_hours()
    {
        var (network, table, supply) = Make([100], [], [[]]);
        var access = AccessRatio.TwoStep(network, table, supply, new Minutes(30));
        Assert.Equal((0, new Residents(100), (double?)null), (access.Villages[0].Value, access.Without, access.Gini));
    }

    [Fact]
    public void Each_method_shares_out_every_hour_once() => RandomCity.Any.Sample(city =>
    {
        foreach (var access in All(city))
        {
            var shared = city.Network.Villages.Zip(access.Villages).Sum(pair => pair.First.Residents.Count * pair.Second.Value);
            Assert.Equal(Supply(city).Total.Value, shared + access.Stranded.Value, 6);
            Assert.Equal(shared, access.Counties.Sum(county => county.Residents.Count * (county.Mean?.Value ?? 0)), 6);
        }
    });

    [Fact]
    public void The_formulas_written_out_give_the_same() => RandomCity.Any.Sample(city =>
    {
        var all = All(city);
        Assert.Equal(Plainly(city, DecayZones.Even(new Minutes(city.Limit)), false), Values(all[0]), Close);
        Assert.Equal(Plainly(city, DecayZones.LuoQi, false), Values(all[1]), Close);
        Assert.Equal(Plainly(city, DecayZones.WanZouSternberg, true), Values(all[2]), Close);
    });

    [Fact]
    public void Three_times_as_many_people_have_a_third_each_as_unevenly() => RandomCity.Any.Sample(city =>
    {
        foreach (var (once, thrice) in All(city).Zip(All(city.TimesAsMany(3))))
        {
            Assert.Equal(Values(once).Select(value => value / 3), Values(thrice), Close);
            Assert.Equal(once.Gini ?? -1, thrice.Gini ?? -1, 9);
            Assert.Equal(once.Without.Count * 3, thrice.Without.Count);
        }
    });

    [Fact]
    public void Other_names_in_another_order_change_nothing() => RandomCity.Any.Sample(city =>
    {
        var (network, table) = city.Renamed();
        var renamed = AccessRatio.ThreeStep(network, table, HoursSupply.Measure(network, city.Question, AdviserHours.OfPlan), DecayZones.WanZouSternberg);
        Assert.Equal(Values(All(city)[2]).Order(), Values(renamed).Order(), Close);
        Assert.Equal(All(city)[2].Without, renamed.Without);
    });

    [Fact]
    public void A_larger_limit_never_leaves_more_people_without() => RandomCity.Any.Sample(city =>
        Assert.True(All(city with { Limit = city.Limit + 5 })[0].Without <= All(city)[0].Without));

    [Fact]
    public void Zones_that_do_not_rise_or_weigh_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Zones());
        Assert.Throws<ArgumentException>(() => Zones((10, 1), (10, 0.5)));
        Assert.Throws<ArgumentException>(() => Zones((10, 0)));
        Assert.Throws<ArgumentException>(() => Zones((10, 1.001)));
        Assert.Throws<ArgumentException>(() => Zones((10, double.NaN)));
    }

    private static bool Close(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one));

    private static HoursSupply Supply(RandomCity city) => HoursSupply.Measure(city.Network, city.Question, AdviserHours.OfPlan);

    private static AccessRatio[] All(RandomCity city) =>
    [
        AccessRatio.TwoStep(city.Network, city.Table, Supply(city), city.Question.Limit),
        AccessRatio.EnhancedTwoStep(city.Network, city.Table, Supply(city), DecayZones.LuoQi),
        AccessRatio.ThreeStep(city.Network, city.Table, Supply(city), DecayZones.WanZouSternberg),
    ];

    // Every pair weighed; w = 0 where there is no trip, no hours, or it is too long.
    private static double[] Plainly(RandomCity city, DecayZones zones, bool select)
    {
        var (network, table) = (city.Network, city.Table);
        var hours = Supply(city).Points.ToDictionary(point => point.Point, point => point.Total.Value);
        var people = network.Villages.Select(village => (double)village.Residents.Count).ToArray();
        var weights = people.Select((_, village) => network.Points.Select((_, point) => WeightOf(village, point)).ToArray()).ToArray();
        var chosen = weights.Select(row => row.Select(weight => !select ? weight : weight == 0 ? 0 : weight * weight / row.Sum()).ToArray()).ToArray();
        var demand = network.Points.Select((_, point) => people.Select((count, village) => count * chosen[village][point]).Sum()).ToArray();
        return [.. chosen.Select(row => row.Select((weight, point) => demand[point] == 0 ? 0 : weight * hours.GetValueOrDefault(point) / demand[point]).Sum())];

        double WeightOf(int village, int point)
        {
            foreach (var reach in table.Row(village))
            {
                if (reach.Point == point && hours.GetValueOrDefault(point) > 0)
                    return zones.WeightOf(reach.Time);
            }

            return 0;
        }
    }
}
