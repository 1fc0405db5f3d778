using System.Text.Json.Nodes;
using Gis.Web.Layout;
using Gis.Web.Ogc.Filtering;

namespace Gis.Web.Ogc;

/// <summary>The properties of a collection as JSON Schema.</summary>
internal static class CollectionSchema
{
    internal static JsonObject Write(OgcFeatureType collection, string address, bool isQueryables, Language language)
    {
        var properties = new JsonObject
        {
            [BoundFilter.GeometryName] = new JsonObject
            {
                ["title"] = language["几何", "Geometry"],
                ["format"] = collection.ShapeFormat,
                ["x-ogc-role"] = "primary-geometry",
            },
        };
        foreach (var field in collection.Fields)
            properties[field.Name] = Describe(field, language);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = address,
            ["type"] = "object",
            ["title"] = collection.Title.In(language),
            ["properties"] = properties,
        };
        // Nothing else may be asked of; what else a feature may say is left open.
        if (isQueryables)
            schema["additionalProperties"] = false;
        return schema;
    }

    /// <summary>The type of a field, as OpenAPI has it as well.</summary>
    internal static JsonObject TypeOf(OgcField field)
    {
        var type = new JsonObject
        {
            ["type"] = field.Type switch { FieldType.Whole => "integer", FieldType.Number => "number", FieldType.Flag => "boolean", _ => "string" },
        };
        if (field.Type == FieldType.Date)
            type["format"] = "date";
        if (!field.Values.IsEmpty)
            type["enum"] = new JsonArray([.. field.Values.Select(value => (JsonNode)value)]);
        return type;
    }

    private static JsonObject Describe(OgcField field, Language language)
    {
        var described = TypeOf(field);
        described["title"] = language[field.Chinese, field.English];
        return described;
    }
}
