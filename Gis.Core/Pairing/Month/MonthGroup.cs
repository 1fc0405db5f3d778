using System.Collections.Immutable;

namespace Gis.Core.Pairing.Month;

/// <summary>Advisers, and the villages that only they may serve: what can be planned by itself.</summary>
/// <param name="Advisers">The advisers.</param>
/// <param name="Villages">The villages; not empty.</param>
/// <param name="Allowed">By village, in order, the adviser it has; none: any of them.</param>
internal sealed record MonthGroup(int[] Advisers, int[] Villages, int?[] Allowed)
{
    /// <summary>A village that may have any adviser ties all of them together; else everybody's villages are a group.</summary>
    internal static List<MonthGroup> ListOf(MonthTask task)
    {
        var places = task.Advisers.Select((adviser, i) => (adviser.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        var allowed = task.Villages.Select(village => village.Adviser is { } named ? places[named] : (int?)null).ToArray();
        var villages = Enumerable.Range(0, allowed.Length).ToArray();
        if (villages.Length == 0)
            return [];
        if (allowed.Contains(null))
            return [new MonthGroup([.. Enumerable.Range(0, task.Advisers.Length)], villages, allowed)];
        return
        [
            .. villages.GroupBy(village => allowed[village]!.Value).OrderBy(group => group.Key)
                .Select(group => new MonthGroup([group.Key], [.. group], [.. group.Select(village => allowed[village])])),
        ];
    }

    /// <summary>The villages that one adviser has and no other may serve.</summary>
    internal int[] OwnOf(int adviser) => [.. Villages.Where((_, i) => Allowed[i] == adviser)];
}

/// <summary>What was found for a group.</summary>
/// <param name="Shares">By adviser of the group the tours of every part, by village.</param>
/// <param name="Least">No plan drives less, over all parts.</param>
/// <param name="Lacks">Milliseconds and tours that are too many, by adviser of the group; all zero for a plan.</param>
internal sealed record GroupPlan(ImmutableArray<AdviserShare> Shares, long Least, ImmutableArray<(long Time, int Tours)> Lacks)
{
    internal bool IsWhole => Lacks.All(lack => lack is (0, 0));
}

/// <summary>What one adviser does.</summary>
/// <param name="Adviser">The adviser.</param>
/// <param name="Parts">By part, its tours.</param>
internal sealed record AdviserShare(int Adviser, ImmutableArray<List<int[]>> Parts);
