using System.Diagnostics;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Export;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;

namespace Gis.Data.Tests.Import.Ledger;

/// <summary>What the program exports, and what GDAL makes of that, comes in again as what it was.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly ServiceNetwork Network = Describe(Lists.Network);

    private readonly string folder = Directory.CreateTempSubdirectory("gis-trip-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<LedgerKind> Kinds => [LedgerKind.Points, LedgerKind.Villages, LedgerKind.Firms];

    [Theory, MemberData(nameof(Kinds))]
    public async Task GeoJson_comes_in_unchanged_to_the_last_row(LedgerKind kind)
    {
        await GeoJsonExport.WriteAsync(Network, folder);
        AssertUnchanged(kind, SourceFile.Read(In($"{kind.Written()}.geojson"), "export.geojson", null, default));
    }

    [Theory]
    [InlineData("points.kml", "KML"), InlineData("points.zip", "ESRI Shapefile"), InlineData("points.gpkg", "GPKG"), InlineData("points.xlsx", "XLSX"), InlineData("points.csv", "CSV")]
    public async Task What_gdal_writes_of_an_export_comes_in_unchanged(string name, string driver)
    {
        await GeoJsonExport.WriteAsync(Network, folder);
        // A workbook and a table of GDAL's have no shapes: the coordinates must stand in columns.
        string[] columns = driver is "XLSX" or "CSV" ? ["-sql", "SELECT *, ST_X(geometry) AS longitude, ST_Y(geometry) AS latitude FROM points", "-dialect", "SQLite"] : [];
        string[] encoding = driver == "ESRI Shapefile" ? ["-lco", "ENCODING=UTF-8"] : [];
        await Run("ogr2ogr", ["-f", driver, In(name == "points.zip" ? "points.shz" : name), In("points.geojson"), .. columns, .. encoding]);
        if (name == "points.zip")
            File.Move(In("points.shz"), In(name));

        AssertUnchanged(LedgerKind.Points, SourceFile.Read(In(name), name, null, default));
    }

    [Fact]
    public void A_list_in_another_datum_than_it_is_read_in_is_told_by_the_places_that_were_known()
    {
        var surveyed = Network.Points.Where(point => point.Tier == Tier.Room).Take(20)
            .Select(point => new RecordChange(point, point with { Position = point.Position! with { Placement = Placement.Surveyed, Accuracy = new Metres(20) } })).ToList();
        var known = new ServiceNetwork(Network.Parts.With(surveyed));
        var rows = surveyed.Select(change => (ServicePoint)change.After!).Select(point => (point.Id, At: Crs.Gcj02.FromLonLat(point.Position!.At)));
        var table = Lists.Table("编号,经度,纬度", [.. rows.Select(row => FormattableString.Invariant($"{row.Id},{row.At.X:F7},{row.At.Y:F7}"))]);

        var verdict = ImportStudy.Preview(known, table, ImportPlan.Guess(table, Lists.Source)).JudgeDatum();

        Assert.Equal(new DatumGuess(Crs.Gcj02, PairWriting.Plain), Assert.IsType<DatumVerdict.Clear>(verdict).Evidence.Guess);
    }

    private static void AssertUnchanged(LedgerKind kind, IReadOnlyList<SourceTable> tables)
    {
        var table = Assert.Single(tables);
        var preview = ImportStudy.Preview(Network, table, ImportPlan.Guess(table, Lists.Source, kind));
        var changed = string.Join('\n', preview.Rows.Where(row => row.State != RowState.Unchanged).Take(3).Select(row => $"{row.Source.Number} {row.State} {row.Change}\n{string.Join(';', row.Remedies)}"));
        Assert.True(changed.Length == 0, changed);
        Assert.Equal(kind switch { LedgerKind.Points => Network.Points.Length, LedgerKind.Villages => Network.Villages.Length, _ => Network.Firms.Length }, preview.Rows.Length);
    }

    // Of some points all is known, of some the hours alone, of some only the rest.
    private static ServiceNetwork Describe(ServiceNetwork network) => new(network.Parts.With(network.Points.Take(30).Select((point, i) => new RecordChange(point, point with
    {
        Reception = new Reception(new Provenance(Basis.Fact, "2026年4月核对"))
        {
            Address = $"某路 {i} 号, 二楼",
            Phone = i % 3 == 0 ? "" : "0951-1234567转12",
            Hours = i % 2 == 0 ? point.Reception!.Hours : new StatedHours(WeeklyHours.Parse("周一、周三 8:30-12:00; 节假日 9:00-11:00; 5月1日至9月30日 周六 休息"), new Provenance(Basis.Fact, "电话")),
            WaysIn = i % 3 == 1 ? [WayIn.Ramp, WayIn.Lift] : [],
            Languages = i % 3 == 2 ? ["手语", "方言"] : [],
            Checked = i % 5 == 0 ? new DateOnly(2026, 4, 1) : null,
        },
    }))));

    [Fact]
    public void A_table_of_points_comes_in_unchanged()
    {
        var file = In("points.csv");
        File.WriteAllBytes(file, CsvExport.WritePoints(Network).ToBytes());
        AssertUnchanged(LedgerKind.Points, SourceFile.Read(file, "points.csv", null, default));
    }

    private string In(string name) => Path.Combine(folder, name);

    private static async Task Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }
}
