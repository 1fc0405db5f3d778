using Gis.Browser.Tests.Coverage;
using Gis.Browser.Tests.Running;
using Gis.Data.Export;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SkiaSharp;

namespace Gis.Browser.Tests.Maps;

[Collection(InBrowser.Name)]
public sealed class BaseMapTests(GisSite site)
{
    // No colour of ours, and so seen only where the base map is.
    private static readonly SKColor Ground = new(0xC0, 0x10, 0xC0);

    // A small map is drawn sooner where no graphics card helps.
    private static readonly Reader Small = new(Width: 420, Height: 560);

    private static readonly string[] Known = ["--Maps:BaseMap:Attribution", "试验 <b>底图</b>", "--Maps:BaseMap:Datum", "wgs84"];

    [Fact]
    public async Task A_base_map_lies_beneath_ours_and_ours_is_used_as_ever_where_it_is_silent()
    {
        await using var server = await StartTileServer();
        var address = server.Urls.Single();
        using var program = await GisProgram.StartAsync(
            _ => Task.CompletedTask, ["--Maps:BaseMap:Url", address + "/{z}/{x}/{y}.png", "--Maps:ReviewNumber", "宁S(2026)001号", .. Known]);

        await using (var visit = await site.VisitAt(await program.FindAddress(), "/plan", Small))
        {
            await visit.WaitForMap();
            await WaitForGround(visit);
            await Assertions.Expect(visit[".map-notes"]).ToContainTextAsync("审图号:宁S(2026)001号");
            await Assertions.Expect(visit[".maplibregl-ctrl-attrib"]).ToContainTextAsync("试验 <b>底图</b>");
            await Assertions.Expect(visit[".map-notes [role=status]"]).ToBeHiddenAsync();
            Assert.Empty(visit.Complaints);
        }

        await server.StopAsync();
        await using var silent = await site.VisitAt(await program.FindAddress(), "/en/plan", Small);
        await silent.WaitForMap();
        await Assertions.Expect(silent[".map-notes [role=status]"]).ToHaveTextAsync("The base map does not answer; this is our own map alone.");
        await MapColours.When(silent, map => map.Within > 0 && map.Beyond > 0);
        Assert.All(silent.Complaints, complaint => Assert.Contains("ERR_CONNECTION_REFUSED", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_base_map_may_be_a_file_of_the_data_folder()
    {
        using var program = await GisProgram.StartAsync(WriteArchive, ["--Maps:BaseMap:Url", "pmtiles://ground.pmtiles", .. Known]);
        await using var visit = await site.VisitAt(await program.FindAddress(), "/plan", Small);
        await visit.WaitForMap();
        await WaitForGround(visit);
        await Assertions.Expect(visit[".map-notes"]).ToContainTextAsync("未经审图,不得公开");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Without_a_base_map_nothing_of_one_is_loaded()
    {
        await using var visit = await site.Visit("/plan", Small);
        await visit.WaitForMap();
        var loaded = await visit.Ask<string[]>("() => performance.getEntriesByType('resource').map(each => new URL(each.name).pathname)");
        Assert.Contains(loaded, path => path.Contains("cityMap", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, path => path.Contains("baseMap", StringComparison.Ordinal) || path.Contains("pmtiles", StringComparison.Ordinal));
        await Assertions.Expect(visit[".map-notes"]).ToHaveCountAsync(0);
    }

    private static async Task<WebApplication> StartTileServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var tile = DrawTile();
        server.MapGet("/{z}/{x}/{y}.png", (HttpContext context) =>
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return Results.Bytes(tile, "image/png");
        });
        await server.StartAsync();
        return server;
    }

    private static async Task WriteArchive(string folder)
    {
        using var archive = new PmTilesArchive(Path.Combine(folder, "tiles"));
        var tile = DrawTile();
        for (var zoom = 0; zoom <= 2; zoom++)
        {
            for (var place = 0; place < 1 << (2 * zoom); place++)
                archive.Add(PmTilesEntry.IdOf(zoom, 0, 0) + (ulong)place, tile);
        }

        var file = new MemoryStream();
        archive.WriteTo(file, new PmTilesScope(0, 2, -180, -85, 180, 85), "{}");
        var bytes = file.ToArray();
        // Ours are vector tiles by gzip; these are PNG as they are.
        (bytes[98], bytes[99]) = (1, 2);
        await File.WriteAllBytesAsync(Path.Combine(folder, "ground.pmtiles"), bytes);
    }

    private static byte[] DrawTile()
    {
        using var picture = new SKBitmap(256, 256);
        picture.Erase(Ground);
        return picture.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    private static async Task WaitForGround(Visit visit)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var picture = SKBitmap.Decode(await visit[".maplibregl-canvas"].ScreenshotAsync());
            if (picture.Pixels.Count(pixel => pixel == Ground) > 1000)
                return;
            await Task.Delay(100, patience.Token);
        }
    }
}
