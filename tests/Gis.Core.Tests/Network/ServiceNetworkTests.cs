using Gis.Core.Network;

namespace Gis.Core.Tests.Network;

public sealed class ServiceNetworkTests
{
    [Fact]
    public void Totals_are_counted_from_the_records()
    {
        var network = Town.Network(Town.Row(1, 2, 3), Town.Room(0), Town.Room(1, Stage.Planned), Town.Room(2, Stage.Building), Town.Station(0));
        Assert.Equal((3, 1, 2), (network.Count(Tier.Room).All, network.Count(Tier.Room).Built, network.Count(Tier.Room).Unbuilt));
        Assert.Equal(6, network.Residents.Count);
    }

    [Theory]
    [InlineData(Stage.Planned, false), InlineData(Stage.Building, false), InlineData(Stage.Built, true)]
    [InlineData(Stage.Declared, true), InlineData(Stage.CityAccepted, true), InlineData(Stage.ProvinceAccepted, true), InlineData(Stage.Returned, true)]
    public void A_point_serves_from_the_day_it_is_built(Stage stage, bool open) => Assert.Equal(open, Town.Room(0, stage).IsOpen);

    [Fact]
    public void A_code_used_twice_is_refused_and_named()
    {
        var twice = Assert.Throws<NetworkException>(() => Town.Network(Town.Row(1), Town.Room(0), Town.Room(0)));
        Assert.Contains(Town.RoomId(0).ToString(), Assert.Single(twice.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_of_a_village_that_is_not_there_is_refused() =>
        Assert.Contains("no village", Assert.Throws<NetworkException>(() => Town.Network(Town.Row(1), Town.Room(7))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_village_with_a_code_of_another_level_is_refused() => Assert.Contains(
        "12 digits",
        Assert.Throws<NetworkException>(() => Town.Network([Town.Row(1)[0] with { Code = Town.Township }])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_county_is_illustrative_by_its_villages_points_and_posts_and_a_firm_makes_only_the_city_so()
    {
        var illustrative = new Provenance(Basis.Illustrative, "rule");
        var network = Town.Network(Town.Row(1, 2), Town.Room(0));
        Assert.False(network.HasIllustration);

        var firm = new ServiceNetwork(network.Parts with { Firms = [new Firm("f", "律所", null, Town.County, 1, illustrative)] });
        Assert.True(firm.HasIllustration);
        Assert.False(firm.HasIllustrationIn(Town.VillageCode(0)));
        Assert.Empty(firm.IllustrativeCounties);

        var village = new ServiceNetwork(network.Parts with { Villages = [Town.Row(1, 2)[0], Town.Row(1, 2)[1] with { ResidentsProvenance = illustrative }] });
        Assert.True(village.HasIllustration && village.HasIllustrationIn(Town.VillageCode(0)) && village.HasIllustrationIn(Town.County));
        Assert.Equal([Town.County], village.IllustrativeCounties.Select(county => county.Code));
        Assert.False(village.HasIllustrationIn(AreaCode.Parse("100001")));
    }

    [Fact]
    public void What_a_network_lacks_is_counted_by_unit()
    {
        var row = Town.Row(1, 2, 3);
        var network = Town.Network([row[0], row[1] with { Position = null }, row[2] with { Residents = default, ResidentsProvenance = new Provenance(Basis.Unknown, "") }]);
        Assert.Equal(new DataGaps(3, 1, 1, false), DataGaps.Of(network));
        Assert.Equal(new DataGaps(1, 0, 1, false), DataGaps.Of(network, row[1].Code));
        Assert.True(DataGaps.Of(Town.Network([row[0]], Town.Room(0))).IsEmpty);
    }

    [Fact]
    public void Where_seats_are_not_known_a_unit_has_none_and_a_county_without_townships_has_one_bank()
    {
        var parts = Town.Network(Town.Row(1)).Parts;
        var network = new ServiceNetwork(parts with { Counties = [parts.Counties[0] with { Seat = null }], Townships = [], Villages = [] });
        Assert.Null(network.SeatOf(Town.County));
        Assert.Equal(Bank.Only, network.BankOf(Town.County));
    }

    [Fact]
    public void A_bank_without_a_name_is_the_only_bank() => Assert.Equal(Bank.Only, new Bank(""));

    [Fact]
    public void The_order_of_the_records_does_not_matter()
    {
        var one = Town.Network(Town.Row(1, 2), Town.Room(0), Town.Room(1));
        var other = Town.Network([.. Town.Row(1, 2).Reverse()], Town.Room(1), Town.Room(0));
        Assert.Equal(one.Villages.Select(village => village.Code), other.Villages.Select(village => village.Code));
        Assert.Equal(one.Points.Select(point => point.Id), other.Points.Select(point => point.Id));
    }

    [Theory, InlineData(""), InlineData("12345"), InlineData("64010a"), InlineData("6401040010022"), InlineData("640104")]
    public void A_code_has_six_nine_or_twelve_digits(string text) =>
        Assert.Equal(text == "640104", AreaCode.TryParse(text, out _));

    [Theory, InlineData("e-bike", true), InlineData("EBike", false), InlineData("ebike", false), InlineData("", false)]
    public void Cases_are_written_in_one_way_only(string text, bool known) =>
        Assert.Equal(known, WrittenName.TryRead<Gis.Core.Travel.TravelMode>(text, out _));
}
