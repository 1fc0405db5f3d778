using System.Net;
using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Data.Store;
using Gis.Web.Tests.Commands;
using Gis.Web.Tests.Reports;

namespace Gis.Web.Tests.Network;

/// <summary>The full lists of one county are in, and of no other.</summary>
public sealed class CountyNoticeTests(CountyNoticeTests.LedgerOfOneCounty ledger) : IClassFixture<CountyNoticeTests.LedgerOfOneCounty>
{
    private const string Notice = "含示意数据";
    private const string Mark = "badge illustrative";

    private static readonly AreaCode Lingwu = AreaCode.Parse("640181");

    private static ServiceNetwork Network(LedgerOfOneCounty ledger) => ledger.App.Snapshot.Network;

    private async Task<string> Read(string path) => WebUtility.HtmlDecode(await ledger.App.CreateClient().GetStringAsync(path));

    [Theory, InlineData("/areas/640181"), InlineData("/areas/640181100"), InlineData("/sites/centre-640181")]
    public async Task The_pages_of_a_county_whose_ledger_is_in_carry_no_notice(string path) =>
        Assert.DoesNotContain(Notice, await Read(path), StringComparison.Ordinal);

    [Theory, InlineData("/areas/640122"), InlineData("/areas/640122102"), InlineData("/sites/centre-640122")]
    public async Task Those_of_another_county_keep_it(string path) => Assert.Contains(Notice, await Read(path), StringComparison.Ordinal);

    [Theory, InlineData("/"), InlineData("/plan"), InlineData("/areas"), InlineData("/data")]
    public async Task The_figures_of_the_city_keep_it_and_name_the_counties_that_are_still_illustrative(string path)
    {
        var page = await Read(path);
        Assert.Contains(Notice, page, StringComparison.Ordinal);
        Assert.Contains("仍为示意的县(市)区:兴庆区、西夏区、金凤区、永宁县、贺兰县。", page, StringComparison.Ordinal);
    }

    [Theory, InlineData("/plan", "county-table"), InlineData("/data", "county-data")]
    public async Task In_a_table_only_the_rows_of_illustrative_counties_are_marked(string path, string table)
    {
        var page = await Read(path);
        var start = page.IndexOf($"id=\"{table}\"", StringComparison.Ordinal);
        var rows = page[start..page.IndexOf("</table>", start, StringComparison.Ordinal)].Split("<tr").Where(row => row.Contains("/areas/", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.Equal(!row.Contains("640181", StringComparison.Ordinal), row.Contains(Mark, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_table_of_an_answer_says_it_row_by_row()
    {
        var lines = (await Read("/api/coverage.csv")).Split("\r\n");
        Assert.StartsWith("city,640100", lines[1], StringComparison.Ordinal);
        Assert.Contains(",yes,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",no,", lines.Single(line => line.StartsWith("county,640181", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(",yes,", lines.Single(line => line.StartsWith("county,640122", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory, InlineData("640181", false), InlineData("640122", true), InlineData("", true)]
    public async Task A_bulletin_carries_it_by_its_county(string county, bool carries)
    {
        var words = await PdfText.ReadDense(await ledger.App.CreateClient().GetByteArrayAsync($"/api/plan/reports/bulletin.pdf?county={county}"));
        Assert.Equal(carries, words.Contains("示意数据", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_but_the_marks_of_that_county_changed()
    {
        var network = Network(ledger);
        Assert.Equal((6, 65, 508, 397), (network.Count(Tier.Centre).All, network.Count(Tier.Station).All, network.Count(Tier.Room).All, network.Count(Tier.Room).Built));
        Assert.False(network.HasIllustrationIn(Lingwu));
        Assert.Equal(5, network.IllustrativeCounties.Length);
    }

    /// <summary>The program over the default network with the county's villages and points imported as surveyed.</summary>
    public sealed class LedgerOfOneCounty : IAsyncLifetime
    {
        public GisApp App { get; } = new();

        public async Task InitializeAsync()
        {
            ServiceNetwork network;
            using (var store = await GisStore.OpenAsync(App.DataFolder))
                network = (await store.LoadAsync())!;
            var villages = new CsvText("code", "name", "residents", "lon", "lat");
            foreach (var village in network.Villages.Where(village => village.Code.IsWithin(Lingwu)))
                villages.Append(village.Code.Digits, village.Name, village.Residents.ToString(), CsvText.Number(village.Position!.At.Longitude), CsvText.Number(village.Position.At.Latitude));
            var points = new CsvText("id", "name", "stage", "lon", "lat");
            foreach (var point in network.Points.Where(point => point.Area.IsWithin(Lingwu)))
                points.Append(point.Id.ToString(), point.Name, point.Stage.Written(), CsvText.Number(point.Position!.At.Longitude), CsvText.Number(point.Position.At.Latitude));
            await Import("villages", villages);
            await Import("points", points);
        }

        public async Task DisposeAsync() => await App.DisposeAsync();

        private async Task Import(string kind, CsvText list)
        {
            var file = Path.Combine(App.DataFolder, kind + ".csv");
            await File.WriteAllBytesAsync(file, list.ToBytes());
            var (exit, said, errors) = await GisProcess.Run("", "import", file, "--kind", kind, "--source", "灵武市台账", "--data", App.DataFolder);
            Assert.True(exit == 0, said + errors);
        }
    }
}
