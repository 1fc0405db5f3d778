using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Flow;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class CapacitySplitTests
{
    // Rooms in villages 0 and 2, ten minutes a block, each holding 4 hours × 10 residents.
    private static CapacitySplit Row(double limit, params long[] residents)
    {
        var network = Town.Network(Town.Row(residents), Town.Room(0), Town.Room(2));
        return Measure(network, Town.TenMinutesABlock(network), CoverageQuestion.Of(TravelMode.Walk, new Minutes(limit)), 10);
    }

    private static CapacitySplit Measure(ServiceNetwork network, TravelTable table, CoverageQuestion question, long perHour)
    {
        var supply = HoursSupply.Measure(network, question, AdviserHours.OfPlan);
        return CapacitySplit.Measure(
            network, table, CoverageStudy.Measure(network, table, question), CapacitySplit.CapacitiesOf(network, supply, new Residents(perHour)));
    }

    private static (long, long, long) Parts(CapacitySplit split) => (split.Served.Count, split.OverCapacity.Count, split.OutOfReach.Count);

    // Village 1 reaches both rooms at 10 minutes and is split: 30 + 10 and 10 + 30. Village 3 reaches only room 2, village 4 none.
    [Fact]
    public void A_village_between_two_rooms_is_split_so_that_both_are_filled() => Assert.Equal((80, 0, 7), Parts(Row(10, 30, 20, 25, 5, 7)));

    // Villages 2 and 3 have 60 people for room 2's 40; village 0 keeps its own room.
    [Fact]
    public void Who_is_in_reach_of_full_rooms_only_is_over_capacity()
    {
        var split = Row(10, 10, 0, 35, 25);
        Assert.Equal((50, 20, 0), Parts(split));
        Assert.Equal([Town.VillageCode(2), Town.VillageCode(3)], split.Crowded.Select(village => village.Code));
        Assert.Equal((Town.RoomId(2), 40), (Assert.Single(split.Full).Point.Id, split.Full[0].Capacity.Count));
    }

    [Fact]
    public void A_room_exactly_full_leaves_nobody_over() => Assert.Equal((80, 0, 0), Parts(Row(10, 40, 0, 40)));

    [Fact]
    public void One_more_is_over() => Assert.Equal((80, 1, 0), Parts(Row(10, 41, 0, 40)));

    [Fact]
    public void A_station_without_hours_is_in_reach_and_serves_nobody()
    {
        var network = Town.Network(Town.Row(9), Town.Station(0));
        var split = Measure(network, Town.TenMinutesABlock(network), CoverageQuestion.Of(TravelMode.Walk, new Minutes(5)), 10);
        Assert.Equal((0, 9, 0), Parts(split));
        Assert.Single(split.Crowded);
        Assert.Empty(split.Full);
    }

    // 0.99 hours × 10 residents are 9.9, which is 9.
    [Fact]
    public void Capacity_is_rounded_down_to_whole_people()
    {
        var network = Town.Staffed(
            [new Staff(Town.RoomId(0), Post.Adviser, 1, new MonthlyHours(0.99), new Provenance(Basis.Fact, "ledger"))], Town.Row(100), Town.Room(0));
        Assert.Equal(9, Measure(network, Town.TenMinutesABlock(network), CoverageQuestion.Of(TravelMode.Walk, new Minutes(5)), 10).Served.Count);
    }

    [Fact]
    public void Without_any_point_all_are_out_of_reach()
    {
        var network = Town.Network(Town.Row(5, 6));
        Assert.Equal((0, 0, 11), Parts(Measure(network, Town.TenMinutesABlock(network), CoverageQuestion.Of(TravelMode.Walk, new Minutes(240)), 10)));
    }

    [Fact]
    public void The_three_parts_are_everybody_and_the_first_two_are_the_covered() => RandomCity.Any.Sample(city =>
    {
        var split = Measure(city);
        Assert.Equal(city.Network.Residents, split.Residents);
        Assert.Equal(city.Answer.Total.Covered, split.Served + split.OverCapacity);
    });

    [Fact]
    public void Nobody_could_serve_more_as_every_choice_of_villages_shows() => RandomCity.Any.Sample(city =>
        Assert.Equal(LeastCut(city), Measure(city).Served.Count));

    [Fact]
    public void Over_capacity_is_what_the_bottleneck_has_too_many() => RandomCity.Any.Sample(city =>
    {
        var split = Measure(city);
        Assert.Equal(
            split.OverCapacity.Count,
            split.Crowded.Sum(village => village.Residents.Count) - split.Full.Sum(point => point.Capacity.Count));
    });

    [Fact]
    public void A_larger_limit_and_more_residents_per_hour_never_serve_fewer() => RandomCity.Any.Sample(city =>
    {
        Assert.True(Measure(city with { Limit = city.Limit + 7 }).Served >= Measure(city).Served);
        Assert.True(Measure(city.Network, city.Table, city.Question, 8).Served >= Measure(city).Served);
    });

    [Fact]
    public void Opening_a_point_never_serves_fewer_nor_backs_fewer_up_nor_lowers_the_curve() => RandomCity.Any.Sample(city =>
    {
        var (network, table) = (city.Network, city.Table);
        foreach (var point in network.Points)
        {
            var opened = city.Question with { With = [point.Id] };
            Assert.True(Measure(network, table, opened, 7).Served >= Measure(city).Served);
            Assert.True(Backup.Measure(network, table, opened).Total.BackedUp >= Backup.Measure(network, table, city.Question).Total.BackedUp);
            var curve = CoverageCurve.Measure(network, CoverageStudy.Measure(network, table, opened));
            Assert.All(CoverageCurve.Measure(network, city.Answer).Steps, step => Assert.True(curve.CoveredAt(step.Limit) >= step.Covered));
        }
    });

    [Fact]
    public void Other_names_in_another_order_change_nothing() => RandomCity.Any.Sample(city =>
    {
        var (network, table) = city.Renamed();
        var renamed = Measure(network, table, city.Question, 7);
        Assert.Equal(Parts(Measure(city)), Parts(renamed));
        Assert.Equal(Measure(city).Crowded.Select(village => village.Name).Order(), renamed.Crowded.Select(village => village.Name).Order());
    });

    [Fact]
    public void Three_times_the_people_and_three_times_as_many_per_hour_make_parts_three_times_as_large() => RandomCity.Any.Sample(city =>
    {
        var (served, over, beyond) = Parts(Measure(city));
        var thrice = city.TimesAsMany(3);
        Assert.Equal((served * 3, over * 3, beyond * 3), Parts(Measure(thrice.Network, thrice.Table, city.Question, 21)));
    });

    [Fact]
    public void The_greatest_flow_is_the_least_cut_of_any_small_graph() =>
        Gen.Select(Gen.Int[2, 7], Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Long[0, 9]).Array[0, 20]).Sample((nodes, drawn) =>
        {
            var arcs = drawn.Where(arc => arc.Item1 < nodes && arc.Item2 < nodes && arc.Item1 != arc.Item2).ToArray();
            var flow = new MaximumFlow(nodes);
            foreach (var (from, to, capacity) in arcs)
                flow.AddArc(from, to, capacity);
            var sent = flow.Send(0, nodes - 1);
            var cuts = Enumerable.Range(0, 1 << nodes).Where(side => (side & 1) != 0 && (side >> (nodes - 1) & 1) == 0)
                .Select(side => arcs.Where(arc => (side >> arc.Item1 & 1) != 0 && (side >> arc.Item2 & 1) == 0).Sum(arc => arc.Item3));
            Assert.Equal(cuts.Min(), sent);
            var least = arcs.Where(arc => flow.IsOnSourceSide(arc.Item1) && !flow.IsOnSourceSide(arc.Item2)).Sum(arc => arc.Item3);
            Assert.Equal(sent, least);
        });

    private static CapacitySplit Measure(RandomCity city) => Measure(city.Network, city.Table, city.Question, 7);

    // Of each choice of covered villages, at most the others and what the points of the chosen hold can be served.
    private static long LeastCut(RandomCity city)
    {
        var (network, table, answer) = (city.Network, city.Table, city.Answer);
        var hours = HoursSupply.Measure(network, city.Question, AdviserHours.OfPlan).Points.ToDictionary(point => point.Point, point => (long)point.Total.Value * 7);
        var covered = Enumerable.Range(0, table.RowCount).Where(answer.IsCovered).ToArray();
        return Enumerable.Range(0, 1 << covered.Length).Min(choice =>
        {
            var chosen = covered.Where((_, index) => (choice >> index & 1) != 0).ToList();
            var points = chosen.SelectMany(row => PointsOf(row)).Distinct();
            return covered.Except(chosen).Sum(row => network.Villages[row].Residents.Count) + points.Sum(point => hours.GetValueOrDefault(point));
        });

        IEnumerable<int> PointsOf(int row) => table.Row(row).ToArray().Where(reach => reach.Time <= city.Question.Limit).Select(reach => reach.Point);
    }
}
