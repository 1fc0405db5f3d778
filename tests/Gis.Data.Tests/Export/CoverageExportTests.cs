using System.Globalization;
using System.Text.Json;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Export;
using Gis.Data.Tests.Store;
using NetTopologySuite.Geometries;

namespace Gis.Data.Tests.Export;

/// <summary>The town: a village of 10 that reaches a station, and one of 20 that is nowhere and reaches nothing.</summary>
public sealed class CoverageExportTests : IDisposable
{
    private static readonly ServiceNetwork Network = new(StoreFolder.Town());

    private static readonly CoverageAnswer Answer = CoverageStudy.Measure(
        Network,
        TravelTable.Estimate(Network, TravelMode.Walk, ModePace.Defaults[TravelMode.Walk]),
        CoverageQuestion.Of(TravelMode.Walk, new Minutes(30)));

    private static readonly Receipt Receipt = new(Network.Version, "estimate", Answer.Question.ToString(), "1.0");

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void GeoJSON_says_for_each_village_what_it_reaches_and_for_all_who_asked_what()
    {
        using var json = JsonDocument.Parse(CoverageGeoJson.Write(Answer, Receipt));
        // 10 of 30.
        Assert.Equal("0.3333333333333333", json.RootElement.GetProperty("share").GetRawText());
        Assert.Equal(Answer.Question.ToString(), json.RootElement.GetProperty("receipt").GetProperty("question").GetString());
        var (near, nowhere) = (json.RootElement.GetProperty("features")[0], json.RootElement.GetProperty("features")[1]);
        Assert.True(near.GetProperty("properties").GetProperty("covered").GetBoolean());
        Assert.Equal("station-640104100", near.GetProperty("properties").GetProperty("nearest_point").GetString());
        Assert.Equal(Answer.Villages[0].Nearest!.Value.Time.Value, near.GetProperty("properties").GetProperty("minutes").GetDouble());
        Assert.Equal("illustrative", near.GetProperty("properties").GetProperty("placement").GetString());
        Assert.Equal(20, nowhere.GetProperty("properties").GetProperty("residents").GetInt32());
        Assert.Equal(JsonValueKind.Null, nowhere.GetProperty("properties").GetProperty("minutes").ValueKind);
        Assert.Equal(JsonValueKind.Null, nowhere.GetProperty("geometry").ValueKind);
    }

    [Fact]
    public async Task GDAL_reads_the_villages_of_the_GeoJSON()
    {
        await File.WriteAllBytesAsync(folder.PathOf("coverage.geojson"), CoverageGeoJson.Write(Answer, Receipt));
        var said = StoreFolder.Gdal("ogrinfo", "-ro", "-al", folder.PathOf("coverage.geojson"));
        Assert.Contains("Feature Count: 2", said, StringComparison.Ordinal);
        Assert.Contains("掌政村", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("villages", 2, "Point"), InlineData("service_areas", 1, "Multi Polygon"), InlineData("points", 3, "Point")]
    [InlineData("areas", 2, "None"), InlineData("answer", 1, "None")]
    public async Task Ogrinfo_counts_every_row_of_the_GeoPackage(string layer, int rows, string geometry)
    {
        var said = StoreFolder.Gdal("ogrinfo", "-ro", "-so", await WriteGeoPackage(), layer);
        Assert.Contains($"Feature Count: {rows}\n", said, StringComparison.Ordinal);
        Assert.Contains($"Geometry: {geometry}\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_of_the_GeoPackage_is_the_answers_own()
    {
        var said = StoreFolder.Gdal("ogrinfo", "-ro", await WriteGeoPackage(), "-sql", "SELECT printf('%!.17g', share) AS s, question FROM answer");
        var share = said.Split('\n').Single(line => line.Contains("s (String)", StringComparison.Ordinal)).Split('=')[1];
        Assert.Equal(Answer.Total.Share!.Value.Value, double.Parse(share, CultureInfo.InvariantCulture));
        Assert.Contains(Receipt.Question, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_keeps_its_place_and_the_one_nowhere_has_none()
    {
        var said = StoreFolder.Gdal("ogrinfo", "-ro", "-al", await WriteGeoPackage(), "villages");
        Assert.Contains("POINT (106.381 38.461)", said, StringComparison.Ordinal);
        Assert.Contains("covered (Integer(Boolean)) = 1", said, StringComparison.Ordinal);
        Assert.Contains("minutes (Real) = (null)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_validator_finds_nothing_in_the_GeoPackage()
    {
        var said = StoreFolder.Gdal("/usr/bin/python3", GeoPackageTests.Validator, "--extra", "--warning-as-error", await WriteGeoPackage());
        Assert.DoesNotContain("rror", said, StringComparison.Ordinal);
    }

    private async Task<string> WriteGeoPackage()
    {
        var square = new GeometryFactory(new PrecisionModel(), 4490).ToGeometry(new Envelope(106.3, 106.4, 38.4, 38.5));
        await CoverageGeoPackage.WriteAsync(
            Answer, Receipt, new Dictionary<AreaCode, Geometry> { [Network.Villages[0].Code] = square }, folder.PathOf("coverage.gpkg"));
        return folder.PathOf("coverage.gpkg");
    }
}
