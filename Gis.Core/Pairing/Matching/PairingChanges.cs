using System.Collections.Immutable;

namespace Gis.Core.Pairing.Matching;

/// <summary>Tries how little has to change for a pair to come about, each time pairing again as is best for the villages.</summary>
/// <remarks>
/// Raising one side in the other's list, or adding room, never loses the pair once it is there (Balinski, Sönmez 1999, Journal of
/// Economic Theory 84), so the size is found by halving.
/// </remarks>
internal static class PairingChanges
{
    internal static ImmutableArray<PairingChange> Find(PairingTask task, string village, string firm, string? adviser)
    {
        var (v, f) = (task.Villages.First(each => each.Id == village), task.Firms.First(each => each.Id == firm));
        var names = f.Advisers.Select(each => each.Id).Append(firm).ToHashSet(StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<PairingChange>();
        Add(PairingChangeKind.FirmRaisesVillage, Without(f.Wishes, [village]).Length + 1, fromTop: true, rank =>
            task with { Firms = task.Firms.Replace(f, f with { Wishes = Raise(f.Wishes, village, [village], rank) }) });
        Add(PairingChangeKind.VillageRaisesFirm, Without(v.Wishes, names).Length + 1, fromTop: true, rank =>
            task with { Villages = task.Villages.Replace(v, v with { Wishes = Raise(v.Wishes, firm, names, rank) }) });
        Add(PairingChangeKind.FirmTakesMore, task.Villages.Length, fromTop: false, more =>
            task with { Firms = task.Firms.Replace(f, Widen(f, adviser, more)) });
        return changes.ToImmutable();

        void Add(PairingChangeKind kind, int most, bool fromTop, Func<int, PairingTask> change)
        {
            // The strongest change is the first rank, or the most room.
            var (will, wont) = fromTop ? (1, most + 1) : (most, 0);
            if (!ComesAbout(change(will), village, names))
                return;
            while (Math.Abs(will - wont) > 1)
            {
                var middle = (will + wont) / 2;
                (will, wont) = ComesAbout(change(middle), village, names) ? (middle, wont) : (will, middle);
            }

            changes.Add(new PairingChange(kind, will));
        }
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
