using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class ScenarioTests
{
    private static readonly ServiceNetwork Row = Town.Network(Town.Row(100, 200, 300), Town.Room(0), Town.Station(2));

    private static CoverageQuestion Plain => CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));

    private static LonLat HomeOf(int village) => WrittenPosition.Rounded(Row.Villages[village].Position!.At);

    [Fact]
    public void Without_changes_network_and_table_stay_the_same_objects()
    {
        var table = MadeUpNetworks.TableOf(Row, TravelMode.Walk);
        var scenario = Scenario.Of(Row, table, Plain, EstimatedTrips.Of(Row, MadeUpNetworks.Pace(TravelMode.Walk)));
        Assert.Same(Row, scenario.Network);
        Assert.Same(table, scenario.Table);
    }

    // Every bit: minutes, metres, order of the rows.
    [Fact]
    public void The_table_is_the_one_made_from_nothing_for_the_changed_network() => (
        from network in MadeUpNetworks.Network
        from question in MadeUpNetworks.Question(network)
        select (network, question)).Sample(made =>
    {
        var (changed, table) = MadeUpNetworks.ScenarioOf(made.network, made.question);
        var fromNothing = MadeUpNetworks.TableOf(changed, made.question.Mode);
        Assert.Equal(fromNothing.Version, table.Version);
        for (var row = 0; row < table.RowCount; row++)
            Assert.Equal(fromNothing.Row(row).ToArray(), table.Row(row).ToArray());
    });

    [Fact]
    public void A_moved_point_stands_exactly_where_it_was_put()
    {
        var (changed, _) = MadeUpNetworks.ScenarioOf(Row, Plain with { Moves = Plain.Moves.Add(Town.RoomId(0), HomeOf(1)) });
        Assert.Equal((HomeOf(1), new Metres(0)), (changed.FindPoint(Town.RoomId(0))!.Position!.At, changed.FindPoint(Town.RoomId(0))!.Position!.Accuracy));
    }

    [Fact]
    public void A_point_put_back_to_where_it_stands_is_not_moved()
    {
        var scenario = MadeUpNetworks.ScenarioOf(Row, Plain with { Moves = Plain.Moves.Add(Town.RoomId(0), HomeOf(0)) });
        Assert.Same(Row, scenario.Network);
    }

    [Theory, InlineData(Tier.Room, "100000001001"), InlineData(Tier.Station, "100000001"), InlineData(Tier.Centre, "100000")]
    public void An_added_point_serves_the_unit_of_its_tier_that_holds_the_nearest_village(Tier tier, string area)
    {
        var (changed, _) = MadeUpNetworks.ScenarioOf(Row, Plain with { Additions = [new Addition(tier, HomeOf(1))] });
        var point = changed.FindPoint(Addition.IdOf(1))!;
        Assert.Equal((AreaCode.Parse(area), true), (point.Area, point.IsOpen));
    }

    // The middle between villages 0 and 1 is as far from both.
    [Fact]
    public void Between_two_villages_as_near_the_first_in_order_counts()
    {
        var middle = LonLat.Of(0.0044915, 0);
        var villages = Town.Row(1, 1).SetItem(1, Town.Row(1, 1)[1] with { Position = Town.Row(1)[0].Position! with { At = LonLat.Of(0.008983, 0) } });
        var (changed, _) = MadeUpNetworks.ScenarioOf(Town.Network(villages), Plain with { Additions = [new Addition(Tier.Room, middle)] });
        Assert.Contains(changed.FindPoint(Addition.IdOf(1))!.Area, new[] { Town.VillageCode(0), Town.VillageCode(1) });
    }

    // Village 1 lies on the east bank; a west point moved to it, and one added beside it, stand on the east bank.
    [Fact]
    public void A_point_stands_on_the_bank_of_the_village_nearest_to_it()
    {
        var (west, east) = (new Bank("west"), new Bank("east"));
        var row = Town.Row(100, 200);
        var network = Town.Network([row[0] with { Bank = west }, row[1] with { Bank = east }], Town.Room(0) with { Bank = west });
        var (changed, table) = MadeUpNetworks.ScenarioOf(
            network, Plain with { Moves = Plain.Moves.Add(Town.RoomId(0), HomeOf(1)), Additions = [new Addition(Tier.Room, HomeOf(1))] });
        Assert.All(changed.Points, point => Assert.Equal(east, point.Bank));
        // No bridge: village 0 on the west bank reaches neither.
        Assert.Equal((0, 2), (table.Row(0).Length, table.Row(1).Length));
    }

    [Fact]
    public void A_point_that_is_not_located_can_be_placed()
    {
        var network = Town.Network(Town.Row(100), Town.Room(0) with { Position = null });
        var answer = MadeUpNetworks.Measure(network, Plain with { Moves = Plain.Moves.Add(Town.RoomId(0), HomeOf(0)) });
        Assert.Equal(new Residents(100), answer.Total.Covered);
    }

    // On foot the estimate takes 1.3 × 1 km ÷ 4.5 km/h = 17.3 minutes a block; village 2 is 2 blocks from the room.
    [Fact]
    public void An_added_room_covers_whom_it_reaches_and_a_moved_one_those_it_reaches_now()
    {
        var question = Plain with { Limit = new Minutes(20), Tiers = [Tier.Room] };
        Assert.Equal(300, MadeUpNetworks.Measure(Row, question).Total.Covered.Count);
        Assert.Equal(600, MadeUpNetworks.Measure(Row, question with { Additions = [new Addition(Tier.Room, HomeOf(2))] }).Total.Covered.Count);
        Assert.Equal(500, MadeUpNetworks.Measure(Row, question with { Moves = Plain.Moves.Add(Town.RoomId(0), HomeOf(2)) }).Total.Covered.Count);
    }

    [Fact]
    public void An_id_that_is_taken_is_refused()
    {
        var network = Town.Network(Town.Row(1), Town.Room(0) with { Id = Addition.IdOf(1) });
        Assert.Throws<NetworkException>(() => MadeUpNetworks.ScenarioOf(network, Plain with { Additions = [new Addition(Tier.Room, HomeOf(0))] }));
    }

    [Fact]
    public void Where_no_village_is_located_nothing_can_be_placed()
    {
        var network = Town.Network([Town.Row(1)[0] with { Position = null }]);
        Assert.Throws<NetworkException>(() => MadeUpNetworks.ScenarioOf(network, Plain with { Additions = [new Addition(Tier.Room, HomeOf(0))] }));
    }
}
