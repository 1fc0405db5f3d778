using System.Text.Json;
using Gis.Core.Coverage;
using Gis.Core.Network;

namespace Gis.Data.Export;

/// <summary>
/// A coverage answer as GeoJSON (RFC 7946): the villages as points, each with what it reaches. The collection carries the
/// share and the receipt, so that a file that was passed on still says what it answers.
/// </summary>
public static class CoverageGeoJson
{
    public static byte[] Write(CoverageAnswer answer, Receipt receipt)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, GeoJsonFeature.Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("name", "coverage");
            WriteTotal(json, answer);
            WriteReceipt(json, receipt);
            json.WriteStartArray("features");
            for (var row = 0; row < answer.Network.Villages.Length; row++)
                WriteVillage(json, answer, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return file.ToArray();
    }

    private static void WriteTotal(Utf8JsonWriter json, CoverageAnswer answer)
    {
        json.WriteString("weighting", answer.Question.Weighting.Written());
        json.WriteNumber("residents", answer.Total.Residents.Count);
        json.WriteNumber("covered", answer.Total.Covered.Count);
        Write(json, "share", answer.Total.Share?.Value);
        json.WriteBoolean("illustrative", answer.Network.HasIllustration);
    }

    private static void WriteReceipt(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteStartObject("receipt");
        json.WriteString("data", receipt.Data);
        json.WriteString("travel", receipt.Travel);
        json.WriteString("question", receipt.Question);
        json.WriteString("program", receipt.Program);
        json.WriteEndObject();
    }

    private static void WriteVillage(Utf8JsonWriter json, CoverageAnswer answer, int row)
    {
        var network = answer.Network;
        var village = network.Villages[row];
        var nearest = answer.Villages[row].Nearest;
        GeoJsonFeature.Write(json, village.Position, () =>
        {
            json.WriteString("code", village.Code.Digits);
            json.WriteString("name", village.Name);
            json.WriteString("township", network.FindAreaName(village.Code.Township));
            json.WriteString("county", network.FindAreaName(village.Code.County));
            json.WriteNumber("residents", village.Residents.Count);
            GeoJsonFeature.Write(json, "residents", village.ResidentsProvenance);
            json.WriteBoolean("covered", answer.IsCovered(row));
            Write(json, "minutes", nearest?.Time.Value);
            Write(json, "metres", nearest?.Way.Value);
            json.WriteString("nearest_point", nearest is { } found ? network.Points[found.Point].Id.ToString() : null);
            json.WriteString("nearest_name", nearest is { } named ? network.Points[named.Point].Name : null);
        });
    }

    private static void Write(Utf8JsonWriter json, string field, double? value)
    {
        if (value is { } number)
            json.WriteNumber(field, number);
        else
            json.WriteNull(field);
    }
}
