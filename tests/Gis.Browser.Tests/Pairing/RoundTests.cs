using Gis.Browser.Tests.Accounts;
using Gis.Browser.Tests.Running;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Network;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gis.Browser.Tests.Pairing;

/// <summary>Bureau, firm and village go through a round together; on a program of its own, for it changes the pairs that stand.</summary>
[Collection(InBrowser.Name)]
public sealed class RoundTests(GisSite site, AccountProgram program) : IClassFixture<AccountProgram>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("GIS_SCREENSHOTS_PAIRING");

    private static readonly ServiceNetwork Network = NetworkSetup.DrawDefaultNetwork();

    private static readonly Reader Desk = new(Width: 1440, Height: 900);

    private static readonly Reader ElderPhone = new("elder", Width: 360, Height: 780);

    [Fact]
    public async Task Firm_village_and_bureau_choose_object_pair_again_and_publish()
    {
        await using var planner = await Open("/plan/pairing", Desk, AccountRole.Planner);
        await planner["#open-round [name=reason]"].FillAsync("年度结对");
        await planner["#open-round button[type=submit]"].ClickAsync();
        await Expect(planner["#steps [aria-current]"]).ToHaveTextAsync("填志愿中");
        var address = new Uri(planner.Page.Url).AbsolutePath;
        await Look(planner, "round-open");

        await using var firm = await Open("/firm/pairing", Desk, AccountRole.FirmMember);
        var village = await Choose(firm);
        await using var clerk = await Open("/village", ElderPhone, AccountRole.VillageClerk, village);
        await Ask(clerk);

        await Step(planner, "close", "志愿已截止");
        await Step(planner, "propose", "已公示,可提异议");
        await Expect(planner["#certificate"]).ToContainTextAsync("没有一个村和一家律所");
        await Look(planner, "round-proposed");
        await Object(clerk);
        await planner.GoTo(new Uri(program.Address, address).ToString());
        await planner["#objections input[name=answer]"].FillAsync("换一家");
        await planner["#objections button[value=upheld]"].ClickAsync();
        await Expect(planner["#objections .badge"]).ToHaveTextAsync("成立,重新配对");
        await Step(planner, "propose", "已公示,可提异议");
        await Step(planner, "confirm", "已确认");
        await Step(planner, "publish", "已公布,生效");

        await clerk.GoTo(new Uri(program.Address, "/village").ToString());
        await Expect(clerk["#standing li"]).ToHaveCountAsync(1);
        await Expect(clerk["#objections"]).ToContainTextAsync("换一家");
        await Look(clerk, "clerk-published");
        await planner["#pairs tbody a"].First.ClickAsync();
        await Expect(planner["#why-answer"]).ToContainTextAsync("配在一起了");
        await Look(planner, "why");
        await planner.GoTo(new Uri(program.Address, address + "/compare").ToString());
        await Expect(planner["#aims tbody tr"]).ToHaveCountAsync(2);
        await Look(planner, "compare");
        await firm.GoTo(new Uri(program.Address, "/firm/month").ToString());
        await Expect(firm["#figures"]).ToBeVisibleAsync();
        await Look(firm, "firm-month");
        await planner.GoTo(new Uri(program.Address, "/plan/pairing/month").ToString());
        await Expect(planner["#firms"]).ToBeVisibleAsync();
        await Look(planner, "city-month");
        await clerk["#standing a"].ClickAsync();
        await Expect(clerk["#firm"]).ToBeVisibleAsync();
        await Look(clerk, "notice-board");
        foreach (var visit in new[] { planner, firm, clerk })
            Assert.Empty(visit.Complaints);
    }

    // The nearest village first; the second is moved before it by its button, and the numbers follow.
    private async Task<string> Choose(Visit firm)
    {
        var rows = firm["#candidates tbody tr"];
        var ids = new[] { await rows.Nth(0).GetAttributeAsync("data-id"), await rows.Nth(1).GetAttributeAsync("data-id") };
        await rows.Nth(0).Locator("input.place").FillAsync("1");
        await rows.Nth(1).Locator("input.place").FillAsync("2");
        await rows.Nth(1).Locator("input.place").PressAsync("Tab");
        await Expect(firm["#my-list li"]).ToHaveCountAsync(2);
        await firm["#my-list li"].Nth(1).Locator("button").First.ClickAsync();
        await Expect(rows.Nth(0).Locator("input.place")).ToHaveValueAsync("2");
        await firm["#where-fold summary"].ClickAsync();
        await Expect(firm[".wish-drawing circle"]).ToHaveCountAsync(await rows.CountAsync());
        await Look(firm, "firm-wishes");
        await firm["#wishes button[value=submit]"].ClickAsync();
        await Expect(firm["#done"]).ToContainTextAsync("志愿已提交");
        Assert.NotEqual(ids[0], ids[1]);
        return ids[1]!;
    }

    private async Task Ask(Visit clerk)
    {
        await Expect(clerk["#reminder"]).ToBeVisibleAsync();
        await clerk["#profile input[value=land]"].CheckAsync();
        await clerk["#profile [name=markets]"].FillAsync("3 13 23");
        await clerk["#profile button[type=submit]"].ClickAsync();
        await Expect(clerk["#done"]).ToBeVisibleAsync();
        await Look(clerk, "clerk-home");
        await clerk["#round a.button"].ClickAsync();
        await clerk[$"#candidates tr[data-id='{Network.Firms[0].Id}'] input.place"].FillAsync("1");
        await Look(clerk, "clerk-wishes");
        await clerk["#wishes button[value=submit]"].ClickAsync();
        await Expect(clerk["#done"]).ToContainTextAsync("志愿已提交");
    }

    private async Task Object(Visit clerk)
    {
        await clerk.GoTo(new Uri(program.Address, "/village").ToString());
        await Expect(clerk["#proposed tbody tr"]).ToHaveCountAsync(1);
        await clerk["#object-fold summary"].ClickAsync();
        await clerk["#object textarea"].FillAsync("上一年没有来过");
        await Look(clerk, "clerk-objects");
        await clerk["#object button[type=submit]"].ClickAsync();
        await Expect(clerk["#objections li"]).ToHaveCountAsync(1);
    }

    private static async Task Step(Visit planner, string act, string state)
    {
        await planner["#step [name=reason]"].FillAsync("按日程");
        await planner[$"#step button[value={act}]"].ClickAsync();
        await Expect(planner["#steps [aria-current]"]).ToHaveTextAsync(state, new() { Timeout = 60_000 });
        await Expect(planner["#done"]).ToBeVisibleAsync();
    }

    private async Task<Visit> Open(string path, Reader reader, AccountRole role, string? scope = null) =>
        await site.VisitAt(program.Address, path, reader, await program.People.SignInAs(role, program.Address, scope));

    private static async Task Look(Visit visit, string name)
    {
        Assert.Empty(await Axe.FindBroken(visit));
        Assert.False(await visit.Ask<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name} is wider than the window");
        if (Pictures is { Length: > 0 })
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
    }
}
