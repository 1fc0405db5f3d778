using System.Collections.Immutable;

namespace Gis.Core.Places;

/// <summary>
/// Finds out in which datum and order a file writes its positions, from those of things whose place is known. Medians decide,
/// so that up to 30 % of the pairs may be wrong in any way.
/// </summary>
/// <remarks>Rules and thresholds: docs/methods/places.md.</remarks>
public static class DatumStudy
{
    /// <summary>So many pairs are enough to say anything.</summary>
    public const int LeastPairs = 5;

    /// <summary>So many rows make a group in a mixed file, if they are at least a twentieth of it.</summary>
    public const int LeastGroup = 3;

    private const int LeastGroupPercent = 5;
    private const int HoldingPercent = 70;

    // What is left must be three times more under any other guess for a row to be told apart by itself.
    private const double Apart = 3;
    private const int MostNearest = 3;

    /// <summary>Judges a file.</summary>
    /// <param name="pairs">Its positions beside the known ones.</param>
    /// <param name="claimed">The system that the file, or who brought it, says it is in.</param>
    public static DatumVerdict Judge(IReadOnlyList<DatumPair> pairs, Crs claimed)
    {
        if (pairs.Count < LeastPairs)
            return new DatumVerdict.TooFew(pairs.Count, LeastPairs);

        var trials = ListTrials(pairs, claimed);
        if (FindMix(pairs, trials) is { } mixed)
            return mixed;
        var holding = trials.Where(trial => trial.Fitting * 100 >= pairs.Count * HoldingPercent).ToList();
        if (holding.Count == 0)
            return new DatumVerdict.NoneFits(Rank(trials.Where(trial => trial.Fitting > 0), MostNearest));
        var centred = holding.Where(trial => trial.IsCentred()).ToList();
        return centred is [var only]
            ? new DatumVerdict.Clear(only.ToEvidence())
            : new DatumVerdict.Unclear(Rank(centred.Count > 0 ? centred : holding, int.MaxValue));
    }

    private static ImmutableArray<DatumEvidence> Rank(IEnumerable<DatumTrial> trials, int most) =>
    [
        .. trials.Select(trial => trial.ToEvidence())
            .OrderByDescending(evidence => evidence.Fitting)
            .ThenBy(evidence => evidence.MedianOffset)
            .Take(most),
    ];

    // Two guesses that put every pair in the same place are one: the first, which is the simpler.
    private static List<DatumTrial> ListTrials(IReadOnlyList<DatumPair> pairs, Crs claimed)
    {
        var trials = new List<DatumTrial>();
        foreach (var guess in ListGuesses(pairs[pairs.Count / 2].Known, claimed))
        {
            var trial = new DatumTrial(guess, pairs);
            if (trial.Fitting > 0 && !trials.Any(earlier => earlier.Leftovers.SequenceEqual(trial.Leftovers)))
                trials.Add(trial);
        }

        return trials;
    }

    private static IEnumerable<DatumGuess> ListGuesses(LonLat somewhere, Crs claimed)
    {
        Crs[] systems = [claimed, Crs.Wgs84, Crs.Gcj02, Crs.Bd09, Crs.WebMercator, Crs.Bd09Mercator, .. GaussKruger.ListAround(somewhere)];
        foreach (var crs in systems.Distinct())
        {
            yield return new DatumGuess(crs, PairWriting.Plain);
            yield return new DatumGuess(crs, PairWriting.Swapped);
        }

        yield return new DatumGuess(Crs.Wgs84, PairWriting.MinutesAfterPoint);
        yield return new DatumGuess(Crs.Wgs84, PairWriting.SecondsAfterPoint);
    }

    private static DatumVerdict.Mixed? FindMix(IReadOnlyList<DatumPair> pairs, List<DatumTrial> trials)
    {
        var ways = Enumerable.Range(0, pairs.Count).ToLookup(pair => WayOf(trials, pair));
        var groups = ways
            .Where(way => way.Key is not null && way.Count() >= LeastGroup && way.Count() * 100 >= pairs.Count * LeastGroupPercent)
            .OrderByDescending(way => way.Count())
            .ToList();
        var decided = groups.SelectMany(way => way).ToHashSet();
        if (groups.Count < 2 || decided.Count * 100 < pairs.Count * HoldingPercent)
            return null;
        return new DatumVerdict.Mixed(
            [.. groups.Select(way => new DatumGroup(way.Key!.Guess, RowsOf(way)))],
            RowsOf(Enumerable.Range(0, pairs.Count).Where(pair => !decided.Contains(pair))));

        ImmutableArray<int> RowsOf(IEnumerable<int> chosen) => [.. chosen.Select(pair => pairs[pair].Row)];
    }

    // The one guess under which a pair fits and all others leave much more.
    private static DatumTrial? WayOf(List<DatumTrial> trials, int pair)
    {
        var best = trials.Where(trial => trial.Fits(pair)).MinBy(trial => trial.Leftovers[pair]);
        return best is not null && trials.TrueForAll(IsApart) ? best : null;

        bool IsApart(DatumTrial trial) =>
            trial == best || (trial.Leftovers[pair] > best!.Leftovers[pair] && trial.Leftovers[pair] >= Apart * best.Leftovers[pair]);
    }
}
