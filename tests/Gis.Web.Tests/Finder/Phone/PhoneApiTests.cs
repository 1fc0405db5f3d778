using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Web.Tests.Finder.Phone;

/// <summary>What a phone is given to keep.</summary>
public sealed class PhoneApiTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    private ServiceNetwork Network => app.Snapshot.Network;

    [Fact]
    public async Task The_index_has_every_place_and_point_with_its_pinyin_and_whether_it_is_built()
    {
        var index = JsonDocument.Parse(await client.GetStringAsync("/api/finder/index.json")).RootElement;
        Assert.Equal(Network.Townships.Length + Network.Villages.Length, index.GetProperty("areas").GetArrayLength());
        Assert.Equal(Network.Points.Length, index.GetProperty("points").GetArrayLength());
        foreach (var (row, point) in index.GetProperty("points").EnumerateArray().Zip(Network.Points))
        {
            Assert.Equal((point.Id.ToString(), point.Name, (int)point.Tier, point.IsOpen ? 1 : 0), (row[0].GetString(), row[1].GetString(), row[3].GetInt32(), row[4].GetInt32()));
            Assert.Equal(point.Position is { } position ? Math.Round(position.At.Longitude, 4) : (double?)null, row[5].ValueKind == JsonValueKind.Null ? (double?)null : row[5].GetDouble());
        }

        var town = index.GetProperty("areas").EnumerateArray().First(row => row[1].GetString() == "立岗镇");
        Assert.Equal("li gang zhen", town[2].GetString());
        Assert.Equal(ModePace.Defaults[TravelMode.Car].Detour, index.GetProperty("paces").GetProperty("car")[1].GetDouble());
        Assert.Equal(Network.Crossings.Length, index.GetProperty("crossings").GetArrayLength());
    }

    [Fact]
    public async Task The_index_is_small_enough_for_a_cheap_phone_and_is_asked_for_anew_only_when_it_changed()
    {
        var answer = await client.GetAsync("/api/finder/index.json");
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await answer.Content.CopyToAsync(gzip);
        Assert.InRange(packed.Length, 1, 40 * 1024);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/finder/index.json");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task The_table_of_a_township_has_the_ways_of_its_villages_to_open_points_nearest_first()
    {
        var town = Network.Townships[3].Code;
        var table = JsonDocument.Parse(await client.GetStringAsync($"/api/finder/towns/{town}.json?mode=car")).RootElement;
        var villages = Network.Villages.Where(village => village.Code.Township == town).ToList();
        Assert.Equal(villages.Count, table.GetProperty("villages").EnumerateObject().Count());
        Assert.False(table.GetProperty("byRoads").GetBoolean());
        foreach (var village in villages)
        {
            var rows = table.GetProperty("villages").GetProperty(village.Code.Digits).EnumerateArray().ToList();
            Assert.Equal(12, rows.Count);
            Assert.Equal(rows.Select(row => row[1].GetDouble()).Order(), rows.Select(row => row[1].GetDouble()));
            Assert.All(rows, row => Assert.True(Network.FindPoint(row[0].GetString())!.IsOpen));
        }
    }

    [Theory]
    [InlineData("/api/finder/towns/999999999.json", HttpStatusCode.NotFound)]
    [InlineData("/api/finder/towns/x.json", HttpStatusCode.NotFound)]
    [InlineData("/api/finder/towns/640122100.json?mode=boat", HttpStatusCode.BadRequest)]
    public async Task A_table_that_is_not_there_is_refused_in_words(string path, HttpStatusCode status)
    {
        var answer = await client.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_pages_can_be_put_on_a_phone_and_their_worker_is_never_stale()
    {
        var manifest = JsonDocument.Parse(await client.GetStringAsync("/manifest.webmanifest")).RootElement;
        Assert.Equal("standalone", manifest.GetProperty("display").GetString());
        Assert.Equal("/", manifest.GetProperty("start_url").GetString());
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
            Assert.Equal("image/png", (await client.GetAsync(icon.GetProperty("src").GetString())).Content.Headers.ContentType!.MediaType);
        Assert.Equal("/en/", JsonDocument.Parse(await client.GetStringAsync("/en/manifest.webmanifest")).RootElement.GetProperty("start_url").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/icons/13.png")).StatusCode);
        var worker = await client.GetAsync("/sw.js");
        Assert.Equal("text/javascript", worker.Content.Headers.ContentType!.MediaType);
        Assert.True(worker.Headers.CacheControl!.NoCache);
    }
}
