using System.IO.Compression;
using System.Text.Json.Nodes;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Ogc;

/// <summary>The vector tiles of the maps by OGC API - Tiles, of the whole network and of each collection that they draw.</summary>
internal static class OgcTileApi
{
    private const string Tile = "mvt";
    private const string Document = "json";

    internal static IResult ListMatrixSets(HttpRequest request, Language language)
    {
        Check(request, Document);
        var links = new OgcLinks(request, language);
        return Send(new JsonObject
        {
            ["tileMatrixSets"] = new JsonArray(new JsonObject
            {
                ["id"] = TileMatrixSets.Id,
                ["uri"] = TileMatrixSets.Uri,
                ["links"] = new JsonArray(links.Link("self", links.To("/tileMatrixSets/" + TileMatrixSets.Id), OgcMedia.Json, "瓦片方案", "The tile matrix set")),
            }),
        });
    }

    internal static IResult GetMatrixSet(string tileMatrixSetId, HttpRequest request)
    {
        Check(request, Document);
        TileMatrixSets.MustBe(tileMatrixSetId);
        return Send(TileMatrixSets.Write());
    }

    internal static IResult ListOfAll(HttpRequest request, Language language) => List(request, new OgcLinks(request, language), "/tiles");

    internal static IResult ListOfCollection(string collectionId, HttpRequest request, Language language) =>
        List(request, new OgcLinks(request, language), $"/collections/{FindDrawn(collectionId).Id}/tiles");

    internal static IResult DescribeAll(string tileMatrixSetId, HttpRequest request, Language language)
    {
        Check(request, Document);
        TileMatrixSets.MustBe(tileMatrixSetId);
        var drawn = OgcFeatures.Collections.Where(collection => collection.Tiles is not null);
        return Send(Tileset.Describe(new OgcLinks(request, language), "/tiles", drawn, language));
    }

    internal static IResult DescribeCollection(string collectionId, string tileMatrixSetId, HttpRequest request, Language language)
    {
        Check(request, Document);
        TileMatrixSets.MustBe(tileMatrixSetId);
        var collection = FindDrawn(collectionId);
        return Send(Tileset.Describe(new OgcLinks(request, language), $"/collections/{collection.Id}/tiles", [collection], language));
    }

    internal static IResult GetTileOfAll(
        string tileMatrixSetId, string tileMatrix, string tileRow, string tileCol, HttpRequest request, CurrentNetwork current, CityMaps maps)
    {
        var address = AddressOf(request, tileMatrixSetId, tileMatrix, tileRow, tileCol);
        var network = current.Snapshot.Network;
        return SendTile([.. TileSet.All.Values.Select(set => Unpack(maps.FindTile(network, set, address)))]);
    }

    internal static IResult GetTileOfCollection(
        string collectionId, string tileMatrixSetId, string tileMatrix, string tileRow, string tileCol, HttpRequest request, CurrentNetwork current, CityMaps maps)
    {
        var (set, layer) = FindDrawn(collectionId).Tiles!.Value;
        var address = AddressOf(request, tileMatrixSetId, tileMatrix, tileRow, tileCol);
        var tile = Unpack(maps.FindTile(current.Snapshot.Network, TileSet.All[set], address));
        return SendTile([VectorTileLayers.Find(tile, layer)]);
    }

    private static FileContentHttpResult List(HttpRequest request, OgcLinks links, string path)
    {
        Check(request, Document);
        return Send(new JsonObject
        {
            ["links"] = new JsonArray(links.Link("self", links.To(path), OgcMedia.Json, "瓦片列表", "The tilesets")),
            ["tilesets"] = new JsonArray(Tileset.Summarise(links, path)),
        });
    }

    private static OgcFeatureType FindDrawn(string id)
    {
        var collection = OgcFeatures.Find(id) ?? throw OgcFault.NoCollection(id);
        return collection.Tiles is not null ? collection : throw new OgcFault(
            StatusCodes.Status404NotFound, new("没有瓦片", "There are no tiles"), new($"集合“{id}”没有瓦片", $"The collection '{id}' has no tiles"));
    }

    // The standard counts rows before columns, tiles of the site columns before rows.
    private static TileAddress AddressOf(HttpRequest request, string set, string matrix, string row, string column)
    {
        Check(request, Tile);
        TileMatrixSets.MustBe(set);
        return TileAddress.TryParse(matrix, column, row, out var address) ? address : throw new OgcFault(
            StatusCodes.Status404NotFound,
            new("没有这块瓦片", "There is no such tile"),
            new(
                $"层级为 0 至 {TileAddress.DeepestZoom},行列号从 0 起,小于 2 的层级次方,先行后列。",
                $"The matrix is from 0 to {TileAddress.DeepestZoom}, row and column from 0 and below 2 to the power of it, the row first."));
    }

    private static void Check(HttpRequest request, string format)
    {
        if (new OgcParameters(request.Query, [])[OgcParameters.Format] is { } asked && asked != format)
            throw OgcFault.OfParameter(OgcParameters.Format, $"应为 {format}", $"It should be {format}");
    }

    private static ReadOnlyMemory<byte> Unpack(byte[]? packed)
    {
        if (packed is null)
            return default;
        using var unpacked = new MemoryStream();
        using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        zip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static FileContentHttpResult Send(JsonObject json) => TypedResults.Bytes(OgcAnswer.Of(json).Body, OgcMedia.Json);

    private static IResult SendTile(ReadOnlyMemory<byte>[] layers)
    {
        using var tile = new MemoryStream();
        foreach (var layer in layers)
            tile.Write(layer.Span);
        return tile.Length == 0 ? TypedResults.NoContent() : TypedResults.Bytes(tile.ToArray(), OgcMedia.VectorTile);
    }
}
