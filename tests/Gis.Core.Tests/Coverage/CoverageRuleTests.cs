using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>What users of other planners ran into, each a rule that holds in any network and for any question.</summary>
public sealed class CoverageRuleTests
{
    private static Gen<(ServiceNetwork Network, CoverageQuestion Question)> Asked { get; } =
        from network in MadeUpNetworks.Network
        from question in MadeUpNetworks.Question(network)
        select (network, question);

    private static long Covered(ServiceNetwork network, CoverageQuestion question) => MadeUpNetworks.Measure(network, question).Total.Covered.Count;

    [Fact]
    public void Rule_1_a_larger_limit_never_lowers_coverage() => Gen.Select(Asked, Gen.Double[0, 100]).Sample((asked, more) =>
    {
        var longer = asked.Question with { Limit = new Minutes(asked.Question.Limit.Value + more) };
        var (before, after) = (MadeUpNetworks.Measure(asked.Network, asked.Question), MadeUpNetworks.Measure(asked.Network, longer));
        Assert.All(Enumerable.Range(0, before.Villages.Count), row => Assert.True(after.IsCovered(row) || !before.IsCovered(row)));
        Assert.True(after.Total.Certain >= before.Total.Certain && after.Total.Possible >= before.Total.Possible);
    });

    [Fact]
    public void Rule_2_adding_a_room_never_lowers_coverage() => Gen.Select(Asked, MadeUpNetworks.Place).Sample((asked, place) =>
    {
        if (asked.Network.Villages.All(village => village.Position is null))
            return;
        var question = asked.Question with { Additions = asked.Question.Additions.Add(new Addition(Tier.Room, place)) };
        Assert.True(Covered(asked.Network, question) >= Covered(asked.Network, asked.Question));
    });

    [Fact]
    public void Rule_2_opening_a_point_never_lowers_coverage() => Asked.Sample(asked => Assert.All(asked.Network.Points, point =>
    {
        var open = asked.Question with { With = asked.Question.With.Add(point.Id), Without = asked.Question.Without.Remove(point.Id) };
        Assert.True(Covered(asked.Network, open) >= Covered(asked.Network, asked.Question));
    }));

    [Fact]
    public void Rule_2_adding_a_bridge_never_lowers_coverage() => Gen.Select(Asked, MadeUpNetworks.Place).Sample((asked, place) =>
    {
        var position = new Position(place, Placement.Surveyed, default, "made up for a test");
        var bridged = Rebuilt.With(asked.Network, crossings: asked.Network.Crossings.Add(new Crossing("新桥", position, new Bank("west"), new Bank("east"))));
        Assert.True(Covered(bridged, asked.Question) >= Covered(asked.Network, asked.Question));
    });

    [Fact]
    public void Rule_3_without_points_there_is_no_coverage() => Asked.Sample(asked =>
    {
        var empty = Rebuilt.With(asked.Network, points: []);
        var answer = MadeUpNetworks.Measure(empty, asked.Question with { Moves = asked.Question.Moves.Clear(), Additions = [] });
        Assert.Equal((0, 0, 0), (answer.Total.Covered.Count, answer.Total.Certain.Count, answer.Total.Possible.Count));
    });

    // The limit put at each trip in turn, and just below it.
    [Fact]
    public void Rule_4_exactly_at_the_limit_counts() => Asked.Sample(asked =>
    {
        var (network, table) = MadeUpNetworks.ScenarioOf(asked.Network, asked.Question);
        foreach (var (row, nearest) in MadeUpNetworks.Measure(asked.Network, asked.Question).Villages.Select((reach, row) => (row, reach.Nearest)))
        {
            if (nearest is not { Time.Value: > 0 } trip)
                continue;
            Assert.True(CoverageStudy.Measure(network, table, asked.Question with { Limit = trip.Time }).IsCovered(row));
            var below = new Minutes(Math.BitDecrement(trip.Time.Value));
            Assert.False(CoverageStudy.Measure(network, table, asked.Question with { Limit = below }).IsCovered(row));
        }
    });

    [Fact]
    public void Rule_5_the_added_cover_equals_the_people_newly_covered() => Asked.Sample(asked =>
    {
        var before = MadeUpNetworks.Measure(asked.Network, asked.Question);
        foreach (var candidate in before.Candidates)
        {
            var after = MadeUpNetworks.Measure(asked.Network, asked.Question with { With = asked.Question.With.Add(candidate.Point.Id) });
            var newly = Enumerable.Range(0, before.Villages.Count).Where(row => after.IsCovered(row) && !before.IsCovered(row)).ToList();
            Assert.Equal(before.Total.Covered + candidate.Added, after.Total.Covered);
            Assert.Equal(candidate.Added, newly.Sum(row => before.CoverageOf(row).Residents));
            Assert.Equal(before.Gaps.Length - after.Gaps.Length, candidate.Villages);
        }
    });

    [Fact]
    public void Rule_5_sums_are_the_same_by_county_by_township_and_by_village() => Asked.Sample(asked =>
    {
        var answer = MadeUpNetworks.Measure(asked.Network, asked.Question);
        var villages = Enumerable.Range(0, answer.Villages.Count).Select(answer.CoverageOf).ToList();
        foreach (var level in new IEnumerable<AreaCoverage>[] { answer.Counties, answer.Townships, villages })
        {
            Assert.Equal(
                (answer.Total.Residents, answer.Total.Covered, answer.Total.Certain, answer.Total.Possible),
                (level.Sum(area => area.Residents), level.Sum(area => area.Covered), level.Sum(area => area.Certain), level.Sum(area => area.Possible)));
        }

        Assert.Equal(answer.Total.Gap, answer.Gaps.Sum(gap => asked.Question.Weighting.Of(gap.Village)));
    });

    // Every point moved onto the first village that is located: the answer speaks of it everywhere, or nowhere changed.
    [Fact]
    public void Rule_6_a_changed_scenario_changes_the_answer_everywhere() => Asked.Sample(asked =>
    {
        if (asked.Network.Villages.FirstOrDefault(village => village.Position is not null) is not { } village)
            return;
        var question = asked.Question with { Additions = asked.Question.Additions.Add(new Addition(Tier.Room, village.Position!.At)), Tiers = CoverageQuestion.AllTiers };
        var answer = MadeUpNetworks.Measure(asked.Network, question);
        var row = asked.Network.RowOf(village.Code);
        // Six decimals are a decimetre, which takes no minute.
        Assert.InRange(answer.Villages[row].Nearest!.Value.Time.Value, 0, 0.01);
        Assert.InRange(answer.Villages[row].Room!.Value.Time.Value, 0, 0.01);
        Assert.True(answer.IsCovered(row));
        Assert.DoesNotContain(answer.Gaps, gap => gap.Village.Code == village.Code);
        Assert.Contains(answer.Network.Points, point => point.Id == Addition.IdOf(question.Additions.Length));
        Assert.EndsWith(question.Changes, answer.Network.Version, StringComparison.Ordinal);
    });

    [Fact]
    public void Rule_8_the_same_question_twice_gives_the_same_answer() => Asked.Sample(asked => Answers.AssertSame(
        MadeUpNetworks.Measure(asked.Network, asked.Question), MadeUpNetworks.Measure(asked.Network, asked.Question)));

    [Fact]
    public void Rule_9_no_village_vanishes_for_want_of_a_position() => Asked.Sample(asked =>
    {
        var answer = MadeUpNetworks.Measure(asked.Network, asked.Question);
        Assert.Equal(asked.Network.Villages.Length, answer.Villages.Count);
        Assert.Equal(asked.Network.Villages.Sum(village => asked.Question.Weighting.Of(village)), answer.Total.Residents);
        Assert.All(
            asked.Network.Villages.Where(village => village.Position is null && asked.Question.Weighting.Of(village).Count > 0),
            village => Assert.Contains(answer.Gaps, gap => gap.Village.Code == village.Code));
    });

    // The records in another order, with other names: the same numbers, village by village.
    [Fact]
    public void Rule_12_renaming_or_reordering_the_input_changes_nothing() => Gen.Select(Asked, Gen.Int[0, 1000]).Sample((asked, seed) =>
    {
        var random = new Random(seed);
        var turned = Rebuilt.With(
            asked.Network,
            [.. asked.Network.Villages.Select(village => village with { Name = "改" + village.Name }).OrderBy(_ => random.Next())],
            [.. asked.Network.Points.Select(point => point with { Name = "改" + point.Name }).OrderBy(_ => random.Next())]);
        var (before, after) = (MadeUpNetworks.Measure(asked.Network, asked.Question), MadeUpNetworks.Measure(turned, asked.Question));
        Assert.Equal((before.Total, before.Spread), (after.Total, after.Spread));
        Assert.Equal(before.Counties.AsEnumerable(), after.Counties);
        Assert.Equal(before.Villages, after.Villages);
        Assert.Equal(before.Gaps.Select(gap => (gap.Village.Code, gap.Nearest, gap.Remedy)), after.Gaps.Select(gap => (gap.Village.Code, gap.Nearest, gap.Remedy)));
        Assert.Equal(before.Candidates.Select(candidate => (candidate.Point.Id, candidate.Added)), after.Candidates.Select(candidate => (candidate.Point.Id, candidate.Added)));
    });

    [Fact]
    public void Rule_13_scaling_all_weights_scales_the_sum() => Gen.Select(Asked, Gen.Int[2, 9]).Sample((asked, times) =>
    {
        var question = asked.Question.Weighting == Weighting.Villages ? asked.Question with { Weighting = Weighting.Residents } : asked.Question;
        var scaled = Rebuilt.With(
            asked.Network, [.. asked.Network.Villages.Select(village => village with { Residents = new Residents(village.Residents.Count * times) })]);
        var (before, after) = (MadeUpNetworks.Measure(asked.Network, question), MadeUpNetworks.Measure(scaled, question));
        Assert.Equal(before.Total.Residents.Count * times, after.Total.Residents.Count);
        Assert.Equal(before.Total.Covered.Count * times, after.Total.Covered.Count);
        Assert.Equal(before.Total.Share, after.Total.Share);
        Assert.Equal(before.Interval, after.Interval);
        Assert.Equal(before.Candidates.Select(candidate => candidate.Added.Count * times), after.Candidates.Select(candidate => candidate.Added.Count));
    });

    // The estimate goes round by the bridge, so between the banks no trip is shorter than the way over it.
    [Fact]
    public void Rule_14_nearest_across_a_river_is_by_its_crossings() => Asked.Sample(asked =>
    {
        var (network, table) = MadeUpNetworks.ScenarioOf(asked.Network, asked.Question);
        var bridge = network.Crossings.Single().Position.At;
        for (var row = 0; row < table.RowCount; row++)
        {
            foreach (var reach in table.Row(row).ToArray().Where(reach => network.Points[reach.Point].Bank != network.Villages[row].Bank))
            {
                var round = Geodesic.Distance(network.Villages[row].Position!.At, bridge) + Geodesic.Distance(bridge, network.Points[reach.Point].Position!.At);
                Assert.Equal((round * table.Pace.Detour).Value, reach.Way.Value, 6);
            }
        }
    });

    [Fact]
    public void Rule_14_without_a_crossing_nobody_is_covered_from_the_other_bank() => Asked.Sample(asked =>
    {
        var cut = Rebuilt.With(asked.Network, crossings: []);
        var answer = MadeUpNetworks.Measure(cut, asked.Question);
        Assert.All(
            answer.Villages.Select((reach, row) => (reach.Nearest, row)).Where(village => village.Nearest is not null),
            village => Assert.Equal(cut.Villages[village.row].Bank, answer.Network.Points[village.Nearest!.Value.Point].Bank));
    });
}
