namespace Gis.Core.Pairing.Matching;

/// <summary>How many villages of each group are paired, against floors and caps.</summary>
internal static class PairingGroups
{
    /// <summary>The groups that have as many pairs as their cap allows.</summary>
    internal static HashSet<string> ListAtCap(PairingInstance instance, int[] pairOf)
    {
        if (instance.Task.Groups.IsEmpty)
            return [];
        var paired = Count(instance, pairOf);
        return [.. instance.Task.Groups.Where(group => paired.GetValueOrDefault(group.Id) >= group.Cap).Select(group => group.Id)];
    }

    /// <summary>Whether every group is between its floor and its cap.</summary>
    internal static bool AreKept(PairingInstance instance, int[] pairOf)
    {
        if (instance.Task.Groups.IsEmpty)
            return true;
        var paired = Count(instance, pairOf);
        return instance.Task.Groups.All(group =>
            paired.GetValueOrDefault(group.Id) is var count && count >= group.Floor && !(count > group.Cap));
    }

    /// <summary>The villages paired by group, the confirmed among them.</summary>
    internal static Dictionary<string, int> Count(PairingInstance instance, int[] pairOf) => Enumerable.Range(0, instance.Villages)
        .Where(village => pairOf[village] >= 0 || instance.Confirmed[village] >= 0)
        .CountBy(village => instance.Task.Villages[village].Group, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The villages of a group that are not confirmed.</summary>
    internal static IEnumerable<int> ListFree(PairingInstance instance, string group) => Enumerable.Range(0, instance.Villages)
        .Where(village => instance.Confirmed[village] < 0 && instance.Task.Villages[village].Group == group);

    internal static int CountConfirmed(PairingInstance instance, string group) => Enumerable.Range(0, instance.Villages)
        .Count(village => instance.Confirmed[village] >= 0 && instance.Task.Villages[village].Group == group);
}
