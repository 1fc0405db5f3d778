namespace Gis.Core.Pairing.Matching;

/// <summary>Says of every blocking pair which floor, cap or service of all would break if the two came together.</summary>
internal static class BlockingReasons
{
    internal static PairingResult Add(PairingInstance instance, PairingResult result)
    {
        if (result.Blocking.IsEmpty)
            return result;
        var pairOf = PairingWriter.Read(instance, result.Pairs);
        var paired = PairingGroups.Count(instance, pairOf);
        return result with { Blocking = [.. result.Blocking.Select(blocking => blocking with { Reason = Find(instance, pairOf, paired, blocking) })] };
    }

    private static string Find(PairingInstance instance, int[] pairOf, Dictionary<string, int> paired, BlockingPair blocking)
    {
        var village = instance.Names.FindVillage(blocking.Village);
        var leaves = FindLeaving(instance, pairOf, village, blocking);
        var change = new Dictionary<string, int>(StringComparer.Ordinal);
        if (pairOf[village] < 0)
            change[instance.Task.Villages[village].Group] = 1;
        if (leaves >= 0)
            change[instance.Task.Villages[leaves].Group] = change.GetValueOrDefault(instance.Task.Villages[leaves].Group) - 1;
        foreach (var group in instance.Task.Groups)
        {
            var count = paired.GetValueOrDefault(group.Id) + change.GetValueOrDefault(group.Id);
            if (count < group.Floor)
                return $"{instance.Task.Villages[leaves].Id} would lose its place, and group {group.Id} would have {count} of the {group.Floor} villages its floor asks for.";
            if (count > group.Cap)
                return $"Group {group.Id} would have {count} villages paired, over its cap of {group.Cap}.";
        }

        return leaves >= 0 && pairOf[village] >= 0 && instance.Task.ServeAll
            ? $"{instance.Task.Villages[leaves].Id} would lose its place, and as many villages as possible are to be served."
            : $"Together the two would only pass the break on to others: {ListRules(instance, paired)}.";
    }

    /// <summary>The village that would go, the last in the firm's list among those it likes less; -1 where nobody has to.</summary>
    private static int FindLeaving(PairingInstance instance, int[] pairOf, int village, BlockingPair blocking)
    {
        if (blocking.Case is BlockingCase.HasRoom or BlockingCase.SameFirm)
            return -1;
        var adviser = instance.Names.FindAdviser(blocking.Adviser);
        var column = blocking.Case == BlockingCase.AdviserPrefers ? instance.ColumnOf(adviser) : instance.FirmColumnOf(instance.FirmOf[adviser]);
        var ownGroup = pairOf[village] < 0 && PairingGroups.ListAtCap(instance, pairOf).Contains(instance.Task.Villages[village].Group)
            ? instance.Task.Villages[village].Group
            : null;
        for (var i = column.Length - 1; i >= 0; i--)
        {
            var other = instance.Pairs[column[i]].Village;
            if (pairOf[other] == column[i] && (ownGroup is null || instance.Task.Villages[other].Group == ownGroup))
                return other;
        }

        return -1;
    }

    private static string ListRules(PairingInstance instance, Dictionary<string, int> paired)
    {
        var tight = instance.Task.Groups.Where(group => group.Floor > 0 && paired.GetValueOrDefault(group.Id) == group.Floor).Select(group => $"the floor of group {group.Id}")
            .Concat(instance.Task.Groups.Where(group => paired.GetValueOrDefault(group.Id) == group.Cap).Select(group => $"the cap of group {group.Id}"))
            .Concat(instance.Task.ServeAll ? ["that as many villages as possible are served"] : Enumerable.Empty<string>());
        return string.Join(", ", tight.DefaultIfEmpty("the floors, caps and service asked for")) + " could not hold otherwise";
    }
}
