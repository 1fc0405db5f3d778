using System.Net;
using Gis.Web.Maps;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using Tile = NetTopologySuite.IO.VectorTiles.Tiles.Tile;

namespace Gis.Web.Tests.Ogc;

/// <summary>Vector tiles by OGC API - Tiles (20-057): the same as those of the maps, counted rows first.</summary>
[Collection(OgcTests.Name)]
public sealed class OgcTileTests(OgcSite site)
{
    // x = 203, y = 98 at zoom 8: see TileTests.
    private const string Here = "WebMercatorQuad/8/98/203";

    [Fact]
    public async Task The_tile_of_the_network_holds_the_layers_of_every_set_of_the_maps()
    {
        var tile = await ReadTile("/ogc/tiles/" + Here);
        var expected = new List<string>();
        foreach (var set in TileSet.All.Keys)
            expected.AddRange((await ReadTile($"/tiles/{set}/8/203/98.mvt")).Where(layer => layer.Value > 0).Select(layer => $"{layer.Key} {layer.Value}"));
        Assert.Equal(expected.Order(), tile.Where(layer => layer.Value > 0).Select(layer => $"{layer.Key} {layer.Value}").Order());
        Assert.Contains("points", tile.Keys);
    }

    [Theory]
    [InlineData("points", "points", "points"), InlineData("village-areas", "areas", "villages"), InlineData("township-areas", "areas", "townships")]
    [InlineData("county-areas", "areas", "counties"), InlineData("river", "river", "river"), InlineData("crossings", "river", "crossings")]
    public async Task The_tile_of_a_collection_holds_its_layer_alone(string collection, string set, string layer)
    {
        var tile = await ReadTile($"/ogc/collections/{collection}/tiles/{Here}");
        var ofMap = await ReadTile($"/tiles/{set}/8/203/98.mvt");
        Assert.Equal([layer], tile.Keys);
        Assert.Equal(ofMap[layer], tile[layer]);
    }

    [Fact]
    public async Task The_rows_come_before_the_columns()
    {
        Assert.Equal(HttpStatusCode.OK, (await site.Ask("/ogc/tiles/WebMercatorQuad/8/98/203")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Ask("/ogc/tiles/WebMercatorQuad/8/203/98")).StatusCode);
    }

    [Theory, InlineData(""), InlineData("/collections/points"), InlineData("/collections/village-areas")]
    public async Task A_tileset_says_where_its_tiles_are_and_which_layers_they_hold(string of)
    {
        var list = (await site.Read($"/ogc{of}/tiles"))["tilesets"]!.AsArray().Single()!;
        var tileset = await site.Read((string)OgcSite.LinksOf(list, "self").Single()["href"]!);
        Assert.Equal(("vector", "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"), ((string)tileset["dataType"]!, (string)tileset["tileMatrixSetURI"]!));
        var template = OgcSite.LinksOf(tileset, "item").Single();
        Assert.Equal((true, "application/vnd.mapbox-vector-tile"), ((bool)template["templated"]!, (string)template["type"]!));
        var address = ((string)template["href"]!).Replace("{tileMatrix}", "8", StringComparison.Ordinal)
            .Replace("{tileRow}", "98", StringComparison.Ordinal).Replace("{tileCol}", "203", StringComparison.Ordinal);
        var layers = tileset["layers"]!.AsArray().Where(layer => int.Parse((string)layer!["minTileMatrix"]!, null) <= 8).Select(layer => (string)layer!["id"]!).ToList();
        Assert.Empty(layers.Except((await ReadTile(address)).Keys));
        Assert.All(OgcSite.LinksOf(tileset, "related"), link => Assert.EndsWith(".json", (string)link["href"]!, StringComparison.Ordinal));
    }

    // Annex D.1 of 17-083r4: the scale of matrix 0 is 1 : 559 082 264.029, and each has half the scale of the one before.
    [Fact]
    public async Task The_tile_matrix_set_is_that_of_the_standard()
    {
        var listed = (await site.Read("/ogc/tileMatrixSets"))["tileMatrixSets"]!.AsArray().Single()!;
        var set = await site.Read((string)OgcSite.LinksOf(listed, "self").Single()["href"]!);
        var matrices = set["tileMatrices"]!.AsArray();
        Assert.Equal(TileAddress.DeepestZoom + 1, matrices.Count);
        for (var zoom = 0; zoom < matrices.Count; zoom++)
        {
            Assert.Equal(559082264.028717 / (1 << zoom), (double)matrices[zoom]!["scaleDenominator"]!, 1e-3);
            Assert.Equal(1 << zoom, (int)matrices[zoom]!["matrixWidth"]!);
            Assert.Equal(zoom.ToString(System.Globalization.CultureInfo.InvariantCulture), (string)matrices[zoom]!["id"]!);
        }
    }

    private async Task<Dictionary<string, int>> ReadTile(string address)
    {
        using var answer = await site.Ask(address, "*/*");
        Assert.Equal("application/vnd.mapbox-vector-tile", OgcSite.TypeOf(answer).MediaType);
        var tile = new MapboxTileReader().Read(await answer.Content.ReadAsStreamAsync(), new Tile(203, 98, 8));
        return tile.Layers.ToDictionary(layer => layer.Name, layer => layer.Features.Count);
    }
}
