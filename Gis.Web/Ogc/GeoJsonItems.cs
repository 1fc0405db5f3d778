using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gis.Core.Places;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc;

/// <summary>Writes features as GeoJSON (RFC 7946), in other coordinate systems in the manner of OGC API - Features Part 2.</summary>
internal sealed class GeoJsonItems(OgcFeatureType collection, OgcCrs crs, OgcLinks links)
{
    // Chinese stays Chinese: nothing of it is part of a page's markup.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal byte[] Write(ItemsPage page, JsonArray pageLinks, DateTimeOffset now) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("timeStamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("numberMatched", page.Matched);
        json.WriteNumber("numberReturned", page.Features.Length);
        json.WritePropertyName("links");
        pageLinks.WriteTo(json);
        json.WriteStartArray("features");
        foreach (var feature in page.Features)
        {
            json.WriteStartObject();
            WriteParts(json, feature);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    internal byte[] Write(OgcFeature feature) => Write(json =>
    {
        json.WriteStartObject();
        WriteParts(json, feature);
        json.WritePropertyName("links");
        var all = links.Here(OgcMedia.GeoJson);
        all.Add(links.Link("collection", links.To(collection), OgcMedia.Json, "所在集合", "The collection"));
        all.WriteTo(json);
        json.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Readable))
            write(json);
        return file.ToArray();
    }

    private void WriteParts(Utf8JsonWriter json, OgcFeature feature)
    {
        json.WriteString("type", "Feature");
        json.WriteString("id", feature.Id);
        json.WritePropertyName("geometry");
        Write(json, feature.Shape);
        json.WriteStartObject("properties");
        for (var i = 0; i < collection.Fields.Length; i++)
            Write(json, collection.Fields[i].Name, feature.Values[i]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case long whole: json.WriteNumber(name, whole); break;
            case double number:
                json.WritePropertyName(name);
                // With a point even where it is whole: GDAL takes the type of a field from its first values.
                json.WriteRawValue(number.ToString("0.0###############", CultureInfo.InvariantCulture));
                break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case DateOnly day: json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            default: json.WriteNull(name); break;
        }
    }

    private void Write(Utf8JsonWriter json, Geometry? shape)
    {
        if (shape is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", shape.GeometryType);
        json.WritePropertyName("coordinates");
        switch (shape)
        {
            case Point point: WriteCorner(json, point.Coordinate); break;
            case LineString line: WriteCorners(json, line.Coordinates); break;
            case MultiPolygon many: WriteList(json, many.Geometries, each => WriteRings(json, (Polygon)each)); break;
            default: throw new InvalidOperationException($"No collection has a {shape.GeometryType}.");
        }

        json.WriteEndObject();
    }

    private void WriteRings(Utf8JsonWriter json, Polygon polygon) =>
        WriteList(json, polygon.Holes.Prepend(polygon.Shell), ring => WriteCorners(json, Turn(ring.Coordinates, ring == polygon.Shell)));

    // RFC 7946, 3.1.6: the outer ring runs against the clock, the others with it.
    private static Coordinate[] Turn(Coordinate[] ring, bool isShell) => Orientation.IsCCW(ring) == isShell ? ring : [.. ring.Reverse()];

    private void WriteCorners(Utf8JsonWriter json, Coordinate[] corners) => WriteList(json, corners, corner => WriteCorner(json, corner));

    private void WriteCorner(Utf8JsonWriter json, Coordinate corner)
    {
        var pair = crs.Write(LonLat.Of(corner.X, corner.Y));
        json.WriteStartArray();
        json.WriteNumberValue(pair.X);
        json.WriteNumberValue(pair.Y);
        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }
}
