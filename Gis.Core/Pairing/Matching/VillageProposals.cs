namespace Gis.Core.Pairing.Matching;

/// <summary>
/// The stable pairing that is best for every village, equals parted by the written rule: villages propose, advisers and firms
/// keep the best they can take (SPA-student of Abraham, Irving, Manlove 2007, Journal of Discrete Algorithms 5; with one adviser
/// a firm, deferred acceptance of Gale and Shapley 1962). Linear in the length of the lists.
/// </summary>
/// <remarks>
/// Once an adviser or firm is full, whoever stands behind the worst it keeps is never taken again: the paper deletes those pairs
/// one by one, here the place of that worst is kept and compared. It only ever moves forward in the list.
/// </remarks>
internal sealed class VillageProposals
{
    private readonly PairingInstance instance;
    private readonly AcceptablePair[] pairs;
    private readonly int[] pairOf;
    private readonly int[] next;
    private readonly Kept atAdvisers;
    private readonly Kept? atFirms;

    private VillageProposals(PairingInstance instance)
    {
        this.instance = instance;
        pairs = instance.Pairs;
        pairOf = new int[instance.Villages];
        Array.Fill(pairOf, -1);
        next = instance.RowStart[..^1];
        var isOneEach = instance.Advisers == instance.Firms;
        atAdvisers = new Kept(instance.ColumnStart, instance.Column, isOneEach ? [.. Enumerable.Range(0, instance.Advisers).Select(instance.RoomAt)] : instance.AdviserRoom);
        atFirms = isOneEach ? null : new Kept(instance.FirmStart, instance.FirmColumn, instance.FirmRoom);
    }

    /// <summary>The pair of each village, or -1.</summary>
    internal static int[] Run(PairingInstance instance)
    {
        var proposals = new VillageProposals(instance);
        // Who is free and when they propose changes nothing in the end; a village that is turned away goes on at once.
        for (var village = 0; village < instance.Villages; village++)
        {
            for (var free = village; free >= 0;)
                free = proposals.Propose(free);
        }

        return proposals.pairOf;
    }

    /// <summary>The village that is free after this one has found a place, or -1.</summary>
    private int Propose(int village)
    {
        for (; next[village] < instance.RowStart[village + 1]; next[village]++)
        {
            var pair = next[village];
            var (adviser, place) = (pairs[pair].Adviser, pairs[pair].FirmPlace);
            if (place > atAdvisers.Last[adviser] || (atFirms is not null && place > atFirms.Last[instance.FirmOf[adviser]]))
                continue;
            pairOf[village] = pair;
            return Seat(pair, adviser);
        }

        return -1;
    }

    private int Seat(int pair, int adviser)
    {
        var firm = instance.FirmOf[adviser];
        atAdvisers.Count[adviser]++;
        if (atFirms is not null)
            atFirms.Count[firm]++;
        var leaves = atAdvisers.IsOver(adviser) ? Worst(atAdvisers, adviser) : atFirms is not null && atFirms.IsOver(firm) ? Worst(atFirms, firm) : -1;
        if (leaves >= 0)
            Unseat(leaves);
        CloseWhenFull(atAdvisers, adviser);
        if (atFirms is not null)
            CloseWhenFull(atFirms, firm);
        return leaves < 0 ? -1 : pairs[leaves].Village;
    }

    private void Unseat(int pair)
    {
        pairOf[pairs[pair].Village] = -1;
        atAdvisers.Count[pairs[pair].Adviser]--;
        if (atFirms is not null)
            atFirms.Count[instance.FirmOf[pairs[pair].Adviser]]--;
    }

    private int Worst(Kept kept, int place)
    {
        while (pairOf[pairs[kept.Column[kept.End[place]]].Village] != kept.Column[kept.End[place]])
            kept.End[place]--;
        return kept.Column[kept.End[place]];
    }

    private void CloseWhenFull(Kept kept, int place)
    {
        if (kept.Count[place] == kept.Room[place])
            kept.Last[place] = kept.Room[place] == 0 ? -1 : Math.Min(kept.Last[place], pairs[Worst(kept, place)].FirmPlace);
    }

    /// <summary>Whom advisers, or firms, keep.</summary>
    private sealed class Kept
    {
        internal Kept(int[] start, int[] column, int[] room)
        {
            (Column, Room) = (column, room);
            Count = new int[room.Length];
            End = [.. start[1..].Select(end => end - 1)];
            Last = [.. room.Select(most => most == 0 ? -1 : int.MaxValue)];
        }

        internal int[] Column { get; }

        internal int[] Room { get; }

        internal int[] Count { get; }

        /// <summary>Behind this index of the column nobody is kept.</summary>
        internal int[] End { get; }

        /// <summary>Whoever stands behind this place of the list is turned away.</summary>
        internal int[] Last { get; }

        internal bool IsOver(int place) => Count[place] > Room[place];
    }
}
