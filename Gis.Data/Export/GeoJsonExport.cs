using System.Text.Json;
using Gis.Core.Network;

namespace Gis.Data.Export;

/// <summary>
/// The network as GeoJSON (RFC 7946), a file a layer. The standard wants WGS-84, which CGCS2000 agrees with to centimetres
/// (decision 1). What is not located has a null geometry, and every value says where it comes from.
/// </summary>
public static class GeoJsonExport
{
    /// <summary>Writes <c>counties.geojson</c>, <c>townships.geojson</c> and so on into a folder; the files written.</summary>
    public static async Task<IReadOnlyList<string>> WriteAsync(ServiceNetwork network, string folder, CancellationToken cancellation = default)
    {
        var files = new List<string>();
        foreach (var (layer, features) in ListLayers(network))
        {
            cancellation.ThrowIfCancellationRequested();
            var file = Path.Combine(folder, layer + ".geojson");
            await WholeFile.WriteAsync(file, part => WriteLayerAsync(part, layer, network.Version, features));
            files.Add(file);
        }

        return files;
    }

    private static IEnumerable<(string Layer, IEnumerable<Action<Utf8JsonWriter>> Features)> ListLayers(ServiceNetwork network) =>
    [
        ("counties", network.Counties.Select(Describe)),
        ("townships", network.Townships.Select(Describe)),
        ("villages", network.Villages.Select(Describe)),
        ("points", network.Points.Select(Describe)),
        ("firms", network.Firms.Select(Describe)),
        ("crossings", network.Crossings.Select(Describe)),
        ("river", network.River.IsEmpty ? [] : [json => WriteRiver(json, network)]),
    ];

    private static async Task WriteLayerAsync(string file, string layer, string version, IEnumerable<Action<Utf8JsonWriter>> features)
    {
        await using var stream = File.Create(file);
        await using var json = new Utf8JsonWriter(stream, GeoJsonFeature.Readable);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", layer);
        json.WriteString("data_version", version);
        json.WriteStartArray("features");
        foreach (var write in features)
            write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Action<Utf8JsonWriter> Describe(County county) => json => GeoJsonFeature.Write(json, county.Seat, () =>
    {
        json.WriteString("code", county.Code.Digits);
        json.WriteString("name", county.Name);
        GeoJsonFeature.Write(json, "census_residents", county.Census, county.CensusProvenance);
        GeoJsonFeature.Write(json, "census", county.CensusProvenance);
    });

    private static Action<Utf8JsonWriter> Describe(Township township) => json => GeoJsonFeature.Write(json, township.Seat, () =>
    {
        json.WriteString("code", township.Code.Digits);
        json.WriteString("name", township.Name);
        json.WriteString("kind", township.Kind.Written());
        json.WriteString("bank", township.Bank.ToString());
    });

    private static Action<Utf8JsonWriter> Describe(Village village) => json => GeoJsonFeature.Write(json, village.Position, () =>
    {
        json.WriteString("code", village.Code.Digits);
        json.WriteString("name", village.Name);
        json.WriteString("kind", village.Kind.Written());
        json.WriteString("bank", village.Bank.ToString());
        GeoJsonFeature.Write(json, "residents", village.Residents, village.ResidentsProvenance);
        GeoJsonFeature.Write(json, "residents", village.ResidentsProvenance);
    });

    private static Action<Utf8JsonWriter> Describe(ServicePoint point) => json => GeoJsonFeature.Write(json, point.Position, () =>
    {
        json.WriteString("id", point.Id.ToString());
        json.WriteString("name", point.Name);
        json.WriteString("tier", point.Tier.Written());
        json.WriteString("area_code", point.Area.Digits);
        json.WriteString("bank", point.Bank.ToString());
        json.WriteString("stage", point.Stage.Written());
        GeoJsonFeature.Write(json, "stage", point.StageProvenance);
        foreach (var (name, cell) in ReceptionCells.Header.Zip(ReceptionCells.Write(point.Reception)))
        {
            if (cell.Length > 0)
                json.WriteString(name, cell);
        }
    });

    private static Action<Utf8JsonWriter> Describe(Firm firm) => json => GeoJsonFeature.Write(json, firm.Office, () =>
    {
        json.WriteString("id", firm.Id);
        json.WriteString("name", firm.Name);
        json.WriteString("county_code", firm.County.Digits);
        json.WriteNumber("lawyers", firm.Lawyers);
        GeoJsonFeature.Write(json, "firm", firm.Provenance);
    });

    private static Action<Utf8JsonWriter> Describe(Crossing crossing) => json => GeoJsonFeature.Write(json, crossing.Position, () =>
    {
        json.WriteString("name", crossing.Name);
        json.WriteString("from_bank", crossing.From.ToString());
        json.WriteString("to_bank", crossing.To.ToString());
    });

    private static void WriteRiver(Utf8JsonWriter json, ServiceNetwork network)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "LineString");
        json.WriteStartArray("coordinates");
        foreach (var at in network.River)
            GeoJsonFeature.WriteCoordinates(json, at);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
