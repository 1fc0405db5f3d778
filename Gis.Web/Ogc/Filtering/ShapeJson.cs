using System.Collections.Immutable;
using System.Text.Json;
using Gis.Web.Maps;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc.Filtering;

/// <summary>Reads the geometries of CQL2 in JSON: those of GeoJSON, and bbox.</summary>
internal sealed class ShapeJson(FilterBudget budget)
{
    internal Operand Read(JsonElement json, Place at)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Fault(at);
        if (!json.TryGetProperty("bbox", out var box) || json.TryGetProperty("type", out _))
            return new ShapeLiteral(ReadGeometry(json, at), at);
        budget.CountShape(at);
        return new BoxLiteral([.. Items(box, at).Select(number => ReadNumber(number, at))], at);
    }

    internal static double ReadNumber(JsonElement json, Place at) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new FilterFault(at, "应为数", "expected a number");

    private Geometry ReadGeometry(JsonElement json, Place at)
    {
        budget.CountShape(at);
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            throw Fault(at);
        var kind = type.GetString();
        if (!json.TryGetProperty(kind == "GeometryCollection" ? "geometries" : "coordinates", out var parts))
            throw Fault(at);
        return Shapes.Make(at, () => kind switch
        {
            "Point" => Ground.Shapes.CreatePoint(Corner(parts, at)),
            "LineString" => Line(parts, at),
            "Polygon" => Polygon(parts, at),
            "MultiPoint" => Ground.Shapes.CreateMultiPointFromCoords(Corners(parts, at)),
            "MultiLineString" => Ground.Shapes.CreateMultiLineString([.. Items(parts, at).Select(line => Line(line, at))]),
            "MultiPolygon" => Ground.Shapes.CreateMultiPolygon([.. Items(parts, at).Select(polygon => Polygon(polygon, at))]),
            "GeometryCollection" => Ground.Shapes.CreateGeometryCollection(
                budget.Within(at, () => Items(parts, at).Select(part => ReadGeometry(part, at)).ToArray())),
            _ => throw Fault(at),
        });
    }

    private LineString Line(JsonElement json, Place at) => Ground.Shapes.CreateLineString(Corners(json, at));

    private Polygon Polygon(JsonElement json, Place at)
    {
        var rings = Items(json, at).Select(ring => Ground.Shapes.CreateLinearRing(Corners(ring, at))).ToList();
        return rings.Count == 0 ? throw Fault(at) : Ground.Shapes.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private Coordinate[] Corners(JsonElement json, Place at) => [.. Items(json, at).Select(corner => Corner(corner, at))];

    private Coordinate Corner(JsonElement json, Place at)
    {
        budget.CountCorner(at);
        var numbers = Items(json, at).Select(number => ReadNumber(number, at)).ToImmutableArray();
        return numbers.Length is 2 or 3 ? new Coordinate(numbers[0], numbers[1]) : throw Fault(at);
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement json, Place at) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : throw Fault(at);

    private static FilterFault Fault(Place at) => new(at, "应为属性、GeoJSON 几何或 bbox", "expected a property, a GeoJSON geometry or bbox");
}
