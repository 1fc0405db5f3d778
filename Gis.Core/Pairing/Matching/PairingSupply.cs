using Gis.Core.Flow;

namespace Gis.Core.Pairing.Matching;

/// <summary>
/// How many villages can be paired at all, whatever the wishes rank: a flow from the groups through villages, advisers and firms.
/// Floors are filled first; what is added later takes no group's villages away again.
/// </summary>
internal sealed class PairingSupply
{
    private const int Source = 0;
    private const int Sink = 1;

    private readonly PairingInstance instance;
    private readonly MaximumFlow net;
    private readonly (PairingGroup Group, int Arc, int Confirmed)[] groups;
    private readonly int[] villageArcs;
    private readonly int[] pairArcs;

    private PairingSupply(PairingInstance instance)
    {
        this.instance = instance;
        var firstVillage = 2 + instance.Task.Groups.Length;
        var (firstAdviser, firstFirm) = (firstVillage + instance.Villages, firstVillage + instance.Villages + instance.Advisers);
        net = new MaximumFlow(firstFirm + instance.Firms);
        groups = [.. instance.Task.Groups.Select((group, i) => (group, net.AddArc(Source, 2 + i, 0), PairingGroups.CountConfirmed(instance, group.Id)))];
        var groupNode = groups.Select((each, i) => (each.Group.Id, i)).ToDictionary(each => each.Id, each => 2 + each.i, StringComparer.Ordinal);
        // A village of no group waits behind a closed arc until the floors are filled.
        villageArcs = [.. instance.Task.Villages.Select((village, i) => groupNode.TryGetValue(village.Group, out var node)
            ? net.AddArc(node, firstVillage + i, 1)
            : net.AddArc(Source, firstVillage + i, 0))];
        pairArcs = [.. instance.Pairs.Select(pair => net.AddArc(firstVillage + pair.Village, firstAdviser + pair.Adviser, 1))];
        for (var adviser = 0; adviser < instance.Advisers; adviser++)
            net.AddArc(firstAdviser + adviser, firstFirm + instance.FirmOf[adviser], instance.AdviserRoom[adviser]);
        for (var firm = 0; firm < instance.Firms; firm++)
            net.AddArc(firstFirm + firm, Sink, instance.FirmRoom[firm]);
    }

    /// <summary>Why the floors cannot all be kept, or null: one group that cannot alone, else those that cannot together.</summary>
    internal static string? FindBroken(PairingInstance instance)
    {
        var floors = instance.Task.Groups.Where(group => group.Floor > 0).ToList();
        foreach (var group in floors)
        {
            if (MostOf(instance, [group]) is var most && most < group.Floor)
                return $"Group {group.Id} asks for {group.Floor} of its villages; at most {most} can be paired.";
        }

        // One floor alone has just been seen to hold.
        if (floors.Count < 2)
            return null;
        var supply = new PairingSupply(instance);
        if (supply.FillFloors())
            return null;
        var broken = supply.groups.Where((group, i) => group.Group.Floor > 0 && supply.net.IsOnSourceSide(2 + i)).Select(each => each.Group).ToArray();
        return $"Groups {string.Join(", ", broken.Select(group => group.Id))} ask together for {broken.Sum(group => group.Floor)} of their villages; at most {MostOf(instance, broken)} can be paired.";
    }

    /// <summary>A pairing with as many villages as floors and caps allow, or null where they cannot hold; the wishes' ranks play no part.</summary>
    internal static int[]? FindMost(PairingInstance instance)
    {
        var supply = new PairingSupply(instance);
        if (!supply.FillFloors())
            return null;
        foreach (var (group, arc, confirmed) in supply.groups)
            supply.net.Widen(arc, Math.Max(0, (group.Cap ?? instance.Villages) - Math.Max(group.Floor, confirmed)));
        for (var village = 0; village < instance.Villages; village++)
        {
            if (!instance.Task.Groups.Any(group => group.Id == instance.Task.Villages[village].Group))
                supply.net.Widen(supply.villageArcs[village], 1);
        }

        supply.net.Send(Source, Sink);
        return supply.Read();
    }

    private bool FillFloors()
    {
        var asked = 0;
        foreach (var (group, arc, confirmed) in groups)
        {
            net.Widen(arc, Math.Max(0, group.Floor - confirmed));
            asked += Math.Max(0, group.Floor - confirmed);
        }

        return net.Send(Source, Sink) == asked;
    }

    /// <summary>How many villages of these groups together can have somebody, each group counted up to its floor.</summary>
    private static int MostOf(PairingInstance instance, PairingGroup[] some)
    {
        var supply = new PairingSupply(instance);
        var confirmed = 0;
        foreach (var (group, arc, own) in supply.groups.Where(each => some.Contains(each.Group)))
        {
            supply.net.Widen(arc, Math.Max(0, group.Floor - own));
            confirmed += Math.Min(group.Floor, own);
        }

        return confirmed + (int)supply.net.Send(Source, Sink);
    }

    private int[] Read()
    {
        var pairOf = new int[instance.Villages];
        Array.Fill(pairOf, -1);
        for (var pair = 0; pair < pairArcs.Length; pair++)
        {
            if (net.FlowIn(pairArcs[pair]) > 0)
                pairOf[instance.Pairs[pair].Village] = pair;
        }

        return pairOf;
    }
}
