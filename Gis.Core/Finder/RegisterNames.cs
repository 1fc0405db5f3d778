using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>The names of a network's units and points, to be compared with written ones.</summary>
internal sealed class RegisterNames
{
    private readonly Readings readings;
    private readonly string city;
    private readonly ImmutableArray<Entry> around;
    private readonly ImmutableArray<Entry> units;
    private readonly ILookup<string, Entry> unitsByKey;
    private readonly ILookup<string, Place> pointsByKey;
    private readonly ILookup<(AreaCode Area, Tier Tier), Place> pointsByArea;
    private readonly ImmutableDictionary<AreaCode, Place> placeByCode;

    public RegisterNames(ServiceNetwork network, IEnumerable<OldName> oldNames, Readings readings)
    {
        this.readings = readings;
        var places = SearchPlaces.ListPlaces(network).ToLookup(place => place.Point is null);
        var old = oldNames.ToLookup(name => name.Unit, name => NameForms.Of(FoldedText.KeyOf(name.Name), readings));
        city = FoldedText.KeyOf(network.City.Name);
        around = [.. places[true].Where(place => place.Area.Level != AreaLevel.Village).Select(place => Enter(place, FoldedText.KeyOf(place.Name)))];
        units = [.. around, .. places[true].Where(place => place.Area.Level == AreaLevel.Village).Select(place => Enter(place, SearchPlaces.KeyOf(network, place)))];
        unitsByKey = units.ToLookup(unit => unit.Forms.Key);
        pointsByKey = places[false].ToLookup(place => FoldedText.KeyOf(place.Name));
        pointsByArea = places[false].ToLookup(place => (place.Area, network.FindPoint(place.Point!.Value)!.Tier));
        placeByCode = places[true].ToImmutableDictionary(place => place.Area);

        Entry Enter(Place place, string key) => new(place, NameForms.Of(key, readings), [.. old[place.Area]]);
    }

    public IEnumerable<AreaCode> Units => placeByCode.Keys;

    public Place PlaceOf(AreaCode unit) => placeByCode[unit];

    /// <summary>The one point of a tier that serves a unit; the unit itself where there is none, or more than one.</summary>
    public Place PointOf(Place unit, Tier tier) => pointsByArea[(unit.Area, tier)].ToList() is [var only] ? only : unit;

    /// <summary>The points that have exactly this name.</summary>
    public IEnumerable<Place> ListPoints(string key) => pointsByKey[key];

    /// <summary>A name taken apart into the unit that is written before it, if any, and the rest.</summary>
    public (AreaCode? Around, string Name) Unfold(string key) => unitsByKey.Contains(key) ? (null, key) : Strip(key);

    /// <summary>The units of a level, or of all, whose name is like a written one in any way; those of that very name alone, where the area has such.</summary>
    public List<Likely> ListLike(string key, AreaLevel? level, AreaCode? area)
    {
        var exact = unitsByKey[key].Where(unit => IsOf(unit, level) && (area is not { } within || unit.Place.Area.IsWithin(within)))
            .Select(unit => new Likely(unit.Place, new NameLikeness(MatchHow.Name, null))).ToList();
        if (exact.Count > 0)
            return exact;
        var written = NameForms.Of(key, readings);
        return [.. units.Where(unit => IsOf(unit, level)).Select(unit => Compare(written, unit)).OfType<Likely>()];
    }

    /// <summary>The units of a level, or of all, in an area, or in all, whose name is least far from a written one and has a character of it.</summary>
    public IEnumerable<Place> ListNearest(string key, AreaLevel? level, AreaCode? area, int most) => units
        .Where(unit => IsOf(unit, level) && (area is not { } within || unit.Place.Area.IsWithin(within)))
        .Select(unit => (unit.Place, unit.Forms.Stem.Length, Slips: Misspelling.Distance(RegisterName.StemOf(key), unit.Forms.Stem)))
        .Where(found => found.Slips < Math.Max(found.Length, RegisterName.StemOf(key).Length))
        .OrderBy(found => found.Slips)
        .ThenBy(found => found.Place.Area)
        .Select(found => found.Place)
        .Take(most);

    private static bool IsOf(Entry unit, AreaLevel? level) => level is null || unit.Place.Area.Level == level;

    private static Likely? Compare(NameForms written, Entry unit)
    {
        var now = NameLikeness.Find(written, unit.Forms);
        foreach (var old in unit.Old)
        {
            if (NameLikeness.Find(written, old) is { How: <= MatchHow.Stem } before && (now is null || now.Value.How > MatchHow.OldName))
                now = before with { How = MatchHow.OldName };
        }

        return now is { } likeness ? new Likely(unit.Place, likeness) : null;
    }

    private (AreaCode? Around, string Name) Strip(string key)
    {
        var (area, rest) = ((AreaCode?)null, WithoutStart(key, city) ?? key);
        foreach (var level in new[] { AreaLevel.County, AreaLevel.Township })
        {
            var first = around
                .Where(unit => unit.Place.Area.Level == level && (area is not { } within || unit.Place.Area.IsWithin(within)) && WithoutStart(rest, unit.Forms.Key) is not null)
                .MaxBy(unit => unit.Forms.Key.Length);
            if (first is not null)
                (area, rest) = (first.Place.Area, WithoutStart(rest, first.Forms.Key)!);
        }

        return (area, rest);
    }

    // What is left must be a name: of 黄羊滩农场社区, 社区 is none.
    private static string? WithoutStart(string text, string start)
    {
        if (start.Length == 0 || !text.StartsWith(start, StringComparison.Ordinal))
            return null;
        var rest = text[start.Length..];
        rest = rest.StartsWith("办事处", StringComparison.Ordinal) ? rest["办事处".Length..] : rest;
        return rest.Length >= 2 && !RegisterName.IsKind(rest) ? rest : null;
    }

    private sealed record Entry(Place Place, NameForms Forms, ImmutableArray<NameForms> Old);
}

/// <summary>A place whose name is like a written one.</summary>
internal sealed record Likely(Place Place, NameLikeness Likeness);

/// <summary>Where a place is to be looked for, and what is doubtful about that.</summary>
internal readonly record struct Scope(AreaCode? Area, MatchDoubt? Doubt)
{
    public bool Holds(Place place) => Area is not { } area || place.Area.IsWithin(area);

    /// <summary>The narrower of this and another unit; where they exclude each other, this, with a doubt.</summary>
    public Scope Narrow(AreaCode? other) => (Area, other) switch
    {
        (_, null) => this,
        (null, _) => this with { Area = other },
        ({ } area, { } inner) when inner.IsWithin(area) => this with { Area = other },
        ({ } area, { } outer) when area.IsWithin(outer) => this,
        _ => this with { Doubt = MatchDoubt.Elsewhere },
    };
}
