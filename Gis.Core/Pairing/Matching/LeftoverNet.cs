using Gis.Core.Flow;
using Gis.Core.Units;
using Google.OrTools.Graph;

namespace Gis.Core.Pairing.Matching;

/// <summary>Villages left over, who could serve them, and the ways between; some may be given more room to try it.</summary>
internal sealed class LeftoverNet
{
    // Ways are told to the flow in thousandths of a minute.
    private const double UnitsPerMinute = 1000;

    private const int Source = 0;
    private const int Sink = 1;

    internal required string[] Villages { get; init; }

    internal required LeftoverPlace[] Places { get; init; }

    /// <summary>The room of each firm by its id; a helper has one of its own.</summary>
    internal required SortedDictionary<string, int> FirmRoom { get; init; }

    /// <summary>All ways known that no veto closes, the longest among them.</summary>
    internal required (int Village, int Place, double Minutes)[] Ways { get; init; }

    internal IEnumerable<(int Village, int Place, double Minutes)> WithinLimit(double limit) => Ways.Where(way => way.Minutes <= limit);

    /// <summary>The most villages that can be served, and the villages on the near side of a least cut.</summary>
    internal (int Served, bool[] Villages) Measure(double limit, int widened = -1, int more = 0)
    {
        var net = new MaximumFlow(2 + Villages.Length + Places.Length + FirmRoom.Count);
        for (var village = 0; village < Villages.Length; village++)
            net.AddArc(Source, 2 + village, 1);
        foreach (var (village, place, _) in WithinLimit(limit))
            net.AddArc(2 + village, 2 + Villages.Length + place, 1);
        foreach (var (from, to, room) in RoomArcs(widened, more))
            net.AddArc(from, to, room);
        var served = (int)net.Send(Source, Sink);
        return (served, [.. Enumerable.Range(2, Villages.Length).Select(net.IsOnSourceSide)]);
    }

    /// <summary>The place of each village, or -1: as many served as can be, with the least travel.</summary>
    internal (int[] PlaceOf, Minutes Travel) Serve(double limit, int widened = -1, int more = 0)
    {
        using var flow = new MinCostFlow();
        var ways = WithinLimit(limit).ToList();
        foreach (var (village, place, minutes) in ways)
            flow.AddArcWithCapacityAndUnitCost(2 + village, 2 + Villages.Length + place, 1, (long)Math.Round(minutes * UnitsPerMinute));
        for (var village = 0; village < Villages.Length; village++)
            flow.AddArcWithCapacityAndUnitCost(Source, 2 + village, 1, 0);
        foreach (var (from, to, room) in RoomArcs(widened, more))
            flow.AddArcWithCapacityAndUnitCost(from, to, room, 0);
        flow.SetNodeSupply(Source, Villages.Length);
        flow.SetNodeSupply(Sink, -Villages.Length);
        if (flow.SolveMaxFlowWithMinCost() is not MinCostFlowBase.Status.OPTIMAL and var status)
            throw new InvalidOperationException($"The flow of the villages left over ended as {status}.");
        var (placeOf, travel) = (new int[Villages.Length], 0.0);
        Array.Fill(placeOf, -1);
        for (var arc = 0; arc < ways.Count; arc++)
        {
            if (flow.Flow(arc) == 0)
                continue;
            placeOf[ways[arc].Village] = ways[arc].Place;
            travel += ways[arc].Minutes;
        }

        return (placeOf, new Minutes(travel));
    }

    private IEnumerable<(int From, int To, int Room)> RoomArcs(int widened, int more)
    {
        var (firstPlace, firstFirm) = (2 + Villages.Length, 2 + Villages.Length + Places.Length);
        var node = FirmRoom.Keys.Select((id, i) => (id, i)).ToDictionary(each => each.id, each => firstFirm + each.i, StringComparer.Ordinal);
        for (var place = 0; place < Places.Length; place++)
            yield return (firstPlace + place, node[Places[place].Firm], Places[place].Room + (place == widened ? more : 0));
        foreach (var (firm, room) in FirmRoom)
            yield return (node[firm], Sink, room + (widened >= 0 && Places[widened].Firm == firm ? more : 0));
    }
}

/// <summary>Who could serve villages left over.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">Who it is.</param>
/// <param name="Room">How many villages it can still take.</param>
/// <param name="Firm">Whose room it shares: its firm's, or its own.</param>
internal sealed record LeftoverPlace(string Id, HelperKind Kind, int Room, string Firm);
