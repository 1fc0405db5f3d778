using System.Collections.Immutable;

namespace Gis.Core.Pairing.Matching;

/// <summary>Explains a pairing to a village or a firm: why this one, why not that one, and what a wish would cost.</summary>
public static class PairingWhy
{
    /// <summary>Why a village and a firm are paired, or are not.</summary>
    /// <exception cref="PairingException">There is no such village or firm.</exception>
    public static PairingReason Explain(PairingInstance instance, PairingResult result, string village, string firm)
    {
        var (v, f) = Find(instance, village, firm);
        var pairOf = PairingWriter.Read(instance, result.Pairs);
        var pair = BestPair(instance, v, f);
        var own = PairingWriter.AdviserOf(instance, pairOf, v);
        var arePaired = own >= 0 && instance.FirmOf[own] == f;
        return new PairingReason(
            village, firm,
            pair < 0 ? null : instance.Names.AdviserIds[instance.Pairs[pair].Adviser],
            arePaired,
            arePaired || pair >= 0 ? null : PairingBarrier.Name(instance, v, f),
            pair < 0 ? null : PlaceInVillage(instance, pair),
            pair < 0 ? null : PlaceInFirm(instance, pair),
            instance.WayOf(v, f),
            pair < 0 ? 0 : RoomLeft(instance.AdviserRoom[instance.Pairs[pair].Adviser], pairOf.Count(other => other >= 0 && instance.Pairs[other].Adviser == instance.Pairs[pair].Adviser)),
            RoomLeft(instance.FirmRoom[f], pairOf.Count(other => other >= 0 && instance.FirmOf[instance.Pairs[other].Adviser] == f)),
            pair < 0 ? [] : ListAhead(instance, pairOf, pair),
            result.Blocking.Any(blocking => blocking.Village == village && blocking.Firm == firm),
            arePaired ? [] : PairingChanges.Find(instance.Task, village, firm, pair < 0 ? null : instance.Names.AdviserIds[instance.Pairs[pair].Adviser]));
    }

    /// <summary>What it costs the others if a village and a firm are paired whatever else, and all others by the aim.</summary>
    /// <returns>The cost; none where the two cannot be paired, the firm is full of confirmed pairs, or the search was stopped.</returns>
    /// <exception cref="PairingException">There is no such village or firm.</exception>
    public static WishCost? CostOfWish(PairingInstance instance, PairingAim aim, string village, string firm, PairingStop stop)
    {
        var (v, f) = Find(instance, village, firm);
        var pair = BestPair(instance, v, f);
        if (pair < 0 || instance.AdviserRoom[instance.Pairs[pair].Adviser] == 0 || instance.FirmRoom[f] == 0)
            return null;
        var held = new PairedVillage(village, instance.Names.AdviserIds[instance.Pairs[pair].Adviser]);
        var fixedRound = PairingInstance.Of(instance.Task with { Confirmed = instance.Task.Confirmed.Add(held) });
        if (PairingStudy.Solve(instance, aim, stop).Found is not { } before || PairingStudy.Solve(fixedRound, aim, stop).Found is not { } after)
            return null;
        return Compare(instance, before, after);
    }

    private static WishCost Compare(PairingInstance instance, PairingResult before, PairingResult after)
    {
        var (was, now) = (PairingWriter.Read(instance, before.Pairs), PairingWriter.Read(instance, after.Pairs));
        int RankOf(int[] pairOf, int village) => pairOf[village] < 0 ? int.MaxValue : instance.Pairs[pairOf[village]].VillageRank;
        var free = Enumerable.Range(0, instance.Villages).Where(village => instance.Confirmed[village] < 0).ToList();
        string IdOf(int village) => instance.Task.Villages[village].Id;
        var blocked = before.Blocking.Select(pair => (pair.Village, pair.Adviser)).ToHashSet();
        return new WishCost(
            before.Travel, after.Travel,
            [.. free.Where(village => RankOf(now, village) < RankOf(was, village)).Select(IdOf)],
            [.. free.Where(village => RankOf(now, village) > RankOf(was, village)).Select(IdOf)],
            [.. free.Where(village => now[village] < 0 && was[village] >= 0).Select(IdOf)],
            [.. PairingWriter.Write(instance, now).Blocking.Where(pair => !blocked.Contains((pair.Village, pair.Adviser)))]);
    }

    private static (int Village, int Firm) Find(PairingInstance instance, string village, string firm)
    {
        var (v, f) = (instance.Names.FindVillage(village), instance.Names.FindFirm(instance.Task, firm));
        if (v < 0)
            throw new PairingException("question", "village", village, "the id of a village");
        return f < 0 ? throw new PairingException("question", "firm", firm, "the id of a firm") : (v, f);
    }

    // Pairs of a village stand in the order of its list.
    private static int BestPair(PairingInstance instance, int village, int firm) =>
        Enumerable.Range(instance.RowStart[village], instance.RowStart[village + 1] - instance.RowStart[village])
            .FirstOrDefault(pair => instance.FirmOf[instance.Pairs[pair].Adviser] == firm, -1);

    private static ListPlace PlaceInVillage(PairingInstance instance, int pair)
    {
        var (village, rank) = (instance.Pairs[pair].Village, instance.Pairs[pair].VillageRank);
        return new ListPlace(rank + 1, instance.Pairs[instance.RowStart[village]..instance.RowStart[village + 1]].Count(other => other.VillageRank == rank));
    }

    private static ListPlace PlaceInFirm(PairingInstance instance, int pair)
    {
        var rank = instance.Pairs[pair].FirmRank;
        var equals = instance.FirmColumnOf(instance.FirmOf[instance.Pairs[pair].Adviser]).ToArray()
            .Where(other => instance.Pairs[other].FirmRank == rank).DistinctBy(other => instance.Pairs[other].Village);
        return new ListPlace(rank + 1, equals.Count());
    }

    private static ImmutableArray<string> ListAhead(PairingInstance instance, int[] pairOf, int pair) =>
    [
        .. instance.FirmColumnOf(instance.FirmOf[instance.Pairs[pair].Adviser]).ToArray()
            .Where(other => pairOf[instance.Pairs[other].Village] == other
                && instance.Pairs[other].Village != instance.Pairs[pair].Village && instance.Pairs[other].FirmRank <= instance.Pairs[pair].FirmRank)
            .Select(other => instance.Task.Villages[instance.Pairs[other].Village].Id),
    ];

    private static int RoomLeft(int room, int taken) => Math.Max(0, room - taken);
}
