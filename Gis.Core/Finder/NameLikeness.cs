using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>The parts of a name by which it is compared.</summary>
/// <param name="Key">The name of the place, in folded form.</param>
/// <param name="Stem">The key without the word for its kind.</param>
/// <param name="Kind">That word; empty if there is none.</param>
/// <param name="SpokenKey">The key as it is read aloud.</param>
/// <param name="SpokenStem">The stem as it is read aloud.</param>
/// <param name="Pinyin">The key, if it is pinyin and no Chinese name.</param>
internal sealed record NameForms(string Key, string Stem, string Kind, SpokenName SpokenKey, SpokenName SpokenStem, string? Pinyin)
{
    public static NameForms Of(string key, Readings readings)
    {
        var stem = RegisterName.StemOf(key);
        return new NameForms(key, stem, RegisterName.KindOf(key), readings.Speak(key), readings.Speak(stem), Readings.Plain(key));
    }
}

/// <summary>In what way a written name is like that of a unit, and why that is not enough; no doubt if it is.</summary>
internal readonly record struct NameLikeness(MatchHow How, MatchDoubt? Doubt)
{
    /// <summary>The strongest likeness of a written name to that of a unit; none if there is none.</summary>
    public static NameLikeness? Find(NameForms written, NameForms unit)
    {
        if (written.Key == unit.Key)
            return new NameLikeness(MatchHow.Name, null);
        if (written.Pinyin is { } pinyin)
            return FindSpelled(pinyin, unit);
        var isOtherKind = written.Kind != unit.Kind && written.Kind.Length > 0 && unit.Kind.Length > 0;
        if (isOtherKind && RegisterName.LevelOfKind(written.Kind) != RegisterName.LevelOfKind(unit.Kind))
            return null;
        if (written.Stem == unit.Stem)
            return new NameLikeness(MatchHow.Stem, isOtherKind ? MatchDoubt.OtherKind : null);
        if (written.SpokenKey.SoundsLike(unit.SpokenKey) || (written.Kind.Length == 0 && written.SpokenStem.SoundsLike(unit.SpokenStem)))
            return new NameLikeness(MatchHow.Homophone, null);
        var slip = Misspelling.Find(written.Key, unit.Key) ?? (written.Kind.Length == 0 ? Misspelling.Find(written.Stem, unit.Stem) : null);
        return slip is { } found ? new NameLikeness(MatchHow.OneCharacter, IsLittle(found, written, unit) ? MatchDoubt.TooLittle : null) : null;
    }

    private static NameLikeness? FindSpelled(string pinyin, NameForms unit)
    {
        var (key, stem) = (unit.SpokenKey.Compare(pinyin), unit.SpokenStem.Compare(pinyin));
        if (key == SpokenLikeness.Whole || stem == SpokenLikeness.Whole)
            return new NameLikeness(MatchHow.Pinyin, null);
        return key == SpokenLikeness.Initials || stem == SpokenLikeness.Initials ? new NameLikeness(MatchHow.Initials, MatchDoubt.TooLittle) : null;
    }

    // Half of a name that has two characters is too little to know it by, unless both are there.
    private static bool IsLittle(Misspelling.Slip slip, NameForms written, NameForms unit) =>
        slip.TellsApart || (!slip.IsSwap && Math.Min(written.Stem.Length, unit.Stem.Length) <= 2);
}
