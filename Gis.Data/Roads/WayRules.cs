using Gis.Core.Travel.Roads;
using Gis.Core.Units;
using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>What the tags of a way mean for a road: who may use it, which way and how fast. Sources: docs/methods/travel.md.</summary>
internal readonly record struct WayRules(RoadUse Walk, RoadUse EBike, RoadUse Car, string? Bridge, bool PassOnly, bool IsFerry = false, Minutes? Duration = null)
{
    internal const double WalkSpeed = 4.5;

    internal const double StepsSpeed = 2.25;

    internal const double EBikeSpeed = 18;

    /// <summary>Among people on foot.</summary>
    internal const double EBikeSpeedAmongWalkers = 12;

    /// <summary>How fast cars go, as a part of the limit.</summary>
    internal const double PartOfLimit = 0.8;

    internal const double FerrySpeed = 10;

    /// <summary>Reads the tags of a way; null where none of the three modes may use it.</summary>
    internal static WayRules? Read(TagsCollectionBase? tags)
    {
        if (tags is null)
            return null;
        var rules = tags.TryGetValue("highway", out var highway) ? ReadRoad(tags, highway)
            : tags.Contains("route", "ferry") ? FerryRules.Read(tags)
            : null;
        return rules is { } read && (read.Walk.IsOpen || read.EBike.IsOpen || read.Car.IsOpen) ? read : null;
    }

    /// <summary>The use of a mode: open the ways that direction and permission leave, at the speed of each.</summary>
    internal static RoadUse UseOf(Oneway ways, Func<string, Speed?> speedOf) => new(
        ways.Forward ? speedOf(":forward") : null,
        ways.Backward ? speedOf(":backward") : null);

    private static WayRules? ReadRoad(TagsCollectionBase tags, string highway) => RoadClass.Find(highway) is not { } road ? null : new WayRules(
        UseOf(Oneway.OfWalk(tags), direction => WalkSpeedOf(tags, highway, road, direction)),
        UseOf(Oneway.OfEBike(tags), direction => EBikeSpeedOf(tags, highway, road, direction)),
        UseOf(Oneway.OfCar(tags), direction => CarSpeedOf(tags, road, direction)),
        FindBridge(tags),
        highway is "motorway" or "motorway_link" || (tags.TryGetValue("tunnel", out var tunnel) && tunnel is not ("no" or "building_passage")));

    private static Speed? WalkSpeedOf(TagsCollectionBase tags, string highway, RoadClass road, string direction) =>
        (Permissions.Find(tags, Permissions.Walk, direction) ?? DefaultOf(tags, road.Walk)) == Permission.Closed ? null
        : new Speed(highway == "steps" ? StepsSpeed : WalkSpeed);

    private static Speed? EBikeSpeedOf(TagsCollectionBase tags, string highway, RoadClass road, string direction) =>
        (Permissions.Find(tags, Permissions.EBike, direction) ?? DefaultOf(tags, road.EBike)) switch
        {
            Permission.Closed => null,
            Permission.Dismount => new Speed(WalkSpeed),
            _ when highway == "steps" => new Speed(StepsSpeed),
            _ when highway is "pedestrian" or "footway" or "living_street" => new Speed(Math.Min(EBikeSpeedAmongWalkers, Surface.EBikeCap(tags))),
            _ => new Speed(Math.Min(EBikeSpeed, Surface.EBikeCap(tags))),
        };

    private static Speed? CarSpeedOf(TagsCollectionBase tags, RoadClass road, string direction)
    {
        var allowed = Permissions.Find(tags, Permissions.Car, direction) ?? (road.CarLimit is null ? Permission.Closed : Permission.Open);
        if (allowed != Permission.Open)
            return null;
        var limit = MaxSpeed.Find(tags, direction)?.KilometresPerHour ?? DefaultLimitOf(tags, road);
        return new Speed(Math.Min(limit * PartOfLimit, Surface.CarCap(tags)));
    }

    // Where cars are let onto a path or into a pedestrian street, they go as in a yard.
    private static double DefaultLimitOf(TagsCollectionBase tags, RoadClass road) =>
        tags.TryGetValue("service", out var service) && service is "driveway" or "parking_aisle" or "drive-through" ? 10 : road.CarLimit ?? 10;

    private static Permission DefaultOf(TagsCollectionBase tags, bool open) =>
        open && !tags.Contains("motorroad", "yes") ? Permission.Open : Permission.Closed;

    // Only what is worth closing by name: a street that keeps its own name over a culvert is no bridge of that name.
    private static string? FindBridge(TagsCollectionBase tags)
    {
        if (!tags.TryGetValue("bridge", out var bridge) || bridge == "no")
            return null;
        return tags.TryGetValue("bridge:name", out var ofBridge) ? ofBridge
            : tags.TryGetValue("name", out var name) && IsNameOfBridge(name) ? name
            : null;
    }

    private static bool IsNameOfBridge(string name) =>
        name.Contains('桥', StringComparison.Ordinal) || name.Contains("bridge", StringComparison.OrdinalIgnoreCase)
        || name.Contains("brücke", StringComparison.OrdinalIgnoreCase);
}
