using System.Collections.Concurrent;
using Gis.Core.Network;
using Gis.Web.Maps.Marks;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.IO.VectorTiles;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Gis.Web.Maps;

/// <summary>The service areas and vector tiles of one version of a network.</summary>
public sealed class CityTiles(ServiceNetwork network)
{
    // From here on a pixel is smaller than the detail of the cells.
    private const int FullDetailZoom = 12;
    private const int PixelsPerTile = 512;

    private readonly ConcurrentDictionary<int, Lazy<ServiceCells>> cellsByZoom = new();
    private readonly ConcurrentDictionary<(string Set, int Zoom), Lazy<List<LayerIndex>>> shapes = new();
    private readonly ConcurrentDictionary<string, Lazy<MarkTiles>> marks = new();

    public ServiceCells Cells => CellsAt(FullDetailZoom);

    /// <summary>The tile, gzipped; null where it is empty.</summary>
    public byte[]? Draw(TileSet set, TileAddress address)
    {
        var drawn = DrawShapes(set, address);
        for (var spared = 0; ; spared++)
        {
            using var tile = new MvtBuffer();
            tile.Raw(Encode(drawn, address));
            MarksOf(set).Write(tile, address, onlyEssential: spared > 0);
            if (tile.Length == 0)
                return null;
            var packed = TilePacking.Pack(tile.Written);
            if (packed.Length <= MarkTiles.MostBytes)
                return packed;
            // First the longer fields of marks go; then, from afar, the finest areas: theirs come nearer by, and coarser ones stand in.
            if (spared > 0 && !LeaveOutFinest(drawn, address.Zoom))
                return packed;
        }
    }

    private static bool LeaveOutFinest(List<Layer> drawn, int zoom)
    {
        if (zoom >= MarkTiles.WholeFromZoom || drawn.Count == 0)
            return false;
        drawn.RemoveAt(0);
        return true;
    }

    private MarkTiles MarksOf(TileSet set) => marks.GetOrAdd(set.Name, _ => new(() => set.MarksOf([network]))).Value;

    private ServiceCells CellsAt(int zoom) => cellsByZoom.GetOrAdd(Math.Min(zoom, FullDetailZoom), detail => new(() =>
        detail == FullDetailZoom ? ServiceCells.Of(network) : Cells.Simplify(360.0 / (1 << detail) / PixelsPerTile))).Value;

    private List<Layer> DrawShapes(TileSet set, TileAddress address)
    {
        var ground = address.Ground;
        var drawn = new List<Layer>();
        foreach (var index in shapes.GetOrAdd((set.Name, address.Zoom), key => new(() => Index(set, key.Zoom))).Value)
        {
            var found = index.Features.Query(ground);
            if (address.Zoom < MarkTiles.WholeFromZoom && found.Count > MarkTiles.MostMarks)
                continue;
            var layer = new Layer { Name = index.Name };
            foreach (var feature in found.Select(feature => Clip(feature, ground)).OfType<IFeature>())
                layer.Features.Add(feature);
            drawn.Add(layer);
        }

        return drawn;
    }

    private List<LayerIndex> Index(TileSet set, int zoom)
    {
        var source = new LayerSource(network, CellsAt(zoom));
        return [.. set.Layers.OfType<ShapeLayer>().Where(layer => zoom >= layer.FromZoom).Select(layer => LayerIndex.Of(layer.Name, layer.List(source)))];
    }

    private static Feature? Clip(IFeature feature, Envelope ground)
    {
        var shape = feature.Geometry;
        if (!ground.Contains(shape.EnvelopeInternal))
            shape = OverlayNGRobust.Overlay(shape, shape.Factory.ToGeometry(ground), SpatialFunction.Intersection);
        return shape.IsEmpty ? null : new Feature(shape, feature.Attributes);
    }

    private static ReadOnlySpan<byte> Encode(List<Layer> layers, TileAddress address)
    {
        var tile = new VectorTile { TileId = address.Id };
        foreach (var layer in layers)
            tile.Layers.Add(layer);
        if (tile.IsEmpty)
            return [];
        var bytes = new MemoryStream();
        tile.Write(bytes, minLinealExtent: 0, minPolygonalExtent: 0);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
    }

    private sealed record LayerIndex(string Name, STRtree<IFeature> Features)
    {
        internal static LayerIndex Of(string name, IEnumerable<IFeature> features)
        {
            var tree = new STRtree<IFeature>();
            foreach (var feature in features)
                tree.Insert(feature.Geometry.EnvelopeInternal, feature);
            tree.Build();
            return new LayerIndex(name, tree);
        }
    }
}
