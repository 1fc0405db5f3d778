namespace Gis.Core.Pairing.Matching;

/// <summary>
/// Leaves out pairs that are in no stable pairing and block none, equals taken as equals. Without equals what is left are the
/// lists between the two ends (Gale, Shapley 1962; Gusfield, Irving 1989); with equals it is what the same two arguments still
/// give (Irving, Manlove 2009, Journal of Experimental Algorithmics 14).
/// </summary>
/// <remarks>
/// 1. A village is sure of an adviser where fewer others than there is room for are liked as well or better: it never has one it
/// likes less. 2. A village that likes one adviser above all that is left to it either has that one or loses it to others liked as
/// well: where there is room for no more than such villages, nobody liked less than all of them ever comes in. Either is left
/// out without a change to the stable pairings, so the two are repeated until nothing goes.
/// </remarks>
internal sealed class StableReduction
{
    private readonly PairingInstance instance;
    private readonly AcceptablePair[] pairs;
    private readonly bool[] isLeft;
    private readonly int[] firmAhead;
    private readonly int[] seenFor;
    private bool hasChanged;

    private StableReduction(PairingInstance instance)
    {
        this.instance = instance;
        pairs = instance.Pairs;
        isLeft = new bool[pairs.Length];
        Array.Fill(isLeft, true);
        firmAhead = new int[pairs.Length];
        seenFor = new int[instance.Villages];
        Array.Fill(seenFor, -1);
    }

    internal static PairingInstance Reduce(PairingInstance instance, PairingStop stop)
    {
        var reduction = new StableReduction(instance);
        do
        {
            reduction.hasChanged = false;
            reduction.DropBehindSure();
            reduction.DropBehindFirst();
        }
        while (reduction.hasChanged && !stop.IsNow);
        return instance.Keep(pair => reduction.isLeft[pair]);
    }

    private void Drop(int pair)
    {
        hasChanged |= isLeft[pair];
        isLeft[pair] = false;
    }

    private void DropBehindSure()
    {
        for (var firm = 0; firm < instance.Firms; firm++)
        {
            CountAhead(firm);
            for (var adviser = instance.Names.AdviserStart[firm]; adviser < instance.Names.AdviserStart[firm + 1]; adviser++)
                DropBehindSure(adviser, instance.FirmRoom[firm]);
        }
    }

    // For each pair how many villages, itself among them, the firm likes as well or better.
    private void CountAhead(int firm)
    {
        var column = instance.FirmColumnOf(firm);
        var ahead = 0;
        for (int from = 0, to; from < column.Length; from = to)
        {
            for (to = from; to < column.Length && pairs[column[to]].FirmRank == pairs[column[from]].FirmRank; to++)
            {
                if (isLeft[column[to]] && seenFor[pairs[column[to]].Village] != firm)
                {
                    seenFor[pairs[column[to]].Village] = firm;
                    ahead++;
                }
            }

            foreach (var pair in column[from..to])
                firmAhead[pair] = ahead;
        }

        foreach (var pair in column)
            seenFor[pairs[pair].Village] = -1;
    }

    private void DropBehindSure(int adviser, int firmRoom)
    {
        var column = instance.ColumnOf(adviser);
        var (ahead, room) = (0, instance.RoomAt(adviser));
        for (int from = 0, to; from < column.Length && ahead < room; from = to)
        {
            for (to = from; to < column.Length && pairs[column[to]].FirmRank == pairs[column[from]].FirmRank; to++)
                ahead += isLeft[column[to]] ? 1 : 0;
            foreach (var pair in column[from..to])
            {
                if (isLeft[pair] && ahead <= room && firmAhead[pair] <= firmRoom)
                    DropBehind(pair);
            }
        }
    }

    private void DropBehind(int sure)
    {
        for (var pair = instance.RowStart[pairs[sure].Village + 1] - 1; pairs[pair].VillageRank > pairs[sure].VillageRank; pair--)
            Drop(pair);
    }

    private void DropBehindFirst()
    {
        var isFirst = new bool[pairs.Length];
        for (var village = 0; village < instance.Villages; village++)
        {
            if (FindOnlyFirst(village) is >= 0 and var first)
                isFirst[first] = true;
        }

        for (var adviser = 0; adviser < instance.Advisers; adviser++)
            DropBehindFirst(adviser, isFirst);
    }

    private int FindOnlyFirst(int village)
    {
        var first = -1;
        for (var pair = instance.RowStart[village]; pair < instance.RowStart[village + 1]; pair++)
        {
            if (first >= 0 && pairs[pair].VillageRank > pairs[first].VillageRank)
                break;
            if (isLeft[pair] && first >= 0)
                return -1;
            if (isLeft[pair])
                first = pair;
        }

        return first;
    }

    private void DropBehindFirst(int adviser, bool[] isFirst)
    {
        var column = instance.ColumnOf(adviser);
        var firsts = 0;
        var room = Math.Min(instance.RoomAt(adviser), instance.FirmRoom[instance.FirmOf[adviser]]);
        for (int from = 0, to; from < column.Length; from = to)
        {
            var isClosed = firsts >= room;
            for (to = from; to < column.Length && pairs[column[to]].FirmRank == pairs[column[from]].FirmRank; to++)
            {
                firsts += isFirst[column[to]] ? 1 : 0;
                if (isClosed)
                    Drop(column[to]);
            }
        }
    }
}
