using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Gis.Data.Export;
using Gis.Web.Commands;
using Gis.Web.Maps.Base;
using Gis.Web.Tests.Commands;
using Microsoft.Extensions.Configuration;

namespace Gis.Web.Tests.Maps;

public sealed class BaseMapTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Template = "https://tiles.example.cn:8443/{z}/{x}/{y}.png";

    private static readonly (string, string)[] Known = [("Attribution", "某局"), ("Datum", "cgcs2000")];

    [Fact]
    public async Task Without_settings_there_is_no_base_map_and_no_host_that_pages_may_ask()
    {
        using var client = app.CreateClient();
        var answer = await client.GetAsync("/tiles/areas.json");
        Assert.False(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.TryGetProperty("base", out _));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("img-src 'self' data: blob:; connect-src 'self'; font-src", policy, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/tiles/base.pmtiles")).StatusCode);
    }

    [Fact]
    public async Task With_one_pages_may_ask_its_host_alone_and_maps_learn_of_it_in_their_language()
    {
        using var set = app.WithWebHostBuilder(host => host
            .UseSetting("Maps:BaseMap:Url", Template).UseSetting("Maps:BaseMap:Attribution", "某局").UseSetting("Maps:BaseMap:Datum", "WGS84"));
        using var client = set.CreateClient();
        var answer = await client.GetAsync("/en/tiles/areas.json");
        Assert.Contains(
            "img-src 'self' data: blob: https://tiles.example.cn:8443; connect-src 'self' https://tiles.example.cn:8443; font-src",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
        var map = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("base");
        Assert.Equal(Template, map.GetProperty("pictures")[0].GetString());
        Assert.Equal(("某局", "Not reviewed; not for publication"), (map.GetProperty("attribution").GetString(), map.GetProperty("review").GetString()));
        Assert.DoesNotContain("base", (await client.GetStringAsync("/tiles/points.json")).Split("rooms")[0], StringComparison.Ordinal);

        using var before = app.CreateClient();
        Assert.NotEqual((await before.GetAsync("/tiles/areas.json")).Headers.ETag, answer.Headers.ETag);
    }

    [Theory]
    [InlineData(Template, Template)]
    [InlineData("http://gis.example/wmts/{TileMatrix}/{TileRow}/{TileCol}", "http://gis.example/wmts/{z}/{y}/{x}")]
    [InlineData("https://gis.example/wmts?TILEMATRIX={tilematrix}&TILEROW={tilerow}&TILECOL={tilecol}", "https://gis.example/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}")]
    public void An_address_may_be_that_of_XYZ_or_WMTS(string url, string template) =>
        Assert.Equal(template, Assert.Single(Read([("Url", url), .. Known]).Pictures));

    [Fact]
    public void A_key_stands_where_the_address_has_a_place_for_it() =>
        Assert.Equal("https://gis.example/{z}/{x}/{y}?k=a%26b", Assert.Single(Read([("Url", "https://gis.example/{z}/{x}/{y}?k={key}"), ("Key", "a&b"), .. Known]).Pictures));

    [Fact]
    public void Tianditu_is_one_word_and_a_key()
    {
        var map = Read(("Url", "tianditu-vec"), ("Key", "abc"));
        Assert.Equal("https://t0.tianditu.gov.cn", map.Host);
        Assert.Equal(["vec_w", "cva_w"], map.Pictures.Select(picture => picture.Split('/')[3]));
        Assert.All(map.Pictures, picture => Assert.EndsWith("&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=abc", picture, StringComparison.Ordinal));
        Assert.Contains("天地图", map.Attribution, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_elsewhere_opens_its_host_for_requests_and_not_for_pictures()
    {
        var map = Read([("Url", "pmtiles://https://maps.example/ground.pmtiles"), .. Known]);
        Assert.Equal(("https://maps.example/ground.pmtiles", "https://maps.example", false), (map.Archive, map.Host, map.HasPicturesElsewhere));
    }

    [Theory]
    [InlineData("Datum", "gcj02", "400 metres"), InlineData("Datum", "BD09", "400 metres"), InlineData("Datum", "nad27", "cgcs2000 or wgs84"), InlineData("Datum", "", "cgcs2000 or wgs84")]
    [InlineData("Attribution", " ", "whose map it is"), InlineData("Key", "abc", "no place for it")]
    [InlineData("Url", "https://gis.example/{z}/{x}.png", "{z}, {x} and {y}"), InlineData("Url", "https://gis.example/{z}/{x}/{y}/{s}.png", "each once")]
    [InlineData("Url", "https://{s}.example/{z}/{x}/{y}.png", "each once"), InlineData("Url", "gis.example/{z}/{x}/{y}", "https://"), InlineData("Url", "https://a.example;script-src/{z}/{x}/{y}", "https://")]
    [InlineData("Url", "https://who:secret@gis.example/{z}/{x}/{y}", "https://"), InlineData("Url", "file:///{z}/{x}/{y}", "https://"), InlineData("Url", "https://gis.example{z}/{x}/{y}", "https://")]
    [InlineData("Url", "pmtiles://../ground.pmtiles", "data folder"), InlineData("Url", "pmtiles://nothing.pmtiles", "data folder"), InlineData("Url", "pmtiles://ftp://a.example/b", "https://"), InlineData("Url", "tianditu", "tianditu-vec")]
    public void A_setting_that_cannot_be_used_is_named(string name, string value, string words)
    {
        var settings = new Dictionary<string, string> { ["Url"] = Template, ["Attribution"] = "某局", ["Datum"] = "wgs84", [name] = value };
        var wrong = Assert.Throws<WrongInputException>(() => Read([.. settings.Select(setting => (setting.Key, setting.Value))]));
        Assert.StartsWith($"Maps:BaseMap:{name}: found ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tianditu_without_a_key_or_in_another_datum_is_refused()
    {
        Assert.Contains("Maps:BaseMap:Key", Assert.Throws<WrongInputException>(() => Read(("Url", "tianditu-vec"))).Message, StringComparison.Ordinal);
        Assert.Contains("Maps:BaseMap:Datum", Assert.Throws<WrongInputException>(() => Read(("Url", "tianditu-vec"), ("Key", "a"), ("Datum", "gcj02"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_does_not_start_with_a_wrong_setting_and_says_which()
    {
        var (exit, _, errors) = await GisProcess.Run("", "--Data", app.DataFolder, "--Urls", "http://127.0.0.1:0", "--Maps:BaseMap:Url", Template, "--Maps:BaseMap:Datum", "gcj02");
        Assert.Equal(2, exit);
        Assert.StartsWith("Maps:BaseMap:Datum: found 'gcj02'", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_the_data_folder_is_served_in_ranges_to_everybody_and_opens_no_host()
    {
        await WriteArchive(Path.Combine(app.DataFolder, "ground.pmtiles"), type: 2);
        using var set = app.WithWebHostBuilder(host => host
            .UseSetting("Maps:BaseMap:Url", "pmtiles://ground.pmtiles").UseSetting("Maps:BaseMap:Attribution", "某局").UseSetting("Maps:BaseMap:Datum", "wgs84"));
        using var client = set.CreateClient();
        using var asking = new HttpRequestMessage(HttpMethod.Get, "/tiles/base.pmtiles");
        asking.Headers.Range = new RangeHeaderValue(0, 6);
        var answer = await client.SendAsync(asking);
        Assert.Equal((HttpStatusCode.PartialContent, "PMTiles"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.NotNull(answer.Headers.ETag);
        Assert.Contains("connect-src 'self'; font-src", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var map = JsonDocument.Parse(await client.GetStringAsync("/en/tiles/areas.json")).RootElement.GetProperty("base");
        Assert.Equal(("/tiles/base.pmtiles", 5), (map.GetProperty("archive").GetString(), map.GetProperty("maxzoom").GetInt32()));
    }

    [Fact]
    public async Task A_file_of_vector_tiles_is_no_base_map()
    {
        await WriteArchive(Path.Combine(app.DataFolder, "vector.pmtiles"), type: 1);
        var wrong = Assert.Throws<WrongInputException>(() => Read([("Url", "pmtiles://vector.pmtiles"), .. Known]));
        Assert.Contains("of pictures", wrong.Message, StringComparison.Ordinal);
    }

    private async Task WriteArchive(string file, byte type)
    {
        using var archive = new PmTilesArchive(file + ".tiles");
        archive.Add(0, [1]);
        var bytes = new MemoryStream();
        archive.WriteTo(bytes, new PmTilesScope(0, 5, -180, -85, 180, 85), "{}");
        var written = bytes.ToArray();
        written[99] = type;
        await File.WriteAllBytesAsync(file, written);
    }

    private BaseMap Read(params (string Name, string Value)[] settings) => BaseMapSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Maps:BaseMap:{setting.Name}", (string?)setting.Value)).Append(new("Data", app.DataFolder)))
        .Build());
}
