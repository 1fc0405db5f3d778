using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>Whom a barrier on a road lets pass.</summary>
internal readonly record struct BarrierRules(bool Walk, bool EBike, bool Car)
{
    private static readonly BarrierRules All = new(true, true, true);

    /// <summary>Reads the tags of a node; null where nothing stands there that keeps anyone out.</summary>
    internal static BarrierRules? Read(TagsCollectionBase? tags)
    {
        if (tags is null || !tags.TryGetValue("barrier", out var kind) || kind == "no")
            return null;
        var usual = tags.Contains("locked", "yes") ? default : UsualOf(kind);
        var rules = new BarrierRules(
            Passes(tags, Permissions.Walk, usual.Walk), Passes(tags, Permissions.EBike, usual.EBike), Passes(tags, Permissions.Car, usual.Car));
        return rules == All ? null : rules;
    }

    private static bool Passes(TagsCollectionBase tags, string[] keys, bool usual) =>
        Permissions.Find(tags, keys) is { } said ? said != Permission.Closed : usual;

    // A gate says with its own access tags whom it keeps out; many stand open.
    private static BarrierRules UsualOf(string kind) => kind switch
    {
        "gate" or "lift_gate" or "swing_gate" or "sliding_gate" or "toll_booth" or "cattle_grid" or "border_control" or "entrance" or "kerb"
            or "height_restrictor" or "sally_port" or "arch" or "checkpoint" or "guard" => All,
        "stile" or "turnstile" or "full-height_turnstile" or "kissing_gate" or "horse_stile" or "hampshire_gate" => new(true, false, false),
        "wall" or "fence" or "hedge" or "city_wall" or "retaining_wall" or "ditch" => default,
        // Bollards and blocks of every kind.
        _ => new(true, true, false),
    };
}
