using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>
/// Understands what people type: a place of the network, a matter of law, or both, in any order, in a sentence, in characters or
/// pinyin, with one slip. Made once per data version; threads may share it.
/// </summary>
/// <remarks>docs/methods/finding.md.</remarks>
public sealed class Search
{
    private const int MostPlaces = 20;

    private readonly SearchPlaces places;
    private readonly SearchReader reader;

    /// <summary>Prepares a network to be searched.</summary>
    /// <param name="network">The network.</param>
    /// <param name="names">What places are called besides; <see cref="CityNames.None"/> where that is not known.</param>
    public Search(ServiceNetwork network, CityNames names)
    {
        places = new SearchPlaces(network, names);
        reader = new SearchReader(new SearchTerms(network, places, Readings.Mandarin), new LikeNames(places, Readings.Mandarin));
    }

    /// <summary>What a text means.</summary>
    /// <param name="text">What someone typed; any length, any characters. What comes after 200 characters is not read.</param>
    public SearchAnswer Ask(string text)
    {
        if ((places.FindByCode(text.Trim()) ?? places.FindByCode(FoldedText.Of(text))) is { } coded)
            return new SearchAnswer([], [new FoundPlace(coded, MatchHow.Code, null)], null);
        var reading = reader.Read(TypedText.Fold(text));
        return new SearchAnswer(reading.RankMatters(), reading.Elsewhere is null ? Rank(reading) : [], reading.Elsewhere);
    }

    /// <summary>The place of an area code or a point's id; null for any other text.</summary>
    public Place? FindByCode(string? code) => places.FindByCode(code);

    private ImmutableArray<FoundPlace> Rank(SearchReading reading) =>
    [
        .. PlaceRanking.Rank(reading.Mentions)
            .SelectMany(found => PointsFirst(found, reading.Tier))
            .DistinctBy(found => (found.Place.Area, found.Place.Point))
            .Take(MostPlaces)
            .Select(found => new FoundPlace(found.Place, found.How, found.By)),
    ];

    // 立岗镇工作站 is the station; its township stays a choice.
    private IEnumerable<LikelyPlace> PointsFirst(LikelyPlace found, Tier? tier) => tier is { } asked && found.Place.Point is null
        ? places.ListPointsOf(found.Place.Area, asked).Select(point => found with { Place = point }).Append(found)
        : [found];
}
