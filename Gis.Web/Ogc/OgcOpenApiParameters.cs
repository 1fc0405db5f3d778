using System.Text.Json.Nodes;
using Gis.Web.Layout;

namespace Gis.Web.Ogc;

/// <summary>The parameters of the API by OpenAPI 3.0.</summary>
internal static class OgcOpenApiParameters
{
    private static readonly string[] OfAllItems = [ItemsQuery.Limit, ItemsQuery.After, "bbox", "bbox-crs", ItemsQuery.Crs, "datetime", "filter", "filter-lang", "filter-crs", OgcParameters.Format];

    /// <summary>Those that stand among the components.</summary>
    internal static JsonObject Shared(Language language)
    {
        var shared = new JsonObject
        {
            [ItemsQuery.Limit] = Query(ItemsQuery.Limit, language["一页最多几个要素", "The most features of a page"], new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = 1,
                ["maximum"] = ItemsQuery.MostLimit,
                ["default"] = ItemsQuery.DefaultLimit,
            }),
            [ItemsQuery.After] = Query(ItemsQuery.After, language["从哪个编号之后开始,由下一页的链接给出", "The identifier after which the page begins, as the link to the next page names it"], Text()),
            ["bbox"] = Query("bbox", language["范围,4 或 6 个数", "A box of 4 or 6 numbers"], new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = 4,
                ["maxItems"] = 6,
                ["items"] = new JsonObject { ["type"] = "number" },
            }),
            ["bbox-crs"] = Query("bbox-crs", language["范围的坐标系", "Coordinate system of the box"], Systems()),
            [ItemsQuery.Crs] = Query(ItemsQuery.Crs, language["答复的坐标系", "Coordinate system of the answer"], Systems()),
            ["datetime"] = Query("datetime", language["时刻或时段;要素没有时间,所以都符合", "A moment or an interval; no feature has a time, so that all match"], Text()),
            ["filter"] = Query("filter", language["CQL2 条件", "A condition of CQL2"], Text()),
            ["filter-lang"] = Query("filter-lang", language["条件的写法", "How the condition is written"], Choice("cql2-text", "cql2-text", "cql2-json")),
            ["filter-crs"] = Query("filter-crs", language["条件中几何的坐标系", "Coordinate system of geometries in the condition"], Systems()),
            [OgcParameters.Format] = Query(OgcParameters.Format, language["JSON 或网页", "JSON or a page"], new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("json", "html") }),
        };
        foreach (var name in (string[])["featureId", "tileMatrix", "tileRow", "tileCol"])
            shared[name] = new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = Text() };
        return shared;
    }

    internal static JsonArray References(params string[] names) =>
        [.. names.Select(name => (JsonNode)new JsonObject { ["$ref"] = "#/components/parameters/" + name })];

    /// <summary>Those of the features of a collection: the shared ones and its properties.</summary>
    internal static JsonArray OfItems(OgcFeatureType collection, Language language)
    {
        var parameters = References(OfAllItems);
        foreach (var field in collection.Fields)
            parameters.Add(Query(field.Name, language[field.Chinese, field.English], CollectionSchema.TypeOf(field)));
        return parameters;
    }

    private static JsonObject Query(string name, string description, JsonObject schema) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["description"] = description,
        ["required"] = false,
        ["schema"] = schema,
        // As the standard has its own: a list, as of a box, is one value with commas.
        ["style"] = "form",
        ["explode"] = false,
    };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Systems() => Choice(OgcCrs.Crs84.Uri, [.. OgcCrs.All.Select(crs => crs.Uri)]);

    private static JsonObject Choice(string byDefault, params string[] values) => new()
    {
        ["type"] = "string",
        ["default"] = byDefault,
        ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]),
    };
}
