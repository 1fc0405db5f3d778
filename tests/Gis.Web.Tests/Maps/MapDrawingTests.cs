using System.Net;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;

namespace Gis.Web.Tests.Maps;

public sealed class MapDrawingTests
{
    private static readonly MapFont Font = new(NullLogger<MapFont>.Instance);

    // Limit 30: the south row takes 10, 20 and 30 minutes, the middle row 31 and 60, the north row 61, no way, 0.
    private static readonly double?[] Minutes = [10, 20, 30, 31, 60, 30, 61, null, 0];

    private static readonly CoverageClass[] Expected =
    [
        CoverageClass.Near, CoverageClass.Midway, CoverageClass.Within,
        CoverageClass.Beyond, CoverageClass.Beyond, CoverageClass.Within,
        CoverageClass.Far, CoverageClass.Far, CoverageClass.Near,
    ];

    [Fact]
    public void Each_village_has_the_colour_of_its_class()
    {
        var subject = Ask(MadeUpCity.Block(), Minutes);
        var frame = MapDrawing.FrameOf(subject, SheetSize.Default);
        using var picture = SKBitmap.Decode(MapDrawing.Draw(subject, SheetSize.Default, Font));
        for (var row = 0; row < 9; row++)
        {
            // Beside the middle of the cell, where no sign or name stands.
            var at = frame.ToSheet(MadeUpCity.BlockAt((row % 3) + 0.3, (row / 3) + 0.35));
            Assert.Equal(SKColor.Parse(MapPalette.Default.ColourOf(Expected[row])), picture.GetPixel((int)at.X, (int)at.Y));
        }
    }

    [Theory, InlineData(Stage.Planned, true), InlineData(Stage.Building, true), InlineData(Stage.Built, false)]
    public void The_cell_of_a_village_is_hatched_until_its_room_is_built(Stage stage, bool hatched)
    {
        var subject = Ask(MadeUpCity.Block(stage), Minutes);
        var frame = MapDrawing.FrameOf(subject, SheetSize.Default);
        using var picture = SKBitmap.Decode(MapDrawing.Draw(subject, SheetSize.Default, Font));
        var (from, to) = (frame.ToSheet(MadeUpCity.BlockAt(1.25, 1.3)), frame.ToSheet(MadeUpCity.BlockAt(1.45, 1.3)));
        var colours = Enumerable.Range((int)from.X, (int)(to.X - from.X)).Select(x => picture.GetPixel(x, (int)from.Y)).Distinct().Count();
        Assert.Equal(hatched, colours > 1);
    }

    [Fact]
    public void Far_from_every_village_there_is_bare_ground()
    {
        using var picture = SKBitmap.Decode(MapDrawing.Draw(Ask(MadeUpCity.Block(), Minutes), SheetSize.Default, Font));
        Assert.Equal(SKColor.Parse(MapPalette.Default.Ground), picture.GetPixel(1190, 10));
    }

    [Fact]
    public void A_network_with_nothing_located_still_gives_a_sheet()
    {
        var network = MadeUpCity.Of([MadeUpCity.Village(MadeUpCity.Code(1, 1, 1), null)], []);
        using var picture = SKBitmap.Decode(MapDrawing.Draw(Ask(network, null, null), SheetSize.Default, Font));
        Assert.Equal(1200, picture.Width);
    }

    [Fact]
    public void The_font_can_write_what_the_map_says()
    {
        using var font = Font.Typeface.ToFont();
        Assert.True(font.ContainsGlyphs("服务范围示意,非行政区划界线 未经审图,不得公开 审图号 梧桐树乡 84.2%"));
    }

    [Theory]
    [InlineData("", 1200, 900), InlineData("?mode=car&limit=240&tiers=centre,room&width=900&height=1200", 900, 1200)]
    public async Task The_map_is_served_in_the_size_asked_for(string query, int width, int height)
    {
        var answer = await (await MapSite.Start(MadeUpCity.Block())).GetAsync("/maps/coverage.png" + query);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    [Theory, InlineData("mode=boat"), InlineData("limit=0"), InlineData("limit=241"), InlineData("tiers=kiosk"), InlineData("width=99"), InlineData("height=1e9")]
    public async Task A_map_that_cannot_be_drawn_is_refused_with_the_field_named(string query)
    {
        var answer = await (await MapSite.Start(MadeUpCity.Block())).GetAsync("/maps/coverage.png?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{query.Split('=')[0]}\":", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_is_drawn_once_for_each_of_what_changes_it()
    {
        using var maps = new CityMaps();
        var subject = Ask(MadeUpCity.Block(), Minutes);
        var first = await maps.FindDrawing(subject, SheetSize.Least, Font, default);
        Assert.Same(first, await maps.FindDrawing(subject with { }, SheetSize.Least, Font, default));
        Assert.NotSame(first, await maps.FindDrawing(subject with { Language = Language.English }, SheetSize.Least, Font, default));
        Assert.NotSame(first, await maps.FindDrawing(subject with { ReviewNumber = "1" }, SheetSize.Least, Font, default));
        Assert.NotSame(first, await maps.FindDrawing(subject with { Receipt = subject.Receipt with { Travel = "roads" } }, SheetSize.Least, Font, default));
        Assert.NotSame(first, await maps.FindDrawing(subject, new SheetSize(801, 600), Font, default));
    }

    [Fact]
    public async Task A_map_nobody_waits_for_is_not_drawn()
    {
        using var maps = new CityMaps();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            maps.FindDrawing(Ask(MadeUpCity.Block(), Minutes), SheetSize.Least, Font, new CancellationToken(canceled: true)));
    }

    private static MapSubject Ask(ServiceNetwork network, params double?[] minutes)
    {
        var table = MadeUpCity.Table(network, minutes[..network.Villages.Length]);
        var answer = CoverageStudy.Measure(network, table, CoverageQuestion.Of(TravelMode.Walk, new Minutes(30)));
        return new MapSubject(network, ServiceCells.Of(network), answer, new Receipt("test", "test", answer.Question.ToString(), "test"), Language.Chinese, null);
    }
}
