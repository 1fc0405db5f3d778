using System.Collections.Immutable;

namespace Gis.Core.Finder;

/// <summary>A piece of a text that is a known term.</summary>
internal sealed record Token(int Start, int Length, ImmutableArray<Term> Terms)
{
    internal int End => Start + Length;

    /// <summary>Whether it names nothing.</summary>
    internal bool IsFiller => Terms.All(term => term is Term.Filler);

    /// <summary>Whether it names a place outside the city and none inside.</summary>
    internal bool IsElsewhere => Terms.Any(term => term is Term.Elsewhere) && !Terms.Any(term => term is Term.OfPlace);

    /// <summary>Whether it names villages and no larger unit: such a name is found in many places of the country.</summary>
    internal bool IsVillage => Terms.All(term => term is Term.OfPlace { Found.Place.Area.Level: Network.AreaLevel.Village });

    /// <summary>Whether it may be a word of everyday language as well as the bare name of a place.</summary>
    internal bool IsBare => Terms.Any(term => term is Term.OfPlace { IsBare: true }) && Terms.All(term => term is Term.Filler or Term.OfPlace { IsBare: true });
}

/// <summary>Cuts a text into known terms so that they cover most of it with fewest pieces.</summary>
internal static class TokenCover
{
    // Of two covers alike the one of longer pieces is meant; a word that names nothing gives way to a name.
    private const double PerPiece = 0.5;
    private const double OfFiller = 0.6;
    private const double OfBareName = 0.9;

    /// <summary>The terms of the best cover, in the order of the text.</summary>
    /// <param name="length">How many places the text has, of which a term covers some.</param>
    /// <param name="find">The term that covers the places from one to before another; null where it is none.</param>
    /// <param name="longest">How many places a term covers at most.</param>
    internal static List<Token> Best(int length, int longest, Func<int, int, Token?> find)
    {
        var (worth, next) = (new double[length + 1], new Token?[length + 1]);
        for (var start = length - 1; start >= 0; start--)
        {
            worth[start] = worth[start + 1];
            for (var end = start + 1; end <= Math.Min(length, start + longest); end++)
            {
                if (find(start, end) is { } token && WorthOf(token) + worth[end] is var total && total > worth[start])
                    (worth[start], next[start]) = (total, token);
            }
        }

        return Follow(next, length);
    }

    private static double WorthOf(Token token) => (token.Length * (token.IsFiller ? OfFiller : token.IsBare ? OfBareName : 1)) - PerPiece;

    private static List<Token> Follow(Token?[] next, int length)
    {
        List<Token> tokens = [];
        for (var at = 0; at < length;)
        {
            if (next[at] is { } token)
                tokens.Add(token);
            at = next[at]?.End ?? at + 1;
        }

        return tokens;
    }
}
