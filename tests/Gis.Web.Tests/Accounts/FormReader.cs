using System.Net;
using System.Text.RegularExpressions;
using Gis.Data.Store.Accounts;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Accounts;

/// <summary>Somebody at a browser of their own who fills in forms.</summary>
internal sealed partial class FormReader
{
    private readonly GisApp app;

    /// <summary>Somebody who has not signed in.</summary>
    internal FormReader(GisApp app, Uri? at = null)
        : this(app, app.CreateDefaultClient(at ?? app.ClientOptions.BaseAddress, new CookieContainerHandler(new CookieContainer())))
    {
    }

    internal FormReader(GisApp app, HttpClient client) => (this.app, Client) = (app, client);

    internal HttpClient Client { get; }

    /// <summary>Sends a form to an address, with the token that its page gave.</summary>
    internal async Task<HttpResponseMessage> Send(string address, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var page = address.Contains("handler=", StringComparison.Ordinal) ? address[..address.IndexOf('?', StringComparison.Ordinal)] : address;
        return await Client.PostAsync(address, new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", await TokenOf(page)))));
    }

    internal async Task<string> TokenOf(string page) => Token().Match(await (await Client.GetAsync(page)).Content.ReadAsStringAsync()).Groups[1].Value;

    /// <summary>Joins by an invitation and sets up a second factor; gives sign-in name, key and one of the recovery codes.</summary>
    internal async Task<(string Name, string Key, string Recovery)> SetUp(AccountRole role, string password)
    {
        var name = $"joined-{Guid.NewGuid():N}";
        Assert.Equal(HttpStatusCode.Found, (await Join(await Invite(role), name, password)).StatusCode);
        var page = await Client.GetStringAsync("/account/second-factor");
        var key = Key().Match(page).Groups[1].Value;
        var answer = await Send("/account/second-factor?handler=On", new("key", key), new("code", AuthenticatorApp.CodeAt(key, DateTimeOffset.UtcNow)));
        var codes = Codes().Matches(await answer.Content.ReadAsStringAsync());
        Assert.Equal(10, codes.Count);
        return (name, key, codes[0].Groups[1].Value);
    }

    internal Task<HttpResponseMessage> Join(string link, string name, string password) => Send(
        "/join/" + link, new("person", "新来的"), new("name", name), new("password", password), new("again", password));

    /// <summary>A link as an administrator would get it; one without an author would be the program's own, which its start voids.</summary>
    internal Task<string> Invite(AccountRole role) => app.Services.GetRequiredService<InvitationStore>().InviteAsync(
        new Invited(role, app.ScopeFor(role), "新来的"), new AccountOrder("inviter", "a test", "640100", app.Clock.GetUtcNow()));

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"key\" value=\"([A-Z2-7]{32})\"")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([A-Z0-9]{5}-[A-Z0-9]{5})</code></li>")]
    private static partial Regex Codes();
}
