using Gis.Core.Network;

namespace Gis.Core.Travel.Roads;

/// <summary>
/// A road network made ready to be searched for one mode under given conditions. Costs are whole milliseconds, so that every
/// method of search gives the same minutes to the last bit. Never changes, so threads may share it.
/// </summary>
/// <remarks>Method: docs/methods/travel.md. On foot and by e-bike no turn is banned; a bus goes where a car goes.</remarks>
public sealed class RoadGraph
{
    private readonly RoadStates states;
    private readonly bool[] isJoinable;

    private RoadGraph(RoadNetwork network, TravelMode mode, RoadConditions conditions)
    {
        (Network, Mode, Conditions) = (network, mode, conditions);
        states = new RoadStates(network, minding: mode is TravelMode.Car or TravelMode.Bus);
        var usual = states.ListArcs(CostOf);

        // A closed bridge must not make an island of a river's far bank: places there would snap across the water.
        var components = new RoadComponents(usual);
        isJoinable = MarkJoinable(usual, components);
        Forward = conditions.ClosedBridges.IsEmpty ? usual : usual.Where(arc => !IsClosed(Lanes.RoadOf(arc.Lane)));
        Backward = Forward.Reverse();
    }

    /// <summary>The roads.</summary>
    public RoadNetwork Network { get; }

    /// <summary>The mode of every trip.</summary>
    public TravelMode Mode { get; }

    /// <summary>What is slowed and closed.</summary>
    public RoadConditions Conditions { get; }

    /// <summary>Names how minutes over this graph are come by, as "roads-1:VERSION:car:usual".</summary>
    public string Version => $"roads-1:{Network.Version}:{Mode.Written()}:{Conditions}";

    internal ArcRows Forward { get; }

    internal ArcRows Backward { get; }

    /// <summary>Makes a network ready; takes a second or so for a million roads.</summary>
    public static RoadGraph Of(RoadNetwork network, TravelMode mode, RoadConditions conditions) => new(network, mode, conditions);

    /// <summary>
    /// Whether trips may start and end part-way along a road: open to the mode, not only passed along, and not on an
    /// island, so that one can both come and go.
    /// </summary>
    internal bool IsJoinable(int road) => isJoinable[road];

    /// <summary>Whether trips could start and end part-way along a road if only it were not on an island.</summary>
    internal bool IsOpen(int road)
    {
        ref readonly var kind = ref Network.KindOf(road);
        return kind.UseBy(Mode).IsOpen && !kind.PassOnly && kind.Bridge is null;
    }

    /// <summary>What a lane costs when no bridge is closed; null where it may not be driven.</summary>
    internal long? CostOf(int lane)
    {
        var use = Network.KindOf(Lanes.RoadOf(lane)).UseBy(Mode);
        return (Lanes.IsBackward(lane) ? use.Backward : use.Forward) is { } speed
            ? RoadCost.Of(Network.LengthOf(Lanes.RoadOf(lane)).Value, speed, Conditions.Slowing)
            : null;
    }

    internal int HeadOf(int lane) => states.HeadOf(lane);

    internal IEnumerable<int> StatesAt(int vertex) => states.At(vertex);

    /// <summary>The states from which a lane can be taken.</summary>
    internal IEnumerable<int> TailsOf(int lane) => states.At(states.TailVertexOf(lane)).Where(state => states.MayTake(state, lane));

    private bool IsClosed(int road) => Network.KindOf(road).Bridge is { } bridge && Conditions.ClosedBridges.Contains(bridge);

    private bool[] MarkJoinable(ArcRows usual, RoadComponents components)
    {
        var isMainland = components.MarkMainland();
        var marks = new bool[Network.RoadCount];
        for (var state = 0; state < usual.StateCount; state++)
        {
            if (!isMainland[components[state]])
                continue;
            foreach (var arc in usual[state])
            {
                if (components[arc.End] == components[state] && IsOpen(Lanes.RoadOf(arc.Lane)))
                    marks[Lanes.RoadOf(arc.Lane)] = true;
            }
        }

        return marks;
    }
}
