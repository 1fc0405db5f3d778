using System.Globalization;
using Gis.Browser.Tests.Accounts;
using Gis.Browser.Tests.Running;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Network;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gis.Browser.Tests.Progress;

/// <summary>A year is set, points move, and the curve follows; on a program of its own, for it changes the network.</summary>
[Collection(InBrowser.Name)]
public sealed class YearTests(GisSite site, AccountProgram program) : IClassFixture<AccountProgram>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("GIS_SCREENSHOTS_EDITING");

    private static readonly ServiceNetwork Network = NetworkSetup.DrawDefaultNetwork();

    private static readonly PointId Room = Network.Points.First(point => point.Stage == Stage.Planned && point.Area.County == Network.Counties[0].Code).Id;

    [Fact]
    public async Task A_room_is_begun_built_shown_and_on_the_curve()
    {
        var planner = await program.People.SignInAs(AccountRole.Planner, program.Address);
        await using var visit = await site.VisitAt(program.Address, "/plan/progress/days", new Reader(Width: 1440, Height: 900), planner);
        await SetThisYear(visit);

        var officer = await program.People.SignInAs(AccountRole.CountyOfficer, program.Address);
        await using var county = await site.VisitAt(program.Address, $"/plan/ledger/{Room}", new Reader(Width: 1440, Height: 900), officer);
        await Stand(county);
        await Picture(county, "ledger-standstill");
        await Report(county, "building");
        await Report(county, "built");
        await Expect(county["#steps-taken li"]).ToHaveCountAsync(2);
        await Bring(county);
        await Expect(county["#pieces img"]).ToHaveJSPropertyAsync("complete", true);
        Assert.Empty(await Axe.FindBroken(county));
        await Picture(county, "ledger-point");

        await visit.GoTo(new Uri(program.Address, "/plan/progress").ToString());
        await Expect(visit["#moves li"]).ToHaveCountAsync(2);
        await Expect(visit["#year-curve path.line"]).ToHaveCountAsync(1);
        await Expect(visit["#year-curve text.tick:text-is('6')"]).ToBeVisibleAsync();
        await Expect(visit["#county-curves .plot"]).ToHaveCountAsync(Network.Counties.Length);
        Assert.Empty(await Axe.FindBroken(visit));
        await Picture(visit, "progress");
        Assert.Empty(visit.Complaints);
        Assert.Empty(county.Complaints);
    }

    [Theory]
    [InlineData("/plan/progress", "zh", "elder")]
    [InlineData("/plan/progress", "en", "standard")]
    [InlineData("/plan/ledger?stage=planned", "zh", "elder")]
    [InlineData("/plan/ledger/POINT", "en", "contrast")]
    [InlineData("/plan/progress/days", "zh", "elder")]
    public async Task Its_pages_are_right_for_axe_and_fit_a_phone(string path, string language, string view)
    {
        var session = await program.People.SignInAs(AccountRole.Planner, program.Address);
        await using var visit = await site.VisitAt(program.Address, path.Replace("POINT", Room.ToString(), StringComparison.Ordinal), new Reader(view, language, Width: 360, Height: 780), session);
        Assert.Empty(await Axe.FindBroken(visit));
        Assert.False(await visit.Ask<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        await Picture(visit, $"{path.Split('?')[0].Trim('/').Replace('/', '-')}-{language}-{view}");
        Assert.Empty(visit.Complaints);
    }

    private static async Task SetThisYear(Visit visit)
    {
        var year = DateTimeOffset.UtcNow.Year.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, day) in new[] { ("buildFrom", "03-01"), ("buildBy", "09-30"), ("declareBy", "10-31"), ("inspectFrom", "11-11"), ("inspectBy", "11-20"), ("regionBy", "12-31") })
            await visit[$"#calendar input[name={name}]"].FillAsync($"{year}-{day}");
        await visit["#calendar input[name=reason]"].FillAsync("今年就建");
        await visit["#calendar button"].ClickAsync();
        await Expect(visit["#saved"]).ToBeVisibleAsync();
    }

    private static async Task Stand(Visit county)
    {
        await county["#stand summary"].ClickAsync();
        await county["#stand select"].SelectOptionAsync("site");
        await county["#stand input[name=note]"].FillAsync("村部要翻修");
        await county["#stand input[name=reason]"].FillAsync("村里来电");
        await county["#stand button"].ClickAsync();
        await Expect(county["#state"]).ToContainTextAsync("村部要翻修");
    }

    private static async Task Report(Visit county, string stage)
    {
        await county["#report summary"].ClickAsync();
        await county[$"#report input[value={stage}]"].CheckAsync();
        await county["#report input[name=reason]"].FillAsync("县里登记");
        await county["#report button"].ClickAsync();
        await Expect(county["#saved"]).ToBeVisibleAsync();
    }

    private static async Task Bring(Visit county)
    {
        var photo = await county["h1"].ScreenshotAsync();
        await county["#bring summary"].ClickAsync();
        await county["#bring input[name=file]"].SetInputFilesAsync(new FilePayload { Name = "门牌.png", MimeType = "image/png", Buffer = photo });
        await county["#bring input[name=caption]"].FillAsync("门牌,蓝底白字");
        await county["#bring button"].ClickAsync();
        await Expect(county["#pieces li"]).ToHaveCountAsync(1);
    }

    private static Task Picture(Visit visit, string name) => Pictures is null ? Task.CompletedTask : visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
}
