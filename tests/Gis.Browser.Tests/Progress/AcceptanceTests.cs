using Gis.Browser.Tests.Accounts;
using Gis.Browser.Tests.Running;
using Gis.Data.Store.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gis.Browser.Tests.Progress;

/// <summary>A room on its way from the county's declaration to the region; on a program of its own, for it changes the network.</summary>
[Collection(InBrowser.Name)]
public sealed class AcceptanceTests(GisSite site, AccountProgram program) : IClassFixture<AccountProgram>
{
    private const string Room = "/plan/acceptance/room-640104100201";

    // Set to a folder, the pages are kept there as pictures.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("GIS_SCREENSHOTS_ACCEPTANCE");

    private readonly List<string> faults = [];

    [Fact]
    public async Task A_room_is_declared_returned_declared_again_and_accepted_by_city_and_region()
    {
        var officer = await program.People.SignInAs(AccountRole.CountyOfficer, program.Address, "640104");
        var planner = await program.People.SignInAs(AccountRole.Planner, program.Address);
        await using var county = await site.VisitAt(program.Address, Room, new Reader(Width: 1440, Height: 900), officer);
        await using var city = await site.VisitAt(program.Address, "/plan/acceptance", new Reader(Width: 1440, Height: 900), planner);
        await Expect(city["#queue"]).ToContainTextAsync("没有服务点");
        await Press(county, "fill");
        await Expect(county["#finding"]).ToContainTextAsync("达标");
        await Press(county, "declare");

        await city["a.chip:has-text('待市级验收')"].ClickAsync();
        await Look(city, "queue");
        await city["#queue a"].First.ClickAsync();
        await Press(city, "fill");
        await city["input[name='v.R04'][value='not-met']"].CheckAsync();
        await city["textarea[name=note]"].FillAsync("公示栏还没有装");
        await city["input[name=due]"].FillAsync(DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await Press(city, "return");
        await Expect(city["#returned"]).ToContainTextAsync("公示栏还没有装");
        await Look(city, "returned");

        await county.Page.ReloadAsync();
        await Expect(county["#R04"]).ToContainTextAsync("未达到");
        await LookOnPaper(county);
        await LookOnPhone(officer);
        await Press(county, "declare");
        await city.Page.ReloadAsync();
        await city["input[name='v.R04'][value='met']"].CheckAsync();
        await Press(city, "accept");
        await Expect(city["#stage"]).ToHaveTextAsync("市级验收合格");
        await Press(city, "fill");
        await Press(city, "accept");
        await Expect(city["#stage"]).ToHaveTextAsync("自治区验收合格");
        await Expect(city["#past tbody tr"]).ToHaveCountAsync(5);
        await city.GoTo(new Uri(program.Address, "/en/plan/acceptance").ToString());
        await Expect(city["#ranking tbody tr"].First).ToContainTextAsync("100.0 %");
        await Look(city, "en-queue");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // What is taken along to the place and filled in by hand.
    private static async Task LookOnPaper(Visit visit)
    {
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit["#sheet button"].First).ToBeHiddenAsync();
        await Expect(visit["#R04 input"].First).ToBeVisibleAsync();
        await Picture(visit, "paper");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private async Task LookOnPhone(Cookie officer)
    {
        foreach (var (path, view, language) in new[] { (Room, "elder", "zh"), (Room, "contrast", "en"), ("/plan/acceptance", "elder", "zh"), ("/plan/acceptance/standards", "standard", "en") })
        {
            await using var phone = await site.VisitAt(program.Address, path, new Reader(view, language, Width: 360, Height: 780), officer);
            await Look(phone, $"phone-{path.Split('/')[^1]}-{view}-{language}");
        }
    }

    private static Task Press(Visit visit, string button) => visit[$"#sheet button[value={button}]"].ClickAsync();

    private async Task Look(Visit visit, string name)
    {
        faults.AddRange((await Axe.FindBroken(visit)).Select(rule => $"{name}: {rule}"));
        faults.AddRange(visit.Complaints.Select(complaint => $"{name}: the browser complains: {complaint}"));
        if (await visit.Ask<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            faults.Add($"{name}: wider than the screen");
        await Picture(visit, name);
    }

    private static Task Picture(Visit visit, string name) => Pictures is null
        ? Task.CompletedTask
        : visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
}
