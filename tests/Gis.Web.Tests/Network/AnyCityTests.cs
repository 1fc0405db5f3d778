using System.Net;
using System.Text.RegularExpressions;
using Gis.Data.Store;
using Gis.Web.Tests.Commands;

namespace Gis.Web.Tests.Network;

/// <summary>A city made from its register alone: names and codes, and nothing else is known.</summary>
public sealed partial class AnyCityTests(AnyCityTests.Wuzhong city) : IClassFixture<AnyCityTests.Wuzhong>
{
    private const string Codes = """
        code,name
        640300000000,吴忠市
        640302000000,利通区
        640302001000,胜利街道
        640302001001,裕民社区居委会
        640302100000,金积镇
        640302100200,金积村委会
        640303000000,红寺堡区
        """;

    [Theory]
    [InlineData("/"), InlineData("/find"), InlineData("/find?q=金积"), InlineData("/find?q=利通区"), InlineData("/areas"), InlineData("/areas/640302"), InlineData("/areas/640303")]
    [InlineData("/areas/640302100"), InlineData("/areas/640302100200"), InlineData("/plan"), InlineData("/plan?limit=15&mode=e-bike"), InlineData("/plan/measures"), InlineData("/plan/schedule")]
    [InlineData("/plan/cases"), InlineData("/plan/compare"), InlineData("/plan/scenarios"), InlineData("/data")]
    public async Task Every_page_answers_in_words_and_with_no_number_that_is_none(string path)
    {
        foreach (var language in (string[])["", "/en"])
        {
            var answer = await city.Client.GetAsync(language + path);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
            Assert.DoesNotMatch(NoNumber(), page);
            Assert.DoesNotContain("银川", page.Replace("《银川市公共法律服务体系建设年专项行动实施方案》", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("含示意数据", page, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData("/"), InlineData("/areas"), InlineData("/areas/640302"), InlineData("/plan"), InlineData("/plan/measures"), InlineData("/data"), InlineData("/find?q=金积")]
    public async Task What_is_missing_and_what_to_do_next_stands_on_the_page(string path)
    {
        var page = WebUtility.HtmlDecode(await city.Client.GetStringAsync(path));
        Assert.Contains("2 个村(居)中有 2 个没有人口数;2 个村(居)中有 2 个没有位置;还没有服务点。", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/plan/import\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/maps/coverage.png"), InlineData("/maps/coverage.pdf"), InlineData("/api/coverage"), InlineData("/api/coverage.csv"), InlineData("/api/coverage.xlsx")]
    [InlineData("/api/coverage.geojson"), InlineData("/api/coverage.gpkg"), InlineData("/api/network"), InlineData("/tiles/areas.json"), InlineData("/tiles/points.json")]
    public async Task Maps_and_files_are_empty_and_not_wrong(string path)
    {
        var answer = await city.Client.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        if (answer.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true)
            Assert.DoesNotContain("NaN", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, InlineData("/plan"), InlineData("/plan/measures"), InlineData("/areas")]
    public async Task Nobody_is_said_to_be_within_reach(string path)
    {
        var page = WebUtility.HtmlDecode(await city.Client.GetStringAsync(path));
        Assert.DoesNotContain("所有的村(居)都够得着", page, StringComparison.Ordinal);
        Assert.DoesNotContain("100.0 %", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_store_is_sound_and_says_so()
    {
        var (exit, output, _) = await GisProcess.Run("", "verify", "--data", city.App.DataFolder);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task A_store_takes_in_another_city_and_leaves_the_first_as_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("gis-city-").FullName;
        await Wuzhong.Make(folder, Codes);
        var codes = Path.Combine(folder, "other.csv");
        await File.WriteAllTextAsync(codes, "code,name\n6404,固原市\n640402,原州区\n640402001,南关街道\n640402001001,南关社区居委会\n");
        var (exit, said, errors) = await GisProcess.Run("", "import-register", "--city", "6404", "--register", codes, "--data", folder);
        Assert.True(exit == 0, said + errors);
        using (var store = await GisStore.OpenAsync(folder))
        {
            Assert.Equal(["吴忠市", "固原市"], (await store.ListCitiesAsync()).Select(each => each.Name));
            Assert.Equal("吴忠市", (await store.LoadAsync())!.City.Name);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory, InlineData("64", "6403"), InlineData("吴忠", "6403")]
    public async Task A_city_that_is_none_is_refused(string code, string right)
    {
        var (exit, _, errors) = await GisProcess.Run("", "import-register", "--city", code, "--register", "none.csv", "--data", "none");
        Assert.Equal(2, exit);
        Assert.Contains(right, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_fill_it_and_a_newer_register_changes_what_is_sure()
    {
        var folder = Directory.CreateTempSubdirectory("gis-city-").FullName;
        await using var app = new GisApp(folder);
        await Wuzhong.Make(folder, Codes);
        var villages = Path.Combine(folder, "villages.csv");
        await File.WriteAllTextAsync(villages, "code,name,residents,lon,lat\n640302001001,裕民社区居委会,1000,106.2,37.98\n640302100200,金积村委会,500,106.13,37.95\n");
        Assert.Equal(0, (await GisProcess.Run("", "import", villages, "--kind", "villages", "--data", folder)).Exit);
        var points = Path.Combine(folder, "points.csv");
        await File.WriteAllTextAsync(points, "村,层级,建设状态,经度,纬度,名称\n金积村,工作室,已建成,106.13,37.95,金积村公共法律服务工作室\n");
        Assert.Equal(0, (await GisProcess.Run("", "import", points, "--kind", "points", "--data", folder)).Exit);

        var codes = Path.Combine(folder, "next.csv");
        await File.WriteAllTextAsync(codes, Codes.Replace("640302100", "640302101", StringComparison.Ordinal));
        var (exit, said, errors) = await GisProcess.Run("", "import-register", "--city", "640300", "--register", codes, "--data", folder);
        Assert.True(exit == 0, said + errors);
        using (var store = await GisStore.OpenAsync(folder))
        {
            var network = (await store.LoadAsync())!;
            var room = Assert.Single(network.Points);
            Assert.Equal(("room-640302100200", "640302101200"), (room.Id.ToString(), room.Area.Digits));
            Assert.Equal(1500, network.Residents.Count);
        }

        Assert.Equal(0, (await GisProcess.Run("", "verify", "--data", folder)).Exit);
        var page = WebUtility.HtmlDecode(await app.CreateClient().GetStringAsync("/areas/640302101200"));
        Assert.Contains("金积村公共法律服务工作室", page, StringComparison.Ordinal);
        Assert.DoesNotContain("数据还不全", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("NaN|Infinity|∞")]
    private static partial Regex NoNumber();

    /// <summary>The program over the register's city.</summary>
    public sealed class Wuzhong : IAsyncLifetime
    {
        public GisApp App { get; } = new(Directory.CreateTempSubdirectory("gis-city-").FullName);

        public HttpClient Client { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Make(App.DataFolder, Codes);
            Client = App.CreateClient();
        }

        public async Task DisposeAsync() => await App.DisposeAsync();

        internal static async Task Make(string folder, string codes)
        {
            var file = Path.Combine(folder, "codes.csv");
            await File.WriteAllTextAsync(file, codes);
            var (exit, said, errors) = await GisProcess.Run("", "import-register", "--city", "6403", "--register", file, "--data", folder);
            Assert.True(exit == 0, said + errors);
        }
    }
}
