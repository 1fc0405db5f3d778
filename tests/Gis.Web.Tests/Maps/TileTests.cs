using System.Net;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Web.Maps;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles;

namespace Gis.Web.Tests.Maps;

public sealed class TileTests
{
    private static readonly ServiceNetwork City = MadeUpCity.Large();

    private static readonly CityTiles Tiles = new(City);

    private static readonly Task<HttpClient> Site = MapSite.Start(City);

    // x = floor((106 + 180) / 360 * 1024) = floor(813.51); y = floor((1 - asinh(tan 38°) / π) / 2 * 1024) = floor(394.99).
    [Fact]
    public void The_tile_at_106_east_38_north_of_zoom_10_is_813_394_and_holds_the_block()
    {
        var tile = Decode(new CityTiles(MadeUpCity.Block(Stage.Planned)), "areas", 10, 813, 394);
        Assert.Equal(["villages", "townships", "counties", "labels"], tile.Layers.Select(layer => layer.Name));
        Assert.Equal([9, 3, 1], tile.Layers.Take(3).Select(layer => layer.Features.Count));
        Assert.Equal(["100001002002"], tile.Layers[0].Features.Where(village => (bool)village.Attributes["unbuilt"]).Select(village => village.Attributes["code"]));
        Assert.Equal("村002002", tile.Layers[0].Features.Single(village => (string)village.Attributes["code"] == "100001002002").Attributes["name"]);
        Assert.Equal(["county", "township"], tile.Layers[3].Features.Select(label => (string)label.Attributes["level"]).Distinct());
    }

    [Fact]
    public void A_point_comes_back_where_it_stands_with_all_its_fields()
    {
        var room = Decode(new CityTiles(MadeUpCity.Block()), "points", 14, 13016, 6318).Layers.Single().Features[0];
        var attributes = room.Attributes;
        Assert.Equal(["id", "name", "tier", "stage", "open", "illustrative", "area"], attributes.GetNames());
        Assert.Equal(("room-100001002001", "room", "built", "100001002001"), (attributes["id"], attributes["tier"], attributes["stage"], attributes["area"]));
        Assert.Equal((true, false), ((bool)attributes["open"], (bool)attributes["illustrative"]));
        Assert.Equal(MadeUpCity.BlockAt(0, 1).Longitude, room.Geometry.Coordinate.X, 1e-5);
        Assert.Equal(MadeUpCity.BlockAt(0, 1).Latitude, room.Geometry.Coordinate.Y, 1e-5);
    }

    [Fact]
    public void The_river_and_its_bridges_are_drawn()
    {
        var tile = Decode(Tiles, "river", 8, 203, 98);
        Assert.IsType<LineString>(tile.Layers.Single(layer => layer.Name == "river").Features.Single().Geometry);
        Assert.Equal("大桥", tile.Layers.Single(layer => layer.Name == "crossings").Features.Single().Attributes["name"]);
    }

    [Fact]
    public void Every_village_cell_is_found_again_in_the_tiles_of_zoom_10()
    {
        var found = Around(10).Select(at => Tiles.Draw(TileSet.All["areas"], at) is { } bytes ? TileReading.Decode(bytes, at) : null)
            .OfType<VectorTile>()
            .SelectMany(tile => tile.Layers[0].Features)
            .Select(village => (string)village.Attributes["code"])
            .ToHashSet();
        Assert.Equal(City.Villages.Select(village => village.Code.Digits).Order(), found.Order());
    }

    [Theory, InlineData("areas"), InlineData("points"), InlineData("demand"), InlineData("river")]
    public void No_tile_of_a_city_of_555_villages_is_over_100_kilobytes(string set)
    {
        for (var zoom = 0; zoom <= 11; zoom++)
            Assert.All(Around(zoom), at => Assert.True((Tiles.Draw(TileSet.All[set], at)?.Length ?? 0) <= 100 * 1024, $"{set} {at}"));
    }

    [Fact]
    public async Task A_set_is_described_as_TileJSON_with_the_address_its_tiles_have()
    {
        var site = await Site;
        foreach (var page in new[] { "/tiles/areas.json", "/en/tiles/areas.json" })
        {
            var json = JsonDocument.Parse(await site.GetStringAsync(page)).RootElement;
            Assert.Equal("3.0.0", json.GetProperty("tilejson").GetString());
            Assert.StartsWith("/tiles/areas/{z}/{x}/{y}.mvt?v=made-up-1", json.GetProperty("tiles")[0].GetString());
            Assert.Contains("Natural Earth", json.GetProperty("attribution").GetString(), StringComparison.Ordinal);
            Assert.Equal("Boolean", json.GetProperty("vector_layers")[0].GetProperty("fields").GetProperty("unbuilt").GetString());
            Assert.True(json.GetProperty("bounds")[0].GetDouble() is > 105.5 and < 106);
        }
    }

    [Fact]
    public async Task An_empty_tile_has_no_content()
    {
        var site = await Site;
        Assert.Equal(HttpStatusCode.NoContent, (await site.GetAsync("/tiles/areas/10/0/0.mvt")).StatusCode);
    }

    [Theory]
    [InlineData("/tiles/roads.json", "没有这组图层"), InlineData("/en/tiles/roads/1/0/0.mvt", "There is no such set")]
    [InlineData("/tiles/areas/17/0/0.mvt", "没有这块瓦片"), InlineData("/en/tiles/areas/1/2/0.mvt", "There is no such tile")]
    [InlineData("/tiles/areas/1/0/2.mvt", "没有这块瓦片"), InlineData("/tiles/areas/-1/0/0.mvt", "没有这块瓦片"), InlineData("/tiles/areas/z/0/0.mvt", "没有这块瓦片")]
    public async Task A_tile_that_cannot_be_is_refused_in_words(string path, string words)
    {
        var answer = await (await Site).GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.StartsWith(words, JsonDocument.Parse(await answer.Content.ReadAsStreamAsync()).RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_tile_is_kept_for_good_under_its_version_and_asked_for_again_otherwise()
    {
        var site = await Site;
        var json = JsonDocument.Parse(await site.GetStringAsync("/tiles/areas.json")).RootElement;
        var named = await site.GetAsync(json.GetProperty("tiles")[0].GetString()!.Replace("{z}/{x}/{y}", "8/203/98", StringComparison.Ordinal));
        Assert.Contains("immutable", named.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        var bare = await site.GetAsync("/tiles/areas/8/203/98.mvt");
        Assert.Equal(TimeSpan.FromMinutes(1), bare.Headers.CacheControl!.MaxAge);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/tiles/areas/8/203/98.mvt");
        again.Headers.IfNoneMatch.Add(bare.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await site.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_tile_is_packed_for_those_who_can_unpack_it_and_plain_for_the_others()
    {
        var site = await Site;
        var plain = await site.GetByteArrayAsync("/tiles/areas/8/203/98.mvt");
        using var asking = new HttpRequestMessage(HttpMethod.Get, "/tiles/areas/8/203/98.mvt");
        asking.Headers.AcceptEncoding.ParseAdd("br, gzip");
        var answer = await site.SendAsync(asking);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(plain, TileReading.Unpack(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static IEnumerable<TileAddress> Around(int zoom) => TileReading.Around(Tiles.Cells.Bounds, zoom);

    private static VectorTile Decode(CityTiles tiles, string set, int zoom, int x, int y)
    {
        var at = new TileAddress(zoom, x, y);
        return TileReading.Decode(tiles.Draw(TileSet.All[set], at)!, at);
    }
}
