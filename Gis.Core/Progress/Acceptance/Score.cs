using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Progress.Acceptance;

/// <summary>
/// What the verdicts on one point come to (plan, §5(3): 量化考评). A group's score is the weight of its standards that are met,
/// those partly met counting half, over the weight of all that apply; the total is the mean of the groups' scores by the bureau's
/// weights. A standard without a verdict counts as not met until it has one; a group of which nothing applies leaves the mean.
/// </summary>
public sealed record Score
{
    // Dividing decimals errs by less than 1e-27: what is exactly at the mark must not fall below it by that.
    private const decimal Rounding = 1e-22m;

    private Score(ImmutableArray<GroupScore> groups, decimal? total, Finding finding) =>
        (Groups, Total, Finding) = (groups, total is { } value ? ToShare(value) : null, finding);

    /// <summary>The three groups, in the plan's order.</summary>
    public ImmutableArray<GroupScore> Groups { get; }

    /// <summary>The total; none where nothing applies.</summary>
    public Share? Total { get; }

    /// <summary>What it means for acceptance.</summary>
    public Finding Finding { get; }

    /// <summary>Sums up verdicts.</summary>
    /// <param name="asked">What is asked of the point's tier.</param>
    /// <param name="verdicts">By the codes of standards; codes of other standards are passed over.</param>
    /// <param name="weights">The bureau's.</param>
    public static Score Of(ImmutableArray<Standard> asked, IReadOnlyDictionary<string, Verdict> verdicts, Weights weights)
    {
        ImmutableArray<GroupScore> groups =
        [
            .. Enum.GetValues<StandardGroup>().Select(group => GroupScore.Of(group, asked.Where(standard => standard.Group == group), verdicts)),
        ];
        var counting = groups.Where(group => group.Whole > 0 && weights.PartsOf(group.Group) > 0).ToList();
        decimal? total = counting.Count == 0
            ? null
            : counting.Sum(group => weights.PartsOf(group.Group) * (decimal)group.Half / (2 * group.Whole)) / counting.Sum(group => weights.PartsOf(group.Group));
        var below = total is null || total + Rounding < (decimal)weights.PassMark.Value;
        return new Score(groups, total, FindingOf(asked, verdicts, below));
    }

    private static Finding FindingOf(ImmutableArray<Standard> asked, IReadOnlyDictionary<string, Verdict> verdicts, bool below)
    {
        if (asked.Where(standard => !verdicts.ContainsKey(standard.Code)).ToImmutableArray() is { IsEmpty: false } unanswered)
            return new Finding.Incomplete(unanswered);
        ImmutableArray<Standard> unmet = [.. asked.Where(standard => standard.Must && verdicts[standard.Code] != Verdict.Met)];
        return unmet.IsEmpty && !below ? new Finding.UpToStandard() : new Finding.Wanting(unmet, below);
    }

    // What divisions leave in the last digits is no difference between two scores.
    private static Share ToShare(decimal value) => new((double)Math.Clamp(Math.Round(value, 15), 0, 1));
}

/// <summary>What the verdicts of one group come to.</summary>
/// <param name="Group">The group.</param>
/// <param name="Met">How many of its standards are met.</param>
/// <param name="Partly">How many are partly met.</param>
/// <param name="NotMet">How many are not met.</param>
/// <param name="NotApplicable">How many do not apply; no must is among them.</param>
/// <param name="Unanswered">How many have no verdict yet.</param>
public sealed record GroupScore(StandardGroup Group, int Met, int Partly, int NotMet, int NotApplicable, int Unanswered)
{
    /// <summary>Twice the weight that is met and once that partly met.</summary>
    internal int Half { get; private init; }

    /// <summary>The weight of all that apply.</summary>
    internal int Whole { get; private init; }

    /// <summary>Its score; none where nothing of it applies.</summary>
    public Share? Value => Whole == 0 ? null : new Share(Half / (2.0 * Whole));

    internal static GroupScore Of(StandardGroup group, IEnumerable<Standard> asked, IReadOnlyDictionary<string, Verdict> verdicts)
    {
        var found = asked.ToLookup(standard => VerdictOn(standard, verdicts));
        return new GroupScore(
            group, found[Verdict.Met].Count(), found[Verdict.Partly].Count(), found[Verdict.NotMet].Count(), found[Verdict.NotApplicable].Count(), found[null].Count())
        {
            Half = (2 * found[Verdict.Met].Sum(standard => standard.Weight)) + found[Verdict.Partly].Sum(standard => standard.Weight),
            Whole = found.Where(some => some.Key != Verdict.NotApplicable).SelectMany(some => some).Sum(standard => standard.Weight),
        };
    }

    private static Verdict? VerdictOn(Standard standard, IReadOnlyDictionary<string, Verdict> verdicts) =>
        !verdicts.TryGetValue(standard.Code, out var verdict) ? null
        : verdict == Verdict.NotApplicable && standard.Must ? Verdict.NotMet
        : verdict;
}

/// <summary>What a score means for acceptance.</summary>
public abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>Every standard has a verdict, every must is met, and the total is at the mark or above.</summary>
    public sealed record UpToStandard : Finding;

    /// <summary>Not everything was looked at.</summary>
    /// <param name="Unanswered">The standards without a verdict, in the order asked.</param>
    public sealed record Incomplete(ImmutableArray<Standard> Unanswered) : Finding;

    /// <summary>Everything was looked at, and it is not enough.</summary>
    /// <param name="UnmetMusts">The musts that are not wholly met; any of them is too much, whatever the total.</param>
    /// <param name="IsBelowMark">Whether the total is below the mark.</param>
    public sealed record Wanting(ImmutableArray<Standard> UnmetMusts, bool IsBelowMark) : Finding;
}
