using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>Four villages in a row, a kilometre apart, with 100, 200, 300 and 400 residents; a room in village 0, the station in village 3.</summary>
public sealed class CaseStudyTests
{
    private static readonly ServiceNetwork Row = Town.Network(Town.Row(100, 200, 300, 400), Town.Room(0), Town.Station(3));

    // On foot a block takes 1.3 × 1 km ÷ 4.5 km/h = 17.33 minutes; in winter 21.67.
    private static readonly CoverageQuestion Within20 = CoverageQuestion.Of(TravelMode.Walk, new Minutes(20));

    private static CaseAnswer Measure(double need, params CaseKind[] kinds) =>
        Measure(Row, Within20, need, [.. kinds.SelectMany(kind => TravelCase.ListOf(kind, TravelMode.Walk, Row))]);

    private static CaseAnswer Measure(ServiceNetwork network, CoverageQuestion question, double need, ImmutableArray<TravelCase> cases) =>
        CaseStudy.Measure(question, cases, new Share(need), day => ScenarioOf(network, question, day));

    private static Scenario ScenarioOf(ServiceNetwork network, CoverageQuestion question, TravelCase day)
    {
        var (closed, pace) = (day.Close(network), day.Slow(ModePace.Defaults[day.Mode]));
        return Scenario.Of(closed, TravelTable.Estimate(closed, day.Mode, pace), day.Ask(question), EstimatedTrips.Of(closed, pace));
    }

    [Fact]
    public void One_usual_day_is_the_plain_answer() =>
        Assert.Equal(MadeUpNetworks.Measure(Row, Within20).Total.Covered, Measure(1, CaseKind.Usual).Total.Covered);

    // As usual all four are within a block of a point; in winter a block is too far, and only villages 0 and 3 are covered.
    [Fact]
    public void In_winter_every_trip_takes_longer()
    {
        var answer = Measure(1, CaseKind.Usual, CaseKind.Winter);
        Assert.Equal([1000, 500], answer.Cases.Select(each => each.Total.Covered.Count));
        Assert.Equal((500, 500, 1000), (answer.Total.Covered.Count, answer.InAll.Covered.Count, answer.InAny.Covered.Count));
        Assert.Equal([2, 1, 1, 2], answer.CasesCovering.AsEnumerable());
    }

    [Fact]
    public void The_villages_a_case_loses_are_listed_those_with_most_residents_first()
    {
        var answer = Measure(1, CaseKind.Usual, CaseKind.Winter);
        Assert.Empty(answer.Cases[0].Lost);
        Assert.Equal([Town.VillageCode(2), Town.VillageCode(1)], answer.Cases[1].Lost.Select(village => village.Code));
        Assert.Equal([(Town.VillageCode(2), 1), (Town.VillageCode(1), 1)], answer.Gaps.Select(gap => (gap.Village.Code, gap.Cases)));
    }

    // Villages 1 and 2 are covered in 1 of 2 cases.
    [Theory, InlineData(0.5, 1000), InlineData(0.5000001, 500), InlineData(1, 500), InlineData(0.000001, 1000)]
    public void Exactly_the_needed_share_of_the_cases_is_enough(double need, long covered) =>
        Assert.Equal(covered, Measure(need, CaseKind.Usual, CaseKind.Winter).Total.Covered.Count);

    // Three of five: 0.6 has no exact form, and three fifths must still be enough.
    [Theory, InlineData(0.6, 1000), InlineData(0.61, 500)]
    public void Three_of_five_cases_are_six_tenths(double need, long covered) => Assert.Equal(
        covered, Measure(need, CaseKind.Usual, CaseKind.Winter, CaseKind.Usual, CaseKind.Winter, CaseKind.Usual).Total.Covered.Count);

    // Without the room only village 3 and its neighbour 2 are left: 300 + 400.
    [Fact]
    public void On_market_day_no_room_serves()
    {
        var answer = Measure(1, CaseKind.MarketDay);
        Assert.Equal(700, answer.Total.Covered.Count);
        Assert.Equal([Town.VillageCode(1), Town.VillageCode(0)], answer.Cases[0].Lost.Select(village => village.Code));
    }

    [Fact]
    public void Where_no_tier_asked_for_serves_nobody_is_covered() => Assert.Equal(0, Measure(
        Row, Within20 with { Tiers = [Tier.Room] }, 1, TravelCase.ListOf(CaseKind.MarketDay, TravelMode.Walk, Row)).Total.Covered.Count);

    // Village 1 lies over the river and has no point; the way there is over the north bridge, or round by the south one.
    [Fact]
    public void A_flood_closes_the_crossings_all_at_once_or_each_in_turn()
    {
        var network = River();
        var question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(60));
        var each = Measure(network, question, 0.5, TravelCase.ListOf(CaseKind.FloodEach, TravelMode.Walk, network));
        Assert.Equal([["北桥"], ["南桥"]], each.Cases.Select(one => one.Case.ClosedCrossings.AsEnumerable()));
        Assert.Equal([100, 300], each.Cases.Select(one => one.Total.Covered.Count));
        Assert.Equal(300, each.Total.Covered.Count);
        Assert.Equal(100, Measure(network, question, 1, TravelCase.ListOf(CaseKind.Flood, TravelMode.Walk, network)).Total.Covered.Count);
    }

    // By car village 1 is there in time even round by the other bridge, so it is covered in two cases of three.
    [Fact]
    public void Several_modes_can_be_asked_at_once()
    {
        var network = River();
        ImmutableArray<TravelCase> cases =
        [
            TravelCase.Usual(TravelMode.Walk),
            TravelCase.Usual(TravelMode.Car),
            .. TravelCase.ListOf(CaseKind.Flood, TravelMode.Car, network),
        ];
        var answer = Measure(network, CoverageQuestion.Of(TravelMode.Bus, new Minutes(60)), 1, cases);
        Assert.Equal([3, 2], answer.CasesCovering.AsEnumerable());
        Assert.Equal([[], [], [Town.VillageCode(1)]], answer.Cases.Select(each => each.Lost.Select(village => village.Code)));
    }

    [Fact]
    public void What_is_weighed_is_counted_in_every_sum()
    {
        var answer = Measure(Row, Within20 with { Weighting = Weighting.Villages }, 1, TravelCase.ListOf(CaseKind.Winter, TravelMode.Walk, Row));
        Assert.Equal((4, 2), (answer.Total.Residents.Count, answer.Total.Covered.Count));
        Assert.Equal(answer.Total.Covered, answer.Counties.Sum(county => county.Covered));
    }

    [Fact]
    public void Covered_in_all_is_never_more_than_in_any_single_case() => (
        from network in MadeUpNetworks.Network
        from question in MadeUpNetworks.Question(network)
        select (network, question)).Sample(made =>
    {
        var kinds = Enum.GetValues<CaseKind>().SelectMany(kind => TravelCase.ListOf(kind, made.question.Mode, made.network));
        var answer = Measure(made.network, made.question, 1, [.. kinds]);
        Assert.Equal(answer.InAll, answer.Total);
        Assert.All(answer.Cases, each => Assert.InRange(each.Total.Covered.Count, answer.InAll.Covered.Count, answer.InAny.Covered.Count));
        Assert.Equal(answer.Total.Covered, answer.Counties.Sum(county => county.Covered));
    });

    [Theory, InlineData(0.99), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void A_case_cannot_make_people_faster(double slowing) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TravelCase(CaseKind.Winter, TravelMode.Walk, slowing));

    [Fact]
    public void Without_a_case_or_a_needed_share_there_is_no_question()
    {
        Assert.Throws<ArgumentException>(() => Measure(1));
        Assert.Throws<ArgumentException>(() => Measure(0, CaseKind.Usual));
    }

    // Village 0 with the room west, village 1 a kilometre east of it over the river; a bridge 1 km north, another 10 km south.
    private static ServiceNetwork River()
    {
        var (west, east) = (new Bank("west"), new Bank("east"));
        var row = Town.Row(100, 200);
        return Town.Network(
            [row[0] with { Bank = west }, row[1] with { Bank = east }],
            [new Crossing("北桥", At(0.009), west, east), new Crossing("南桥", At(-0.09), west, east)],
            Town.Room(0) with { Bank = west });
    }

    private static Position At(double latitude) => new(LonLat.Of(0.0045, latitude), Placement.Surveyed, new Metres(0), "made up for a test");
}
