using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Gis.Data.Import.Files;

/// <summary>Geometry as GeoJSON writes it (RFC 7946, 3.1), without heights.</summary>
internal static class GeoJsonGeometry
{
    private static readonly GeometryFactory Geometries = new();

    /// <exception cref="Exception">It is none; of whatever kind the readers of JSON and of geometry have.</exception>
    internal static Geometry Read(JsonElement json) => json.GetProperty("type").GetString() switch
    {
        "GeometryCollection" => Geometries.CreateGeometryCollection([.. json.GetProperty("geometries").EnumerateArray().Select(Read)]),
        { } type => Read(type, json.GetProperty("coordinates")),
        _ => throw new InvalidDataException("no type"),
    };

    private static Geometry Read(string type, JsonElement json) => type switch
    {
        "Point" => json.GetArrayLength() == 0 ? Geometries.CreatePoint() : Geometries.CreatePoint(ReadPair(json)),
        "MultiPoint" => Geometries.CreateMultiPointFromCoords(ReadLine(json)),
        "LineString" => Geometries.CreateLineString(ReadLine(json)),
        "MultiLineString" => Geometries.CreateMultiLineString([.. json.EnumerateArray().Select(line => Geometries.CreateLineString(ReadLine(line)))]),
        "Polygon" => ReadPolygon(json),
        "MultiPolygon" => Geometries.CreateMultiPolygon([.. json.EnumerateArray().Select(ReadPolygon)]),
        _ => throw new InvalidDataException($"a geometry of type {type}"),
    };

    private static Polygon ReadPolygon(JsonElement json)
    {
        var rings = json.EnumerateArray().Select(ring => Geometries.CreateLinearRing(ReadLine(ring))).ToArray();
        return rings is [var shell, .. var holes] ? Geometries.CreatePolygon(shell, holes) : Geometries.CreatePolygon();
    }

    private static Coordinate[] ReadLine(JsonElement json) => [.. json.EnumerateArray().Select(ReadPair)];

    private static Coordinate ReadPair(JsonElement json) => new(json[0].GetDouble(), json[1].GetDouble());
}
