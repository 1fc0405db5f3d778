using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;

namespace Gis.Web.Tests.Cities;

/// <summary>A store with two cities: the default one at the root, the other below its code.</summary>
public sealed partial class CitiesTests(CitiesTests.TwoCities at) : IClassFixture<CitiesTests.TwoCities>
{
    private readonly HttpClient reader = at.App.CreateClient();

    [Theory]
    [InlineData("/api/network", "640100"), InlineData("/640100/api/network", "640100"), InlineData("/640200/api/network", "640200"), InlineData("/640200/en/api/network", "640200")]
    public async Task Each_path_is_answered_by_its_city(string path, string city) =>
        Assert.Equal(city, (await reader.GetFromJsonAsync<JsonElement>(path)).GetProperty("city").GetString());

    [Theory]
    [InlineData("/640200/"), InlineData("/640200/find"), InlineData("/640200/en/areas"), InlineData("/640200/sites/centre-640202"), InlineData("/640100/areas")]
    public async Task Every_link_of_a_page_stays_under_its_city(string path)
    {
        var page = await reader.GetStringAsync(path);
        var code = path[..7];
        var strays = Links().Matches(page).Select(link => link.Groups[1].Value)
            .Where(link => link.StartsWith('/') && !link.StartsWith(code + "/", StringComparison.Ordinal) && link != code).ToList();
        Assert.Empty(strays);
        Assert.Contains(code != "/640200" ? "银川" : path.Contains("/en/", StringComparison.Ordinal) ? "Shizuishan" : "石嘴山", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_no_city_of_the_store_is_a_page_that_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/640300/find")).StatusCode);

    [Fact]
    public async Task Who_is_signed_in_to_one_city_is_nobody_in_the_other()
    {
        var planner = await at.App.SignInAs(AccountRole.Planner);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/plan/network")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/640100/plan/network")).StatusCode);
        var there = await planner.GetAsync("/640200/plan/network");
        Assert.Equal(HttpStatusCode.Found, there.StatusCode);
        Assert.StartsWith("/640200/sign-in", there.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tile_and_a_file_of_the_pages_come_from_below_the_code()
    {
        var set = await reader.GetFromJsonAsync<JsonElement>("/640200/tiles/points.json");
        Assert.StartsWith("/640200/tiles/points/", set.GetProperty("tiles")[0].GetString(), StringComparison.Ordinal);
        var sheet = Links().Matches(await reader.GetStringAsync("/640200/")).Select(link => link.Groups[1].Value).First(link => link.Contains(".css", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(sheet)).StatusCode);
    }

    [Fact]
    public async Task The_page_of_all_cities_adds_up_and_leads_to_each()
    {
        var page = await reader.GetStringAsync("/cities");
        for (var wait = 0; wait < 60 && page.Contains("正在统计", StringComparison.Ordinal); wait++)
            page = await reader.GetStringAsync("/cities");

        var rows = Rows().Matches(page).Select(row => Regex.Replace(row.Value, "<[^>]+>|\\s+", " ")).ToList();
        var residents = at.App.Snapshot.Network.Residents.Count;
        Assert.Equal(4, rows.Count);
        Assert.Contains("石嘴山市", rows[2], StringComparison.Ordinal);
        // Ten people who live at the door of a centre that is built.
        Assert.Contains("100.0%", rows[2].Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains((residents + 10).ToString("#,0", CultureInfo.InvariantCulture), rows[3], StringComparison.Ordinal);
        Assert.Contains("href=\"/640200/\"", page, StringComparison.Ordinal);
        Assert.Contains("宁夏回族自治区", await reader.GetStringAsync("/cities/64"), StringComparison.Ordinal);
        Assert.Contains("href=\"/640200/en/\"", await reader.GetStringAsync("/en/cities"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/cities/99")).StatusCode);
        Assert.EndsWith("/cities", (await reader.GetAsync("/640200/cities")).RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("(?:href|src|action)=\"([^\"#]+)\"")]
    private static partial Regex Links();

    /// <summary>The program over the two.</summary>
    public sealed class TwoCities : IDisposable
    {
        private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

        public TwoCities()
        {
            var folder = GisApp.DrawFolder("gis-web-cities-");
            Task.Run(() => AddAsync(folder)).GetAwaiter().GetResult();
            App = new GisApp(folder);
        }

        public GisApp App { get; }

        public void Dispose() => App.Dispose();

        private static async Task AddAsync(string folder)
        {
            using var store = await GisStore.OpenAsync(folder);
            await store.For(AreaCode.Parse("640200")).SaveAsync(Town(), "another city", DateTimeOffset.UnixEpoch);
        }

        internal static NetworkParts Town()
        {
            var place = new Position(LonLat.Of(106.3676, 39.0194), Placement.Surveyed, new Metres(10), "surveyed");
            var parts = new NetworkParts
            {
                Version = "",
                City = new City(AreaCode.Parse("640200"), "石嘴山市", "Shizuishan"),
                Counties = [new County(AreaCode.Parse("640202"), "大武口区", place, new Residents(10), Made)],
                Townships = [new Township(AreaCode.Parse("640202100"), "星海镇", TownshipKind.Town, place, Bank.Only)],
                Villages = [new Village(AreaCode.Parse("640202100201"), "星海村", VillageKind.Village, place, Bank.Only, new Residents(10), Made)],
                Points = [new Gis.Core.Network.ServicePoint(PointId.Parse("centre-640202"), "大武口区公共法律服务中心", Tier.Centre, AreaCode.Parse("640202"), place, Bank.Only, Stage.Built, Made)],
            };
            return parts with { Version = NetworkVersion.Of(parts) };
        }
    }
}
