using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>The parts of a name by which it is compared.</summary>
/// <param name="Key">The name of the place, in folded form.</param>
/// <param name="Stem">The key without the word for its kind.</param>
/// <param name="Kind">That word; empty if there is none.</param>
internal sealed record NameForms(string Key, string Stem, string Kind)
{
    public static NameForms Of(string key) => new(key, RegisterName.StemOf(key), RegisterName.KindOf(key));
}

/// <summary>In what way a written name is like that of a unit, and why that is not enough; no doubt if it is.</summary>
internal readonly record struct NameLikeness(MatchHow How, MatchDoubt? Doubt)
{
    /// <summary>The strongest likeness of a written name to that of a unit; none if there is none.</summary>
    public static NameLikeness? Find(NameForms written, NameForms unit)
    {
        if (written.Key == unit.Key)
            return new NameLikeness(MatchHow.Name, null);
        var isOtherKind = written.Kind != unit.Kind && written.Kind.Length > 0 && unit.Kind.Length > 0;
        if (isOtherKind && RegisterName.LevelOfKind(written.Kind) != RegisterName.LevelOfKind(unit.Kind))
            return null;
        if (written.Stem == unit.Stem)
            return new NameLikeness(MatchHow.Stem, isOtherKind ? MatchDoubt.OtherKind : null);
        var slip = Misspelling.Find(written.Key, unit.Key) ?? (written.Kind.Length == 0 ? Misspelling.Find(written.Stem, unit.Stem) : null);
        return slip is { } found ? new NameLikeness(MatchHow.OneCharacter, IsLittle(found, written, unit) ? MatchDoubt.TooLittle : null) : null;
    }

    // Half of a name that has two characters is too little to know it by, unless both are there.
    private static bool IsLittle(Misspelling.Slip slip, NameForms written, NameForms unit) =>
        slip.TellsApart || (!slip.IsSwap && Math.Min(written.Stem.Length, unit.Stem.Length) <= 2);
}
