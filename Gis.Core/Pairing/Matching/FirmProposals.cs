namespace Gis.Core.Pairing.Matching;

/// <summary>
/// The stable pairing that is best for every firm, equals parted by the written rule: firms offer their advisers, villages keep
/// the best offer (SPA-lecturer of Abraham, Irving, Manlove 2007). Linear in the lists, times the advisers of a firm.
/// </summary>
/// <remarks>
/// An offer that was made and fell is never made again, as its village has gone to one it likes better. So every adviser goes
/// through its list once.
/// </remarks>
internal sealed class FirmProposals
{
    private readonly PairingInstance instance;
    private readonly AcceptablePair[] pairs;
    private readonly int[] pairOf;
    private readonly int[] next;
    private readonly int[] adviserCount;
    private readonly int[] firmCount;
    private readonly Stack<int> waiting = new();

    private FirmProposals(PairingInstance instance)
    {
        this.instance = instance;
        pairs = instance.Pairs;
        pairOf = new int[instance.Villages];
        Array.Fill(pairOf, -1);
        next = instance.ColumnStart[..^1];
        (adviserCount, firmCount) = (new int[instance.Advisers], new int[instance.Firms]);
    }

    /// <summary>The pair of each village, or -1.</summary>
    internal static int[] Run(PairingInstance instance)
    {
        var proposals = new FirmProposals(instance);
        for (var firm = instance.Firms - 1; firm >= 0; firm--)
            proposals.waiting.Push(firm);
        while (proposals.waiting.TryPop(out var firm))
            proposals.Fill(firm);
        return proposals.pairOf;
    }

    private void Fill(int firm)
    {
        while (firmCount[firm] < instance.FirmRoom[firm] && BestOffer(firm) is >= 0 and var pair)
        {
            var village = pairs[pair].Village;
            if (pairOf[village] >= 0)
                Leave(pairOf[village], firm);
            pairOf[village] = pair;
            adviserCount[pairs[pair].Adviser]++;
            firmCount[firm]++;
        }
    }

    private void Leave(int pair, int taker)
    {
        var adviser = pairs[pair].Adviser;
        adviserCount[adviser]--;
        firmCount[instance.FirmOf[adviser]]--;
        if (instance.FirmOf[adviser] != taker)
            waiting.Push(instance.FirmOf[adviser]);
    }

    /// <summary>The first village in the firm's list that one of its advisers can still be offered to, by the adviser the village likes best.</summary>
    private int BestOffer(int firm)
    {
        var best = -1;
        for (var adviser = instance.Names.AdviserStart[firm]; adviser < instance.Names.AdviserStart[firm + 1]; adviser++)
        {
            if (adviserCount[adviser] >= instance.AdviserRoom[adviser] || NextOf(adviser) is not (>= 0 and var pair))
                continue;
            // Of one village the pairs stand in the order of its own list.
            if (best < 0 || (pairs[pair].FirmPlace, pair).CompareTo((pairs[best].FirmPlace, best)) < 0)
                best = pair;
        }

        return best;
    }

    private int NextOf(int adviser)
    {
        for (; next[adviser] < instance.ColumnStart[adviser + 1]; next[adviser]++)
        {
            var pair = instance.Column[next[adviser]];
            var current = pairOf[pairs[pair].Village];
            if (current < 0 || pair < current)
                return pair;
        }

        return -1;
    }
}
