using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Web.Maps.Marks;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

namespace Gis.Web.Maps;

/// <summary>A set of layers that a client asks for together.</summary>
public sealed record TileSet(string Name, ImmutableArray<TileLayer> Layers)
{
    private const string Text = "String";
    private const string Flag = "Boolean";
    private const string Number = "Number";

    private static readonly MarkLayer Labels = new("labels", 5, Fields(("code", Text), ("name", Text), ("level", Text)), NetworkMarks.ListLabels);

    public static ImmutableSortedDictionary<string, TileSet> All { get; } = new[]
    {
        new TileSet("areas",
        [
            new ShapeLayer("villages", 7, Fields(("code", Text), ("name", Text), ("unbuilt", Flag)), ListVillages),
            new ShapeLayer("townships", 5, Fields(("code", Text), ("name", Text)), source => ListAreas(source.Network, source.Cells.Townships)),
            new ShapeLayer("counties", 0, Fields(("code", Text), ("name", Text)), source => ListAreas(source.Network, source.Cells.Counties)),
            Labels,
        ]),
        new TileSet("points",
        [
            new MarkLayer("points", 0, Fields(("id", Text), ("name", Text), ("tier", Text), ("stage", Text), ("open", Flag), ("illustrative", Flag), ("area", Text)), NetworkMarks.ListPoints),
            new TileLayer(NetworkMarks.PointCells, 0, Fields(
                (MarkTiles.CountName, Number), ("centres", Number), ("centres_open", Number), ("stations", Number), ("stations_open", Number), ("rooms", Number), ("rooms_open", Number))) { ToZoom = MarkTiles.WholeFromZoom - 1 },
        ]),
        new TileSet("demand",
        [
            new MarkLayer("demand", 0, Fields(("code", Text), ("name", Text), ("residents", Number)), NetworkMarks.ListDemand),
            new TileLayer(NetworkMarks.DemandCells, 0, Fields((MarkTiles.CountName, Number), ("residents", Number))) { ToZoom = MarkTiles.WholeFromZoom - 1 },
        ]),
        new TileSet("river",
        [
            new ShapeLayer("river", 0, ImmutableSortedDictionary<string, string>.Empty, source => ListRiver(source.Network)),
            new MarkLayer("crossings", 8, Fields(("name", Text)), NetworkMarks.ListCrossings),
        ]),
    }.ToImmutableSortedDictionary(set => set.Name, set => set);

    /// <summary>The sets that are there of all cities together: those that have no areas, which are of one city's own points, and the names.</summary>
    public static ImmutableSortedDictionary<string, TileSet> OfAllCities { get; } = All.Values.Where(set => set.Name is "points" or "demand")
        .Append(new TileSet("labels", [Labels])).ToImmutableSortedDictionary(set => set.Name, set => set);

    /// <summary>The marks of a set as tiles.</summary>
    public MarkTiles MarksOf(IReadOnlyCollection<ServiceNetwork> networks) =>
        new([.. Layers.OfType<MarkLayer>().SelectMany(layer => layer.List(layer, networks))]);

    /// <summary>Every layer of every set, as one file has them.</summary>
    public static TileSet Whole { get; } = new("all", [.. All.Values.SelectMany(set => set.Layers)]);

    private static ImmutableSortedDictionary<string, string> Fields(params (string Name, string Type)[] fields) =>
        fields.ToImmutableSortedDictionary(field => field.Name, field => field.Type);

    private static IEnumerable<IFeature> ListVillages(LayerSource source)
    {
        var unbuilt = source.Network.VillagesWithUnbuiltRoom();
        return source.Cells.Villages.Select(cell => Feature(
            cell.Value, ("code", cell.Key.Digits), ("name", source.Network.FindAreaName(cell.Key)!), ("unbuilt", unbuilt.Contains(cell.Key))));
    }

    private static IEnumerable<IFeature> ListAreas(ServiceNetwork network, ImmutableSortedDictionary<AreaCode, Geometry> cells) =>
        cells.Select(cell => Feature(cell.Value, ("code", cell.Key.Digits), ("name", network.FindAreaName(cell.Key)!)));

    private static IEnumerable<IFeature> ListRiver(ServiceNetwork network) => network.River.Length < 2
        ? []
        : [Feature(new LineString([.. network.River.Select(Ground.CornerOf)]))];

    private static Feature Feature(Geometry shape, params (string Name, object Value)[] fields) =>
        new(shape, new AttributesTable(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}

/// <summary>A layer of a set: between which zooms it may be there, and the type of each field by TileJSON's words.</summary>
public record TileLayer(string Name, int FromZoom, ImmutableSortedDictionary<string, string> Fields)
{
    public int ToZoom { get; init; } = TileJson.DeepestUseful;
}

/// <summary>A layer of lines or areas, the finest of a set first.</summary>
public sealed record ShapeLayer(
    string Name,
    int FromZoom,
    ImmutableSortedDictionary<string, string> Fields,
    Func<LayerSource, IEnumerable<IFeature>> List) : TileLayer(Name, FromZoom, Fields);

/// <summary>A layer of marks.</summary>
public sealed record MarkLayer(
    string Name,
    int FromZoom,
    ImmutableSortedDictionary<string, string> Fields,
    Func<MarkLayer, IReadOnlyCollection<ServiceNetwork>, IEnumerable<MarkSource>> List) : TileLayer(Name, FromZoom, Fields);

/// <summary>What the shapes of one zoom are made from.</summary>
public readonly record struct LayerSource(ServiceNetwork Network, ServiceCells Cells);
