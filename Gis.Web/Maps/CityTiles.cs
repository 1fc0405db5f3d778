using System.Collections.Concurrent;
using System.IO.Compression;
using Gis.Core.Network;
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
    private readonly ConcurrentDictionary<(string Set, int Zoom), Lazy<List<LayerIndex>>> layers = new();

    public ServiceCells Cells => CellsAt(FullDetailZoom);

    /// <summary>The tile, gzipped; null where it is empty.</summary>
    public byte[]? Draw(TileSet set, TileAddress address)
    {
        var tile = new VectorTile { TileId = address.Id };
        var ground = address.Ground;
        foreach (var layer in layers.GetOrAdd((set.Name, address.Zoom), key => new(() => Index(set, key.Zoom))).Value)
        {
            var drawn = new Layer { Name = layer.Name };
            foreach (var feature in layer.Features.Query(ground).Select(feature => Clip(feature, ground)).OfType<IFeature>())
                drawn.Features.Add(feature);
            tile.Layers.Add(drawn);
        }

        return tile.IsEmpty ? null : Compress(tile);
    }

    private ServiceCells CellsAt(int zoom) => cellsByZoom.GetOrAdd(Math.Min(zoom, FullDetailZoom), detail => new(() =>
        detail == FullDetailZoom ? ServiceCells.Of(network) : Cells.Simplify(360.0 / (1 << detail) / PixelsPerTile))).Value;

    private List<LayerIndex> Index(TileSet set, int zoom)
    {
        var source = new LayerSource(network, CellsAt(zoom), zoom);
        return [.. set.Layers.Where(layer => zoom >= layer.FromZoom).Select(layer => LayerIndex.Of(layer.Name, layer.List(source)))];
    }

    private static Feature? Clip(IFeature feature, Envelope ground)
    {
        var shape = feature.Geometry;
        if (!ground.Contains(shape.EnvelopeInternal))
            shape = OverlayNGRobust.Overlay(shape, shape.Factory.ToGeometry(ground), SpatialFunction.Intersection);
        return shape.IsEmpty ? null : new Feature(shape, feature.Attributes);
    }

    private static byte[] Compress(VectorTile tile)
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
            tile.Write(zip, minLinealExtent: 0, minPolygonalExtent: 0);
        return packed.ToArray();
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
