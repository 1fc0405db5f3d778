using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>A piece of a text that may name some places.</summary>
/// <param name="Weight">How much of the text it is.</param>
/// <param name="Places">The places.</param>
internal sealed record Mention(double Weight, IReadOnlyList<LikelyPlace> Places)
{
    // Of the weakest ones hundreds may be alike; nobody reads on.
    private const int MostPlaces = 100;

    internal static Mention Of(double length, IEnumerable<LikelyPlace> places) => new(
        length,
        [.. places.GroupBy(found => (found.Place.Area, found.Place.Point)).Select(same => same.MinBy(PlaceRanking.Strength)!).OrderBy(PlaceRanking.Strength).ThenBy(found => found.Place.Area).Take(MostPlaces)]);
}

/// <summary>Ranks the places that the pieces of a text may name together.</summary>
internal static class PlaceRanking
{
    /// <summary>
    /// All places, best first: those that most of the text speaks for, which is the place's own piece and those that name a unit it
    /// lies in; then those known in the stronger way; then units before their points, and by code.
    /// </summary>
    internal static IEnumerable<LikelyPlace> Rank(IReadOnlyList<Mention> mentions)
    {
        var units = mentions.Select(mention => mention.Places.Where(found => found.Place.Point is null).Select(found => found.Place.Area).ToHashSet()).ToList();
        return mentions.SelectMany(mention => mention.Places)
            .GroupBy(found => (found.Place.Area, found.Place.Point))
            .Select(same => same.MinBy(Strength)!)
            .Select(found => (Found: found, Support: Enumerable.Range(0, mentions.Count).Sum(at => Supports(mentions[at], units[at], found.Place) ? mentions[at].Weight : 0)))
            .OrderByDescending(each => each.Support)
            .ThenBy(each => Strength(each.Found))
            .ThenBy(each => each.Found.Place.Point is not null)
            .ThenBy(each => each.Found.Place.Area)
            .ThenBy(each => each.Found.Place.Point)
            .Select(each => each.Found);
    }

    /// <summary>How surely a place is meant; less is surer.</summary>
    internal static int Strength(LikelyPlace found) => ((int)found.How * 10) + found.Weakness;

    private static bool Supports(Mention mention, HashSet<AreaCode> units, Place place) =>
        units.Contains(place.Area)
        || (place.Area.Level == AreaLevel.Village && units.Contains(place.Area.Township))
        || (place.Area.Level != AreaLevel.County && units.Contains(place.Area.County))
        || mention.Places.Any(found => found.Place == place);
}
