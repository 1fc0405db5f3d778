using System.Text.Json.Nodes;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;

namespace Gis.Web.Ogc;

/// <summary>A collection in words for programs.</summary>
internal sealed class CollectionDescription(Snapshot snapshot, OgcFeatures features, OgcLinks links, Language language)
{
    internal JsonObject Write(OgcFeatureType collection, JsonArray own)
    {
        own.Add(links.Link("items", links.To(collection, "/items?f=json"), OgcMedia.GeoJson, "要素", "The features"));
        own.Add(links.Link("items", links.To(collection, "/items?f=html"), OgcMedia.Html, "要素网页", "The features as a page"));
        own.Add(links.Link(OgcMedia.Queryables, links.To(collection, "/queryables?f=json"), OgcMedia.Schema, "可查询的属性", "What can be asked of"));
        own.Add(links.Link(OgcMedia.SchemaOfFeatures, links.To(collection, "/schema?f=json"), OgcMedia.Schema, "属性说明", "Schema of the features"));
        if (collection.Tiles is { } tiles)
        {
            own.Add(links.Link(OgcMedia.VectorTilesets, links.To(collection, "/tiles"), OgcMedia.Json, "矢量瓦片", "Vector tiles"));
            own.Add(links.Link("related", links.ToSite($"/tiles/{tiles.Set}.json"), OgcMedia.Json, "TileJSON", "TileJSON"));
        }

        var described = new JsonObject
        {
            ["id"] = collection.Id,
            ["title"] = collection.Title.In(language),
            ["description"] = collection.Description.In(language),
            ["attribution"] = string.Join(" · ", MapWords.Sources(snapshot.Network)),
            ["links"] = own,
            ["itemType"] = "feature",
            ["crs"] = new JsonArray([.. OgcCrs.All.Select(crs => (JsonNode)crs.Uri)]),
            ["storageCrs"] = OgcCrs.Storage.Uri,
        };
        if (ExtentOf(collection) is { } extent)
            described["extent"] = extent;
        return described;
    }

    private JsonObject? ExtentOf(OgcFeatureType collection)
    {
        var bounds = features.ListOf(snapshot.Network, collection).Bounds;
        if (bounds.IsNull)
            return null;
        return new JsonObject
        {
            ["spatial"] = new JsonObject
            {
                ["bbox"] = new JsonArray(new JsonArray(bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY)),
                ["crs"] = OgcCrs.Crs84.Uri,
            },
        };
    }
}
