using System.Collections.Frozen;
using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress.Acceptance;

/// <summary>All standards of all tiers: what acceptance asks.</summary>
public sealed class StandardSet
{
    private readonly FrozenDictionary<string, Standard> byCode;
    private readonly ImmutableArray<ImmutableArray<Standard>> byTier;

    /// <summary>Joins standards to a set.</summary>
    /// <param name="standards">In the order in which an inspector is asked them.</param>
    /// <exception cref="ArgumentException">
    /// A code is empty or given twice, a weight is out of its range, or a tier is asked nothing in one of the groups; the
    /// message names which.
    /// </exception>
    public StandardSet(IEnumerable<Standard> standards)
    {
        All = [.. standards];
        if (Faults(All).FirstOrDefault() is { } fault)
            throw new ArgumentException(fault, nameof(standards));
        byCode = All.ToFrozenDictionary(standard => standard.Code, StringComparer.Ordinal);
        byTier =
        [
            .. Enum.GetValues<Tier>().Select(tier => All.Where(standard => standard.Tier == tier).OrderBy(standard => standard.Group).ToImmutableArray()),
        ];
    }

    /// <summary>Every standard, in the order given.</summary>
    public ImmutableArray<Standard> All { get; }

    /// <summary>What is asked of a tier, group by group.</summary>
    public ImmutableArray<Standard> Of(Tier tier) => byTier[(int)tier];

    /// <summary>The standard of a code, or null.</summary>
    public Standard? Find(string code) => byCode.GetValueOrDefault(code);

    private static IEnumerable<string> Faults(ImmutableArray<Standard> all)
    {
        foreach (var standard in all.Where(standard => standard.Code.Length == 0))
            yield return $"A standard of a {standard.Tier.Written()} has no code: '{standard.Text}'.";
        foreach (var twice in all.GroupBy(standard => standard.Code, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return $"Standard {twice.Key} is given {twice.Count()} times; each code only once.";
        foreach (var standard in all.Where(standard => standard.Weight is < 1 or > Standard.MostWeight))
            yield return $"Standard {standard.Code} has weight {standard.Weight}; right is 1 to {Standard.MostWeight}.";
        foreach (var tier in Enum.GetValues<Tier>())
        {
            foreach (var group in Enum.GetValues<StandardGroup>().Where(group => !all.Any(standard => standard.Tier == tier && standard.Group == group)))
                yield return $"Nothing is asked of a {tier.Written()} under {group.Written()}; each tier has each group.";
        }
    }
}
