using System.Collections.Frozen;
using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>What a piece of a typed text may mean.</summary>
internal abstract record Term
{
    private Term()
    {
    }

    /// <summary>A word that names nothing.</summary>
    internal sealed record Filler : Term;

    /// <summary>The city itself or its province.</summary>
    internal sealed record Home : Term;

    /// <summary>A word for the points of a tier.</summary>
    internal sealed record OfTier(Tier Tier) : Term;

    /// <summary>A word by which a matter is known.</summary>
    internal sealed record OfMatter(Matter Matter) : Term;

    /// <summary>A place outside the city.</summary>
    internal sealed record Elsewhere(Division Division) : Term;

    /// <summary>A place of the city. Two characters without the word for a kind are a bare name, which may be a word of everyday language.</summary>
    internal sealed record OfPlace(LikelyPlace Found, bool IsBare) : Term;
}

/// <summary>A place that a piece of text may name.</summary>
/// <param name="Place">The place.</param>
/// <param name="How">What it is known by.</param>
/// <param name="By">Its other name or the landmark, where it is known by that.</param>
/// <param name="Weakness">Which of several known in the same way is meant rather: less is better.</param>
internal sealed record LikelyPlace(Place Place, MatchHow How, string? By = null, int Weakness = 0);

/// <summary>All words and names that are known, in Chinese and in pinyin, with what they mean.</summary>
internal sealed class SearchTerms
{
    // Shorter pinyin is too often a piece of another word.
    private const int ShortestPinyin = 4;
    private const int ShortestElsewhere = 5;

    private readonly Dictionary<string, List<Term>> building = new(StringComparer.Ordinal);
    private readonly Readings readings;
    private readonly FrozenDictionary<string, ImmutableArray<Term>>.AlternateLookup<ReadOnlySpan<char>> lookup;

    internal SearchTerms(ServiceNetwork network, SearchPlaces places, Readings readings)
    {
        this.readings = readings;
        AddWords();
        AddMatters();
        AddDivisions(network);
        foreach (var name in places.Names)
            AddPlace(name);
        // Of 宁夏 nobody thinks first that a county was called so once.
        foreach (var terms in building.Values.Where(terms => terms.Any(term => term is Term.Home)))
            terms.RemoveAll(term => term is not Term.Home);
        Longest = building.Keys.Max(key => key.Length);
        lookup = building.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        building = [];
    }

    /// <summary>The length of the longest term.</summary>
    internal int Longest { get; }

    /// <summary>What a piece of text may mean; nothing where it is no term.</summary>
    internal ImmutableArray<Term> Find(ReadOnlySpan<char> text) => lookup.TryGetValue(text, out var found) ? found : [];

    private void AddWords()
    {
        foreach (var word in Fillers.Chinese.Concat(Fillers.Latin))
            Add(word, new Term.Filler());
        foreach (var (word, tier) in new[]
                 {
                     ("公共法律服务中心", Tier.Centre), ("法律服务中心", Tier.Centre), ("公共法律服务工作站", Tier.Station), ("法律服务工作站", Tier.Station), ("法律服务站", Tier.Station),
                     ("工作站", Tier.Station), ("司法所", Tier.Station), ("公共法律服务工作室", Tier.Room), ("法律服务工作室", Tier.Room), ("法律服务室", Tier.Room), ("工作室", Tier.Room),
                 })
            Add(word, new Term.OfTier(tier));
    }

    private void AddMatters()
    {
        foreach (var matter in Matters.All)
        {
            var term = new Term.OfMatter(matter);
            foreach (var word in matter.Words.Where(word => !word.Contains('*', StringComparison.Ordinal)))
            {
                Add(FoldedWord(word), term);
                AddPinyin(word, term, ShortestPinyin);
            }

            foreach (var phrase in matter.EnglishWords)
                Add(string.Concat(phrase.Where(TypedText.IsLatin)), term);
        }
    }

    private void AddDivisions(ServiceNetwork network)
    {
        foreach (var name in Divisions.ListHome(network.City))
        {
            Add(name, new Term.Home());
            AddPinyin(name, new Term.Home(), ShortestPinyin);
        }

        foreach (var (name, division) in Divisions.ListElsewhere(network.City.Code))
        {
            Add(name, new Term.Elsewhere(division));
            AddPinyin(name, new Term.Elsewhere(division), ShortestElsewhere);
        }
    }

    private void AddPlace(SearchPlaces.Name name)
    {
        Add(name.Key, new Term.OfPlace(name.Found, IsBare: false));
        if (name.Found.Place.Point is not null && name.Found.By is null)
            return;
        AddPinyin(name.Key, new Term.OfPlace(name.Found with { How = InPinyin(name.Found.How) }, IsBare: false), ShortestPinyin);
        if (name.Stem == name.Key)
            return;
        var found = name.Found with { How = name.Found.How == MatchHow.Name ? MatchHow.Stem : name.Found.How, Weakness = name.Found.Weakness + 1 };
        Add(name.Stem, new Term.OfPlace(found, IsBare: name.Stem.Length <= 2));
        AddPinyin(name.Stem, new Term.OfPlace(found with { How = InPinyin(found.How) }, IsBare: false), ShortestPinyin);
    }

    // By another name or a landmark it stays known, however that is spelled.
    private static MatchHow InPinyin(MatchHow how) => how is MatchHow.OldName or MatchHow.Landmark ? how : MatchHow.Pinyin;

    private static string FoldedWord(string word) => string.Concat(word.Select(FoldedText.Numeral));

    private void AddPinyin(string name, Term term, int shortest)
    {
        if (name.Any(character => readings.Of(character).IsEmpty))
            return;
        foreach (var form in readings.Speak(name).FullForms.Take(SearchPlaces.MostReadings).Where(form => form.Length >= shortest))
            Add(form, term);
    }

    private void Add(string key, Term term)
    {
        if (!building.TryGetValue(key, out var terms))
            building[key] = terms = [];
        terms.Add(term);
    }
}
