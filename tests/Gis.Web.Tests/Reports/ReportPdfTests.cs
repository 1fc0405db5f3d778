using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Reports;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;

namespace Gis.Web.Tests.Reports;

/// <summary>Reports made up for the purpose, as Poppler reads them.</summary>
public sealed class ReportPdfTests
{
    internal static readonly MapFont Font = new(NullLogger<MapFont>.Instance);

    private static readonly Receipt Made = new("data-1", "estimate-1", "mode=walk&limit=30", "program-1");

    [Fact]
    public async Task A_table_of_sixty_rows_has_its_head_on_each_page_and_every_cell_whole()
    {
        var pages = await PdfText.ReadPages(Write(new ReportPart.Table(Long(60))));
        Assert.InRange(pages.Length, 2, 4);
        Assert.All(pages, page => Assert.Contains("居民", page, StringComparison.Ordinal));
        Assert.Contains("名单(续)", pages[1], StringComparison.Ordinal);
        Assert.Equal(pages.Length, pages.Index().Count(page => PdfText.Dense(page.Item).Contains($"{page.Index + 1}/{pages.Length}", StringComparison.Ordinal)));
        var words = await PdfText.ReadDense(Write(new ReportPart.Table(Long(60))));
        Assert.All(Enumerable.Range(1, 60), row => Assert.Contains(PdfText.Dense(NameOf(row)), words, StringComparison.Ordinal));
        Assert.DoesNotContain("…", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_total_never_stands_alone_at_the_head_of_a_page()
    {
        foreach (var rows in Enumerable.Range(26, 5))
        {
            var pages = await PdfText.ReadPages(Write(new ReportPart.Table(Long(rows))));
            var last = pages.Single(page => page.Contains("合计", StringComparison.Ordinal));
            Assert.Contains($"某县第{rows}村", PdfText.Dense(last), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cell_longer_than_a_page_goes_on_over_the_next()
    {
        var sentence = string.Concat(Enumerable.Range(1, 900).Select(number => $"第{number}句很长的说明,"));
        var table = new ReportTable("长", "长表", [ReportColumn.Words("说明"), ReportColumn.Number("数")], [[sentence, 1L]]);
        var file = Write(new ReportPart.Table(table));
        var pages = (await PdfText.ReadPages(file)).Length;
        Assert.InRange(pages, 2, 9);
        var words = await PdfText.ReadDense(file);
        // One that goes on over the next page has the foot of its own between its halves.
        Assert.InRange(Enumerable.Range(1, 900).Count(number => !words.Contains($"第{number}句", StringComparison.Ordinal)), 0, pages - 1);
    }

    [Fact]
    public async Task A_heading_stands_on_the_page_of_what_it_is_the_heading_of()
    {
        foreach (var lines in Enumerable.Range(22, 6))
        {
            var pages = await PdfText.ReadPages(Write([
                .. Enumerable.Repeat(new ReportPart.Paragraph("一行。"), lines), new ReportPart.Heading("谁够得着"), new ReportPart.Table(Long(3)), new ReportPart.Paragraph("完。")]));
            Assert.Contains("某县第1村", PdfText.Dense(pages.Single(page => page.Contains("谁够得着", StringComparison.Ordinal))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_says_its_title_its_language_and_its_headings_to_whoever_cannot_see_it()
    {
        var file = Write(new ReportPart.Heading("一、谁够得着"), new ReportPart.Paragraph("都。"), new ReportPart.Heading("二、建设"), new ReportPart.Paragraph("好。"));
        Assert.Contains("试验月报", await PdfText.Describe(file), StringComparison.Ordinal);
        var outline = await PdfText.Outline(file);
        Assert.Contains("一、谁够得着</item>", outline, StringComparison.Ordinal);
        Assert.Contains("二、建设</item>", outline, StringComparison.Ordinal);
        Assert.Contains("/Lang (zh-CN)", System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_illustrative_says_so_at_the_head_and_the_foot(bool isIllustrative)
    {
        var words = await PdfText.ReadDense(ReportPdf.Write(Of(isIllustrative, new ReportPart.Paragraph("一行。")), Font));
        Assert.Equal(isIllustrative, words.Contains("含示意数据。", StringComparison.Ordinal));
        Assert.Equal(isIllustrative, words.Contains("含示意数据,不作为实际情况引用", StringComparison.Ordinal));
        Assert.Contains("mode=walk&limit=30", words, StringComparison.Ordinal);
        Assert.Contains("凭据:数据data-1·程序program-1", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_table_says_so_and_an_unreadable_photograph_too()
    {
        var table = new ReportTable("空", "没有行的表", [ReportColumn.Words("名称")]) { Empty = "所有的村(居)都够得着。" };
        var words = await PdfText.ReadDense(Write(new ReportPart.Table(table), new ReportPart.Pictures([new("not a picture"u8.ToArray(), "门口,2026-11-02")])));
        Assert.Contains("所有的村(居)都够得着。", words, StringComparison.Ordinal);
        Assert.Contains("这张照片打不开", words, StringComparison.Ordinal);
        Assert.Contains("门口,2026-11-02", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Photographs_make_the_document_as_large_as_they_are_and_no_larger()
    {
        var photo = Photograph(800, 600);
        var with = Write(new ReportPart.Pictures([new(photo, "一"), new(photo, "二")])).Length;
        Assert.InRange(with - Write(new ReportPart.Paragraph("一")).Length, photo.Length, 4 * photo.Length);
    }

    [Fact]
    public void A_row_of_another_length_than_its_columns_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ReportTable("a", "b", [ReportColumn.Words("c")], [["d", "e"]]));

    internal static byte[] Photograph(int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.SteelBlue);
        using (var paint = new SKPaint { Color = SKColors.White })
            surface.Canvas.DrawCircle(width / 3f, height / 2f, height / 4f, paint);
        using var image = surface.Snapshot();
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 85);
        return jpeg.ToArray();
    }

    internal static ReportTable Long(int rows) => new(
        "名单", "名单", [ReportColumn.Words("村(居)"), ReportColumn.Words("说明"), ReportColumn.Summed("居民"), ReportColumn.Summed("够得着"), ReportColumn.ShareOf("覆盖率", 3, 2)],
        Enumerable.Range(1, rows).Select(row => (ImmutableArray<ReportCell>)[NameOf(row), "这一栏的话比较长,要折行,不能截断、也不能让标点到行首。", 1000L + row, row, (Share?)new Share(row / (1000.0 + row))]))
    {
        Total = ["合计", "", Enumerable.Range(1, rows).Sum(row => 1000L + row), Enumerable.Range(1, rows).Sum(row => (long)row), Share.Of(new(Enumerable.Range(1, rows).Sum(row => row)), new(Enumerable.Range(1, rows).Sum(row => 1000 + row)))],
    };

    private static string NameOf(int row) => $"某县第 {row} 村公共法律服务工作室(示意)";

    private static byte[] Write(params ReadOnlySpan<ReportPart> parts) => ReportPdf.Write(Of(false, parts), Font);

    private static Report Of(bool isIllustrative, params ReadOnlySpan<ReportPart> parts) =>
        new("试验月报", "2026年11月 · 全市", Language.Chinese, [.. parts], [("本月", Made)], isIllustrative);
}
