using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>Whether tags let a mode use a road or pass a barrier.</summary>
internal enum Permission
{
    /// <summary>It may.</summary>
    Open,

    /// <summary>It may, pushing its vehicle.</summary>
    Dismount,

    /// <summary>It may not.</summary>
    Closed,
}

/// <summary>The keys of OpenStreetMap that let modes in or keep them out, the most specific first.</summary>
internal static class Permissions
{
    internal static readonly string[] Car = ["motorcar", "motor_vehicle", "vehicle", "access"];

    // In China an e-bike is no motor vehicle (GB 17761), so what holds for bicycles holds for it.
    internal static readonly string[] EBike = ["electric_bicycle", "bicycle", "vehicle", "access"];

    internal static readonly string[] Walk = ["foot", "access"];

    /// <summary>What the first of the keys that says anything says; null where none does.</summary>
    /// <param name="tags">The tags of the way or node.</param>
    /// <param name="keys">The keys of the mode.</param>
    /// <param name="direction">":forward" or ":backward", asked before the key itself; empty where there is no direction.</param>
    internal static Permission? Find(TagsCollectionBase tags, string[] keys, string direction = "")
    {
        foreach (var key in keys)
        {
            if (direction.Length > 0 && Read(tags, key + direction) is { } directed)
                return directed;
            if (Read(tags, key) is { } said)
                return said;
        }

        return null;
    }

    // Several values, as "agricultural;destination", let in whom one of them lets in.
    private static Permission? Read(TagsCollectionBase tags, string key) => tags.TryGetValue(key, out var text)
        ? text.Split(';', StringSplitOptions.TrimEntries).Select(ReadOne).Where(said => said is not null).Order().FirstOrDefault()
        : null;

    private static Permission? ReadOne(string value) => value switch
    {
        "yes" or "permissive" or "designated" or "official" or "public" or "destination" or "customers" or "delivery" or "residents" => Permission.Open,
        "dismount" => Permission.Dismount,
        "no" or "private" or "permit" or "agricultural" or "forestry" or "military" or "emergency" or "restricted" or "use_sidepath" => Permission.Closed,
        _ => null,
    };
}
