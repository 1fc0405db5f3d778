using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Illustration;
using Gis.Data.Store;

namespace Gis.Data.Tests.Illustration;

public sealed class DefaultNetworkTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan");
    private static readonly CityFacts Facts = CityFacts.Read(Folder);
    private static readonly NetworkParts Parts = DefaultNetwork.Draw(Facts);
    private static readonly ServiceNetwork Network = new(Parts);

    [Theory, InlineData(Tier.Centre, 6, 6), InlineData(Tier.Station, 65, 65), InlineData(Tier.Room, 508, 397)]
    public void The_plans_totals_are_met(Tier tier, int all, int built) => Assert.Equal(new TierCount(all, built), Network.Count(tier));

    [Fact]
    public void There_are_89_firms_of_2168_lawyers()
    {
        Assert.Equal(89, Network.Firms.Length);
        Assert.Equal(2168, Network.Firms.Sum(firm => firm.Lawyers));
        Assert.All(Network.Firms, firm => Assert.True(firm.Lawyers >= 1));
    }

    [Fact]
    public void Names_and_codes_are_the_registers()
    {
        var register = File.ReadAllLines(Path.Combine(Folder, "villages-2017.csv")).Skip(1).Select(line => line.Split(','));
        Assert.Equal(register.Select(row => (row[0], row[1])).Order(), Network.Villages.Select(village => (village.Code.Digits, village.Name)).Order());
        var townships = File.ReadAllLines(Path.Combine(Folder, "townships-2017.csv")).Skip(1).Select(line => line.Split(','));
        Assert.Equal(townships.Select(row => (row[0], row[1])).Order(), Network.Townships.Select(township => (township.Code.Digits, township.Name)).Order());
    }

    [Fact]
    public void The_residents_of_a_countys_villages_add_up_to_its_census() => Assert.All(Network.Counties, county => Assert.Equal(
        county.Census, Network.Villages.Where(village => village.Code.IsWithin(county.Code)).Sum(village => village.Residents)));

    [Fact]
    public void Somebody_lives_in_every_village() => Assert.All(Network.Villages, village => Assert.True(village.Residents.Count > 0));

    [Fact]
    public void Rooms_stand_only_where_there_is_a_committee_and_none_twice()
    {
        var rooms = Network.Points.Where(point => point.Tier == Tier.Room).Select(point => Network.FindVillage(point.Area)!).ToList();
        Assert.All(rooms, village => Assert.True(village.Kind is VillageKind.Village or VillageKind.Community));
        Assert.Equal(rooms.Count, rooms.DistinctBy(village => village.Code).Count());
        Assert.DoesNotContain(rooms, village => Facts.WithoutRooms.Contains(village.Code.Township));
    }

    // Left of the line, which runs from the south-west to the north-east, is the west bank.
    [Fact]
    public void Every_village_lies_on_its_townships_bank_of_the_drawn_river() => Assert.All(Network.Villages, village =>
    {
        Assert.Equal(Network.FindTownship(village.Code.Township)!.Bank, village.Bank);
        Assert.Equal(village.Bank.Name == "west", LiesLeftOfRiver(village.Position!.At));
    });

    [Fact]
    public void Every_village_lies_nearest_to_its_own_townships_seat() => Assert.All(Network.Villages, village =>
    {
        var own = Geodesic.Distance(village.Position!.At, Network.FindTownship(village.Code.Township)!.Seat!.At);
        // The layout works in a plane; over the city that is right to one part in a hundred.
        Assert.All(Network.Townships, other => Assert.True(own.Value <= (Geodesic.Distance(village.Position.At, other.Seat!.At).Value * 1.01) + 1));
    });

    [Fact]
    public void No_two_villages_are_nearer_than_150_metres()
    {
        var villages = Network.Villages;
        for (var one = 0; one < villages.Length; one++)
        {
            for (var other = one + 1; other < villages.Length; other++)
                Assert.True(Geodesic.Distance(villages[one].Position!.At, villages[other].Position!.At) >= new Metres(150), $"{villages[one]} {villages[other]}");
        }
    }

    [Fact]
    public void Nothing_illustrative_lacks_its_mark()
    {
        Assert.All(Network.Villages, village => Assert.Equal(Placement.Illustrative, village.Position!.Placement));
        Assert.All(Network.Villages, village => Assert.True(village.ResidentsProvenance.IsIllustrative));
        Assert.All(Network.Points.Where(point => point.Tier == Tier.Room), room => Assert.True(room.IsIllustrative && room.StageProvenance.IsIllustrative));
        Assert.All(Network.Points.Where(point => point.Id.ToString().EndsWith("-2", StringComparison.Ordinal)), second => Assert.True(second.StageProvenance.IsIllustrative));
        Assert.All(Network.Firms, firm => Assert.True(firm.Provenance.IsIllustrative && firm.Office!.Placement == Placement.Illustrative));
        Assert.True(Network.HasIllustration);
    }

    [Fact]
    public void Facts_are_not_marked_as_illustration()
    {
        Assert.All(Network.Counties, county => Assert.False(county.CensusProvenance.IsIllustrative));
        Assert.All(Network.Points.Where(point => point.Tier == Tier.Centre), centre => Assert.False(centre.StageProvenance.IsIllustrative));
        Assert.Equal(CountGazetteerRows("townships-2017.csv"), Network.Townships.Count(township => township.Seat!.Placement == Placement.Seat));
        Assert.Equal(CountGazetteerRows("counties.csv"), Network.Counties.Count(county => county.Seat!.Placement == Placement.Seat));
    }

    [Fact]
    public void Every_position_says_how_far_it_may_be_off_and_where_it_is_from() => Assert.All(
        Network.Villages.Select(village => village.Position!).Concat(Network.Points.Select(point => point.Position!)),
        position => Assert.True(position.Accuracy > new Metres(0) && position.Source.Length > 0));

    [Fact]
    public void Unbuilt_rooms_are_more_often_rural_and_farther_from_their_station()
    {
        var rooms = Network.Points.Where(point => point.Tier == Tier.Room).ToLookup(room => room.IsOpen, room => Network.FindVillage(room.Area)!);
        Assert.True(rooms[false].Average(IsRural) > rooms[true].Average(IsRural));
        Assert.True(rooms[false].Average(ToStation) > rooms[true].Average(ToStation));

        static double IsRural(Village village) => village.Kind == VillageKind.Village ? 1 : 0;
        static double ToStation(Village village) =>
            Geodesic.Distance(village.Position!.At, Network.FindTownship(village.Code.Township)!.Seat!.At).Value;
    }

    [Fact]
    public void The_same_facts_and_seed_give_the_same_network() => Assert.Equal(Parts.Version, DefaultNetwork.Draw(CityFacts.Read(Folder)).Version);

    [Fact]
    public void Another_seed_leaves_other_rooms_unbuilt() => Assert.NotEqual(Parts.Version, DefaultNetwork.Draw(Facts, seed: 1).Version);

    [Fact]
    public void The_order_of_the_records_does_not_change_the_version() => Assert.Equal(
        Parts.Version, NetworkVersion.Of(Parts with { Villages = [.. Parts.Villages.Reverse()], Points = [.. Parts.Points.Reverse()] }));

    [Fact]
    public void A_change_to_one_record_changes_the_version() => Assert.NotEqual(
        Parts.Version, NetworkVersion.Of(Parts with { Villages = Parts.Villages.SetItem(0, Parts.Villages[0] with { Name = "别的" }) }));

    private static int CountGazetteerRows(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Count(line => line.Contains("GeoNames", StringComparison.Ordinal));

    private static bool LiesLeftOfRiver(LonLat at)
    {
        var nearest = Facts.River.Zip(Facts.River.Skip(1)).MinBy(piece => DistanceTo(piece, at));
        return Cross(nearest, at) > 0;

        static double Cross((LonLat Start, LonLat End) piece, LonLat at) =>
            ((piece.End.Longitude - piece.Start.Longitude) * (at.Latitude - piece.Start.Latitude))
            - ((piece.End.Latitude - piece.Start.Latitude) * (at.Longitude - piece.Start.Longitude));

        // Sampling each piece is slower than the formula the layout uses, and independent of it.
        static double DistanceTo((LonLat Start, LonLat End) piece, LonLat at) => Enumerable.Range(0, 101).Min(step => Geodesic.Distance(at, LonLat.Of(
            piece.Start.Longitude + ((piece.End.Longitude - piece.Start.Longitude) * step / 100),
            piece.Start.Latitude + ((piece.End.Latitude - piece.Start.Latitude) * step / 100))).Value);
    }
}
