using System.Collections.Immutable;
using System.Numerics;

namespace Gis.Core.Finder;

/// <summary>A name with the readings of its characters.</summary>
public sealed class SpokenName
{
    /// <summary>So many full forms are listed at most; what is typed is compared with all, listed or not.</summary>
    public const int MostForms = 64;

    // The places in what is typed are kept as bits.
    private const int LongestTyped = 63;

    private readonly ImmutableArray<ImmutableArray<string>> readings;
    private readonly ImmutableArray<ImmutableArray<string>> spellings;

    internal SpokenName(string name, ImmutableArray<ImmutableArray<string>> readings)
    {
        Name = name;
        this.readings = readings;
        spellings = [.. readings.Where(choices => !choices.IsEmpty).Select(Spell)];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>
    /// Its pinyin without spaces, as "ligangcun", in every way its characters may be read, the most common first; the first 64.
    /// Characters without a reading are left out.
    /// </summary>
    public ImmutableArray<string> FullForms => Combine(reading => reading);

    /// <summary>The first letters of its syllables, as "lgc", in every way its characters may be read; the first 64.</summary>
    public ImmutableArray<string> Initials => Combine(reading => reading[..1]);

    /// <summary>
    /// Whether two names can be read alike, tones aside: as many characters, and each the same or with a reading in common. A
    /// name sounds like itself; that two names each sound like a third does not make them sound alike.
    /// </summary>
    public bool SoundsLike(SpokenName other)
    {
        if (Name.Length != other.Name.Length)
            return false;
        for (var at = 0; at < Name.Length; at++)
        {
            if (Name[at] != other.Name[at] && !Share(readings[at], other.readings[at]))
                return false;
        }

        return true;
    }

    /// <summary>How what was typed is like the name's pinyin; null if it is not.</summary>
    /// <param name="typed">Plain pinyin, as <see cref="Readings.Plain"/> gives it; syllables and first letters may be mixed, as "lgang".</param>
    public SpokenLikeness? Compare(string typed)
    {
        if (typed.Length is 0 or > LongestTyped)
            return null;

        SpokenLikeness? best = null;
        var (whole, mixed) = (1UL, 0UL);
        for (var at = 0; at < spellings.Length && (whole | mixed) != 0; at++)
        {
            var spoken = Step(typed, spellings[at], whole);
            var cut = Step(typed, spellings[at], mixed);
            (whole, mixed) = (spoken.Syllable, spoken.Initial | cut.Syllable | cut.Initial);
            if (LikenessOf(spoken.IsBegun, whole >> typed.Length != 0, mixed >> typed.Length != 0, at == spellings.Length - 1) is { } found && !(best <= found))
                best = found;
        }

        return best;
    }

    private static SpokenLikeness? LikenessOf(bool isBegun, bool isWhole, bool isMixed, bool isAll)
    {
        if (isWhole || isBegun)
            return isWhole && isAll ? SpokenLikeness.Whole : SpokenLikeness.Start;
        if (isMixed)
            return isAll ? SpokenLikeness.Initials : SpokenLikeness.StartOfInitials;
        return null;
    }

    // Where one character leads from all places reached: by a whole syllable, or by its first letter or zh, ch, sh. A syllable
    // is begun if what is typed ends inside it; one letter begins one only after others.
    private static Places Step(string typed, ImmutableArray<string> spellings, ulong from)
    {
        var places = default(Places);
        for (var left = from; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            var rest = typed.AsSpan(at);
            if (rest.IsEmpty)
                break;
            foreach (var spelling in spellings)
            {
                if (rest.StartsWith(spelling))
                    places.Syllable |= 1UL << (at + spelling.Length);
                else if (spelling.AsSpan().StartsWith(rest) && rest.Length + at > 1)
                    places.IsBegun = true;
                if (rest[0] == spelling[0])
                    places.Initial |= 1UL << (at + 1);
                if (spelling.Length > 1 && spelling[1] == 'h' && rest.StartsWith(spelling.AsSpan(0, 2)))
                    places.Initial |= 1UL << (at + 2);
            }
        }

        return places;
    }

    private static bool Share(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        foreach (var reading in left)
        {
            if (right.Contains(reading))
                return true;
        }

        return false;
    }

    // Many type lu for lü, and lue for lüe.
    private static ImmutableArray<string> Spell(ImmutableArray<string> readings) =>
        [.. readings.Concat(readings.Where(reading => reading.Contains('v', StringComparison.Ordinal)).Select(reading => reading.Replace('v', 'u'))).Distinct()];

    private ImmutableArray<string> Combine(Func<string, string> part)
    {
        ImmutableArray<string> forms = [""];
        foreach (var choices in readings.Where(choices => !choices.IsEmpty))
            forms = [.. forms.SelectMany(form => choices.Select(part).Distinct().Select(choice => form + choice)).Distinct().Take(MostForms)];
        return forms;
    }

    private struct Places
    {
        public ulong Syllable;
        public ulong Initial;
        public bool IsBegun;
    }
}

/// <summary>How typed pinyin is like a name, from the strongest.</summary>
public enum SpokenLikeness
{
    /// <summary>All its syllables.</summary>
    Whole,

    /// <summary>Its first syllables; the last may be cut short.</summary>
    Start,

    /// <summary>All its syllables, at least one of them by its first letter alone.</summary>
    Initials,

    /// <summary>Its first syllables, at least one of them by its first letter alone.</summary>
    StartOfInitials,
}
