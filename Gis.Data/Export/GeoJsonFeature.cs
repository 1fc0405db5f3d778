using System.Text.Encodings.Web;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Data.Export;

/// <summary>The pieces every GeoJSON file (RFC 7946) is written from.</summary>
internal static class GeoJsonFeature
{
    // Chinese stays Chinese: these files are downloaded, never part of a page's markup.
    internal static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A feature at a position, with where that is known from; one that is not located has a null geometry.</summary>
    internal static void Write(Utf8JsonWriter json, Position? position, Action writeProperties)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        WriteGeometry(json, position);
        json.WriteStartObject("properties");
        writeProperties();
        if (position is not null)
        {
            json.WriteString("placement", position.Placement.Written());
            json.WriteNumber("accuracy_m", position.Accuracy.Value);
            json.WriteString("position_source", position.Source);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    internal static void WriteCoordinates(Utf8JsonWriter json, LonLat at)
    {
        json.WriteStartArray();
        json.WriteNumberValue(at.Longitude);
        json.WriteNumberValue(at.Latitude);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, string what, Provenance provenance)
    {
        json.WriteString(what + "_basis", provenance.Basis.Written());
        json.WriteString(what + "_source", provenance.Source);
    }

    internal static void Write(Utf8JsonWriter json, string what, Residents residents, Provenance provenance)
    {
        if (provenance.IsKnown)
            json.WriteNumber(what, residents.Count);
        else
            json.WriteNull(what);
    }

    private static void WriteGeometry(Utf8JsonWriter json, Position? position)
    {
        if (position is null)
        {
            json.WriteNull("geometry");
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WritePropertyName("coordinates");
        WriteCoordinates(json, position.At);
        json.WriteEndObject();
    }
}
