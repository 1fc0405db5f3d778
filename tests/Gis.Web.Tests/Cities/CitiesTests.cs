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
using Gis.Web.Cities;
using Gis.Web.Tests.Accounts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

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
        for (var wait = 0; wait < 60 && page.Contains("正在读取", StringComparison.Ordinal); wait++)
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

    [Fact]
    public async Task The_share_is_counted_by_the_way_and_the_minutes_asked_as_the_citys_own_page_counts_it()
    {
        await at.App.Services.GetRequiredService<AllCities>().WaitForAll(CancellationToken.None);
        var own = (await reader.GetFromJsonAsync<JsonElement>("/api/coverage?mode=e-bike&limit=7")).GetProperty("share").GetDouble();
        var page = await reader.GetStringAsync("/cities?mode=e-bike&limit=7");
        Assert.Contains(new Share(own).ToString(), Rows().Matches(page)[1].Value, StringComparison.Ordinal);
        Assert.Contains("value=\"7\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cities?mode=boat"), InlineData("/cities?limit=0"), InlineData("/cities?limit=241"), InlineData("/en/cities?limit=1e9")]
    public async Task What_cannot_be_counted_is_said_and_counted_as_usual(string path)
    {
        var page = await reader.GetStringAsync(path);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"30\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nearest_is_found_in_whatever_city_it_is()
    {
        var near = await reader.GetFromJsonAsync<JsonElement>("/api/cities/nearest?lon=106.3676&lat=39.0194&count=100");
        var points = near.GetProperty("points").EnumerateArray().ToList();
        var (first, metres) = (points[0], points.Select(point => point.GetProperty("metres").GetDouble()).ToList());
        Assert.Equal(("centre-640202", "640200", 0.0), (first.GetProperty("id").GetString(), first.GetProperty("city").GetString(), metres[0]));
        Assert.Equal("640100", points[1].GetProperty("city").GetString());
        Assert.Equal(metres.Order(), metres);
        var stations = (await reader.GetFromJsonAsync<JsonElement>("/api/cities/nearest?lon=106.3676&lat=39.0194&tiers=station,centre&count=3")).GetProperty("points").EnumerateArray();
        Assert.All(stations, point => Assert.NotEqual("room", point.GetProperty("tier").GetString()));
    }

    [Theory]
    [InlineData("?lat=39"), InlineData("?lon=181&lat=39"), InlineData("?lon=NaN&lat=39"), InlineData("?lon=106&lat=90.01"), InlineData("?lon=106&lat=39&count=0")]
    [InlineData("?lon=106&lat=39&count=101"), InlineData("?lon=106&lat=39&count=1000000000"), InlineData("?lon=106&lat=39&tiers=shop"), InlineData("?lon=106&lat=39&tiers=")]
    public async Task A_wrong_question_of_what_is_near_is_refused_in_words(string query)
    {
        var answer = await reader.GetAsync("/api/cities/nearest" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task One_set_of_tiles_shows_the_points_of_all_cities()
    {
        var set = await reader.GetFromJsonAsync<JsonElement>("/cities/tiles/points.json");
        var address = set.GetProperty("tiles")[0].GetString()!;
        Assert.InRange(39.0194, set.GetProperty("bounds")[1].GetDouble(), set.GetProperty("bounds")[3].GetDouble());
        var tile = await reader.GetAsync(address.Replace("{z}", "0", StringComparison.Ordinal).Replace("{x}", "0", StringComparison.Ordinal).Replace("{y}", "0", StringComparison.Ordinal));
        Assert.Equal(TimeSpan.FromDays(365), tile.Headers.CacheControl!.MaxAge);
        var bytes = await tile.Content.ReadAsByteArrayAsync();
        Assert.True(bytes.AsSpan().IndexOf("centre-640202"u8) > 0 && bytes.AsSpan().IndexOf("centre-640104"u8) > 0);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/cities/tiles/areas/0/0/0.mvt")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/cities/tiles/points/30/0/0.mvt")).StatusCode);
    }

    [Fact]
    public async Task A_city_that_cannot_be_read_keeps_no_other_from_the_page()
    {
        var folder = TwoCities.Draw();
        using (var file = new SqliteConnection($"Data Source={GisStore.FileIn(folder)};Pooling=false"))
        {
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "INSERT INTO special_hours (city_code, point_id, from_day, to_day, reason) VALUES ('640200', 'no such point!', '2026-01-01', '2026-01-02', '')";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        using var app = new GisApp(folder);
        var all = await app.Services.GetRequiredService<AllCities>().WaitForAll(CancellationToken.None);
        Assert.Equal("640100", Assert.Single(all.Networks).City.Code.Digits);
        var rows = Rows().Matches(await app.CreateClient().GetStringAsync("/cities"));
        Assert.Contains("数据无法读取", rows[2].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("无法读取", rows[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_of_any_city_is_on_the_page_of_all()
    {
        using var own = new TwoCities();
        var all = own.App.Services.GetRequiredService<AllCities>();
        var before = (await all.WaitForAll(CancellationToken.None)).Version;
        using (var store = await GisStore.OpenAsync(own.App.DataFolder))
            await store.For(AreaCode.Parse("640200")).SaveAsync(TwoCities.Town(residents: 25), "more people", DateTimeOffset.UnixEpoch);
        while ((await all.WaitForAll(CancellationToken.None)).Version == before)
            await Task.Delay(50);
        var total = (await all.WaitForAll(CancellationToken.None)).Networks.Sum(network => network.Residents.Count);
        Assert.Equal(own.App.Snapshot.Network.Residents.Count + 25, total);
    }

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("(?:href|src|action)=\"([^\"#]+)\"")]
    private static partial Regex Links();

    /// <summary>The program over the two.</summary>
    public sealed class TwoCities : IDisposable
    {
        private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

        public TwoCities() => App = new GisApp(Draw());

        internal static string Draw()
        {
            var folder = GisApp.DrawFolder("gis-web-cities-");
            Task.Run(() => AddAsync(folder)).GetAwaiter().GetResult();
            return folder;
        }

        public GisApp App { get; }

        public void Dispose() => App.Dispose();

        private static async Task AddAsync(string folder)
        {
            using var store = await GisStore.OpenAsync(folder);
            await store.For(AreaCode.Parse("640200")).SaveAsync(Town(), "another city", DateTimeOffset.UnixEpoch);
        }

        internal static NetworkParts Town(int residents = 10)
        {
            var place = new Position(LonLat.Of(106.3676, 39.0194), Placement.Surveyed, new Metres(10), "surveyed");
            var parts = new NetworkParts
            {
                Version = "",
                City = new City(AreaCode.Parse("640200"), "石嘴山市", "Shizuishan"),
                Counties = [new County(AreaCode.Parse("640202"), "大武口区", place, new Residents(residents), Made)],
                Townships = [new Township(AreaCode.Parse("640202100"), "星海镇", TownshipKind.Town, place, Bank.Only)],
                Villages = [new Village(AreaCode.Parse("640202100201"), "星海村", VillageKind.Village, place, Bank.Only, new Residents(residents), Made)],
                Points = [new Gis.Core.Network.ServicePoint(PointId.Parse("centre-640202"), "大武口区公共法律服务中心", Tier.Centre, AreaCode.Parse("640202"), place, Bank.Only, Stage.Built, Made)],
            };
            return parts with { Version = NetworkVersion.Of(parts) };
        }
    }
}
