using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>Five villages in a row, ten minutes from one to the next; rooms in villages 0 and 2 are built, that in 4 is not.</summary>
public sealed class CoverageComparisonTests
{
    private static readonly ServiceNetwork Row = Town.Network(
        Town.Row(100, 200, 300, 400, 500), Town.Room(0), Town.Room(2), Town.Room(4, Stage.Planned));

    private static readonly CoverageQuestion AsItIs = CoverageQuestion.Of(TravelMode.Walk, new Minutes(10));

    private static CoverageAnswer Measure(CoverageQuestion question) => CoverageStudy.Measure(Row, Town.TenMinutesABlock(Row), question);

    private static CoverageComparison Compare(CoverageQuestion before, CoverageQuestion after) =>
        CoverageComparison.Of(Measure(before), Measure(after));

    // Within 10 minutes of rooms 0 and 2 are villages 0 to 3. With room 4, village 4 is won, and nobody else comes sooner:
    // village 3 has 10 minutes either way.
    [Fact]
    public void A_room_that_opens_wins_the_villages_that_were_out_of_reach()
    {
        var change = Compare(AsItIs, AsItIs with { With = [Town.RoomId(4)] });
        Assert.Equal(
            [ReachChange.Unchanged, ReachChange.Unchanged, ReachChange.Unchanged, ReachChange.Unchanged, ReachChange.Gained],
            change.Villages.AsEnumerable());
        Assert.Equal((500, 0), (change.WonTotal.Count, change.LostTotal.Count));
    }

    // Room 2 closed and room 4 open: village 1 keeps 10 minutes to room 0 and village 3 10 minutes to room 4; village 2 has
    // 20 minutes and is lost; village 4 is won. The lost count 300, the won 500.
    [Fact]
    public void Who_is_won_and_who_is_lost_do_not_make_up_for_one_another()
    {
        var change = Compare(AsItIs, AsItIs with { With = [Town.RoomId(4)], Without = [Town.RoomId(2)] });
        Assert.Equal([Town.VillageCode(4)], change.Won.Select(row => row.Village.Code));
        Assert.Equal([Town.VillageCode(2)], change.Lost.Select(row => row.Village.Code));
        Assert.Equal((0.0, 20.0), (change.Lost[0].Before!.Value.Time.Value, change.Lost[0].After!.Value.Time.Value));
    }

    // Room 0 closed: village 0 has 20 minutes for 0 and is lost, village 1 keeps its 10 minutes to room 2. A limit of 20
    // loses nobody: village 0 comes later.
    [Fact]
    public void Within_reach_before_and_after_a_longer_trip_is_later_and_not_lost()
    {
        var wide = AsItIs with { Limit = new Minutes(20) };
        Assert.Equal(ReachChange.Later, Compare(wide, wide with { Without = [Town.RoomId(0)] }).Villages[0]);
        Assert.Equal(ReachChange.Sooner, Compare(wide with { Without = [Town.RoomId(0)] }, wide).Villages[0]);
    }

    [Fact]
    public void To_reach_no_point_is_later_than_any_time()
    {
        var lonely = Town.Network(Town.Row(100), Town.Room(0));
        CoverageAnswer Answer(CoverageQuestion question) => CoverageStudy.Measure(lonely, Town.Table(lonely, (_, _) => 30), question);
        var change = CoverageComparison.Of(Answer(AsItIs), Answer(AsItIs with { Without = [Town.RoomId(0)] }));
        Assert.Equal([ReachChange.Later], change.Villages.AsEnumerable());
    }

    [Fact]
    public void Between_a_question_and_itself_nothing_changes() => Assert.All(
        Compare(AsItIs, AsItIs).Villages, change => Assert.Equal(ReachChange.Unchanged, change));

    [Fact]
    public void The_other_way_round_the_won_are_lost_and_the_lost_are_won() => Questions.Sample((a, b) =>
    {
        var (there, back) = (Compare(a, b), Compare(b, a));
        Assert.Equal(there.Won.Select(row => row.Village.Code), back.Lost.Select(row => row.Village.Code));
        Assert.Equal(there.Lost.Select(row => row.Village.Code), back.Won.Select(row => row.Village.Code));
    });

    [Fact]
    public void What_is_won_less_what_is_lost_is_the_change_of_the_covered() => Questions.Sample((a, b) =>
    {
        var change = Compare(a, b);
        Assert.Equal(Measure(b).Total.Covered.Count - Measure(a).Total.Covered.Count, change.WonTotal.Count - change.LostTotal.Count);
    });

    [Fact]
    public void An_answer_about_other_villages_is_refused()
    {
        var other = Town.Network(Town.Row(1, 2), Town.Room(0));
        var answer = CoverageStudy.Measure(other, Town.TenMinutesABlock(other), AsItIs);
        Assert.Throws<ArgumentException>(() => CoverageComparison.Of(Measure(AsItIs), answer));
    }

    private static Gen<(CoverageQuestion, CoverageQuestion)> Questions { get; } = Gen.Select(Gen.Int[1, 50], Gen.Bool, Gen.Bool, Gen.Bool)
        .Select((limit, open, closeFirst, closeSecond) => AsItIs with
        {
            Limit = new Minutes(limit),
            With = open ? [Town.RoomId(4)] : [],
            Without = [.. new[] { (closeFirst, 0), (closeSecond, 2) }.Where(room => room.Item1).Select(room => Town.RoomId(room.Item2))],
        }).Array[2].Select(pair => (pair[0], pair[1]));
}
