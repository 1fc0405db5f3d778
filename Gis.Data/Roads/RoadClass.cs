using System.Collections.Frozen;

namespace Gis.Data.Roads;

/// <summary>What a class of highway means where its tags say nothing else; each with its reason in docs/methods/travel.md.</summary>
/// <param name="CarLimit">The limit for cars in kilometres an hour; null where cars may not go.</param>
/// <param name="EBike">Whether e-bikes may go.</param>
/// <param name="Walk">Whether one may walk.</param>
internal sealed record RoadClass(double? CarLimit, bool EBike, bool Walk)
{
    private static readonly FrozenDictionary<string, RoadClass> Classes = new Dictionary<string, RoadClass>
    {
        ["motorway"] = new(120, false, false),
        ["motorway_link"] = new(60, false, false),
        ["trunk"] = new(80, true, true),
        ["trunk_link"] = new(50, true, true),
        ["primary"] = new(70, true, true),
        ["primary_link"] = new(50, true, true),
        ["secondary"] = new(60, true, true),
        ["secondary_link"] = new(50, true, true),
        ["tertiary"] = new(50, true, true),
        ["tertiary_link"] = new(40, true, true),
        ["unclassified"] = new(40, true, true),
        ["residential"] = new(30, true, true),
        ["living_street"] = new(20, true, true),
        ["service"] = new(20, true, true),
        ["track"] = new(20, true, true),
        ["road"] = new(30, true, true),
        ["cycleway"] = new(null, true, true),
        ["path"] = new(null, true, true),
        ["pedestrian"] = new(null, false, true),
        ["footway"] = new(null, false, true),
        ["bridleway"] = new(null, false, true),
        ["steps"] = new(null, false, true),
        ["corridor"] = new(null, false, true),
        ["platform"] = new(null, false, true),
    }.ToFrozenDictionary();

    /// <summary>The class of a highway; null for what is no road yet or no more, or is closed to all three modes.</summary>
    internal static RoadClass? Find(string highway) => Classes.GetValueOrDefault(highway);
}
