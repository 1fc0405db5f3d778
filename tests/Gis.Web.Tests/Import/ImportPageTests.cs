using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gis.Data.Import.Files;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;
using Gis.Web.Tests.Editing;

namespace Gis.Web.Tests.Import;

public sealed class ImportPageTests(GisApp app) : IClassFixture<GisApp>
{
    // The first room lies in the first county, the second in another.
    private const string Rows = "编号,建设状态\nroom-640104100201,在建\nroom-640121104201,在建\nroom-0,建好了\n";

    [Fact]
    public async Task A_county_officer_may_take_in_the_rows_of_the_own_county_and_no_others()
    {
        var officer = await app.SignInAs(AccountRole.CountyOfficer, "640121");
        var page = await Upload(officer, "list.csv", Encoding.UTF8.GetBytes(Rows));
        var shown = WebUtility.HtmlDecode(await officer.GetStringAsync(page));

        Assert.Contains("data-row=\"2\" data-state=\"wrong\"", shown, StringComparison.Ordinal);
        Assert.Contains("不归您管", shown, StringComparison.Ordinal);
        Assert.Contains("data-row=\"3\" data-state=\"changed\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_to_put_right_come_back_as_a_workbook_that_can_be_read_with_what_to_do()
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        var page = await Upload(planner, "list.csv", Encoding.UTF8.GetBytes(Rows));

        var table = await ReadTable(planner, $"{page}/remedies.xlsx");

        Assert.Equal(["编号", "建设状态", "怎么办"], [.. table.Columns]);
        Assert.Equal("room-0", Assert.Single(table.Rows).Cells[0]);
        Assert.NotEmpty(table.Rows[0].Cells[2]);
    }

    [Fact]
    public async Task Beside_the_rows_stand_what_the_list_has_not_and_the_map_as_it_would_be()
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        var page = await Upload(planner, "list.csv", Encoding.UTF8.GetBytes(Rows));
        Assert.Contains("id=\"absent\"", await planner.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal("PNG"u8.ToArray(), (await planner.GetByteArrayAsync($"{page}/map.png"))[1..4]);
    }

    [Theory, InlineData("points"), InlineData("villages"), InlineData("staff"), InlineData("firms")]
    public async Task A_template_filled_in_as_it_comes_is_read_without_a_fault(string kind)
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        var template = await planner.GetByteArrayAsync($"/plan/import/template/{kind}.xlsx");

        var shown = await planner.GetStringAsync(await Upload(planner, "template.xlsx", template));

        Assert.DoesNotContain("data-state=\"wrong\" ", shown.Replace("chip\" data-state=\"wrong\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{kind}\" selected", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_belongs_to_who_brought_it_and_is_gone_when_given_up()
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        var page = await Upload(planner, "list.csv", Encoding.UTF8.GetBytes(Rows));
        var other = await app.SignInAs(AccountRole.Planner);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page)).StatusCode);

        var editor = new Editor(planner);
        await editor.Post($"{page}?handler=Discard", await editor.Open(page, "discard"));
        Assert.Equal(HttpStatusCode.NotFound, (await planner.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task What_the_columns_are_can_be_said_and_is_remembered_for_the_next_list_like_it()
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        var editor = new Editor(planner);
        var list = Encoding.UTF8.GetBytes("甲,乙\nroom-640104100202,在建\n");
        var page = await Upload(planner, "odd.csv", list);
        var fields = await editor.Open(page, "settings");
        (fields["column-id"], fields["column-stage"]) = ("甲", "乙");
        Assert.Equal(HttpStatusCode.Found, (await editor.Post($"{page}?handler=Settings", fields)).StatusCode);
        var import = await editor.Open(page, "import");
        import["reason"] = "因为测试";
        Assert.StartsWith("/plan/history/", (await editor.Post($"{page}?handler=Import", import)).Headers.Location!.ToString(), StringComparison.Ordinal);

        Assert.Contains("data-row=\"2\" data-state=\"unchanged\"", await planner.GetStringAsync(await Upload(planner, "odd.csv", list)), StringComparison.Ordinal);
    }

    private static async Task<string> Upload(HttpClient client, string name, byte[] content)
    {
        var token = (await new Editor(client).Open("/plan/import", "upload"))["__RequestVerificationToken"];
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { file, "file", name }, { new StringContent("测试台账"), "source" }, { new StringContent(token), "__RequestVerificationToken" } };
        var answer = await client.PostAsync("/plan/import", form);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{answer.StatusCode}: {await Editor.Faults(answer)}");
        return answer.Headers.Location!.ToString();
    }

    private static async Task<SourceTable> ReadTable(HttpClient client, string address)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(address));
            return Assert.Single(SourceFile.Read(file, "remedies.xlsx", null, default));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
