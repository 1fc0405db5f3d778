using System.Globalization;
using Gis.Core.Travel.Roads;
using Gis.Data.Roads;

namespace Gis.Data.Tests.Roads;

/// <summary>
/// What tags mean, written as the speeds forward/backward in km/h on foot, by e-bike and by car; "-" is closed. The car's are
/// four fifths of the limit.
/// </summary>
public sealed class WayRulesTests
{
    [Theory]
    // 120, 60, 80, 70, 60, 50, 40, 30, 20 and 20 by class, × 0.8.
    [InlineData("highway=motorway", "- - 96/-")]
    [InlineData("highway=motorway_link", "- - 48/48")]
    [InlineData("highway=trunk", "4.5/4.5 18/18 64/64")]
    [InlineData("highway=primary", "4.5/4.5 18/18 56/56")]
    [InlineData("highway=secondary", "4.5/4.5 18/18 48/48")]
    [InlineData("highway=tertiary", "4.5/4.5 18/18 40/40")]
    [InlineData("highway=unclassified", "4.5/4.5 18/18 32/32")]
    [InlineData("highway=residential", "4.5/4.5 18/18 24/24")]
    [InlineData("highway=living_street", "4.5/4.5 12/12 16/16")]
    [InlineData("highway=service", "4.5/4.5 18/18 16/16")]
    [InlineData("highway=service service=parking_aisle", "4.5/4.5 18/18 8/8")]
    [InlineData("highway=track", "4.5/4.5 12/12 16/16")]
    [InlineData("highway=cycleway", "4.5/4.5 18/18 -")]
    [InlineData("highway=path", "4.5/4.5 18/18 -")]
    [InlineData("highway=footway", "4.5/4.5 - -")]
    [InlineData("highway=footway bicycle=yes", "4.5/4.5 12/12 -")]
    [InlineData("highway=pedestrian motor_vehicle=yes", "4.5/4.5 - 8/8")]
    [InlineData("highway=steps", "2.25/2.25 - -")]
    public void Each_class_of_highway_has_its_modes_and_speeds(string tags, string expected) => Assert.Equal(expected, Read(tags));

    [Theory, InlineData("highway=construction"), InlineData("highway=proposed"), InlineData("highway=bus_guideway"), InlineData("building=yes"), InlineData("highway=residential access=no")]
    public void What_nobody_may_use_is_no_road(string tags) => Assert.Null(WayRules.Read(OsmTown.TagsOf(tags.Split(' '))));

    [Theory]
    [InlineData("highway=residential access=no foot=yes", "4.5/4.5 - -")]
    [InlineData("highway=residential access=private", null)]
    [InlineData("highway=residential access=destination", "4.5/4.5 18/18 24/24")]
    [InlineData("highway=residential vehicle=no", "4.5/4.5 - -")]
    [InlineData("highway=residential vehicle=no bicycle=yes", "4.5/4.5 18/18 -")]
    [InlineData("highway=residential motor_vehicle=no", "4.5/4.5 18/18 -")]
    [InlineData("highway=residential motor_vehicle=no motorcar=yes", "4.5/4.5 18/18 24/24")]
    [InlineData("highway=residential bicycle=no", "4.5/4.5 - 24/24")]
    [InlineData("highway=residential bicycle=dismount", "4.5/4.5 4.5/4.5 24/24")]
    [InlineData("highway=residential bicycle=no electric_bicycle=yes", "4.5/4.5 18/18 24/24")]
    [InlineData("highway=residential foot=no", "- 18/18 24/24")]
    [InlineData("highway=track motor_vehicle=agricultural;forestry", "4.5/4.5 12/12 -")]
    [InlineData("highway=track motor_vehicle=agricultural;destination", "4.5/4.5 12/12 16/16")]
    [InlineData("highway=trunk motorroad=yes", "- - 64/64")]
    [InlineData("highway=residential access=unknown", "4.5/4.5 18/18 24/24")]
    [InlineData("highway=residential motor_vehicle:backward=no", "4.5/4.5 18/18 24/-")]
    public void The_most_specific_access_decides(string tags, string? expected) => Assert.Equal(expected, Read(tags));

    [Theory]
    [InlineData("highway=residential oneway=yes", "4.5/4.5 18/- 24/-")]
    [InlineData("highway=residential oneway=-1", "4.5/4.5 -/18 -/24")]
    [InlineData("highway=residential oneway=yes oneway:bicycle=no", "4.5/4.5 18/18 24/-")]
    [InlineData("highway=residential oneway=yes cycleway=opposite_lane", "4.5/4.5 18/18 24/-")]
    [InlineData("highway=residential oneway=yes oneway:foot=yes", "4.5/- 18/- 24/-")]
    [InlineData("highway=residential oneway:motor_vehicle=yes", "4.5/4.5 18/18 24/-")]
    [InlineData("highway=residential junction=roundabout", "4.5/4.5 18/- 24/-")]
    [InlineData("highway=residential junction=roundabout oneway=no", "4.5/4.5 18/18 24/24")]
    [InlineData("highway=motorway oneway=no", "- - 96/96")]
    [InlineData("highway=residential oneway=reversible", "4.5/4.5 18/18 24/24")]
    public void Oneways_hold_for_vehicles_and_not_on_foot(string tags, string expected) => Assert.Equal(expected, Read(tags));

    [Theory]
    // × 0.8; a mile is 1.609344 km: 25 mph are 40.2336 km/h.
    [InlineData("maxspeed=60", "48/48"), InlineData("maxspeed=60 km/h", "48/48"), InlineData("maxspeed=25 mph", "32.187/32.187")]
    [InlineData("maxspeed=CN:urban", "40/40"), InlineData("maxspeed=CN:rural", "56/56"), InlineData("maxspeed=CN:motorway", "96/96"), InlineData("maxspeed=CN:30", "24/24")]
    [InlineData("maxspeed=walk", "4/4"), InlineData("maxspeed=none", "96/96"), InlineData("maxspeed=200", "96/96"), InlineData("maxspeed=50;80", "40/40")]
    [InlineData("maxspeed:forward=60,maxspeed:backward=40", "48/32"), InlineData("maxspeed=60,maxspeed:backward=40", "48/32"), InlineData("maxspeed=60,maxspeed:motorcar=50", "40/40")]
    // What is no limit leaves that of the class: 30 × 0.8.
    [InlineData("maxspeed=signals", "24/24"), InlineData("maxspeed=0", "24/24"), InlineData("maxspeed=-5", "24/24"), InlineData("maxspeed=fast", "24/24")]
    public void Limits_are_read_as_they_are_written(string limit, string expected) =>
        Assert.Equal($"4.5/4.5 18/18 {expected}", Read(["highway=residential", .. limit.Split(',')]));

    [Theory]
    [InlineData("highway=tertiary surface=gravel", "4.5/4.5 12/12 25/25")]
    [InlineData("highway=tertiary surface=compacted", "4.5/4.5 15/15 40/40")]
    [InlineData("highway=tertiary surface=sand", "4.5/4.5 8/8 12/12")]
    [InlineData("highway=track tracktype=grade1", "4.5/4.5 18/18 16/16")]
    [InlineData("highway=track tracktype=grade5", "4.5/4.5 8/8 12/12")]
    [InlineData("highway=track tracktype=grade5 surface=asphalt", "4.5/4.5 18/18 16/16")]
    public void Bad_ground_slows_vehicles(string tags, string expected) => Assert.Equal(expected, Read(tags));

    [Theory]
    [InlineData("route=ferry", "10/10 10/10 -")]
    [InlineData("route=ferry motor_vehicle=yes", "10/10 10/10 10/10")]
    [InlineData("route=ferry foot=no", "- 10/10 -")]
    [InlineData("route=ferry oneway=yes", "10/- 10/- -")]
    public void A_ferry_takes_cars_only_where_it_says_so(string tags, string expected) => Assert.Equal(expected, Read(tags));

    [Theory, InlineData("00:20", 20.0), InlineData("1:05:30", 65.5), InlineData("20", 20.0), InlineData("PT1H", 60.0), InlineData("0", null), InlineData("soon", null), InlineData("-5", null)]
    public void The_duration_of_a_ferry_is_hours_and_minutes_or_minutes(string text, double? minutes) =>
        Assert.Equal(minutes, FerryRules.ReadDuration(text)?.Value);

    [Theory]
    [InlineData("bridge=yes name=银川黄河大桥", "银川黄河大桥"), InlineData("bridge=yes name=滨河路 bridge:name=贺兰桥", "贺兰桥"), InlineData("bridge=viaduct name=Haag_Bridge", "Haag_Bridge")]
    [InlineData("bridge=yes name=北京路", null), InlineData("bridge=no name=大桥", null), InlineData("name=大桥", null)]
    public void A_bridge_is_known_by_its_own_name(string tags, string? bridge) =>
        Assert.Equal(bridge, WayRules.Read(OsmTown.TagsOf(["highway=primary", .. tags.Split(' ')]))!.Value.Bridge);

    [Theory, InlineData("highway=motorway", true), InlineData("highway=primary tunnel=yes", true), InlineData("highway=primary tunnel=building_passage", false), InlineData("highway=primary", false), InlineData("route=ferry", true)]
    public void No_trip_starts_part_way_along_motorways_tunnels_and_ferries(string tags, bool passOnly) =>
        Assert.Equal(passOnly, WayRules.Read(OsmTown.TagsOf(tags.Split(' ')))!.Value.PassOnly);

    [Theory]
    [InlineData("barrier=bollard", "walk e-bike"), InlineData("barrier=block", "walk e-bike"), InlineData("barrier=stile", "walk"), InlineData("barrier=wall", "")]
    [InlineData("barrier=gate", null), InlineData("barrier=toll_booth", null), InlineData("barrier=no", null), InlineData("highway=crossing", null)]
    [InlineData("barrier=gate access=private", ""), InlineData("barrier=gate motor_vehicle=private", "walk e-bike"), InlineData("barrier=gate access=no foot=yes", "walk")]
    [InlineData("barrier=gate locked=yes", ""), InlineData("barrier=bollard motor_vehicle=yes", null), InlineData("barrier=bollard bicycle=no", "walk"), InlineData("barrier=stile bicycle=dismount", "walk e-bike")]
    public void A_barrier_keeps_out_whom_its_kind_and_tags_say(string tags, string? passing)
    {
        var rules = BarrierRules.Read(OsmTown.TagsOf(tags.Split(' ')));
        Assert.Equal(passing, rules is { } read ? string.Join(' ', new[] { read.Walk ? "walk" : "", read.EBike ? "e-bike" : "", read.Car ? "car" : "" }.Where(mode => mode != "")) : null);
    }

    private static string? Read(string tags) => Read(tags.Split(' '));

    private static string? Read(string[] tags) => WayRules.Read(OsmTown.TagsOf(tags)) is { } rules
        ? $"{Written(rules.Walk)} {Written(rules.EBike)} {Written(rules.Car)}"
        : null;

    private static string Written(RoadUse use) => use.IsOpen ? $"{Written(use.Forward)}/{Written(use.Backward)}" : "-";

    private static string Written(Core.Units.Speed? speed) => speed?.KilometresPerHour.ToString("0.###", CultureInfo.InvariantCulture) ?? "-";
}
