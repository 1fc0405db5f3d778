using System.Diagnostics;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Web.Commands;
using Gis.Web.Maps;
using NetTopologySuite.Geometries;

namespace Gis.Web.Tests.Maps;

public sealed class TileArchiveTests : IDisposable
{
    private static readonly ServiceNetwork City = MadeUpCity.Block(Stage.Planned);

    private readonly string folder = Directory.CreateTempSubdirectory("gis-pmtiles-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // The first ids of the specification's own table, and one far down.
    [Theory]
    [InlineData(0, 0, 0, 0), InlineData(1, 0, 0, 1), InlineData(1, 0, 1, 2), InlineData(1, 1, 1, 3), InlineData(1, 1, 0, 4), InlineData(2, 0, 0, 5)]
    [InlineData(12, 3423, 1763, 19078479)]
    public void Ids_follow_the_curve_of_the_specification(int zoom, int x, int y, ulong id) => Assert.Equal(id, PmTilesEntry.IdOf(zoom, x, y));

    [Fact]
    public async Task An_archive_holds_every_tile_of_every_layer_as_it_is_drawn()
    {
        var archive = new PmTilesReading(await Write(City));
        var city = new CityTiles(City);
        var found = 0;
        for (var zoom = 0; zoom <= 14; zoom++)
        {
            foreach (var at in TileReading.Around(new Envelope(105.9, 106.2, 37.85, 38.3), zoom))
            {
                var tile = archive.Find((long)PmTilesEntry.IdOf(zoom, at.X, at.Y));
                if (city.Draw(TileSet.Whole, at) is { } drawn && tile is not null)
                {
                    Assert.Equal(drawn, tile);
                    found++;
                }
            }
        }

        Assert.Equal(found, archive.Number(72));
        var whole = TileReading.Decode(archive.Find((long)PmTilesEntry.IdOf(10, 813, 394)), new TileAddress(10, 813, 394));
        Assert.Equal(["counties", "crossings", "demand", "labels", "points", "river", "townships", "villages"], whole.Layers.Select(layer => layer.Name).Order());
    }

    [Fact]
    public async Task An_archive_says_what_it_holds_and_that_its_areas_are_no_boundaries()
    {
        var archive = new PmTilesReading(await Write(City));
        Assert.Equal("PMTiles"u8.ToArray(), archive.Bytes[..7]);
        // Version 3; clustered; directories and tiles by gzip; vector tiles; zoom 0 to 14.
        Assert.Equal([3, 1, 2, 2, 1, 0, 14], [archive.Bytes[7], .. archive.Bytes[96..102]]);
        Assert.InRange(archive.Degrees(102), 105.9, 106);
        Assert.InRange(archive.Degrees(114), 38, 38.3);
        var about = archive.Metadata;
        Assert.Contains("服务范围示意,非行政区划界线", about.GetProperty("attribution").GetString(), StringComparison.Ordinal);
        Assert.Contains("not boundaries", about.GetProperty("attribution").GetString(), StringComparison.Ordinal);
        Assert.Equal(TileSet.Whole.Layers.Select(layer => layer.Name), about.GetProperty("vector_layers").EnumerateArray().Select(layer => layer.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task The_same_data_gives_the_same_bytes() => Assert.Equal(await Write(City), await Write(MadeUpCity.Block(Stage.Planned)));

    [Fact]
    public async Task A_network_of_which_nothing_is_located_is_refused_and_leaves_no_file()
    {
        var nowhere = MadeUpCity.Of([MadeUpCity.Village(MadeUpCity.Code(1, 1, 1), null)], []).Parts;
        var network = new ServiceNetwork(nowhere with
        {
            River = [],
            Crossings = [],
            Counties = [.. nowhere.Counties.Select(county => county with { Seat = null })],
            Townships = [.. nowhere.Townships.Select(township => township with { Seat = null })],
        });
        await Assert.ThrowsAsync<WrongInputException>(() => Write(network));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Equal_tiles_are_kept_once_and_many_tiles_have_leaf_directories()
    {
        using var archive = new PmTilesArchive(Path.Combine(folder, "tiles"));
        var random = new Random(1);
        var tiles = new SortedDictionary<ulong, byte[]>();
        for (var i = 0; i < 30_000; i++)
        {
            var tile = new byte[random.Next(20, 90)];
            random.NextBytes(tile);
            tiles[(ulong)random.Next(1_000_000)] = i % 3 == 0 ? [7, 7] : tile;
        }

        foreach (var (id, tile) in tiles)
            archive.Add(id, tile);
        var file = new MemoryStream();
        archive.WriteTo(file, new PmTilesScope(0, 14, 0, 0, 1, 1), "{}");

        var read = new PmTilesReading(file.ToArray());
        Assert.True(read.HasLeaves);
        Assert.True(127 + read.Number(16) <= 16_384);
        Assert.All(tiles.Where((_, i) => i % 500 == 0), tile => Assert.Equal(tile.Value, read.Find((long)tile.Key)));
        Assert.Null(read.Find(2_000_000));
        Assert.Equal(tiles.Count, read.Number(72));
        Assert.Equal(tiles.Values.Count(tile => tile.Length > 2) + 1, read.Number(88));
        Assert.Throws<ArgumentOutOfRangeException>(() => archive.Add(5, [1]));
    }

    [Fact]
    public void Equal_tiles_beside_one_another_are_one_run()
    {
        using var archive = new PmTilesArchive(Path.Combine(folder, "tiles"));
        foreach (var id in (ulong[])[5, 6, 7, 9])
            archive.Add(id, [1, 2]);
        var file = new MemoryStream();
        archive.WriteTo(file, new PmTilesScope(2, 2, 0, 0, 1, 1), "{}");
        Assert.Equal([(5L, 0L, 2, 3), (9L, 0L, 2, 1)], new PmTilesReading(file.ToArray()).Root);
    }

    [Fact]
    public async Task The_readers_that_maps_use_find_the_same_tiles()
    {
        var bytes = await Write(City);
        const string script = """
            import { open } from 'node:fs/promises';
            import { PMTiles } from 'pmtiles';
            const file = await open(process.argv.at(-1));
            const source = { getKey: () => 'file', getBytes: async (offset, length) => {
              const buffer = new Uint8Array(length);
              const { bytesRead } = await file.read(buffer, 0, length, offset);
              return { data: buffer.buffer.slice(0, bytesRead) };
            } };
            const tiles = new PMTiles(source);
            const { tileType, minZoom, maxZoom, numAddressedTiles } = await tiles.getHeader();
            const metadata = await tiles.getMetadata();
            const tile = await tiles.getZxy(10, 813, 394);
            console.log(JSON.stringify({ tileType, minZoom, maxZoom, numAddressedTiles, layers: metadata.vector_layers.length, tile: Buffer.from(tile.data).toString('hex'), none: await tiles.getZxy(10, 0, 0) ?? null }));
            await file.close();
            """;
        var read = JsonDocument.Parse(await RunNode(script, Path.Combine(folder, "city.pmtiles"))).RootElement;
        Assert.Equal((1, 0, 14), (read.GetProperty("tileType").GetInt32(), read.GetProperty("minZoom").GetInt32(), read.GetProperty("maxZoom").GetInt32()));
        Assert.Equal(new PmTilesReading(bytes).Number(72), read.GetProperty("numAddressedTiles").GetInt32());
        Assert.Equal(TileSet.Whole.Layers.Length, read.GetProperty("layers").GetInt32());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("none").ValueKind);
        var ours = TileReading.Unpack(new CityTiles(City).Draw(TileSet.Whole, new TileAddress(10, 813, 394))!);
        Assert.Equal(Convert.ToHexStringLower(ours), read.GetProperty("tile").GetString());
    }

    private static async Task<string> RunNode(string script, string file)
    {
        var start = new ProcessStartInfo("node", ["--input-type=module", "-e", script, file]) { WorkingDirectory = ClientFolder(), RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return said;
    }

    // Where the build brought the client's packages.
    private static string ClientFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Gis.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "Gis.Web", "client");
    }

    private async Task<byte[]> Write(ServiceNetwork network)
    {
        var file = Path.Combine(folder, "city.pmtiles");
        await TileArchive.WriteAsync(network, file, CancellationToken.None);
        return await File.ReadAllBytesAsync(file);
    }
}
