using System.Collections.Immutable;

namespace Gis.Core.Finder;

/// <summary>A unit or point as a list writes it; what the list does not say is null or empty.</summary>
public sealed record WrittenUnit
{
    /// <summary>The county, by its name.</summary>
    public string? County { get; init; }

    /// <summary>The township or street, by its name.</summary>
    public string? Township { get; init; }

    /// <summary>The village or service point, or any unit, by its name; units it lies in may stand before it.</summary>
    public string? Name { get; init; }

    /// <summary>The division code.</summary>
    public string? Code { get; init; }
}

/// <summary>What the register answers to a written unit.</summary>
public abstract record RegisterAnswer
{
    private RegisterAnswer()
    {
    }

    /// <summary>What was made of the code.</summary>
    public WrittenCode Code { get; init; } = WrittenCode.Blank;

    /// <summary>It is this one, and no other is as like.</summary>
    /// <param name="Place">The unit, or the service point where the name is that of one.</param>
    /// <param name="How">What it was known by.</param>
    public sealed record Same(Place Place, MatchHow How) : RegisterAnswer;

    /// <summary>It may be one of these; somebody has to say.</summary>
    /// <param name="Why">What stands against the first.</param>
    /// <param name="Candidates">Those it may be, best first; at least one.</param>
    public sealed record Doubtful(MatchDoubt Why, ImmutableArray<PlaceMatch> Candidates) : RegisterAnswer;

    /// <summary>Nothing in the register is like it.</summary>
    /// <param name="Nearest">The names least far from it, nearest first; none where nothing has a character of it.</param>
    public sealed record None(ImmutableArray<Place> Nearest) : RegisterAnswer;
}

/// <summary>A place that may be meant, and what speaks for it.</summary>
/// <param name="Place">The place.</param>
/// <param name="How">What it may be known by.</param>
public sealed record PlaceMatch(Place Place, MatchHow How);

/// <summary>By what a place is known, from the strongest to the weakest.</summary>
public enum MatchHow
{
    /// <summary>Its division code; a name that is written too does not contradict it.</summary>
    Code,

    /// <summary>Its name, as 立岗村民委员会 for 立岗村.</summary>
    Name,

    /// <summary>Another name of it: one it had before, or has in a newer register.</summary>
    OldName,

    /// <summary>Its name without the word for its kind, as 立岗 for 立岗村.</summary>
    Stem,

    /// <summary>A landmark that stands in it, as 水洞沟 for 临河镇. Of a search alone, like <see cref="Start"/> and <see cref="Part"/>.</summary>
    Landmark,

    /// <summary>The beginning of its name, as 八里 for 八里桥社区.</summary>
    Start,

    /// <summary>A name that sounds the same, tones aside, as 立刚村 for 立岗村.</summary>
    Homophone,

    /// <summary>Its pinyin, as "ligang" or "Lìgāng Cūn".</summary>
    Pinyin,

    /// <summary>A part of its name, as 北堡 for 镇北堡镇.</summary>
    Part,

    /// <summary>Its name but for one slip: a character wrong, missing, too many, or two neighbours swapped.</summary>
    OneCharacter,

    /// <summary>The first letters of its pinyin, as "lgc".</summary>
    Initials,
}

/// <summary>Why a match is not taken for certain.</summary>
public enum MatchDoubt
{
    /// <summary>Several are equally like, or one elsewhere is more so.</summary>
    SeveralAlike,

    /// <summary>The name is that of a unit of another kind, as 社区 for 村.</summary>
    OtherKind,

    /// <summary>Too little of the name agrees, or what differs is how neighbours are told apart, as 通南村 and 通北村.</summary>
    TooLittle,

    /// <summary>It lies in another county or township than the one written.</summary>
    Elsewhere,

    /// <summary>The county or township written is not known for certain itself.</summary>
    AroundUnknown,

    /// <summary>The code is that of one unit and the name that of another.</summary>
    CodeOfAnother,

    /// <summary>All that speaks for it is a code that has lost digits.</summary>
    CodeLostDigits,
}
