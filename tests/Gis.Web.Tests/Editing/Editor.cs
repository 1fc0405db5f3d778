using System.Net;
using System.Text.RegularExpressions;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;

namespace Gis.Web.Tests.Editing;

/// <summary>Somebody who changes records through the forms.</summary>
internal sealed partial class Editor(HttpClient client)
{
    internal const string Room = "/plan/network/point/room-640104100201";

    internal static async Task<Editor> Of(GisApp app, AccountRole role = AccountRole.Planner, string? scope = null) => new(await app.SignInAs(role, scope));

    internal Task<HttpResponseMessage> Get(string address) => client.GetAsync(address);

    internal async Task<string> Read(string address)
    {
        var answer = await client.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The fields of the first form with a token on a page, as a browser would send them, selects included.</summary>
    internal async Task<Dictionary<string, string>> Open(string address, string form = "record")
    {
        var page = await Read(address);
        var start = page.IndexOf($"id=\"{form}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{address} has no form {form}");
        var html = page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        // Of the choices of one name the first stands for all.
        var fields = Input().Matches(html).DistinctBy(field => field.Groups[1].Value).ToDictionary(field => field.Groups[1].Value, field => Value().Match(field.Value).Groups[1].Value);
        foreach (Match select in Select().Matches(html))
            fields[select.Groups[1].Value] = Selected().Match(select.Groups[2].Value) is { Success: true } chosen ? chosen.Groups[1].Value : First().Match(select.Groups[2].Value).Groups[1].Value;
        return fields;
    }

    internal Task<HttpResponseMessage> Post(string address, IEnumerable<KeyValuePair<string, string>> fields) => client.PostAsync(address, new FormUrlEncodedContent(fields));

    /// <summary>Changes fields of a record; gives the number of the entry.</summary>
    internal async Task<long> Save(string address, params (string Field, string Value)[] changes)
    {
        var fields = await Open(address);
        fields["reason"] = "因为测试";
        foreach (var (field, value) in changes)
            fields[field] = value;
        var answer = await Post(address + "?handler=Save", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{answer.StatusCode}: {await Faults(answer)}");
        return long.Parse(answer.Headers.Location!.ToString().Split("saved=")[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    internal static async Task<string> Faults(HttpResponseMessage answer)
    {
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        return Fault().Match(page).Value;
    }

    [GeneratedRegex("<input\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("\\bvalue=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\"[^>]*\\bselected")]
    private static partial Regex Selected();

    [GeneratedRegex("<option value=\"([^\"]*)\"")]
    private static partial Regex First();

    [GeneratedRegex("id=\"(?:faults|conflict)\".*?</(?:ul|section)>", RegexOptions.Singleline)]
    private static partial Regex Fault();
}
