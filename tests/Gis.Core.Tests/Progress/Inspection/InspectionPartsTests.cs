using Gis.Core.Network;
using Gis.Core.Progress.Inspection;

namespace Gis.Core.Tests.Progress.Inspection;

public sealed class InspectionPartsTests
{
    [Fact]
    public void A_point_without_a_position_is_listed_and_not_dropped()
    {
        var lost = Town.Room(2) with { Position = null };
        var network = Town.Network(Town.Row(1, 1, 1), Town.Centre(0), Town.Room(1), lost);
        var parts = InspectionParts.Of(network, network.Points, InspectionBase.County);
        Assert.Equal([lost.Id], parts.Unlocated.Select(point => point.Id));
        Assert.Equal([Town.Centre(0).Id, Town.RoomId(1)], Assert.Single(parts.Parts).Points.Select(point => point.Id));
    }

    [Fact]
    public void Teams_of_a_county_set_out_from_its_centre() =>
        Assert.Equal(At(1), BaseOf(Town.Network(Town.Row(1, 1, 1), Town.Centre(1), Town.Room(2)), InspectionBase.County));

    [Fact]
    public void Where_the_centre_has_no_position_they_set_out_from_the_seat() =>
        Assert.Equal(At(0), BaseOf(Town.Network(Town.Row(1, 1, 1), Town.Centre(1) with { Position = null }, Town.Room(2)), InspectionBase.County));

    [Fact]
    public void Few_points_are_looked_at_together_from_the_city()
    {
        var network = Town.Network(Town.Row(1, 1), Town.Centre(0), Town.Room(1));
        Assert.Null(Assert.Single(InspectionParts.Of(network, network.Points, InspectionBase.City).Parts).County);
    }

    [Theory]
    [InlineData(InspectionParts.MostTogether, false)]
    [InlineData(InspectionParts.MostTogether + 1, true)]
    public void More_than_so_many_are_parted_by_county(int count, bool parted)
    {
        var network = Town.Network(Town.Row([.. Enumerable.Repeat(1L, count)]), [.. Enumerable.Range(0, count).Select(village => Town.Room(village))]);
        var part = Assert.Single(InspectionParts.Of(network, network.Points, InspectionBase.City).Parts);
        Assert.Equal(parted ? Town.County : null, part.County);
        Assert.Equal(count + 1, part.Places.Length);
    }

    [Fact]
    public void Nothing_to_look_at_has_no_parts() =>
        Assert.All([InspectionBase.City, InspectionBase.County], from => Assert.Empty(InspectionParts.Of(Town.Network(Town.Row(1)), [], from).Parts));

    [Fact]
    public void A_tier_has_its_minutes() =>
        Assert.Equal([90, 60, 40], new[] { Tier.Centre, Tier.Station, Tier.Room }.Select(tier => CheckTimes.Default.Of(tier).Value));

    private static Core.Places.LonLat At(int village) => Town.Row(1, 1, 1)[village].Position!.At;

    private static Core.Places.LonLat BaseOf(ServiceNetwork network, InspectionBase from) =>
        Assert.Single(InspectionParts.Of(network, network.Points, from).Parts).Base.At;
}
