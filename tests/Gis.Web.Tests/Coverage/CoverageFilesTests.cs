using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using MiniExcelLibs;

namespace Gis.Web.Tests.Coverage;

/// <summary>One question, one number, in every file that can be taken along.</summary>
public sealed class CoverageFilesTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("mode=walk&limit=30"), InlineData("mode=e-bike&limit=10&tiers=station"), InlineData("mode=car&limit=15&tiers=centre")]
    public async Task The_share_is_the_same_digit_for_digit_in_every_file(string query)
    {
        using var api = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage?{query}"));
        var share = api.RootElement.GetProperty("share").GetRawText();

        using var geojson = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage.geojson?{query}"));
        Assert.Equal(share, geojson.RootElement.GetProperty("share").GetRawText());
        Assert.Equal(share, CellBeside(await ReadSheet($"/api/coverage.xlsx?{query}", "总体"), "覆盖率"));
        Assert.Equal(share, CellBeside(await ReadSheet($"/en/api/coverage.xlsx?{query}", "Totals"), "Share covered"));
        Assert.Equal(share, await ShareInGeoPackage($"/api/coverage.gpkg?{query}"));
    }

    [Fact]
    public async Task The_workbook_says_in_words_what_was_asked_and_in_which_units()
    {
        var notes = await ReadSheet("/api/coverage.xlsx?mode=walk&limit=12.5&tiers=room&without=centre-640104", "说明");
        Assert.Equal("步行 12.5 分钟以内能到工作室的居民有多少?", CellBeside(notes, "问题"));
        Assert.StartsWith("假定已关闭:", CellBeside(notes, "假定"), StringComparison.Ordinal);
        Assert.Equal(app.Snapshot.Network.Version, CellBeside(notes, "凭据:数据版本"));
        Assert.Contains("分钟", CellBeside(notes, "单位"), StringComparison.Ordinal);
        Assert.Contains("示意", CellBeside(notes, "数据提示"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_has_a_row_for_each_with_its_code_as_text()
    {
        const string query = "mode=walk&limit=20";
        using var api = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage?{query}"));
        var file = await client.GetByteArrayAsync($"/api/coverage.xlsx?{query}");
        Assert.Equal(["说明", "总体", "县区", "乡镇", "村", "缺口", "可建"], new MemoryStream(file).GetSheetNames());
        Assert.Equal(app.Snapshot.Network.Counties.Length, Rows(file, "县区").Count - 1);
        Assert.Equal(app.Snapshot.Network.Townships.Length, Rows(file, "乡镇").Count - 1);
        Assert.Equal(app.Snapshot.Network.Villages.Length, Rows(file, "村").Count - 1);
        Assert.Equal(api.RootElement.GetProperty("gaps").GetArrayLength(), Rows(file, "缺口").Count - 1);
        Assert.Equal(api.RootElement.GetProperty("candidates").GetArrayLength(), Rows(file, "可建").Count - 1);
        Assert.Equal(app.Snapshot.Network.Villages[0].Code.Digits, Assert.IsType<string>(Rows(file, "村")[1]["A"]));
        Assert.Equal(app.Snapshot.Network.Residents.Count, Rows(file, "村").Skip(1).Sum(row => (double)row["E"]!));
    }

    [Theory]
    [InlineData("limit=-3", "limit"), InlineData("mode=rocket", "mode"), InlineData("tiers=palace", "tiers"), InlineData("with=nobody", "with")]
    public async Task A_wrong_question_is_refused_in_words_by_every_file(string query, string field)
    {
        foreach (var path in new[] { "/api/coverage.xlsx", "/api/coverage.geojson", "/api/coverage.gpkg" })
        {
            var response = await client.GetAsync($"{path}?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Assert.NotEmpty(problem.RootElement.GetProperty("errors").GetProperty(field)[0].GetString()!);
        }
    }

    [Theory, InlineData("/api/coverage.xlsx"), InlineData("/api/coverage.geojson"), InlineData("/api/coverage.gpkg")]
    public async Task While_the_data_stand_a_file_known_is_not_sent_again(string path)
    {
        var first = await client.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    private async Task<List<IDictionary<string, object?>>> ReadSheet(string path, string sheet) =>
        Rows(await client.GetByteArrayAsync(path), sheet);

    private static List<IDictionary<string, object?>> Rows(byte[] file, string sheet)
    {
        using var stream = new MemoryStream(file);
        return [.. stream.Query(sheetName: sheet).Cast<IDictionary<string, object?>>()];
    }

    private static string CellBeside(List<IDictionary<string, object?>> rows, string item) =>
        Convert.ToString(rows.First(row => item.Equals(row["A"])).Values.ElementAt(1), CultureInfo.InvariantCulture)!;

    private async Task<string> ShareInGeoPackage(string path)
    {
        var file = Path.Combine(app.DataFolder, $"{Guid.NewGuid():N}.gpkg");
        await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(path));
        using var ogrinfo = Process.Start(new ProcessStartInfo("ogrinfo", ["-ro", file, "-sql", "SELECT printf('%!.17g', share) AS share FROM answer"]) { RedirectStandardOutput = true })!;
        var said = await ogrinfo.StandardOutput.ReadToEndAsync();
        await ogrinfo.WaitForExitAsync();
        var share = said.Split('\n').Single(line => line.Contains("share (String)", StringComparison.Ordinal)).Split('=')[1];
        return double.Parse(share, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
    }
}
