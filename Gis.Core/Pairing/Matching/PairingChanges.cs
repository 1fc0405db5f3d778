using System.Collections.Immutable;

namespace Gis.Core.Pairing.Matching;

/// <summary>Tries how little has to change for a pair to come about, each time pairing again as is best for the villages.</summary>
/// <remarks>
/// Raising one side in the other's list never loses the pair once it is there (Balinski, Sönmez 1999, Journal of Economic Theory 84), so
/// the size is found by halving. More room can lose it again: whoever moves in may leave what the village likes better. But no village is
/// worse off by it, so that the sizes at which the village is as well off as with the firm are found by halving, too.
/// </remarks>
internal static class PairingChanges
{
    internal static ImmutableArray<PairingChange> Find(PairingTask task, string village, string firm, string? adviser)
    {
        var (v, f) = (task.Villages.First(each => each.Id == village), task.Firms.First(each => each.Id == firm));
        var names = f.Advisers.Select(each => each.Id).Append(firm).ToHashSet(StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<PairingChange>();
        Add(PairingChangeKind.FirmRaisesVillage, Without(f.Wishes, [village]).Length + 1, rank =>
            task with { Firms = task.Firms.Replace(f, f with { Wishes = Raise(f.Wishes, village, [village], rank) }) });
        Add(PairingChangeKind.VillageRaisesFirm, Without(v.Wishes, names).Length + 1, rank =>
            task with { Villages = task.Villages.Replace(v, v with { Wishes = Raise(v.Wishes, firm, names, rank) }) });
        if (FindRoom(task.Villages.Length, names, more => ListOf(task with { Firms = task.Firms.Replace(f, Widen(f, adviser, more)) }, village)) is { } room)
            changes.Add(new PairingChange(PairingChangeKind.FirmTakesMore, room));
        return changes.ToImmutable();

        void Add(PairingChangeKind kind, int lowest, Func<int, PairingTask> change)
        {
            // The strongest change is the first rank.
            if (ComesAbout(change(1), village, names))
                changes.Add(new PairingChange(kind, lowest + 1 - Halving.FindFirst(lowest, up => ComesAbout(change(lowest + 1 - up), village, names))));
        }
    }

    // With more room the village has somebody it likes better and better: each of the firm's advisers is passed at most once, the one it likes least first.
    private static int? FindRoom(int most, HashSet<string> names, Func<int, (ImmutableArray<string> List, int Place)> listWith)
    {
        var (list, best) = listWith(most);
        foreach (var wanted in Enumerable.Range(best, list.Length - best).Reverse().Where(place => names.Contains(list[place])))
        {
            var more = Halving.FindFirst(most, size => listWith(size).Place <= wanted);
            if (names.Contains(list[listWith(more).Place]))
                return more;
        }

        return null;
    }

    // The advisers a village could have, the best first, and which of them it has; past the last: none.
    private static (ImmutableArray<string> List, int Place) ListOf(PairingTask task, string village)
    {
        var instance = PairingInstance.Of(task);
        var v = instance.Names.FindVillage(village);
        var (from, to) = (instance.RowStart[v], instance.RowStart[v + 1]);
        var pair = VillageProposals.Run(instance)[v];
        return ([.. Enumerable.Range(from, to - from).Select(each => instance.Names.AdviserIds[instance.Pairs[each].Adviser])], pair < 0 ? to - from : pair - from);
    }

    private static bool ComesAbout(PairingTask task, string village, HashSet<string> names)
    {
        var instance = PairingInstance.Of(task);
        var v = instance.Names.FindVillage(village);
        return VillageProposals.Run(instance)[v] is >= 0 and var pair && names.Contains(instance.Names.AdviserIds[instance.Pairs[pair].Adviser]);
    }

    private static WishList Raise(WishList list, string id, HashSet<string> names, int rank) =>
        list with { Ranks = Without(list, names).Insert(rank - 1, [id]), Refused = list.Refused.RemoveAll(names.Contains) };

    private static ImmutableArray<ImmutableArray<string>> Without(WishList list, HashSet<string> names) =>
        [.. list.Ranks.Select(equals => equals.RemoveAll(names.Contains)).Where(equals => equals.Length > 0)];

    private static PairingFirm Widen(PairingFirm firm, string? adviser, int more) => firm with
    {
        Capacity = firm.Capacity + more,
        Advisers = [.. firm.Advisers.Select(each => each.Id == adviser ? each with { Capacity = each.Capacity + more } : each)],
    };
}
