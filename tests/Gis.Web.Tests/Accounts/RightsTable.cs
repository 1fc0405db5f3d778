using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Accounts;

/// <summary>A route and verb, with the handler of a page, and the right it takes; none where it is public.</summary>
internal sealed partial record RouteRight(string Verb, string Route, string Handler, string? Right)
{
    // Files that a program under development finds anew; the one that is delivered has no such route, and here it is for nobody.
    internal const string DevelopmentFiles = "{**path:file}";

    // What a route without any word on whom it is for would read; no row may.
    internal const string Forgotten = "forgotten";

    private static readonly Dictionary<string, string> Samples = new() { ["status"] = "404", ["version"] = "9999", ["entry"] = "9999", ["set"] = "points", ["z"] = "8", ["x"] = "203", ["y"] = "98", ["documentName"] = "v1" };

    internal bool IsPage { get; init; }

    internal bool Allows(AccountRole? role) => Right is null || (role is { } one && Right != Forgotten && Rights.RolesOf[Right].Contains(one));

    /// <summary>An address of the route. What it names is mostly not there, which is told to those alone who may ask.</summary>
    internal string Address => Part().Replace(Route, part => Samples.GetValueOrDefault(part.Groups[1].Value, "none")) + (Handler.Length > 0 ? "?handler=" + Handler : "");

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Part();
}

/// <summary>Every route and verb of the program, as its endpoints say; and the same as the document that people read.</summary>
internal static class RightsTable
{
    private const string Head = """
        # Who may do what

        Every route and verb, the right it takes and the roles that have it, as the code has them. `nobody` has not signed in. A test
        walks all of it with the real program, and fails where this page is out of date; `GIS_REWRITE=1 dotnet test
        tests/Gis.Web.Tests --filter RightsWalk` writes it anew.

        - Each page exists under `/en` as well; HEAD is as GET.
        - A form is sent with the token that its page gave, or refused with 400.
        - Planner, county officer, administrator and auditor must set up a second factor first: until then only the right `begin` is theirs.
        - The right `edit` reaches as far as the account: a county officer's county, a firm member's firm, a village clerk's village.
        - A route that says nothing on whom it is for is for nobody.


        """;

    internal static async Task<IReadOnlyList<RouteRight>> List(IServiceProvider services)
    {
        var rows = new List<RouteRight>();
        var loader = services.GetRequiredService<PageLoader>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText != RouteRight.DevelopmentFiles))
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                rows.Add(new("GET", "/dist/site.css", "", RightOf(endpoint, isRead: true)));
            else if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                rows.AddRange(Handlers(await loader.LoadAsync(page, endpoint.Metadata), endpoint, route));
            else
                rows.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(verb => verb != "HEAD").Select(verb => new RouteRight(verb, route, "", RightOf(endpoint, isRead: verb == "GET"))));
        }

        return [.. rows.Distinct().OrderBy(row => row.Route, StringComparer.Ordinal).ThenBy(row => row.Verb, StringComparer.Ordinal).ThenBy(row => row.Handler, StringComparer.Ordinal)];
    }

    internal static string Write(IEnumerable<RouteRight> rows)
    {
        var roles = Enum.GetValues<AccountRole>();
        var text = new StringBuilder(Head);
        text.AppendLine(CultureInfo.InvariantCulture, $"| Verb | Route | Handler | Right | nobody | {string.Join(" | ", roles.Select(role => role.Written()))} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|---|---|---|{string.Concat(Enumerable.Repeat("---|", roles.Length + 1))}");
        foreach (var row in rows)
        {
            var marks = roles.Select(role => (AccountRole?)role).Prepend(null).Select(role => row.Allows(role) ? "yes" : "");
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Verb} | `{row.Route}` | {row.Handler} | {row.Right ?? "public"} | {string.Join(" | ", marks)} |");
        }

        return text.ToString();
    }

    private static IEnumerable<RouteRight> Handlers(CompiledPageActionDescriptor page, RouteEndpoint endpoint, string route)
    {
        var handlers = page.HandlerMethods.Select(handler => (Verb: handler.HttpMethod.ToUpperInvariant(), Name: handler.Name ?? ""));
        // A page without a handler for it answers a GET all the same.
        return handlers.Append(("GET", "")).Distinct().Select(handler => new RouteRight(handler.Item1, route, handler.Item2, RightOf(page.Endpoint ?? endpoint, handler.Item1 == "GET")) { IsPage = true });
    }

    private static string? RightOf(Endpoint endpoint, bool isRead)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return null;
        var asked = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        if (asked is [AnyoneReadsAttribute forms])
            return isRead ? null : forms.Right;
        return asked is [{ Policy: { } policy }] ? policy : RouteRight.Forgotten;
    }
}
