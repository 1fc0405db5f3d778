using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>The ways along a road that a mode may take, as it is drawn and against that.</summary>
internal readonly record struct Oneway(bool Forward, bool Backward)
{
    private static readonly Oneway Both = new(true, true);

    internal static Oneway OfCar(TagsCollectionBase tags) =>
        Find(tags, "oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway") ?? Implied(tags);

    internal static Oneway OfEBike(TagsCollectionBase tags) =>
        Find(tags, "oneway:bicycle") ?? (HasLaneAgainst(tags) ? Both : Find(tags, "oneway:vehicle", "oneway") ?? Implied(tags));

    internal static Oneway OfWalk(TagsCollectionBase tags) => Find(tags, "oneway:foot") ?? Both;

    private static Oneway? Find(TagsCollectionBase tags, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (tags.TryGetValue(key, out var value) && Read(value) is { } said)
                return said;
        }

        return null;
    }

    // "reversible" and "alternating" change with the hour, which no table of minutes knows: both ways.
    private static Oneway? Read(string value) => value switch
    {
        "yes" or "true" or "1" => new Oneway(true, false),
        "-1" or "reverse" => new Oneway(false, true),
        "no" or "false" or "0" or "reversible" or "alternating" => Both,
        _ => null,
    };

    private static Oneway Implied(TagsCollectionBase tags) =>
        tags.Contains("junction", "roundabout") || tags.Contains("junction", "circular") || tags.Contains("highway", "motorway")
            ? new Oneway(true, false)
            : Both;

    private static bool HasLaneAgainst(TagsCollectionBase tags) =>
        tags.Any(tag => tag.Key.StartsWith("cycleway", StringComparison.Ordinal) && tag.Value.StartsWith("opposite", StringComparison.Ordinal));
}
