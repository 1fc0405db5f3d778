using Gis.Browser.Tests.Running;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Pairing;
using Gis.Web.Network;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gis.Browser.Tests.Pairing;

/// <summary>A lawyer at a village checks in on the phone and logs the visit; on a program of its own, with a pair that stands.</summary>
[Collection(InBrowser.Name)]
public sealed class HoursTests(GisSite site) : IAsyncLifetime
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("GIS_SCREENSHOTS_EDITING");

    private static readonly ServiceNetwork Network = NetworkSetup.DrawDefaultNetwork();

    private GisProgram program = null!;

    public async Task InitializeAsync() => program = await GisProgram.StartAsync(Pair);

    public Task DisposeAsync()
    {
        program.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("zh", "elder"), InlineData("en", "contrast")]
    public async Task A_visit_is_logged_on_a_phone_with_the_distance_and_without_the_position(string language, string view)
    {
        var address = await program.FindAddress();
        var firm = await program.People.SignInAs(AccountRole.FirmMember, address);
        await using var visit = await site.VisitAt(address, "/firm/hours", new Reader(view, language, Width: 320, Height: 780), firm);
        var room = Network.ListPointsOf(Network.Villages[0].Code).First(point => point.Tier == Tier.Room).Position!.At;
        await visit.Page.Context.GrantPermissionsAsync(["geolocation"]);
        // A thousandth of a degree of latitude is 111 metres.
        await visit.Page.Context.SetGeolocationAsync(new Geolocation { Longitude = (float)room.Longitude, Latitude = (float)room.Latitude + 0.001f, Accuracy = 20 });
        await Fits(visit);
        await visit["#check-in-button"].ClickAsync();
        await Expect(visit["#check-in-answer"]).ToContainTextAsync("111");
        await visit["#visit input[name=start]"].FillAsync("00:00");
        await visit["#visit input[name=length]"].FillAsync("90");
        await visit["#visit button[type=submit]"].ClickAsync();
        await Expect(visit["#done"]).ToBeVisibleAsync();
        await Expect(visit["#entry-list li"]).ToHaveCountAsync(1);
        await Expect(visit["#meters .meter-words"]).ToContainTextAsync("1.5 / ");
        Assert.Empty(await Axe.FindBroken(visit));
        await Picture(visit, $"firm-hours-{language}-{view}");

        await visit["#entry-list button"].ClickAsync();
        await Expect(visit["#put-back"]).ToBeVisibleAsync();
        await Expect(visit["#entry-list li"]).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("zh", "elder"), InlineData("en", "standard")]
    public async Task The_bureaus_page_is_right_for_axe_and_fits_a_phone(string language, string view)
    {
        var address = await program.FindAddress();
        var planner = await program.People.SignInAs(AccountRole.Planner, address);
        await using var visit = await site.VisitAt(address, "/plan/pairing/duty", new Reader(view, language, Width: 320, Height: 780), planner);
        await Expect(visit["#duty-meters tbody tr"]).ToHaveCountAsync(1);
        Assert.Empty(await Axe.FindBroken(visit));
        await Fits(visit);
        await Picture(visit, $"plan-duty-{language}-{view}");
        Assert.Empty(visit.Complaints);
    }

    private static async Task Fits(Visit visit) =>
        Assert.False(await visit.Ask<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));

    // Since long enough ago that every day of the month is in the pairing.
    private static async Task Pair(string folder)
    {
        using var store = await NetworkSetup.OpenStore(folder, CancellationToken.None);
        var rounds = new RoundStore(store);
        var since = ChinaTime.DayOf(DateTimeOffset.UtcNow).AddDays(-100);
        var order = new AccountOrder("account-of-a-test", "因为测试", "640100", DateTimeOffset.UtcNow);
        var rules = new RoundRules(since.AddDays(-21), since.AddDays(-14), since.AddDays(-7), TravelMode.Car, new Minutes(60), PairingAim.VillageBest, 2, ServeAll: true, 1);
        var pair = new ProposedPair(Network.Villages[0].Code.Digits, Network.Firms[0].Id, null, null, null, PairSource.Choice);
        var id = (await rounds.OpenAsync("结对", rules, order))!.Id;
        (RoundAct Act, RoundState Next)[] steps =
            [(RoundAct.Close, RoundState.Closed), (RoundAct.Propose, RoundState.Proposed), (RoundAct.Confirm, RoundState.Confirmed), (RoundAct.Publish, RoundState.Published)];
        foreach (var (act, next) in steps)
        {
            var proposal = act == RoundAct.Propose ? new RoundProposal([pair], [], [], default, IsProven: true, "") : null;
            Assert.True(await rounds.StepAsync((await rounds.FindAsync(id))!, act, next, proposal, order, since));
        }
    }

    private static Task Picture(Visit visit, string name) => Pictures is null ? Task.CompletedTask : visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
}
