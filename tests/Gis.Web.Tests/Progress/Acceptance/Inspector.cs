using System.Net;
using System.Text.RegularExpressions;
using Gis.Data.Store.Accounts;
using Gis.Web.Progress.Acceptance;
using Gis.Web.Tests.Accounts;

namespace Gis.Web.Tests.Progress.Acceptance;

/// <summary>Somebody who fills in sheets of acceptance through the forms.</summary>
internal sealed partial class Inspector(HttpClient client)
{
    private const string Token = "__RequestVerificationToken";

    internal static async Task<Inspector> Of(GisApp app, AccountRole role = AccountRole.Planner, string? scope = null) => new(await app.SignInAs(role, scope));

    /// <summary>The officer of Xingqing, in which the rooms of these tests stand.</summary>
    internal static Task<Inspector> Officer(GisApp app) => Of(app, AccountRole.CountyOfficer, "640104");

    internal Task<HttpResponseMessage> Get(string address) => client.GetAsync(address);

    internal async Task<string> Read(string address)
    {
        var answer = await client.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await Words(answer);
    }

    /// <summary>A page as it is read, on one line.</summary>
    internal static async Task<string> Words(HttpResponseMessage answer) =>
        Gaps().Replace(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), " ");

    /// <summary>The fields of a form as a browser would send them.</summary>
    internal async Task<List<KeyValuePair<string, string>>> Open(string address, string form = "sheet") => FieldsOf(await Read(address), form);

    /// <summary>The fields of a form on a page that was just answered.</summary>
    internal static List<KeyValuePair<string, string>> FieldsOf(string page, string form)
    {
        var html = FormOf(page, form) ?? throw new InvalidOperationException($"The page has no form {form}: {page}");
        var fields = Input().Matches(html).Where(input => !Choice().IsMatch(input.Value) || input.Value.Contains("checked", StringComparison.Ordinal))
            .Select(input => KeyValuePair.Create(Name().Match(input.Value).Groups[1].Value, Value().Match(input.Value).Groups[1].Value)).ToList();
        fields.AddRange(TextArea().Matches(html).Select(text => KeyValuePair.Create(text.Groups[1].Value, text.Groups[2].Value.Trim())));
        return fields;
    }

    /// <summary>The markup of a form; null where the page has none.</summary>
    internal static string? FormOf(string page, string form) => Regex.Match(page, $"<form\\b[^>]*\\bid=\"{form}\".*?</form>", RegexOptions.Singleline) is { Success: true } found ? found.Value : null;

    internal Task<HttpResponseMessage> Post(string address, IEnumerable<KeyValuePair<string, string>> fields) => client.PostAsync(address, new FormUrlEncodedContent(fields));

    /// <summary>Opens a sheet, answers it and presses a button.</summary>
    /// <param name="room">The point.</param>
    /// <param name="then">The button.</param>
    /// <param name="all">What every standard without an answer gets; none for nothing.</param>
    /// <param name="changes">Answers by the codes of standards, and other fields.</param>
    internal async Task<HttpResponseMessage> Send(string room, string then, string? all = null, params (string Field, string Value)[] changes)
    {
        var page = await Read("/plan/acceptance/" + room);
        return await Post("/plan/acceptance/" + room, Answer(page, then, all, changes));
    }

    internal static List<KeyValuePair<string, string>> Answer(string page, string then, string? all = null, params (string Field, string Value)[] changes)
    {
        var fields = FieldsOf(page, "sheet");
        foreach (var (field, value) in changes.Select(change => (char.IsUpper(change.Field[0]) ? SheetForm.Field + change.Field : change.Field, change.Value)))
        {
            fields.RemoveAll(each => each.Key == field);
            fields.Add(KeyValuePair.Create(field, value));
        }

        if (all is not null)
            fields.AddRange(Asked().Matches(FormOf(page, "sheet")!).Select(name => name.Groups[1].Value).Distinct().Where(name => fields.All(each => each.Key != name)).Select(name => KeyValuePair.Create(name, all)));
        fields.Add(KeyValuePair.Create("then", then));
        return fields;
    }

    /// <summary>The fields of somebody else, sent with an own token: what is refused then is refused for who sends it.</summary>
    internal async Task<HttpResponseMessage> SendAsOwn(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var own = (await Open("/plan/acceptance?turn=county&county=640104", "hand-in")).Single(each => each.Key == Token);
        return await Post(address, fields.Where(each => each.Key != Token).Append(own));
    }

    /// <summary>As <see cref="Send"/>, and it must work.</summary>
    internal async Task Do(string room, string then, string? all = null, params (string Field, string Value)[] changes)
    {
        var answer = await Send(room, then, all, changes);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{answer.StatusCode}: {await Faults(answer)}");
    }

    internal static async Task<string> Faults(HttpResponseMessage answer) => Fault().Match(await Words(answer)).Value;

    [GeneratedRegex("<input\\b[^>]*\\bname=\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("type=\"(?:radio|checkbox)\"")]
    private static partial Regex Choice();

    [GeneratedRegex("\\bname=\"([^\"]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\bname=\"(v\\.[^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("\\bvalue=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<textarea\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>(.*?)</textarea>")]
    private static partial Regex TextArea();

    [GeneratedRegex("id=\"(?:faults|conflict)\".*?(?:</section>|</div>)")]
    private static partial Regex Fault();

    [GeneratedRegex("\\s+")]
    private static partial Regex Gaps();
}
