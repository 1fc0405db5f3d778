using System.Globalization;
using System.Net;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Web.Layout;

namespace Gis.Web.Tests.Reports;

/// <summary>The monthly bulletin says what the pages say.</summary>
public sealed class BulletinTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Question = "mode=walk&limit=20";

    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task Its_figures_and_its_receipt_are_those_of_the_answer()
    {
        using var api = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage?{Question}"));
        var answer = api.RootElement;
        var words = await PdfText.ReadDense(await client.GetByteArrayAsync($"/api/plan/reports/bulletin.pdf?{Question}"));
        Says(words, Wording.Number(answer.GetProperty("covered").GetInt64()));
        Says(words, Wording.Number(answer.GetProperty("residents").GetInt64() - answer.GetProperty("covered").GetInt64()));
        Says(words, $"够不着的村(居),共{answer.GetProperty("gaps").GetArrayLength()}个");
        foreach (var county in answer.GetProperty("byCounties").EnumerateArray())
            Says(words, county.GetProperty("name").GetString() + Wording.Number(county.GetProperty("residents").GetInt64()) + Wording.Number(county.GetProperty("covered").GetInt64()));
        foreach (var gap in answer.GetProperty("gaps").EnumerateArray())
            Says(words, PdfText.Dense(gap.GetProperty("name").GetString()!));
        var receipt = answer.GetProperty("receipt");
        Says(words, PdfText.Dense($"{receipt.GetProperty("question")}·数据{receipt.GetProperty("data")}·{receipt.GetProperty("travel")}·程序{receipt.GetProperty("program")}"));
        Says(words, "含示意数据");
        Says(words, "未经审图,不得公开");
    }

    [Theory, InlineData(""), InlineData("&county=640121")]
    public async Task The_workbook_has_the_same_numbers_and_its_totals_come_to_what_it_says(string county)
    {
        using var api = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage?{Question}"));
        var sheets = new FormulaSheets(await client.GetByteArrayAsync($"/api/plan/reports/bulletin.xlsx?{Question}{county}"));
        Assert.Equal(["主要数字", "覆盖", "缺口", "建设", "阶段变化", "全年进度", .. county.Length == 0 ? ["各县进度"] : Array.Empty<string>(), "逾期", "停滞"], sheets.Names);
        Assert.NotEmpty(sheets.Formulas);
        Assert.All(sheets.Formulas, each => Assert.Equal(each.Value, sheets.Work(each.Sheet, each.Formula)));
        var asked = county.Length == 0 ? api.RootElement
            : api.RootElement.GetProperty("byCounties").EnumerateArray().Single(each => each.GetProperty("code").GetString() == "640121");
        Assert.Equal(asked.GetProperty("share").GetRawText(), sheets.Beside("主要数字", "覆盖率"));
        Assert.Equal(asked.GetProperty("covered").GetRawText(), sheets.Beside("主要数字", "够得着的居民"));
        var points = app.Snapshot.Network.Points.Where(point => county.Length == 0 || point.Area.IsWithin(AreaCode.Parse("640121"))).ToList();
        Assert.Equal(points.Count.ToString(CultureInfo.InvariantCulture), sheets.Beside("主要数字", "服务点"));
        Assert.Equal(points.Count(point => point.Stage.IsBuilt()).ToString(CultureInfo.InvariantCulture), sheets.Beside("主要数字", "其中已建成"));
    }

    [Fact]
    public async Task A_county_has_one_of_its_own_and_English_one_of_its_own()
    {
        var pages = await PdfText.ReadPages(await client.GetByteArrayAsync($"/en/api/plan/reports/bulletin.pdf?{Question}&county=640121"));
        Assert.Contains("Monthly bulletin on public legal services, Yinchuan", pages[0], StringComparison.Ordinal);
        Assert.Contains("Who is within reach, by township", string.Concat(pages), StringComparison.Ordinal);
        Assert.DoesNotContain("贺兰县", string.Concat(pages), StringComparison.Ordinal);
        Assert.All(pages.Index(), page => Assert.Contains($"{page.Index + 1}/{pages.Length}", PdfText.Dense(page.Item), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_shows_the_same_numbers_and_leads_to_both_languages()
    {
        using var api = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage?{Question}"));
        var page = await client.GetStringAsync($"/plan/reports?{Question}&county=");
        Assert.Contains(Wording.Number(api.RootElement.GetProperty("covered").GetInt64()), page, StringComparison.Ordinal);
        Assert.Contains("/api/plan/reports/bulletin.pdf?month=", page, StringComparison.Ordinal);
        Assert.Contains("/en/api/plan/reports/bulletin.xlsx?month=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month=2026-13", "month"), InlineData("month=soon", "month"), InlineData("month=9999-12", "month"), InlineData("month=0001-01", "month")]
    [InlineData("month=1999-01", "month"), InlineData("county=640199", "county"), InlineData("county=x", "county"), InlineData("mode=boat", "mode"), InlineData("limit=0", "limit")]
    public async Task A_bulletin_that_cannot_be_is_refused_with_the_field_named_and_the_page_stays(string query, string field)
    {
        foreach (var ending in new[] { "pdf", "xlsx" })
        {
            var refused = await client.GetAsync($"/api/plan/reports/bulletin.{ending}?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
            Assert.NotEmpty(problem.RootElement.GetProperty("errors").GetProperty(field)[0].GetString()!);
        }

        var page = await client.GetAsync($"/plan/reports?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("role=\"alert\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void Says(string words, string said) => Assert.Contains(said, words, StringComparison.Ordinal);
}
