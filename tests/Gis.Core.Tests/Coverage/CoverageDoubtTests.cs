using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>Villages ten minutes apart; at 6 km/h a kilometre of doubt is ten minutes.</summary>
public sealed class CoverageDoubtTests
{
    private static readonly CoverageQuestion Within20 = CoverageQuestion.Of(TravelMode.Walk, new Minutes(20));

    private static CoverageAnswer Measure(ServiceNetwork network, SnapDoubt? snapped = null) => CoverageStudy.Measure(
        network, Town.TenMinutesABlock(network), Within20, snapped);

    private static Village Off(Village village, double metres) => village with { Position = village.Position! with { Accuracy = new Metres(metres) } };

    private static ServicePoint Off(ServicePoint point, double metres) => point with { Position = point.Position! with { Accuracy = new Metres(metres) } };

    private static (long Low, long High) Bounds(AreaCoverage area) => (area.Certain.Count, area.Possible.Count);

    [Fact]
    public void What_is_known_to_the_metre_is_in_no_doubt()
    {
        var answer = Measure(Town.Network(Town.Row(100, 200, 300, 400), Town.Room(0)));
        Assert.Equal((600, 600), Bounds(answer.Total));
        Assert.Empty(answer.Doubts);
    }

    // Village 2 at 20 minutes may be at 30, village 3 at 30 may be at 20: 300 certain, 1,000 possible. Each settles its own.
    [Fact]
    public void A_doubtful_village_has_its_own_residents_at_stake()
    {
        var row = Town.Row(100, 200, 300, 400);
        var answer = Measure(Town.Network([row[0], row[1], Off(row[2], 1000), Off(row[3], 1000)], Town.Room(0)));
        Assert.Equal((300, 1000), Bounds(answer.Total));
        Assert.Equal([(Town.VillageCode(3), 400), (Town.VillageCode(2), 300)], answer.Doubts.Select(doubt => (doubt.Village!.Code, doubt.AtStake.Count)));
        Assert.All(answer.Doubts, doubt => Assert.Equal((DoubtKind.Accuracy, new Minutes(10)), (doubt.Kind, doubt.Time)));
    }

    // The room is off by ten minutes: villages 2 (20) and 3 (30) hang on it, 0 is its own and 1 (10) stays within 20.
    [Fact]
    public void A_doubtful_point_has_all_at_stake_who_hang_on_it()
    {
        var answer = Measure(Town.Network(Town.Row(100, 200, 300, 400), Off(Town.Room(0), 1000)));
        Assert.Equal((300, 1000), Bounds(answer.Total));
        var doubt = Assert.Single(answer.Doubts);
        Assert.Equal((Town.RoomId(0), 700), (doubt.Point!.Id, doubt.AtStake.Count));
    }

    // Room and village 2 are each off by ten minutes: 20 ± 20. Either put right alone leaves 20 ± 10, which is still in doubt.
    [Fact]
    public void Where_two_records_must_be_put_right_neither_alone_narrows_anything()
    {
        var row = Town.Row(100, 200, 300);
        var answer = Measure(Town.Network([row[0], row[1], Off(row[2], 1000)], Off(Town.Room(0), 1000)));
        Assert.Equal((300, 600), Bounds(answer.Total));
        Assert.Empty(answer.Doubts);
    }

    [Fact]
    public void Exactly_at_the_limit_with_all_doubt_against_it_is_certain()
    {
        var row = Town.Row(100, 200);
        Assert.Equal((300, 300), Bounds(Measure(Town.Network([row[0], Off(row[1], 1000)], Town.Room(0))).Total));
        Assert.Equal((100, 300), Bounds(Measure(Town.Network([row[0], Off(row[1], 1000.1)], Town.Room(0))).Total));
    }

    [Fact]
    public void A_village_that_is_not_located_may_be_covered_or_not()
    {
        var row = Town.Row(100, 200);
        var network = Town.Network([row[0], row[1] with { Position = null }], Town.Room(0));
        var answer = CoverageStudy.Measure(network, Town.Table(network, (village, _) => village == 0 ? 0 : null), Within20);
        Assert.Equal((100, 300), Bounds(answer.Total));
        var doubt = Assert.Single(answer.Doubts);
        Assert.Equal((Town.VillageCode(1), DoubtKind.Unlocated, 200), (doubt.Village!.Code, doubt.Kind, doubt.AtStake.Count));
    }

    [Fact]
    public void Where_nothing_is_open_an_unlocated_village_is_in_no_doubt()
    {
        var network = Town.Network([Town.Row(100)[0] with { Position = null }], Town.Room(0, Stage.Planned));
        Assert.Equal((0, 0), Bounds(CoverageStudy.Measure(network, Town.Table(network, (_, _) => null), Within20).Total));
    }

    // The room of village 2 stands somewhere in village 2, the station of the township anywhere in the township.
    [Fact]
    public void A_point_that_is_not_located_may_serve_the_unit_it_is_for()
    {
        var network = Town.Network(Town.Row(100, 200, 300), Town.Room(2) with { Position = null });
        var none = Town.Table(network, (_, _) => null);
        Assert.Equal((0, 300), Bounds(CoverageStudy.Measure(network, none, Within20).Total));
        network = Town.Network(Town.Row(100, 200, 300), Town.Station(2) with { Position = null });
        var answer = CoverageStudy.Measure(network, none, Within20);
        Assert.Equal((0, 600), Bounds(answer.Total));
        Assert.Equal((DoubtKind.Unlocated, 600), (answer.Doubts.Single().Kind, answer.Doubts.Single().AtStake.Count));
    }

    // Village 1 lies so far from any road that its ten minutes may be off by eleven.
    [Fact]
    public void What_lies_far_from_any_road_is_in_doubt_by_the_minutes_given()
    {
        var snapped = SnapDoubt.None with { Villages = SnapDoubt.None.Villages.Add(Town.VillageCode(1), new Minutes(11)) };
        var answer = Measure(Town.Network(Town.Row(100, 200), Town.Room(0)), snapped);
        Assert.Equal((100, 300), Bounds(answer.Total));
        Assert.Equal((DoubtKind.FarFromRoads, new Minutes(11), 200), (answer.Doubts[0].Kind, answer.Doubts[0].Time, answer.Doubts[0].AtStake.Count));
        snapped = SnapDoubt.None with { Points = SnapDoubt.None.Points.Add(Town.RoomId(0), new Minutes(11)) };
        Assert.Equal(Town.RoomId(0), Measure(Town.Network(Town.Row(100, 200), Town.Room(0)), snapped).Doubts.Single().Point!.Id);
    }

    // A room moves with its village while it stands by a record; where a question puts it, it stands whatever the village does.
    [Fact]
    public void A_room_put_somewhere_by_a_question_does_not_move_with_its_village()
    {
        var village = Off(Town.Row(100)[0], 5000);
        var network = Town.Network([village], Town.Room(0));
        var plain = CoverageQuestion.Of(TravelMode.Walk, new Minutes(20));
        Assert.Equal((100, 100), Bounds(MadeUpNetworks.Measure(network, plain).Total));
        var moved = plain with { Moves = plain.Moves.Add(Town.RoomId(0), Places.ABitNorthOf(village)) };
        Assert.Equal((0, 100), Bounds(MadeUpNetworks.Measure(network, moved).Total));
    }

    // 2,000 m of doubt at the room are 20 minutes: county and township have the city's bounds, for all lie in them.
    [Fact]
    public void Counties_and_townships_have_their_intervals_too()
    {
        var answer = Measure(Town.Network(Town.Row(100, 200, 300, 400), Off(Town.Room(0), 2000)));
        Assert.Equal(Bounds(answer.Total), Bounds(answer.Counties.Single()));
        Assert.Equal(Bounds(answer.Total), Bounds(answer.Townships.Single()));
        Assert.Equal(answer.Interval, answer.Counties.Single().Interval);
    }

    // Straight from the definition: the network with that one record exact, measured again.
    [Fact]
    public void What_is_at_stake_is_by_how_much_the_interval_narrows_when_the_record_is_made_exact() => (
        from network in MadeUpNetworks.Network
        from question in MadeUpNetworks.Question(network)
        select (network, question: question with { Moves = question.Moves.Clear(), Additions = [] })).Sample(made =>
    {
        var answer = MadeUpNetworks.Measure(made.network, made.question);
        long Narrows(ServiceNetwork exact) => Width(answer) - Width(MadeUpNetworks.Measure(exact, made.question));
        var villages = made.network.Villages.Where(village => village.Position is not null)
            .Select(village => (Name: village.Code.Digits, By: Narrows(Rebuilt.With(made.network, Off(village, 0)))));
        var points = made.network.Points.Where(point => point.Position is not null)
            .Select(point => (Name: point.Id.ToString(), By: Narrows(Rebuilt.With(made.network, Off(point, 0)))));
        Assert.Equal(
            villages.Concat(points).Where(record => record.By > 0).OrderBy(record => record.Name, StringComparer.Ordinal),
            answer.Doubts.Where(doubt => doubt.Kind == DoubtKind.Accuracy)
                .Select(doubt => (Name: doubt.Village?.Code.Digits ?? doubt.Point!.Id.ToString(), By: doubt.AtStake.Count))
                .OrderBy(record => record.Name, StringComparer.Ordinal));
    }, iter: 300);

    [Fact]
    public void The_share_lies_in_its_interval_in_every_unit() => (
        from network in MadeUpNetworks.Network
        from question in MadeUpNetworks.Question(network)
        select (network, question)).Sample(made =>
    {
        var answer = MadeUpNetworks.Measure(made.network, made.question);
        foreach (var area in answer.Counties.Concat(answer.Townships).Append(answer.Total))
            Assert.InRange(area.Covered.Count, area.Certain.Count, area.Possible.Count);
    });

    // Villages at 0, 10, 20 and 30 minutes; the last two off by 5. The first three hold half of the 1,000 residents, so the
    // median is 20, from 15 to 25; the worst tenth live in the last: 30, from 25 to 35.
    [Fact]
    public void Median_and_worst_decile_have_the_bounds_of_the_villages_they_are_of()
    {
        var row = Town.Row(100, 200, 200, 500);
        var answer = Measure(Town.Network([row[0], row[1], Off(row[2], 500), Off(row[3], 500)], Town.Room(0)));
        Assert.Equal((new Minutes(20), new Minutes(30)), (answer.Spread.Median, answer.Spread.WorstDecile));
        Assert.Equal(new MinutesInterval(new Minutes(15), new Minutes(25)), answer.MinutesDoubt.Median);
        Assert.Equal(25, answer.MinutesDoubt.WorstDecile!.Value.Low.Value, 9);
        Assert.Equal(35, answer.MinutesDoubt.WorstDecile.Value.High.Value, 9);
    }

    // Two rooms, 20 minutes off either way; the farther may be the nearer one, so the least is 10 and the most 15.
    [Fact]
    public void The_least_minutes_may_be_those_to_another_point_than_the_most()
    {
        var network = Town.Network(Town.Row(0, 100, 0), Town.Room(0), Off(Town.Room(2), 1000));
        var answer = CoverageStudy.Measure(network, Town.Table(network, (village, point) => village == 1 ? (point == 0 ? 15 : 20) : null), Within20);
        Assert.Equal(new MinutesInterval(new Minutes(10), new Minutes(15)), answer.MinutesDoubt.Median);
    }

    [Fact]
    public void The_minutes_lie_in_their_interval() => (
        from network in MadeUpNetworks.Network
        from question in MadeUpNetworks.Question(network)
        select (network, question)).Sample(made =>
    {
        var answer = MadeUpNetworks.Measure(made.network, made.question);
        Assert.Equal(answer.Spread.Median is null, answer.MinutesDoubt.Median is null);
        if (answer.Spread is not { Median: { } median, WorstDecile: { } worst })
            return;
        Assert.InRange(median.Value, answer.MinutesDoubt.Median!.Value.Low.Value, answer.MinutesDoubt.Median.Value.High.Value);
        Assert.InRange(worst.Value, answer.MinutesDoubt.WorstDecile!.Value.Low.Value - 1e-9, answer.MinutesDoubt.WorstDecile.Value.High.Value + 1e-9);
    });

    private static long Width(CoverageAnswer answer) => answer.Total.Possible.Count - answer.Total.Certain.Count;
}
