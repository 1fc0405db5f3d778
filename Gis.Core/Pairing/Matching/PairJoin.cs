namespace Gis.Core.Pairing.Matching;

/// <summary>
/// Joins the wishes of both sides to the pairs that both accept, village by village: what the firms say of a village is laid
/// out in an array by firm, so that the work is linear in the lists.
/// </summary>
internal sealed class PairJoin
{
    private const int Never = -1;

    private readonly PairingTask task;
    private readonly PlaceNames names;
    private readonly HashSet<(int Village, int Adviser)> conflicts;
    private readonly (int[] Start, Wish[] Wishes) villageWishes;
    private readonly (int[] Start, Wish[] Wishes) saidOf;
    private readonly int[] openFirms;
    private readonly int[] saidRank;
    private readonly int[] saidFor;
    private readonly int[] named;
    private readonly ulong[] adviserLots;
    private readonly double limit;
    private readonly List<AcceptablePair> joined;

    internal PairJoin(PairingTask task, PlaceNames names)
    {
        (this.task, this.names) = (task, names);
        villageWishes = WishRows.OfVillages(task, names);
        saidOf = WishRows.Turn(WishRows.OfFirms(task, names), task.Villages.Length);
        openFirms = [.. Enumerable.Range(0, task.Firms.Length).Where(firm => task.Firms[firm].Wishes.Others == OthersAre.NoOpinion)];
        (saidRank, saidFor, named) = (new int[task.Firms.Length], new int[task.Firms.Length], new int[names.AdviserIds.Length]);
        Array.Fill(saidFor, Never);
        Array.Fill(named, Never);
        adviserLots = [.. names.AdviserIds.Select(PairingLottery.Name)];
        limit = task.Limit?.Value ?? double.PositiveInfinity;
        conflicts = ReadConflicts();
        joined = new List<AcceptablePair>(Math.Min(villageWishes.Wishes.Length, saidOf.Wishes.Length));
    }

    internal (AcceptablePair[] Pairs, int[] RowStart) Join()
    {
        var rowStart = new int[task.Villages.Length + 1];
        for (var village = 0; village < task.Villages.Length; village++)
        {
            if (names.Confirmed[village] < 0)
                JoinVillage(village);
            rowStart[village + 1] = joined.Count;
        }

        var pairs = joined.ToArray();
        for (var village = 0; village < task.Villages.Length; village++)
            PartEquals(pairs.AsSpan(rowStart[village]..rowStart[village + 1]), PairingLottery.Name(task.Villages[village].Id));
        return (pairs, rowStart);
    }

    private void JoinVillage(int village)
    {
        var said = saidOf.Wishes.AsSpan(saidOf.Start[village]..saidOf.Start[village + 1]);
        foreach (var wish in said)
            (saidRank[wish.Other], saidFor[wish.Other]) = (wish.Rank, village);
        foreach (var wish in villageWishes.Wishes.AsSpan(villageWishes.Start[village]..villageWishes.Start[village + 1]))
        {
            named[wish.Other] = village;
            if (wish.Rank >= 0)
                Add(village, wish.Other, wish.Rank);
        }

        if (task.Villages[village].Wishes.Others == OthersAre.Refused)
            return;
        foreach (var wish in said)
            AddUnnamed(village, wish.Other);
        foreach (var firm in openFirms)
        {
            if (saidFor[firm] != village)
                AddUnnamed(village, firm);
        }
    }

    private void AddUnnamed(int village, int firm)
    {
        for (var adviser = names.AdviserStart[firm]; adviser < names.AdviserStart[firm + 1]; adviser++)
        {
            if (named[adviser] != village)
                Add(village, adviser, task.Villages[village].Wishes.Ranks.Length);
        }
    }

    private void Add(int village, int adviser, int rank)
    {
        var firm = names.FirmOf[adviser];
        var wishes = task.Firms[firm].Wishes;
        var firmRank = saidFor[firm] == village ? saidRank[firm] : wishes.Others == OthersAre.NoOpinion ? wishes.Ranks.Length : WishRows.Refused;
        if (firmRank == WishRows.Refused || (conflicts.Count > 0 && conflicts.Contains((village, adviser))))
            return;
        var minutes = names.Ways.Count > 0 && names.Ways.TryGetValue((village, firm), out var way) ? way.Value : double.NaN;
        // Not a number is not within a limit either.
        if (task.Limit is null || minutes <= limit)
            joined.Add(new AcceptablePair { Village = village, Adviser = adviser, VillageRank = rank, FirmRank = firmRank, Minutes = minutes });
    }

    // Ranks come in their order already: only runs of equals are sorted.
    private void PartEquals(Span<AcceptablePair> row, ulong lot)
    {
        for (int from = 0, to; from < row.Length; from = to)
        {
            for (to = from + 1; to < row.Length && row[to].VillageRank == row[from].VillageRank;)
                to++;
            if (to - from > 1)
                row[from..to].Sort((left, right) => CompareEquals(left, right, lot));
        }
    }

    private int CompareEquals(AcceptablePair left, AcceptablePair right, ulong village)
    {
        var order = PairColumns.CompareWays(left.Minutes, right.Minutes);
        if (order == 0)
            order = PairingLottery.Draw(task.Seed, village, adviserLots[left.Adviser]).CompareTo(PairingLottery.Draw(task.Seed, village, adviserLots[right.Adviser]));
        return order != 0 ? order : string.CompareOrdinal(names.AdviserIds[left.Adviser], names.AdviserIds[right.Adviser]);
    }

    private HashSet<(int Village, int Adviser)> ReadConflicts()
    {
        var read = new HashSet<(int, int)>();
        foreach (var conflict in task.Conflicts)
        {
            var (village, (from, to)) = (names.FindVillage(conflict.Village), names.FindPlace(conflict.Place));
            var record = $"conflict {conflict.Village}, {conflict.Place}";
            if (village < 0)
                throw new PairingException(record, "village", conflict.Village, "the id of a village");
            if (from == to)
                throw new PairingException(record, "place", conflict.Place, "the id of an adviser or firm");
            for (var adviser = from; adviser < to; adviser++)
                read.Add((village, adviser));
        }

        return read;
    }
}

/// <summary>Someone in a list, by number, and how many ranks stand before; -1: refused.</summary>
internal readonly record struct Wish(int Other, int Rank);

/// <summary>The lists of one side in compact rows.</summary>
internal static class WishRows
{
    internal const int Refused = -1;

    internal static (int[] Start, Wish[] Wishes) OfVillages(PairingTask task, PlaceNames names)
    {
        var reader = new Reader(task.Villages.Length, names.AdviserIds.Length, "village", "the id of a firm or adviser", names.FindPlace);
        for (var village = 0; village < task.Villages.Length; village++)
            reader.Read(village, task.Villages[village].Id, task.Villages[village].Wishes);
        return reader.Rows;
    }

    internal static (int[] Start, Wish[] Wishes) OfFirms(PairingTask task, PlaceNames names)
    {
        var reader = new Reader(task.Firms.Length, task.Villages.Length, "firm", "the id of a village", id =>
            names.FindVillage(id) is >= 0 and var village ? (village, village + 1) : (0, 0));
        for (var firm = 0; firm < task.Firms.Length; firm++)
            reader.Read(firm, task.Firms[firm].Id, task.Firms[firm].Wishes);
        return reader.Rows;
    }

    /// <summary>What the one side says of each of the other.</summary>
    internal static (int[] Start, Wish[] Wishes) Turn((int[] Start, Wish[] Wishes) rows, int others)
    {
        var start = new int[others + 1];
        foreach (var wish in rows.Wishes)
            start[wish.Other + 1]++;
        for (var other = 0; other < others; other++)
            start[other + 1] += start[other];
        var (next, turned) = (start[..], new Wish[rows.Wishes.Length]);
        for (var row = 0; row + 1 < rows.Start.Length; row++)
        {
            foreach (var wish in rows.Wishes.AsSpan(rows.Start[row]..rows.Start[row + 1]))
                turned[next[wish.Other]++] = new Wish(row, wish.Rank);
        }

        return (start, turned);
    }

    private sealed class Reader(int rows, int others, string side, string right, Func<string, (int From, int To)> find)
    {
        private readonly int[] start = new int[rows + 1];
        private readonly int[] seen = new int[others];
        private readonly List<Wish> wishes = [];

        internal (int[] Start, Wish[] Wishes) Rows => (start, [.. wishes]);

        internal void Read(int row, string id, WishList list)
        {
            for (var rank = 0; rank < list.Ranks.Length; rank++)
            {
                if (list.Ranks[rank].IsDefaultOrEmpty)
                    throw new PairingException($"{side} {id}", "wishes", $"no id at rank {rank + 1}", "one id or several equals");
                foreach (var other in list.Ranks[rank])
                    Add(row, id, other, rank);
            }

            foreach (var other in list.Refused)
                Add(row, id, other, Refused);
            start[row + 1] = wishes.Count;
        }

        private void Add(int row, string id, string other, int rank)
        {
            var (from, to) = find(other);
            if (from == to)
                throw new PairingException($"{side} {id}", "wishes", other, right);
            for (var each = from; each < to; each++)
            {
                if (seen[each] == row + 1)
                    throw new PairingException($"{side} {id}", "wishes", $"{other} twice", "each once, ranked or refused, by itself or by its firm");
                seen[each] = row + 1;
                wishes.Add(new Wish(each, rank));
            }
        }
    }
}
