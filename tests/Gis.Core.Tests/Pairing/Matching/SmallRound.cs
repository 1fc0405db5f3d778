using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Pairing.Matching;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Matching;

/// <summary>
/// Small random rounds, and every possible pairing of them, judged by the words of the definition and from the round as it was
/// given: nothing here uses the compact rows that the methods work on.
/// </summary>
internal static class SmallRound
{
    /// <summary>A wish for each of those who can be named: 0 to 3 a rank, 4 refused, 5 not named.</summary>
    private static WishList List(string[] ids, int[] said, bool isOpen) => new(
        [.. Enumerable.Range(0, 4).Select(rank => ids.Where((_, i) => said[i] == rank)).Where(rank => rank.Any()).Select(rank => rank.ToImmutableArray())],
        [.. ids.Where((_, i) => said[i] == 4)],
        isOpen ? OthersAre.NoOpinion : OthersAre.Refused);

    /// <summary>Up to five villages in two counties and three firms of one or two advisers; equals, vetoes, open lists, zero capacities.</summary>
    internal static readonly Gen<PairingTask> Any = Make(strict: false);

    /// <summary>The same without equals.</summary>
    internal static readonly Gen<PairingTask> Strict = Make(strict: true);

    private static Gen<PairingTask> Make(bool strict) =>
        from villages in Gen.Int[1, 5]
        from advisers in Gen.Int[0, 2].Array[1, 3]
        from said in Gen.Int[0, 5].Array[60]
        from open in Gen.Int[0, 3].Array[10]
        from room in Gen.Int[0, 5].Array[12]
        from costs in Gen.Int[0, 12].Array[15]
        from seed in Gen.ULong
        select Task(villages, advisers, said, open, room, costs, seed, strict);

    private static PairingTask Task(int villages, int[] advisers, int[] said, int[] open, int[] room, int[] costs, ulong seed, bool strict)
    {
        string[] villageIds = [.. Enumerable.Range(0, villages).Select(i => $"v{i}")];
        string[][] adviserIds = [.. advisers.Select((count, f) => count == 0 ? [$"f{f}"] : Enumerable.Range(0, count).Select(a => $"f{f}a{a}").ToArray())];
        string[] places = [.. adviserIds.SelectMany(ids => ids)];
        return new PairingTask(
            [.. villageIds.Select((id, v) => new PairingVillage(id, Written(places, said, v * 6, open[v]), v % 2 == 0 ? "east" : "west"))],
            [.. adviserIds.Select((ids, f) => new PairingFirm($"f{f}", Room(room[f]), Written(villageIds, said, 30 + (f * 10), open[5 + f]), advisers[f] == 0 ? [] : [.. ids.Select((id, a) => new PairingAdviser(id, Room(room[3 + (f * 2) + a])))])
            {
                Weight = 1 + (room[9 + f] % 2),
            })])
        {
            Costs = [.. costs.Select((cost, i) => (cost, i / 3, i % 3)).Where(each => each.cost < 12 && each.Item2 < villages && each.Item3 < advisers.Length)
                .Select(each => new PairingCost($"v{each.Item2}", $"f{each.Item3}", new Minutes(each.cost)))],
            Seed = seed,
        };

        WishList Written(string[] ids, int[] all, int from, int isOpen)
        {
            var list = List(ids, all[from..(from + ids.Length)], isOpen == 0 && !strict);
            return strict ? WishList.Strict(list.Ranks.SelectMany(rank => rank)) : list;
        }
    }

    private static int Room(int drawn) => drawn switch { 0 => 0, < 4 => 1, _ => 2 };

    internal static IEnumerable<(string Adviser, int Capacity)> Advisers(PairingFirm firm) =>
        firm.Advisers.IsEmpty ? [(firm.Id, firm.Capacity)] : firm.Advisers.Select(adviser => (adviser.Id, adviser.Capacity));

    internal static PairingFirm FirmOf(PairingTask task, string adviser) => task.Firms.Single(firm => Advisers(firm).Any(each => each.Adviser == adviser));

    /// <summary>How many ranks stand before one of several names in a list; none where it is refused.</summary>
    internal static int? Rank(WishList list, params string[] names)
    {
        if (names.Any(list.Refused.Contains))
            return null;
        for (var rank = 0; rank < list.Ranks.Length; rank++)
        {
            if (list.Ranks[rank].Any(names.Contains))
                return rank;
        }

        return list.Others == OthersAre.NoOpinion ? list.Ranks.Length : null;
    }

    internal static int? VillageRank(PairingTask task, PairingVillage village, string adviser) => Rank(village.Wishes, adviser, FirmOf(task, adviser).Id);

    internal static int? FirmRank(PairingFirm firm, string village) => Rank(firm.Wishes, village);

    internal static Minutes? Way(PairingTask task, string village, string firm) =>
        task.Costs.Where(cost => cost.Village == village && cost.Firm == firm).Select(cost => (Minutes?)cost.Time).SingleOrDefault();

    internal static bool IsAcceptable(PairingTask task, PairingVillage village, string adviser, bool needsWay)
    {
        var firm = FirmOf(task, adviser);
        return VillageRank(task, village, adviser) is not null && FirmRank(firm, village.Id) is not null
            && !task.Conflicts.Any(conflict => conflict.Village == village.Id && (conflict.Place == adviser || conflict.Place == firm.Id))
            && (task.Limit is null || Way(task, village.Id, firm.Id) <= task.Limit)
            && (!needsWay || Way(task, village.Id, firm.Id) is not null);
    }

    /// <summary>Every pairing of acceptable pairs within the capacities, as the adviser of each village or null, confirmed ones as they are.</summary>
    internal static List<string?[]> Pairings(PairingTask task, bool needsWay = false)
    {
        var found = new List<string?[]>();
        Extend([]);
        return found;

        void Extend(string?[] begun)
        {
            if (begun.Length == task.Villages.Length)
            {
                found.Add(begun);
                return;
            }

            var village = task.Villages[begun.Length];
            foreach (var adviser in Choices(task, village, needsWay))
            {
                string?[] more = [.. begun, adviser];
                if (Fits(task, more))
                    Extend(more);
            }
        }
    }

    private static IEnumerable<string?> Choices(PairingTask task, PairingVillage village, bool needsWay) =>
        task.Confirmed.Where(pair => pair.Village == village.Id).Select(pair => pair.Adviser).FirstOrDefault() is { } confirmed
            ? [confirmed]
            : task.Firms.SelectMany(Advisers).Select(each => each.Adviser).Where(adviser => IsAcceptable(task, village, adviser, needsWay)).Prepend(null);

    private static bool Fits(PairingTask task, string?[] begun) => task.Firms.All(firm =>
        begun.Count(adviser => adviser is not null && FirmOf(task, adviser).Id == firm.Id) <= firm.Capacity
        && Advisers(firm).All(each => begun.Count(adviser => adviser == each.Adviser) <= each.Capacity));

    internal static bool KeepsGroups(PairingTask task, string?[] pairing) => task.Groups.All(group =>
        Paired(task, pairing, group.Id) is var count && count >= group.Floor && !(count > group.Cap));

    internal static int Paired(PairingTask task, string?[] pairing, string group) =>
        task.Villages.Where((village, i) => village.Group == group && pairing[i] is not null).Count();

    internal static double? Travel(PairingTask task, string?[] pairing) => task.Villages.Select((village, i) =>
        pairing[i] is { } adviser ? Way(task, village.Id, FirmOf(task, adviser).Id)?.Value ?? 0 : 0).Sum();

    internal static double LargestLoad(PairingTask task, string?[] pairing) => task.Firms.Max(firm => task.Villages.Select((village, i) =>
        pairing[i] is { } adviser && FirmOf(task, adviser).Id == firm.Id ? Way(task, village.Id, firm.Id)?.Value ?? 0 : 0).Sum() / firm.Weight);

    internal static int RankSum(PairingTask task, string?[] pairing, bool ofFirms) => task.Villages.Select((village, i) => pairing[i] is not { } adviser
        ? 0
        : task.Confirmed.Any(pair => pair.Village == village.Id) ? 0
        : ofFirms ? FirmRank(FirmOf(task, adviser), village.Id)!.Value : VillageRank(task, village, adviser)!.Value).Sum();

    /// <summary>The blocking pairs, straight from the definition of Abraham, Irving and Manlove with both sides gaining strictly.</summary>
    internal static List<(string Village, string Adviser)> Blocking(PairingTask task, string?[] pairing, bool needsWay = false) =>
    [
        .. from v in Enumerable.Range(0, task.Villages.Length)
           where !task.Confirmed.Any(pair => pair.Village == task.Villages[v].Id)
           from firm in task.Firms
           from each in Advisers(firm)
           where IsAcceptable(task, task.Villages[v], each.Adviser, needsWay) && Blocks(task, pairing, v, firm, each.Adviser, each.Capacity)
           select (task.Villages[v].Id, each.Adviser),
    ];

    private static bool Blocks(PairingTask task, string?[] pairing, int v, PairingFirm firm, string adviser, int capacity)
    {
        var village = task.Villages[v];
        if (pairing[v] is { } own && !(VillageRank(task, village, adviser) < VillageRank(task, village, own)))
            return false;
        var atAdviser = Enumerable.Range(0, pairing.Length).Where(u => pairing[u] == adviser).ToList();
        var atFirm = Enumerable.Range(0, pairing.Length).Where(u => pairing[u] is { } other && FirmOf(task, other).Id == firm.Id).ToList();
        var hasRoom = atAdviser.Count < capacity;
        var rank = FirmRank(firm, village.Id);
        bool IsWorse(int u) => !task.Confirmed.Any(pair => pair.Village == task.Villages[u].Id) && FirmRank(firm, task.Villages[u].Id) > rank;
        if (pairing[v] is null && task.Groups.Any(group => group.Id == village.Group && Paired(task, pairing, group.Id) >= group.Cap))
            return (hasRoom ? atFirm : atAdviser).Any(u => IsWorse(u) && task.Villages[u].Group == village.Group);
        if (!hasRoom)
            return atAdviser.Any(IsWorse);
        return atFirm.Count < firm.Capacity || atFirm.Contains(v) || atFirm.Any(IsWorse);
    }

    internal static string?[] Read(PairingTask task, PairingResult result) =>
        [.. task.Villages.Select(village => result.Pairs.Where(pair => pair.Village == village.Id).Select(pair => pair.Adviser).SingleOrDefault())];

    /// <summary>The round with every equal parted by the written rule: the shorter way first, then the lower lot.</summary>
    internal static PairingTask PartEquals(PairingTask task)
    {
        return task with
        {
            Villages = [.. task.Villages.Select(village => village with
            {
                Wishes = WishList.Strict(task.Firms.SelectMany(Advisers).Select(each => each.Adviser).Where(adviser => IsAcceptable(task, village, adviser, false))
                    .OrderBy(adviser => VillageRank(task, village, adviser)).ThenBy(adviser => Minute(village.Id, FirmOf(task, adviser).Id))
                    .ThenBy(adviser => PairingLottery.Draw(task.Seed, village.Id, adviser))),
            })],
            Firms = [.. task.Firms.Select(firm => firm with
            {
                Wishes = WishList.Strict(task.Villages.Where(village => FirmRank(firm, village.Id) is not null).Select(village => village.Id)
                    .OrderBy(village => FirmRank(firm, village)).ThenBy(village => Minute(village, firm.Id))
                    .ThenBy(village => PairingLottery.Draw(task.Seed, village, firm.Id))),
            })],
        };

        double Minute(string village, string firm) => Way(task, village, firm)?.Value ?? double.PositiveInfinity;
    }
}
