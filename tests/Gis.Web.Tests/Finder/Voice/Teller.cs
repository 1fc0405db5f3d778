using System.Net;
using System.Text.RegularExpressions;
using Gis.Core.Finder.Voice;
using Gis.Data.Store.Voice;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Finder.Voice;

/// <summary>Somebody without an account who tells the bureau something, at a browser of their own.</summary>
internal sealed partial class Teller(GisApp app, HttpClient? client = null)
{
    internal HttpClient Client { get; } = client ?? app.CreateDefaultClient(new CookieContainerHandler(new CookieContainer()));

    private VoiceStore Store => app.Services.GetRequiredService<VoiceStore>();

    /// <summary>Opens a form, writes for so many seconds and sends it.</summary>
    internal async Task<HttpResponseMessage> Send(string address, VoiceKind kind, double seconds, params (string Field, string Value)[] fields)
    {
        var page = await Client.GetStringAsync($"{address}?kind={kind.ToString().ToLowerInvariant()}");
        app.Clock.Ahead += TimeSpan.FromSeconds(seconds);
        return await SendAgain(address, page, fields);
    }

    /// <summary>Fills in a form that was answered, over what is hidden in it, and sends it.</summary>
    internal Task<HttpResponseMessage> SendAgain(string address, string page, params (string Field, string Value)[] fields) => Client.PostAsync(
        address,
        new FormUrlEncodedContent(Hidden().Matches(page).Select(hidden => KeyValuePair.Create(hidden.Groups[1].Value, WebUtility.HtmlDecode(hidden.Groups[2].Value)))
            .DistinctBy(hidden => hidden.Key)
            .Where(hidden => !fields.Any(field => field.Field == hidden.Key)).Concat(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)))));

    /// <summary>Tells something as people do, and gives it as it is kept.</summary>
    internal async Task<VoiceMessage> Tell(string address, VoiceKind kind, params (string Field, string Value)[] fields)
    {
        using var answer = await Send(address, kind, 10, fields);
        return await Kept(answer);
    }

    /// <summary>The message that an answer tells the number of.</summary>
    internal async Task<VoiceMessage> Kept(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        Assert.True(VoiceNumber.TryParse(Number().Match(answer.Headers.Location!.OriginalString).Groups[1].Value, out var number));
        return await Find(number);
    }

    internal async Task<VoiceMessage> Find(VoiceNumber number) => (await Store.FindAsync(number))!.Value.Message;

    internal async Task<int> CountAll() => (await Store.ListAsync(null, Enum.GetValues<VoiceState>())).Length;

    /// <summary>A page as it is read.</summary>
    internal static async Task<string> Words(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"([^\"]+)\")(?=[^>]*value=\"([^\"]*)\")")]
    private static partial Regex Hidden();

    [GeneratedRegex("/voice/([^?]+)")]
    private static partial Regex Number();
}
