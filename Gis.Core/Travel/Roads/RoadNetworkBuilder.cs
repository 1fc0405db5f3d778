using Gis.Core.Places;

namespace Gis.Core.Travel.Roads;

public sealed partial class RoadNetwork
{
    /// <summary>Gathers vertices, roads and banned turns, in any order in which what is named is there already. For one thread.</summary>
    public sealed class Builder
    {
        internal List<LonLat> Vertices { get; } = [];

        internal List<int> From { get; } = [];

        internal List<int> To { get; } = [];

        internal List<int> ShapeStart { get; } = [0];

        internal List<LonLat> Shapes { get; } = [];

        internal List<int> KindOf { get; } = [];

        internal OrderedDictionary<RoadKind, int> Kinds { get; } = [];

        internal List<TurnBan> Bans { get; } = [];

        /// <summary>How many vertices were added so far.</summary>
        public int VertexCount => Vertices.Count;

        /// <summary>How many roads were added so far.</summary>
        public int RoadCount => From.Count;

        /// <summary>Adds a place where roads meet or end, and gives its index.</summary>
        public int AddVertex(LonLat at)
        {
            Vertices.Add(at);
            return Vertices.Count - 1;
        }

        /// <summary>Adds a road between vertices added before, and gives its index. It may have no length, and then costs nothing.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It starts from or leads to a vertex that is not there.</exception>
        public int AddRoad(Road road)
        {
            CheckVertex(road.From, nameof(Road.From));
            CheckVertex(road.To, nameof(Road.To));
            From.Add(road.From);
            To.Add(road.To);
            if (!road.Shape.IsDefault)
                Shapes.AddRange(road.Shape);
            ShapeStart.Add(Shapes.Count);
            KindOf.Add(KindIndexOf(new RoadKind(road.Walk, road.EBike, road.Car, road.Bridge, road.PassOnly)));
            return From.Count - 1;
        }

        /// <summary>Bans a turn from one road added before to another. The same ban twice counts once.</summary>
        /// <exception cref="ArgumentOutOfRangeException">A road is not there.</exception>
        /// <exception cref="ArgumentException">A road does not end at the vertex of the turn.</exception>
        public void Ban(TurnBan ban)
        {
            CheckEnd(ban.FromRoad, ban.Via, nameof(TurnBan.FromRoad));
            CheckEnd(ban.ToRoad, ban.Via, nameof(TurnBan.ToRoad));
            Bans.Add(ban);
        }

        /// <summary>Makes the network of what was gathered, and measures its roads.</summary>
        /// <param name="version">Names the content: the same content must have the same version, other content another.</param>
        public RoadNetwork Build(string version) => new(this, version);

        private int KindIndexOf(RoadKind kind)
        {
            Kinds.TryAdd(kind, 0, out var index);
            return index;
        }

        private void CheckVertex(int vertex, string end)
        {
            if (vertex < 0 || vertex >= Vertices.Count)
                throw new ArgumentOutOfRangeException(end, vertex, $"The road names a vertex that is not there; there are {Vertices.Count}.");
        }

        private void CheckEnd(int road, int via, string which)
        {
            if (road < 0 || road >= From.Count)
                throw new ArgumentOutOfRangeException(which, road, $"The ban names a road that is not there; there are {From.Count}.");
            if (From[road] != via && To[road] != via)
                throw new ArgumentException($"The ban is at vertex {via}, but road {road} runs from {From[road]} to {To[road]}.", which);
        }
    }
}
