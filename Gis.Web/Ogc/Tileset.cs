using System.Text.Json.Nodes;
using Gis.Web.Layout;
using Gis.Web.Maps;

namespace Gis.Web.Ogc;

/// <summary>A set of vector tiles by OGC API - Tiles.</summary>
internal static class Tileset
{
    internal static JsonObject Summarise(OgcLinks links, string path) => new()
    {
        ["title"] = "WebMercatorQuad",
        ["dataType"] = "vector",
        ["crs"] = TileMatrixSets.MercatorUri,
        ["tileMatrixSetURI"] = TileMatrixSets.Uri,
        ["links"] = new JsonArray(
            links.Link("self", links.To($"{path}/{TileMatrixSets.Id}"), OgcMedia.Json, "瓦片说明", "The tileset"),
            SchemeOf(links)),
    };

    /// <summary>The whole description, with the address of the tiles and their layers.</summary>
    internal static JsonObject Describe(OgcLinks links, string path, IEnumerable<OgcFeatureType> drawn, Language language)
    {
        var collections = drawn.ToList();
        var described = Summarise(links, path);
        described["title"] = string.Join(language["、", ", "], collections.Select(collection => collection.Title.In(language)));
        described["description"] = MapWords.NotBoundaries(language);
        var own = described["links"]!.AsArray();
        var item = links.Link(
            "item", links.To($"{path}/{TileMatrixSets.Id}/") + "{tileMatrix}/{tileRow}/{tileCol}", OgcMedia.VectorTile, "矢量瓦片", "The vector tiles");
        item["templated"] = true;
        own.Add(item);
        foreach (var set in collections.Select(collection => collection.Tiles!.Value.Set).Distinct())
            own.Add(links.Link("related", links.ToSite($"/tiles/{set}.json"), OgcMedia.Json, "TileJSON", "TileJSON"));
        described["layers"] = new JsonArray([.. collections.Select(collection => (JsonNode)Layer(collection, language))]);
        return described;
    }

    private static JsonObject Layer(OgcFeatureType collection, Language language)
    {
        var (set, name) = collection.Tiles!.Value;
        var layer = TileSet.All[set].Layers.First(layer => layer.Name == name);
        return new()
        {
            ["id"] = name,
            ["title"] = collection.Title.In(language),
            ["dataType"] = "vector",
            ["minTileMatrix"] = layer.FromZoom.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["maxTileMatrix"] = TileAddress.DeepestZoom.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private static JsonObject SchemeOf(OgcLinks links) =>
        links.Link(OgcMedia.TileMatrixSet, links.To("/tileMatrixSets/" + TileMatrixSets.Id), OgcMedia.Json, "瓦片方案", "The tile matrix set");
}
