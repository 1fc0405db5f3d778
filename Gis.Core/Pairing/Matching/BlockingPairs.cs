using System.Collections.Immutable;

namespace Gis.Core.Pairing.Matching;

/// <summary>Finds the pairs that block a pairing, each side gaining strictly (Abraham, Irving, Manlove 2007; weak stability, Irving 1994).</summary>
/// <remarks>
/// A village whose group is at its cap and that has nobody can only take the place of a village of its own group. Confirmed
/// pairs neither block nor make room.
/// </remarks>
internal sealed class BlockingPairs
{
    private readonly PairingInstance instance;
    private readonly int[] pairOf;
    private readonly int[] adviserCount;
    private readonly int[] firmCount;
    private readonly int[] adviserWorst;
    private readonly int[] firmWorst;
    private readonly HashSet<string> closed;

    private BlockingPairs(PairingInstance instance, int[] pairOf)
    {
        (this.instance, this.pairOf) = (instance, pairOf);
        (adviserCount, firmCount) = (new int[instance.Advisers], new int[instance.Firms]);
        (adviserWorst, firmWorst) = (new int[instance.Advisers], new int[instance.Firms]);
        Array.Fill(adviserWorst, -1);
        Array.Fill(firmWorst, -1);
        foreach (var pair in pairOf.Where(pair => pair >= 0))
        {
            var (adviser, rank) = (instance.Pairs[pair].Adviser, instance.Pairs[pair].FirmRank);
            var firm = instance.FirmOf[adviser];
            adviserCount[adviser]++;
            firmCount[firm]++;
            adviserWorst[adviser] = Math.Max(adviserWorst[adviser], rank);
            firmWorst[firm] = Math.Max(firmWorst[firm], rank);
        }

        closed = PairingGroups.ListAtCap(instance, pairOf);
    }

    internal static ImmutableArray<(int Pair, BlockingCase Case)> Find(PairingInstance instance, int[] pairOf)
    {
        var search = new BlockingPairs(instance, pairOf);
        var found = ImmutableArray.CreateBuilder<(int, BlockingCase)>();
        for (var village = 0; village < instance.Villages; village++)
        {
            for (var pair = instance.RowStart[village]; pair < instance.RowStart[village + 1] && search.Gains(village, pair); pair++)
            {
                if (search.CaseOf(village, pair) is { } how)
                    found.Add((pair, how));
            }
        }

        return found.ToImmutable();
    }

    // Pairs of a row come best first, so the first that is no gain ends the row.
    private bool Gains(int village, int pair) =>
        pairOf[village] < 0 || instance.Pairs[pair].VillageRank < instance.Pairs[pairOf[village]].VillageRank;

    private BlockingCase? CaseOf(int village, int pair)
    {
        var (adviser, rank) = (instance.Pairs[pair].Adviser, instance.Pairs[pair].FirmRank);
        var firm = instance.FirmOf[adviser];
        var isAdviserFull = adviserCount[adviser] >= instance.AdviserRoom[adviser];
        if (pairOf[village] < 0 && closed.Contains(instance.Task.Villages[village].Group))
            return CaseAtCap(village, pair, isAdviserFull);
        if (isAdviserFull)
            return rank < adviserWorst[adviser] ? BlockingCase.AdviserPrefers : null;
        if (firmCount[firm] < instance.FirmRoom[firm])
            return BlockingCase.HasRoom;
        if (pairOf[village] >= 0 && instance.FirmOf[instance.Pairs[pairOf[village]].Adviser] == firm)
            return BlockingCase.SameFirm;
        return rank < firmWorst[firm] ? BlockingCase.FirmPrefers : null;
    }

    private BlockingCase? CaseAtCap(int village, int pair, bool isAdviserFull)
    {
        var (adviser, rank) = (instance.Pairs[pair].Adviser, instance.Pairs[pair].FirmRank);
        var column = isAdviserFull ? instance.ColumnOf(adviser) : instance.FirmColumnOf(instance.FirmOf[adviser]);
        var group = instance.Task.Villages[village].Group;
        foreach (var other in column)
        {
            var leaves = instance.Pairs[other].Village;
            if (pairOf[leaves] == other && instance.Pairs[other].FirmRank > rank && instance.Task.Villages[leaves].Group == group)
                return isAdviserFull ? BlockingCase.AdviserPrefers : BlockingCase.FirmPrefers;
        }

        return null;
    }
}
