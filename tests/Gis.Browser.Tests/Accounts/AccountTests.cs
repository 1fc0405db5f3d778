using Gis.Browser.Tests.Running;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Accounts;

[Collection(InBrowser.Name)]
public sealed class AccountTests(GisSite site, AccountProgram program) : IClassFixture<AccountProgram>
{
    private const string Password = "the willow by the river";

    [Fact]
    public async Task The_first_link_makes_an_administrator_whose_guest_joins_and_signs_in_with_a_code_and_with_a_recovery_code()
    {
        await using var administrator = await site.VisitAt(program.Address, await program.FindFirstLink());
        await Join(administrator, "administrator");
        await SetUp(administrator);
        await administrator.GoTo("/admin/accounts");
        await administrator["#invite [name=person]"].FillAsync("李规划");
        await administrator["#invite [name=role]"].SelectOptionAsync("county-officer");
        await administrator["#invite [name=county]"].SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await administrator["#invite [name=reason]"].FillAsync("新同事");
        await administrator["#invite button"].ClickAsync();
        var link = new Uri(await administrator["#link"].InputValueAsync()).PathAndQuery;

        await using var guest = await site.VisitAt(program.Address, link, new Reader(Width: 360, Height: 740));
        await Assertions.Expect(guest["main"]).ToContainTextAsync("县(市)区工作人员");
        await Join(guest, "guest");
        var (key, recovery) = await SetUp(guest);
        await guest[".person button"].ClickAsync();

        await SignIn(guest, "guest");
        await guest["#code [name=code]"].FillAsync(AuthenticatorApp.CodeAt(key, DateTimeOffset.UtcNow.AddSeconds(30)));
        await guest["#code button"].ClickAsync();
        await Assertions.Expect(guest["#factor"]).ToContainTextAsync("开着");
        await guest[".person button"].ClickAsync();

        await SignIn(guest, "guest");
        await guest["#code [name=code]"].FillAsync(recovery);
        await guest["#code button"].ClickAsync();
        await Assertions.Expect(guest["#sign-ins tbody tr"]).ToHaveCountAsync(3);
        Assert.Empty(administrator.Complaints);
        Assert.Empty(guest.Complaints);
    }

    [Fact]
    public async Task A_passkey_signs_in_without_a_password_until_it_is_removed()
    {
        await using var visit = await VisitAs(AccountRole.Planner, "/account");
        var browser = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await visit["#passkey button"].ClickAsync();
        await Assertions.Expect(visit["#passkeys li"]).ToHaveCountAsync(1);
        await visit[".person button"].ClickAsync();
        await visit["#passkey button"].ClickAsync();
        await Assertions.Expect(visit["#sign-ins tbody tr"]).ToHaveCountAsync(1);
        Assert.Empty(visit.Complaints);

        await visit["#passkeys button"].ClickAsync();
        await Assertions.Expect(visit["#no-passkeys"]).ToBeVisibleAsync();
        await visit[".person button"].ClickAsync();
        await visit["#passkey button"].ClickAsync();
        await Assertions.Expect(visit["#refusal"]).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_a_password_and_a_form_do_everything()
    {
        await using var visit = await VisitAs(AccountRole.VillageClerk, "/account/second-factor", new Reader(Width: 360, Height: 740) { HasScripts = false }, secondFactor: false);
        await SetUp(visit);
        await Assertions.Expect(visit["#factor"]).ToContainTextAsync("开着");
        await Assertions.Expect(visit["#passkey"]).ToBeHiddenAsync();
        await visit["#everywhere button"].ClickAsync();
        await Assertions.Expect(visit["#password"]).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("zh", "elder"), InlineData("en", "contrast")]
    public async Task Axe_finds_nothing_to_object_to_and_nothing_scrolls_sideways(string language, string view)
    {
        var faults = new List<string>();
        await using var visit = await VisitAs(AccountRole.Administrator, "/admin/accounts", new Reader(view, Width: 360, Height: 740));
        await visit["#invite [name=person]"].FillAsync("李规划");
        await visit["#invite [name=reason]"].FillAsync("新同事");
        await visit["#invite button"].ClickAsync();
        var link = new Uri(await visit["#link"].InputValueAsync()).PathAndQuery;
        var person = await visit["#accounts tbody a"].First.GetAttributeAsync("href");
        foreach (var path in (string[])["/sign-in", "/sign-in/code", link, "/account", "/account/second-factor", "/admin/accounts", person!, "/sign-out"])
            await Look(visit, new Reader(Language: language).AddressOf(path), faults);

        await using var member = await VisitAs(AccountRole.FirmMember, "/", new Reader(view, Width: 360, Height: 740), secondFactor: false);
        await Look(member, new Reader(Language: language).AddressOf("/account/second-factor"), faults);
        await Look(member, new Reader(Language: language).AddressOf("/admin/accounts"), faults);
        Assert.Equal("", string.Join('\n', faults));
    }

    private static async Task Look(Visit visit, string path, List<string> faults)
    {
        await visit.GoTo(path);
        faults.AddRange((await Axe.FindBroken(visit)).Select(rule => $"{path}: {rule}"));
        if (await visit.Ask<int>("() => document.documentElement.scrollWidth") is > 360 and var width)
            faults.Add($"{path}: {width} wide");
    }

    private async Task<Visit> VisitAs(AccountRole role, string path, Reader? reader = null, bool secondFactor = true) =>
        await site.VisitAt(program.Address, path, reader, await program.People.SignInAs(role, program.Address, secondFactor: secondFactor));

    private static async Task Join(Visit visit, string name)
    {
        await visit["[name=person]"].FillAsync("新来的");
        await visit["#join [name=name]"].FillAsync(name);
        await visit["#join [name=password]"].FillAsync(Password);
        await visit["#join [name=again]"].FillAsync(Password);
        await visit["#join button"].ClickAsync();
    }

    private static async Task<(string Key, string Recovery)> SetUp(Visit visit)
    {
        await Assertions.Expect(visit[".qr svg"]).ToBeVisibleAsync();
        var key = await visit["#turn-on [name=key]"].InputValueAsync();
        await visit["#turn-on [name=code]"].FillAsync(AuthenticatorApp.CodeAt(key, DateTimeOffset.UtcNow));
        await visit["#turn-on button"].ClickAsync();
        await Assertions.Expect(visit["#recovery-codes li"]).ToHaveCountAsync(10);
        var recovery = await visit["#recovery-codes code"].First.InnerTextAsync();
        await visit[".sheet a.primary"].ClickAsync();
        return (key, recovery);
    }

    private static async Task SignIn(Visit visit, string name)
    {
        await visit["#password [name=name]"].FillAsync(name);
        await visit["#password [name=password]"].FillAsync(Password);
        await visit["#password button"].ClickAsync();
    }
}
