using System.Text.Json.Nodes;
using Gis.Data;
using Gis.Web.Layout;

namespace Gis.Web.Ogc;

/// <summary>
/// The API by OpenAPI 3.0. The features of each collection have a path of their own, so that clients read off it which properties are
/// parameters; the page size stands among the components, where QGIS looks for it.
/// </summary>
internal sealed class OgcOpenApi(OgcLinks links, Language language)
{
    internal JsonObject Write() => new()
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject
        {
            ["title"] = language["公共法律服务网络 OGC API", "OGC API of the public legal service network"],
            ["version"] = ProgramVersion.Text,
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = links.To("") }),
        ["paths"] = Paths(),
        ["components"] = new JsonObject { ["parameters"] = OgcOpenApiParameters.Shared(language), ["responses"] = Refusals(), ["schemas"] = Schemas() },
    };

    private JsonObject Paths()
    {
        var paths = new JsonObject
        {
            ["/"] = Get("getLandingPage", language["入口", "The landing page"], OgcMedia.Json),
            ["/conformance"] = Get("getConformance", language["符合哪些标准", "The conformance classes"], OgcMedia.Json),
            ["/api"] = Get("getApi", language["接口说明", "This definition"], OgcMedia.OpenApi),
            ["/collections"] = Get("getCollections", language["数据集合", "The collections"], OgcMedia.Json),
        };
        foreach (var collection in OgcFeatures.Collections)
            Add(paths, collection);
        AddTiles(paths);
        return paths;
    }

    private void Add(JsonObject paths, OgcFeatureType collection)
    {
        var (path, title, id) = ($"/collections/{collection.Id}", collection.Title.In(language), NameOf(collection));
        paths[path] = Get("describe" + id, title, OgcMedia.Json);
        paths[path + "/items"] = Get("getItemsOf" + id, title + language[":要素", ": the features"], OgcMedia.GeoJson, OgcOpenApiParameters.OfItems(collection, language));
        paths[path + "/items/{featureId}"] = Get(
            "getItemOf" + id, title + language[":一个要素", ": one feature"], OgcMedia.GeoJson, OgcOpenApiParameters.References("featureId", "crs", "f"), canBeMissing: true);
        paths[path + "/queryables"] = Get("getQueryablesOf" + id, title + language[":可查询的属性", ": what can be asked of"], OgcMedia.Schema);
        paths[path + "/schema"] = Get("getSchemaOf" + id, title + language[":属性说明", ": the schema"], OgcMedia.Schema);
        if (collection.Tiles is null)
            return;
        paths[path + "/tiles"] = GetPlain("listTilesetsOf" + id, title + language[":瓦片列表", ": the tilesets"], OgcMedia.Json);
        paths[path + "/tiles/WebMercatorQuad"] = GetPlain("getTilesetOf" + id, title + language[":瓦片说明", ": the tileset"], OgcMedia.Json);
        paths[path + "/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}"] = GetTile("getTileOf" + id, title + language[":瓦片", ": a tile"]);
    }

    private void AddTiles(JsonObject paths)
    {
        paths["/tiles"] = GetPlain("listTilesets", language["瓦片列表", "The tilesets"], OgcMedia.Json);
        paths["/tiles/WebMercatorQuad"] = GetPlain("getTileset", language["瓦片说明", "The tileset"], OgcMedia.Json);
        paths["/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}"] = GetTile("getTile", language["瓦片,先行后列", "A tile, the row before the column"]);
        paths["/tileMatrixSets"] = GetPlain("listTileMatrixSets", language["瓦片方案", "The tile matrix sets"], OgcMedia.Json);
        paths["/tileMatrixSets/WebMercatorQuad"] = GetPlain("getTileMatrixSet", language["瓦片方案 WebMercatorQuad", "The tile matrix set WebMercatorQuad"], OgcMedia.Json);
    }

    private static JsonObject Get(string id, string summary, string type, JsonArray? parameters = null, bool canBeMissing = false) =>
        Operation(id, summary, parameters ?? OgcOpenApiParameters.References("f"), [type, OgcMedia.Html], canBeMissing);

    private static JsonObject GetPlain(string id, string summary, string type) => Operation(id, summary, [], [type], canBeMissing: false);

    private static JsonObject GetTile(string id, string summary)
    {
        var tile = Operation(id, summary, OgcOpenApiParameters.References("tileMatrix", "tileRow", "tileCol"), [OgcMedia.VectorTile], canBeMissing: true);
        tile["get"]!["responses"]!.AsObject()["204"] = new JsonObject { ["description"] = "The tile is empty." };
        return tile;
    }

    private static JsonObject Operation(string id, string summary, JsonArray parameters, string[] types, bool canBeMissing)
    {
        var content = new JsonObject();
        foreach (var type in types)
        {
            content[type] = type switch
            {
                OgcMedia.Html => new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } },
                OgcMedia.VectorTile => new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } },
                OgcMedia.GeoJson => new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/geojson" } },
                _ => new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } },
            };
        }

        var responses = new JsonObject { ["200"] = new JsonObject { ["description"] = summary, ["content"] = content } };
        foreach (var status in (string[])["304", "400", .. canBeMissing ? ["404"] : Array.Empty<string>(), "414", "429", "500"])
            responses[status] = new JsonObject { ["$ref"] = "#/components/responses/" + status };
        return new() { ["get"] = new JsonObject { ["operationId"] = id, ["summary"] = summary, ["parameters"] = parameters, ["responses"] = responses } };
    }

    private static JsonObject Refusals() => new()
    {
        ["304"] = new JsonObject { ["description"] = "Nothing has changed since the version that was named." },
        ["400"] = Refusal("The request is wrong."),
        ["404"] = Refusal("There is no such thing."),
        ["414"] = Refusal("The address is too long."),
        ["429"] = Refusal("Too many requests."),
        ["500"] = Refusal("Something went wrong here."),
    };

    private static JsonObject Refusal(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/problem" } } },
    };

    private static JsonObject Schemas() => new()
    {
        ["geojson"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("type"),
            ["properties"] = new JsonObject { ["type"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("FeatureCollection", "Feature") } },
        },
        ["problem"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["title"] = new JsonObject { ["type"] = "string" },
                ["detail"] = new JsonObject { ["type"] = "string" },
                ["status"] = new JsonObject { ["type"] = "integer" },
            },
        },
    };

    // As PascalCase from "village-areas": some generators of clients take no hyphen.
    private static string NameOf(OgcFeatureType collection) =>
        string.Concat(collection.Id.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
