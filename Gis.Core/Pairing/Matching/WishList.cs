using System.Collections.Immutable;

namespace Gis.Core.Pairing.Matching;

/// <summary>What a wish list means for those it does not name.</summary>
public enum OthersAre
{
    /// <summary>Who is not named is refused.</summary>
    Refused,

    /// <summary>Who is not named is acceptable: all of them equals, after the last rank.</summary>
    NoOpinion,
}

/// <summary>Whom a village or a firm would like to be paired with. Equal lists may be unequal as records: compare their ranks.</summary>
/// <param name="Ranks">The wishes, best first; a rank is one id or several equals, never none.</param>
/// <param name="Refused">Those it will not be paired with, as by a veto.</param>
/// <param name="Others">What it means not to be named.</param>
public sealed record WishList(
    ImmutableArray<ImmutableArray<string>> Ranks, ImmutableArray<string> Refused = default, OthersAre Others = OthersAre.Refused)
{
    /// <summary>Those it will not be paired with; empty where none were given.</summary>
    public ImmutableArray<string> Refused { get; init; } = Refused.IsDefault ? [] : Refused;

    /// <summary>Nobody is named and everybody would do.</summary>
    public static WishList Open { get; } = new([], [], OthersAre.NoOpinion);

    /// <summary>One id a rank, best first; who is not named is refused.</summary>
    public static WishList Strict(params IEnumerable<string> ids) => new([.. ids.Select(id => ImmutableArray.Create(id))]);

    /// <summary>Reads ids parted by spaces, best first, equals in parentheses: <c>F3 (F1 F2) F7</c>; who is not named is refused.</summary>
    /// <exception cref="FormatException">A parenthesis has no partner, stands in another, or holds nothing; the message says at which character, from 1.</exception>
    public static WishList Read(string text)
    {
        var (ranks, equals, at) = (ImmutableArray.CreateBuilder<ImmutableArray<string>>(), default(ImmutableArray<string>.Builder), 0);
        while (at < text.Length)
        {
            var character = text[at];
            if (char.IsWhiteSpace(character))
            {
                at++;
            }
            else if (character is '(' or ')')
            {
                equals = character == '(' ? OpenEquals(equals, at) : CloseEquals(equals, ranks, at);
                at++;
            }
            else
            {
                var id = ReadId(text, ref at);
                if (equals is null)
                    ranks.Add([id]);
                else
                    equals.Add(id);
            }
        }

        return equals is null ? new WishList(ranks.ToImmutable()) : throw new FormatException("'(' is never closed by ')'");
    }

    /// <summary>The list as <see cref="Read"/> takes it, without those refused.</summary>
    public override string ToString() => string.Join(' ', Ranks.Select(rank => rank.Length == 1 ? rank[0] : $"({string.Join(' ', rank)})"));

    private static ImmutableArray<string>.Builder OpenEquals(ImmutableArray<string>.Builder? equals, int at) =>
        equals is null ? ImmutableArray.CreateBuilder<string>() : throw new FormatException($"'(' at character {at + 1} inside another '('");

    private static ImmutableArray<string>.Builder? CloseEquals(
        ImmutableArray<string>.Builder? equals, ImmutableArray<ImmutableArray<string>>.Builder ranks, int at)
    {
        if (equals is null)
            throw new FormatException($"')' at character {at + 1} without '('");
        if (equals.Count == 0)
            throw new FormatException($"'()' at character {at + 1} with no id in it");
        ranks.Add(equals.ToImmutable());
        return null;
    }

    private static string ReadId(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')'))
            at++;
        return text[start..at];
    }
}
