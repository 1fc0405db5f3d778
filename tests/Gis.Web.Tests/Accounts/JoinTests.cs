using System.Net;
using Gis.Data.Store.Accounts;
using Gis.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Accounts;

/// <summary>Invitations: by whom, for whom, how long, and what one must enter.</summary>
public sealed class JoinTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Password = "long enough for joining";

    private InvitationStore Invitations => app.Services.GetRequiredService<InvitationStore>();

    [Fact]
    public async Task A_link_opens_one_account_with_the_role_it_was_made_for()
    {
        var reader = new FormReader(app);
        var link = await reader.Invite(AccountRole.VillageClerk);
        var joined = await reader.Join(link, "clerk-" + link, Password);
        Assert.Equal("/account", joined.Headers.Location!.OriginalString);
        var account = (await app.Services.GetRequiredService<AccountStore>().ListAsync()).Single(each => each.UserName == "clerk-" + link);
        Assert.Equal((AccountRole.VillageClerk, app.ScopeFor(AccountRole.VillageClerk)), (account.Role, account.Scope));

        Assert.Equal(HttpStatusCode.Gone, (await new FormReader(app).Client.GetAsync("/join/" + link)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await SendAnyway(link)).StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_link_opens_nothing()
    {
        var link = await new FormReader(app).Invite(AccountRole.FirmMember);
        var invitation = (await Invitations.FindAsync(link))!;
        Assert.Equal(AccountEnding.Done, await Invitations.WithdrawAsync(invitation.Id, Order()));
        Assert.Equal(AccountEnding.Missing, await Invitations.WithdrawAsync(invitation.Id, Order()));
        Assert.Equal(HttpStatusCode.Gone, (await SendAnyway(link)).StatusCode);
    }

    [Fact]
    public async Task A_link_that_has_expired_opens_nothing_and_its_last_moment_counts()
    {
        var link = await new FormReader(app).Invite(AccountRole.FirmMember);
        var invitation = (await Invitations.FindAsync(link))!;
        Assert.True(invitation.IsOpen(invitation.Expires - TimeSpan.FromMilliseconds(1)));
        Assert.False(invitation.IsOpen(invitation.Expires));

        using var later = new GisApp();
        var old = await new FormReader(later).Invite(AccountRole.FirmMember);
        later.Clock.Ahead = InvitationStore.Lifetime + TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.Gone, (await new FormReader(later).Client.GetAsync("/join/" + old)).StatusCode);
    }

    [Fact]
    public async Task A_new_start_voids_the_link_for_the_first_administrator_and_an_account_ends_such_links()
    {
        using var own = new GisApp();
        var invitations = own.Services.GetRequiredService<InvitationStore>();
        // The program makes a link itself when it has started; one made before that would be void.
        for (var waits = 0; (await invitations.ListAsync()).Count == 0; waits++)
        {
            Assert.True(waits < 300, "No link was made in 30 s.");
            await Task.Delay(100);
        }

        var first = await invitations.InviteFirstAsync(Order());
        var second = await invitations.InviteFirstAsync(Order());
        Assert.Equal(HttpStatusCode.Gone, (await new FormReader(own).Client.GetAsync("/join/" + first)).StatusCode);

        var joined = await new FormReader(own).Join(second!, "first", Password);
        Assert.Equal("/account/second-factor", joined.Headers.Location!.OriginalString);
        Assert.Null(await invitations.InviteFirstAsync(Order()));
    }

    [Fact]
    public async Task Two_people_cannot_sign_in_under_one_name_whatever_its_capitals()
    {
        var reader = new FormReader(app);
        await reader.Join(await reader.Invite(AccountRole.FirmMember), "Same.Name@example.org", Password);
        var other = new FormReader(app);
        var answer = await other.Join(await other.Invite(AccountRole.FirmMember), "same.name@EXAMPLE.org", Password);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("已有人用这个登录名", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123456789", "10 到 128"), InlineData("1234567890", "太常见"), InlineData("Password123", "太常见"), InlineData("aaaaaaaaaaaa", "太常见")]
    [InlineData("1212121212", "太常见"), InlineData("xx-my-own-name-xx", "不要有登录名")]
    public async Task A_password_that_is_short_common_or_the_name_is_refused_in_words(string password, string words)
    {
        var reader = new FormReader(app);
        var answer = await reader.Join(await reader.Invite(AccountRole.FirmMember), "my-own-name", password);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{password}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_characters_of_one_kind_are_a_password()
    {
        var reader = new FormReader(app);
        Assert.Equal(HttpStatusCode.Found, (await reader.Join(await reader.Invite(AccountRole.FirmMember), "ten-letters", "mnbvcxzlkj")).StatusCode);
    }

    [Fact]
    public async Task An_administrator_invites_for_a_scope_that_is_there_and_says_why()
    {
        var administrator = new FormReader(app, await app.SignInAs(AccountRole.Administrator));
        Task<HttpResponseMessage> Invite(string role, string county, string reason) => administrator.Send(
            "/admin/accounts?handler=Invite", new("person", "李规划"), new("role", role), new("county", county), new("reason", reason));

        Assert.Equal(HttpStatusCode.BadRequest, (await Invite("county-officer", "", "新同事")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Invite("county-officer", "999999", "新同事")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Invite("emperor", "", "新同事")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Invite("planner", "", " ")).StatusCode);
        var made = await (await Invite("county-officer", "640121", "新同事")).Content.ReadAsStringAsync();
        Assert.Contains("http://localhost/join/", made, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_edit_what_ends_at_the_border_of_the_scope()
    {
        var network = app.Snapshot.Network;
        var village = network.Villages[0];
        var (county, other) = (village.Code.County, network.Counties.First(each => each.Code != village.Code.County).Code);
        SignedIn As(AccountRole role, string scope) => new("id", "", role, scope);

        Assert.True(Web.Accounts.Rights.MayEdit(As(AccountRole.CountyOfficer, county.Digits), village.Code));
        Assert.False(Web.Accounts.Rights.MayEdit(As(AccountRole.CountyOfficer, other.Digits), village.Code));
        Assert.True(Web.Accounts.Rights.MayEdit(As(AccountRole.VillageClerk, village.Code.Digits), village.Code));
        Assert.False(Web.Accounts.Rights.MayEdit(As(AccountRole.VillageClerk, network.Villages[1].Code.Digits), village.Code));
        Assert.False(Web.Accounts.Rights.MayEdit(As(AccountRole.VillageClerk, village.Code.Digits), village.Code.Township));
        Assert.False(Web.Accounts.Rights.MayEdit(As(AccountRole.Administrator, ""), village.Code));
        Assert.False(Web.Accounts.Rights.MayEdit(As(AccountRole.CountyOfficer, ""), village.Code));

        var (firm, rival) = (network.Firms[0], network.Firms[1]);
        Assert.True(Web.Accounts.Rights.MayEdit(As(AccountRole.FirmMember, firm.Id), firm));
        Assert.False(Web.Accounts.Rights.MayEdit(As(AccountRole.FirmMember, rival.Id), firm));
        Assert.False(Web.Accounts.Rights.MayEdit(As(AccountRole.FirmMember, firm.Id), village.Code));
        Assert.True(Web.Accounts.Rights.MayEdit(As(AccountRole.CountyOfficer, firm.County.Digits), firm));
        Assert.False(Web.Accounts.Rights.MayEdit(As(AccountRole.VillageClerk, village.Code.Digits), firm));
    }

    private AccountOrder Order() => new(null, "a test", "640100", app.Clock.GetUtcNow());

    // With a token of another page: the form itself is no longer shown.
    private async Task<HttpResponseMessage> SendAnyway(string link)
    {
        var reader = new FormReader(app);
        return await reader.Client.PostAsync("/join/" + link, new FormUrlEncodedContent([
            new("__RequestVerificationToken", await reader.TokenOf("/sign-in")), new("person", "别人"), new("name", "somebody-else"), new("password", Password), new("again", Password)]));
    }
}
