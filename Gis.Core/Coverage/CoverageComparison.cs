using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>What changes for each village between two answers about the same villages.</summary>
public sealed record CoverageComparison
{
    /// <summary>The change of each village, in the order of <see cref="ServiceNetwork.Villages"/>.</summary>
    public required ImmutableArray<ReachChange> Villages { get; init; }

    /// <summary>The villages that come within reach, those that count most first.</summary>
    public required ImmutableArray<VillageChange> Won { get; init; }

    /// <summary>The villages that fall out of reach, those that count most first.</summary>
    public required ImmutableArray<VillageChange> Lost { get; init; }

    /// <summary>All that comes within reach; less what is lost it is the difference of the covered, exactly.</summary>
    public Residents WonTotal => Won.Sum(change => change.Counted);

    /// <summary>All that falls out of reach.</summary>
    public Residents LostTotal => Lost.Sum(change => change.Counted);

    /// <summary>Compares two answers; what counts is what the second counts. Villages that count nothing are in no list.</summary>
    /// <exception cref="ArgumentException">The answers are about different villages.</exception>
    public static CoverageComparison Of(CoverageAnswer before, CoverageAnswer after)
    {
        var villages = after.Network.Villages;
        if (before.Network.Villages != villages && !before.Network.Villages.Select(village => village.Code).SequenceEqual(villages.Select(village => village.Code)))
            throw new ArgumentException($"The answers are about different villages, {before.Network.Villages.Length} and {villages.Length} of them.");

        var changes = Enumerable.Range(0, villages.Length).Select(row => Compare(row, before, after)).ToImmutableArray();
        return new CoverageComparison { Villages = changes, Won = List(ReachChange.Gained), Lost = List(ReachChange.Lost) };

        ImmutableArray<VillageChange> List(ReachChange change) =>
        [
            .. Enumerable.Range(0, changes.Length)
                .Where(row => changes[row] == change)
                .Select(row => new VillageChange(
                    villages[row],
                    after.Question.Weighting.Of(villages[row]),
                    before.Villages[row].Nearest,
                    after.Villages[row].Nearest))
                .Where(row => row.Counted.Count > 0)
                .OrderByDescending(row => row.Counted)
                .ThenBy(row => row.Village.Code),
        ];
    }

    private static ReachChange Compare(int row, CoverageAnswer before, CoverageAnswer after)
    {
        if (before.IsCovered(row) != after.IsCovered(row))
            return after.IsCovered(row) ? ReachChange.Gained : ReachChange.Lost;
        // To reach no point is later than any time.
        return (before.Villages[row].Nearest?.Time, after.Villages[row].Nearest?.Time) switch
        {
            (null, null) => ReachChange.Unchanged,
            (null, _) => ReachChange.Sooner,
            (_, null) => ReachChange.Later,
            ({ } then, { } now) when now < then => ReachChange.Sooner,
            ({ } then, { } now) when now > then => ReachChange.Later,
            _ => ReachChange.Unchanged,
        };
    }
}

/// <summary>What becomes of a village's way to its nearest open point.</summary>
public enum ReachChange
{
    /// <summary>It comes within reach.</summary>
    Gained,

    /// <summary>It was within reach or out of it and is so still, with a shorter trip.</summary>
    Sooner,

    /// <summary>The trip takes as long as before.</summary>
    Unchanged,

    /// <summary>It was within reach or out of it and is so still, with a longer trip.</summary>
    Later,

    /// <summary>It falls out of reach.</summary>
    Lost,
}

/// <summary>A village that comes within reach or falls out of it.</summary>
/// <param name="Village">The village.</param>
/// <param name="Counted">What it counts: its residents, unless the question weighs otherwise.</param>
/// <param name="Before">Its nearest open point in the first answer, of that answer's network; none if it reached none.</param>
/// <param name="After">Its nearest open point in the second answer, of that answer's network; none if it reaches none.</param>
public readonly record struct VillageChange(Village Village, Residents Counted, Reach? Before, Reach? After);
