using System.Net;
using System.Text.RegularExpressions;
using Gis.Data.Store.Accounts;
using Gis.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Accounts;

public sealed partial class SignInTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Password = "河边第三棵柳树很高";
    private const string LongEnough = Password + "啊";

    [Fact]
    public async Task A_password_lets_in_and_leads_back_to_where_one_came_from()
    {
        var account = await app.AddAccount(AccountRole.FirmMember, password: LongEnough, secondFactor: false);
        var reader = new FormReader(app);

        var answer = await reader.Send("/sign-in?return=%2Fen%2Faccount", new("name", account.UserName!), new("password", LongEnough));

        Assert.Equal("/en/account", answer.Headers.Location!.OriginalString);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith(Session.Cookie + "=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await reader.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_for_https_only()
    {
        var account = await app.AddAccount(AccountRole.FirmMember, password: LongEnough, secondFactor: false);
        var answer = await new FormReader(app, new Uri("https://localhost")).Send("/sign-in", new("name", account.UserName!), new("password", LongEnough));
        Assert.Contains("secure", answer.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith(Session.Cookie + "=", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/"), InlineData("//elsewhere.example"), InlineData("/\\elsewhere.example"), InlineData("javascript:alert(1)"), InlineData("~/find"), InlineData("")]
    public async Task Nobody_is_led_to_another_site(string address)
    {
        var account = await app.AddAccount(AccountRole.FirmMember, password: LongEnough, secondFactor: false);
        var answer = await new FormReader(app).Send("/sign-in?return=" + Uri.EscapeDataString(address), new("name", account.UserName!), new("password", LongEnough));
        Assert.Equal("/account", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour_and_nobody_learns_of_it()
    {
        using var own = new GisApp();
        var account = await own.AddAccount(AccountRole.FirmMember, password: LongEnough, secondFactor: false);
        var reader = new FormReader(own);
        var unknown = await WordsOf(await reader.Send("/sign-in", new("name", "nobody-at-all"), new("password", LongEnough)));
        for (var attempt = 0; attempt < SignInStore.MostWrong; attempt++)
            Assert.Equal(unknown, await WordsOf(await reader.Send("/sign-in", new("name", account.UserName!), new("password", "wrong" + LongEnough))));

        Assert.Equal(unknown, await WordsOf(await reader.Send("/sign-in", new("name", account.UserName!), new("password", LongEnough))));
        own.Clock.Ahead = SignInStore.Lock - TimeSpan.FromMinutes(1);
        Assert.Equal(unknown, await WordsOf(await reader.Send("/sign-in", new("name", account.UserName!), new("password", LongEnough))));
        own.Clock.Ahead = SignInStore.Lock + TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.Found, (await reader.Send("/sign-in", new("name", account.UserName!), new("password", LongEnough))).StatusCode);
    }

    [Fact]
    public async Task Four_wrong_ones_lock_nothing()
    {
        var account = await app.AddAccount(AccountRole.FirmMember, password: LongEnough, secondFactor: false);
        var reader = new FormReader(app);
        for (var attempt = 1; attempt < SignInStore.MostWrong; attempt++)
            await reader.Send("/sign-in", new("name", account.UserName!), new("password", "wrong" + LongEnough));
        Assert.Equal(HttpStatusCode.Found, (await reader.Send("/sign-in", new("name", account.UserName!), new("password", LongEnough))).StatusCode);
    }

    [Fact]
    public async Task A_hundred_guesses_at_once_are_no_more_than_five()
    {
        using var own = new GisApp();
        var account = await own.AddAccount(AccountRole.FirmMember, password: LongEnough, secondFactor: false);
        var attempts = own.Services.GetRequiredService<SignInStore>();
        var now = own.Clock.GetUtcNow();
        var allowed = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => attempts.BeginAsync(account.Id, "640100", now))));
        Assert.Equal(SignInStore.MostWrong, allowed.Count(each => each));
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_and_each_code_counts_once()
    {
        var (account, key, recovery) = await new FormReader(app).SetUp(AccountRole.Planner, LongEnough);
        var reader = new FormReader(app);
        var next = AuthenticatorApp.CodeAt(key, DateTimeOffset.UtcNow.AddSeconds(30));

        var password = await reader.Send("/sign-in", new("name", account), new("password", LongEnough));
        Assert.StartsWith("/sign-in/code", password.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await reader.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.Send("/sign-in/code", new KeyValuePair<string, string>("code", "000000"))).StatusCode);
        Assert.Equal("/account", (await reader.Send("/sign-in/code", new KeyValuePair<string, string>("code", next))).Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.BadRequest, (await SignInWith(account, next)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await SignInWith(account, recovery.ToLowerInvariant())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInWith(account, recovery)).StatusCode);
    }

    [Fact]
    public async Task A_code_without_a_password_before_it_is_worth_nothing()
    {
        var answer = await new FormReader(app).Send("/sign-in/code", new KeyValuePair<string, string>("code", "123456"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(""), InlineData("{}"), InlineData("not json"), InlineData("{\"id\":\"AA\",\"type\":\"public-key\"}")]
    public async Task What_is_no_passkey_is_refused(string credential)
    {
        var reader = new FormReader(app);
        var token = await reader.TokenOf("/sign-in");
        var options = await reader.Client.PostAsync("/sign-in?handler=PasskeyOptions", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Contains("\"challenge\"", await options.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.Send("/sign-in?handler=Passkey", new KeyValuePair<string, string>("credential", credential))).StatusCode);
    }

    private async Task<HttpResponseMessage> SignInWith(string account, string code)
    {
        var reader = new FormReader(app);
        await reader.Send("/sign-in", new("name", account), new("password", LongEnough));
        return await reader.Send("/sign-in/code", new KeyValuePair<string, string>("code", code));
    }

    private static async Task<string> WordsOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return Refusal().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    [GeneratedRegex("id=\"refusal\">([^<]+)<")]
    private static partial Regex Refusal();
}
