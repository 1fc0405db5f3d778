namespace Gis.Core.Pairing.Matching;

/// <summary>Names what keeps a village and a firm apart, whoever else there is.</summary>
internal static class PairingBarrier
{
    internal static string Name(PairingInstance instance, int village, int firm)
    {
        var (task, v, f) = (instance.Task, instance.Task.Villages[village], instance.Task.Firms[firm]);
        var places = Enumerable.Range(instance.Names.AdviserStart[firm], instance.AdvisersOf(firm)).Select(adviser => instance.Names.AdviserIds[adviser]).Append(f.Id).ToHashSet(StringComparer.Ordinal);
        if (instance.Confirmed[village] >= 0)
            return $"{v.Id} is confirmed with {instance.Names.AdviserIds[instance.Confirmed[village]]}.";
        if (task.Conflicts.Any(conflict => conflict.Village == v.Id && places.Contains(conflict.Place)))
            return $"A conflict parts {v.Id} and {f.Id}.";
        if (IsRefused(v.Wishes, places))
            return $"{v.Id} refuses {f.Id}.";
        if (IsRefused(f.Wishes, [v.Id]))
            return $"{f.Id} refuses {v.Id}.";
        return instance.WayOf(village, firm) is { } way ? $"The way takes {way} and the limit is {task.Limit}." : $"No way from {f.Id} to {v.Id} is known, and there is a limit.";
    }

    private static bool IsRefused(WishList wishes, HashSet<string> names) => wishes.Refused.Any(names.Contains)
        || (wishes.Others == OthersAre.Refused && !wishes.Ranks.Any(rank => rank.Any(names.Contains)));
}
