using System.Collections.Immutable;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Travel.Roads;

/// <summary>
/// The roads of an area: vertices where roads meet or end, the roads between them, and the turns that cars may not take.
/// Never changes, so threads may share it.
/// </summary>
public sealed partial class RoadNetwork
{
    private readonly LonLat[] vertices;
    private readonly int[] from;
    private readonly int[] to;
    private readonly int[] shapeStart;
    private readonly LonLat[] shapes;
    private readonly int[] kindOf;
    private readonly RoadKind[] kinds;
    private readonly double[] metres;

    private RoadNetwork(Builder parts, string version)
    {
        Version = version;
        vertices = [.. parts.Vertices];
        from = [.. parts.From];
        to = [.. parts.To];
        shapeStart = [.. parts.ShapeStart];
        shapes = [.. parts.Shapes];
        kindOf = [.. parts.KindOf];
        kinds = [.. parts.Kinds.Keys];
        Bans = [.. parts.Bans.Distinct()];
        Bridges = [.. kinds.Select(kind => kind.Bridge).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        metres = new double[from.Length];
        for (var road = 0; road < metres.Length; road++)
            metres[road] = MeasureRoad(road);
        Bounds = MeasureBounds();
    }

    /// <summary>The version of the roads: the same content has the same version, on any machine.</summary>
    public string Version { get; }

    /// <summary>How many vertices there are; their indices run from 0.</summary>
    public int VertexCount => vertices.Length;

    /// <summary>How many roads there are; their indices run from 0.</summary>
    public int RoadCount => from.Length;

    /// <summary>The turns cars may not take, each once, in the order in which they were given.</summary>
    public ImmutableArray<TurnBan> Bans { get; }

    /// <summary>The names of the bridges and ferries, each once, in the order of their characters' codes.</summary>
    public ImmutableArray<string> Bridges { get; }

    /// <summary>The box round all vertices and shapes; none where there are no vertices.</summary>
    public RoadBounds? Bounds { get; }

    /// <summary>Where a vertex lies.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public LonLat VertexAt(int vertex) => vertices[vertex];

    /// <summary>A road as it was given.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such road.</exception>
    public Road RoadAt(int road)
    {
        var kind = kinds[kindOf[road]];
        return new Road(from[road], to[road], [.. ShapeOf(road)], kind.Walk, kind.EBike, kind.Car, kind.Bridge, kind.PassOnly);
    }

    /// <summary>The length of a road along its shape, from geodesics between its positions; may be zero.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such road.</exception>
    public Metres LengthOf(int road) => new(metres[road]);

    /// <summary>The positions a road passes between its ends, without the ends.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such road.</exception>
    public ReadOnlySpan<LonLat> ShapeOf(int road) => shapes.AsSpan(shapeStart[road]..shapeStart[road + 1]);

    internal int FromOf(int road) => from[road];

    internal int ToOf(int road) => to[road];

    internal ref readonly RoadKind KindOf(int road) => ref kinds[kindOf[road]];

    /// <summary>All positions of a road, ends included, in the direction in which it is drawn.</summary>
    internal LonLat[] LineOf(int road) => [vertices[from[road]], .. ShapeOf(road), vertices[to[road]]];

    private double MeasureRoad(int road)
    {
        var (sum, last) = (0.0, vertices[from[road]]);
        foreach (var next in ShapeOf(road))
        {
            sum += Geodesic.Distance(last, next).Value;
            last = next;
        }

        return sum + Geodesic.Distance(last, vertices[to[road]]).Value;
    }

    private RoadBounds? MeasureBounds()
    {
        if (vertices.Length == 0)
            return null;
        var all = vertices.Concat(shapes);
        return new RoadBounds(
            LonLat.Of(all.Min(at => at.Longitude), all.Min(at => at.Latitude)),
            LonLat.Of(all.Max(at => at.Longitude), all.Max(at => at.Latitude)));
    }
}

/// <summary>A box of longitudes and latitudes, edges included.</summary>
/// <param name="SouthWest">Its south-western corner.</param>
/// <param name="NorthEast">Its north-eastern corner.</param>
public readonly record struct RoadBounds(LonLat SouthWest, LonLat NorthEast)
{
    /// <summary>Whether a position lies in the box or on its edge.</summary>
    public bool Contains(LonLat at) =>
        at.Longitude >= SouthWest.Longitude && at.Longitude <= NorthEast.Longitude
        && at.Latitude >= SouthWest.Latitude && at.Latitude <= NorthEast.Latitude;
}

/// <summary>What many roads have in common, kept once for all of them.</summary>
internal readonly record struct RoadKind(RoadUse Walk, RoadUse EBike, RoadUse Car, string? Bridge, bool PassOnly)
{
    /// <summary>How they may be used by a mode; a bus goes where a car goes.</summary>
    internal RoadUse UseBy(TravelMode mode) => mode switch
    {
        TravelMode.Walk => Walk,
        TravelMode.EBike => EBike,
        _ => Car,
    };
}
