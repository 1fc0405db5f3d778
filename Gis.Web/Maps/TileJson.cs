using System.Text.Json.Serialization;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data;
using Gis.Web.Layout;
using Gis.Web.Maps.Base;
using NetTopologySuite.Geometries;

namespace Gis.Web.Maps;

/// <summary>A description of a tile set by TileJSON 3.0.0.</summary>
public sealed record TileJson(
    [property: JsonPropertyName("tilejson")] string Tilejson,
    string Name,
    string[] Tiles,
    int Minzoom,
    int Maxzoom,
    double[] Bounds,
    string Attribution,
    [property: JsonPropertyName("vector_layers")] IEnumerable<VectorLayerJson> VectorLayers)
{
    /// <summary>The base map beneath all, where one is set: beyond TileJSON, which lets others add to it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BaseMapJson? Base { get; init; }

    // Deeper tiles would hold nothing that these do not; the client enlarges them.
    internal const int DeepestUseful = 14;

    public static TileJson Of(TileSet set, ServiceNetwork network, ServiceCells cells, string root, Language language) => Of(
        set,
        $"{root}/tiles/{set.Name}/{{z}}/{{x}}/{{y}}.mvt?v={TagOf(network)}",
        BoundsOf(network, cells),
        string.Join(" · ", MapWords.Sources(network).Prepend(MapWords.NotBoundaries(language))));

    /// <summary>A set whose tiles are at an address.</summary>
    internal static TileJson Of(TileSet set, string tiles, Envelope bounds, string attribution) =>
        new("3.0.0", set.Name, [tiles], 0, DeepestUseful, DegreesOf(bounds), attribution, LayersOf(set));

    internal static IEnumerable<VectorLayerJson> LayersOf(TileSet set) =>
        set.Layers.Select(layer => new VectorLayerJson(layer.Name, layer.FromZoom, layer.ToZoom, layer.Fields));

    // The program is part of it because a new release may draw the same data otherwise.
    public static string TagOf(ServiceNetwork network) => $"{network.Version}-{ProgramVersion.Text}";

    internal static Envelope BoundsOf(ServiceNetwork network, ServiceCells cells)
    {
        var bounds = cells.Bounds;
        foreach (var at in network.Points.Select(point => point.Position?.At).OfType<LonLat>())
            bounds.ExpandToInclude(Ground.CornerOf(at));
        return bounds.IsNull ? new Envelope(-180, 180, -85, 85) : bounds;
    }

    private static double[] DegreesOf(Envelope bounds) => [bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY];
}

public sealed record VectorLayerJson(string Id, int Minzoom, int Maxzoom, IReadOnlyDictionary<string, string> Fields);
