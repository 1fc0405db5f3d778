using System.Net;
using Gis.Data.Store.Accounts;
using Gis.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Accounts;

/// <summary>A session ends at once when its account changes, and after a time.</summary>
public sealed class SessionTests(GisApp app) : IClassFixture<GisApp>
{
    private AccountStore Accounts => app.Services.GetRequiredService<AccountStore>();

    private AccountOrder Order => new(null, "a test", "640100", app.Clock.GetUtcNow());

    [Fact]
    public async Task Another_role_ends_the_sessions_of_an_account_at_once()
    {
        var account = await app.AddAccount(AccountRole.Planner);
        using var client = app.ClientOf(account);
        Assert.True(await IsIn(client));
        Assert.Equal(AccountEnding.Done, await Accounts.ChangeRoleAsync(account.Id, AccountRole.Auditor, "", Order));
        Assert.False(await IsIn(client));
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_nothing_tells_whose_it_was()
    {
        var account = await app.AddAccount(AccountRole.VillageClerk, password: "long enough for a clerk");
        using var client = app.ClientOf(account);
        Assert.Equal(AccountEnding.Done, await Accounts.CloseAsync(account.Id, Order));
        Assert.False(await IsIn(client));

        var closed = (await Accounts.FindAsync(account.Id))!;
        Assert.Equal("", closed.PersonName);
        Assert.Null(closed.UserName);
        Assert.Null(closed.PasswordHash);
        Assert.NotNull(closed.ClosedUtc);
        var answer = await new FormReader(app).Send("/sign-in", new("name", account.UserName!), new("password", "long enough for a clerk"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions_of_the_account_and_no_others()
    {
        var account = await app.AddAccount(AccountRole.Planner);
        using var here = app.ClientOf(account);
        using var elsewhere = app.ClientOf(account);
        using var colleague = await app.SignInAs(AccountRole.Planner);
        await new FormReader(app, here).Send("/account?handler=Everywhere");
        Assert.False(await IsIn(here));
        Assert.False(await IsIn(elsewhere));
        Assert.True(await IsIn(colleague));
    }

    [Fact]
    public async Task A_cookie_kept_from_a_session_that_was_ended_by_another_password_opens_nothing()
    {
        var account = await app.AddAccount(AccountRole.FirmMember, password: "the old one is long", secondFactor: false);
        using var kept = app.ClientOf(account);
        using var own = app.ClientOf(account);
        var answer = await new FormReader(app, own).Send(
            "/account?handler=Password", new("current", "the old one is long"), new("password", "the new one is longer"), new("again", "the new one is longer"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(await IsIn(kept));
        Assert.True(await IsIn(own));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_of_this_browser()
    {
        var account = await app.AddAccount(AccountRole.Planner);
        using var client = app.ClientOf(account);
        Assert.Equal("/sign-in", (await new FormReader(app, client).Send("/sign-out")).Headers.Location!.OriginalString);
        Assert.False(await IsIn(client));
    }

    [Fact]
    public async Task Who_is_idle_for_longer_than_half_an_hour_is_out_and_who_is_not_stays_for_half_a_day()
    {
        using var own = new GisApp();
        var account = await own.AddAccount(AccountRole.Planner);
        using var idle = own.ClientOf(account);
        using var busy = own.ClientOf(account);
        for (own.Clock.Ahead = TimeSpan.Zero; own.Clock.Ahead < Session.Longest - Session.Idle; own.Clock.Ahead += Session.Idle - TimeSpan.FromMinutes(1))
            Assert.True(await IsIn(busy), $"after {own.Clock.Ahead}");
        Assert.False(await IsIn(idle));
        own.Clock.Ahead = Session.Longest + TimeSpan.FromMinutes(1);
        Assert.False(await IsIn(busy));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        using var own = new GisApp();
        var last = await own.AddAccount(AccountRole.Administrator);
        var accounts = own.Services.GetRequiredService<AccountStore>();
        Assert.Equal(AccountEnding.LastAdministrator, await accounts.CloseAsync(last.Id, Order));
        Assert.Equal(AccountEnding.LastAdministrator, await accounts.ChangeRoleAsync(last.Id, AccountRole.Planner, "", Order));
        Assert.Equal("测试Administrator", (await accounts.FindAsync(last.Id))!.PersonName);
        await own.AddAccount(AccountRole.Administrator);
        Assert.Equal(AccountEnding.Done, await accounts.CloseAsync(last.Id, Order));
    }

    private static async Task<bool> IsIn(HttpClient client) => (await client.GetAsync("/account")).StatusCode == HttpStatusCode.OK;
}
