using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>What was read out of a text so far.</summary>
internal sealed class SearchReading
{
    private readonly Dictionary<Matter, (int Length, int Start)> matters = [];
    private readonly List<Mention> mentions = [];

    /// <summary>The pieces that may name places of the city.</summary>
    internal IReadOnlyList<Mention> Mentions => mentions;

    /// <summary>The tier whose points a word of the text asks for; none if there is no such word.</summary>
    internal Tier? Tier { get; private set; }

    /// <summary>The place outside the city that is meant; none if one inside is, or none at all.</summary>
    internal Division? Elsewhere { get; private set; }

    /// <summary>The matters, those that need care first, then those that most of the text speaks of, then as the text has them.</summary>
    internal ImmutableArray<Matter> RankMatters() =>
    [
        .. matters.OrderByDescending(pair => pair.Key.NeedsCare)
            .ThenByDescending(pair => pair.Value.Length)
            .ThenBy(pair => pair.Value.Start)
            .Select(pair => pair.Key),
    ];

    /// <summary>Takes a piece that has known meanings.</summary>
    internal void Add(IEnumerable<Term> terms, int start, int length, double weight)
    {
        var places = terms.OfType<Term.OfPlace>().Select(term => term.Found).ToList();
        if (places.Count > 0)
            mentions.Add(Mention.Of(weight, places));
        foreach (var term in terms)
        {
            if (term is Term.OfMatter { Matter: var matter })
                Add(matter, start, length);
            if (term is Term.OfTier { Tier: var tier })
                Tier = tier;
            // The narrowest counts: in 石嘴山市平罗县 it is the county.
            if (term is Term.Elsewhere { Division: var division } && places.Count == 0 && !(Elsewhere?.Code.Length > division.Code.Length))
                Elsewhere = division;
        }
    }

    /// <summary>Takes a matter.</summary>
    internal void Add(Matter matter, int start, int length) => matters[matter] = matters.TryGetValue(matter, out var known)
        ? (known.Length + length, Math.Min(known.Start, start))
        : (length, start);

    /// <summary>Takes places that a piece is like.</summary>
    /// <returns>Whether there is any.</returns>
    internal bool Add(double weight, IEnumerable<LikelyPlace> places)
    {
        var mention = Mention.Of(weight, places);
        if (mention.Places.Count > 0)
            mentions.Add(mention);
        return mention.Places.Count > 0;
    }

    /// <summary>Forgets the place outside where one of the city is named beside it.</summary>
    internal void StayAtHome()
    {
        if (mentions.Count > 0)
            Elsewhere = null;
    }
}
