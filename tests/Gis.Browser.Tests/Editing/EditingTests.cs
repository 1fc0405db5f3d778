using Gis.Browser.Tests.Accounts;
using Gis.Browser.Tests.Running;
using Gis.Data.Store.Accounts;
using static Microsoft.Playwright.Assertions;

namespace Gis.Browser.Tests.Editing;

/// <summary>A planner changes a record, meets a colleague's change, undoes and looks back; on a program of its own, for it changes the network.</summary>
[Collection(InBrowser.Name)]
public sealed class EditingTests(GisSite site, AccountProgram program) : IClassFixture<AccountProgram>
{
    private const string Room = "/plan/network/point/room-640104100201";

    // Set to a folder, the pages are kept there as pictures.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("GIS_SCREENSHOTS_EDITING");

    [Fact]
    public async Task A_change_is_made_met_by_another_undone_and_seen_in_a_version_of_the_past()
    {
        var session = await program.People.SignInAs(AccountRole.Planner, program.Address);
        await using var visit = await site.VisitAt(program.Address, "/plan/network", session: session);
        await visit["#q"].FillAsync("room-640104100201");
        await visit["main button[type=submit]"].ClickAsync();
        await visit["#records a"].First.ClickAsync();
        await using var colleague = await site.VisitAt(program.Address, Room, session: session);

        await Save(visit, "掌政村新名");
        await Expect(visit["#saved"]).ToBeVisibleAsync();
        await Picture(visit, "saved");

        await Save(colleague, "同事的名字");
        await Expect(colleague["#conflict"]).ToContainTextAsync("掌政村新名");
        await Expect(colleague["#conflict"]).ToContainTextAsync("同事的名字");
        await Expect(colleague["#record input[name=name]"]).ToHaveValueAsync("同事的名字");
        await Picture(colleague, "conflict");
        Assert.Empty(await Axe.FindBroken(colleague));

        await visit["#saved a"].ClickAsync();
        await Picture(visit, "entry");
        await visit["#undo input[name=reason]"].FillAsync("改错了");
        await visit["#undo button"].ClickAsync();
        await Expect(visit["h1"]).ToContainTextAsync("撤销第");
        await Expect(visit[".facts"]).ToContainTextAsync("改错了");

        await visit.GoTo(new Uri(program.Address, "/plan/history/versions/2").ToString());
        await Expect(visit["#differences"]).ToContainTextAsync("1 条记录不同");
        await Expect(visit["figure img"]).ToHaveJSPropertyAsync("complete", true);
        await Picture(visit, "version");
    }

    public static TheoryData<string, AccountRole> Pages => new()
    {
        { "/plan/network", AccountRole.Planner },
        { Room, AccountRole.Planner },
        { "/plan/network/village/640104100201", AccountRole.VillageClerk },
        { "/plan/network/add?area=640104100201", AccountRole.Planner },
        { "/plan/history", AccountRole.Planner },
        { "/plan/history/1", AccountRole.Planner },
        { "/plan/history/versions/1", AccountRole.Planner },
        { "/plan/contacts", AccountRole.CountyOfficer },
        { "/admin/log", AccountRole.Auditor },
        { "/privacy", AccountRole.Planner },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Its_pages_are_right_for_axe_and_fit_a_phone(string path, AccountRole role)
    {
        var session = await program.People.SignInAs(role, program.Address, role == AccountRole.VillageClerk ? "640104100201" : null);
        var faults = new List<string>();
        foreach (var (language, view) in new[] { ("zh", "elder"), ("en", "contrast") })
        {
            await using var visit = await site.VisitAt(program.Address, path, new Reader(view, language, Width: 360, Height: 780), session);
            faults.AddRange((await Axe.FindBroken(visit)).Select(rule => $"{language} {view}: {rule}"));
            if (await visit.Ask<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                faults.Add($"{language} {view}: wider than the screen");
            await Picture(visit, path.Trim('/').Replace('/', '-').Replace('?', '-') + $"-{language}-{view}");
            faults.AddRange(visit.Complaints.Select(complaint => $"{language}: the browser complains: {complaint}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task Save(Visit visit, string name)
    {
        await visit["#record input[name=name]"].FillAsync(name);
        await visit["#record input[name=reason]"].FillAsync("浏览器里改的");
        await visit["#record button[type=submit]"].ClickAsync();
    }

    private static Task Picture(Visit visit, string name) => Pictures is null
        ? Task.CompletedTask
        : visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
}
