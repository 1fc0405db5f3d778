using System.Text;
using Gis.Browser.Tests.Accounts;
using Gis.Browser.Tests.Running;
using Gis.Data.Store.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gis.Browser.Tests.Import;

/// <summary>A planner brings a list, puts it right and takes it in; on a program of its own, for it changes the network.</summary>
[Collection(InBrowser.Name)]
public sealed class ImportTests(GisSite site, AccountProgram program) : IClassFixture<AccountProgram>
{
    // The first row is right, the second has a wrong character in its village, the third a stage that is none.
    private const string List =
        "县(市)区,乡镇(街道),村(居),建设状态\n永宁县,闽宁镇,木兰村,已建成\n永宁县,闽宁镇,福宁材,已建成\n永宁县,闽宁镇,武河村,快好了\n";

    static ImportTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("GIS_SCREENSHOTS_EDITING");

    [Fact]
    public async Task A_list_is_read_put_right_and_taken_in_as_one_change()
    {
        var session = await program.People.SignInAs(AccountRole.Planner, program.Address);
        await using var visit = await site.VisitAt(program.Address, "/plan/import", new Reader(Width: 1440, Height: 900), session);
        Assert.Empty(await Axe.FindBroken(visit));
        await Picture(visit, "import-upload");
        await Upload(visit, "村居台账.csv", Encoding.GetEncoding("GB18030").GetBytes(List));

        await Expect(visit["#rows tr[data-state=changed]"]).ToHaveCountAsync(1);
        await Expect(visit["#rows tr[data-state=in-doubt]"]).ToContainTextAsync("福宁");
        await Expect(visit["#rows tr[data-state=wrong]"]).ToContainTextAsync("快好了");
        Assert.Empty(await Axe.FindBroken(visit));
        await visit["#map-after summary"].ClickAsync();
        await Expect(visit["#map-after img"]).ToHaveJSPropertyAsync("naturalWidth", 1200);
        await Picture(visit, "import-preview");

        await visit["#rows tr[data-state=in-doubt] button"].ClickAsync();
        await Expect(visit["[data-state=in-doubt].chip"]).ToContainTextAsync("0");
        await visit["#import [name=reason]"].FillAsync("永宁县的台账");
        await visit["#import button"].ClickAsync();
        await Expect(visit["#faults"]).ToContainTextAsync("1");

        await visit["#import [name=leaveOut]"].CheckAsync();
        await visit["#import button"].ClickAsync();
        await Expect(visit["h1"]).ToHaveTextAsync("导入服务点名单");
        await Expect(visit["main"]).ToContainTextAsync("永宁县的台账");
        await Picture(visit, "import-entry");
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.Contains("400", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh", "elder"), InlineData("en", "contrast")]
    public async Task A_file_that_cannot_be_read_is_refused_in_words_and_the_pages_fit_a_phone(string language, string view)
    {
        var session = await program.People.SignInAs(AccountRole.Planner, program.Address);
        var reader = new Reader(view, language, Width: 360, Height: 780);
        await using var visit = await site.VisitAt(program.Address, "/plan/import", reader, session);
        await Upload(visit, "加密.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024]]);
        await Expect(visit["#faults"]).ToBeVisibleAsync();
        await Picture(visit, $"import-refused-{view}");

        await Upload(visit, "list.csv", Encoding.UTF8.GetBytes(List));
        await Expect(visit["#rows tbody tr"]).ToHaveCountAsync(3);
        Assert.Empty(await Axe.FindBroken(visit));
        Assert.False(await visit.Ask<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        await Picture(visit, $"import-preview-{view}");
    }

    private static async Task Upload(Visit visit, string name, byte[] content)
    {
        await visit["#upload [name=file]"].SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await visit["#upload [name=source]"].FillAsync("永宁县司法局台账");
        await visit["#upload button"].ClickAsync();
    }

    private static Task Picture(Visit visit, string name) => Pictures is null
        ? Task.CompletedTask
        : visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
}
