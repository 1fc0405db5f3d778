using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;
using Gis.Fuzzing;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace Gis.Web.Tests.Door;

/// <summary>Whatever is asked of a route the program maps, by whatever method and with whatever headers, it answers that it cannot, and goes on.</summary>
public sealed class RouteFuzzTests(RouteFuzzTests.Unlimited app, ITestOutputHelper output) : IClassFixture<RouteFuzzTests.Unlimited>
{
    // A few caches of bounded size fill up.
    private const long MostGrowth = 512L << 20;

    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "MAKE", "里"];

    private static readonly Gen<string> Values = Malformed.Texts(Lines("values.txt"));
    private static readonly Gen<string> Queries = Malformed.Texts(Lines("queries.txt"));
    private static readonly Gen<string> Headers = Malformed.Texts(Lines("headers.txt"));

    private (TimeSpan Time, string Asked) slowest;

    [Fact]
    public void No_request_breaks_a_route()
    {
        var routes = Route.ListAll(app.App.Services);
        var requests = Gen.Select(
            Gen.Int[0, routes.Count - 1], Values.Array[4, 4], Queries, Gen.Int[0, Methods.Length - 1], Headers.Array[0, 4], Queries,
            (route, values, query, method, headers, body) => new Request(AddressOf(routes[route], values), query, Methods[method], headers, body));
        var (before, start) = (GC.GetTotalMemory(forceFullCollection: true), Stopwatch.GetTimestamp());
        requests.Sample(request => Malformed.Try(() => Ask(request)), iter: Malformed.Times(200), threads: 1, print: request => request.ToString());
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Malformed.Times(200)} requests of {routes.Count} routes in {Stopwatch.GetElapsedTime(start)}; the slowest took {slowest.Time}: {slowest.Asked}"));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostGrowth);
    }

    private static string[] Lines(string seeds) => File.ReadAllLines(Malformed.ListSeeds("Door", seeds).Single());

    // One parameter of a route is damaged at most as often as not: behind a wrong set there is no tile.
    private static string AddressOf(Route route, string[] values)
    {
        var next = 0;
        return route.AddressWith(_ => values[next++ % values.Length]);
    }

    private void Ask(Request request)
    {
        var start = Stopwatch.GetTimestamp();
        var status = Send(request).GetAwaiter().GetResult();
        var time = Stopwatch.GetElapsedTime(start);
        if (time > slowest.Time)
            slowest = (time, request.ToString());
        // Health says in earnest that it is not ready yet.
        Assert.True(status < 500 || (status == 503 && request.Path.StartsWith("/health/", StringComparison.Ordinal)), $"{status} for {request}");
    }

    private async Task<int> Send(Request request)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var answer = await app.App.Server.SendAsync(
            context =>
            {
                context.Request.Method = request.Method;
                context.Request.Path = new PathString(request.Path);
                context.Request.QueryString = new QueryString("?" + request.Query.Replace("#", "%23", StringComparison.Ordinal));
                context.Request.Host = new HostString("localhost");
                foreach (var header in request.Headers)
                    context.Request.Headers[NameOf(header)] = header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                if (!HttpMethods.IsGet(request.Method))
                    (context.Request.Body, context.Request.ContentType) = (new MemoryStream(Encoding.UTF8.GetBytes(request.Body)), context.Request.ContentType ?? "application/x-www-form-urlencoded");
            },
            late.Token);
        // The real server refuses to send any other, when it is too late to say so.
        Assert.DoesNotContain(answer.Response.Headers, header => header.Value.Any(value => value!.Any(letter => letter is < ' ' or > '~')));
        await answer.Response.Body.CopyToAsync(Stream.Null, late.Token);
        return answer.Response.StatusCode;
    }

    private static string NameOf(string header) => header.Split(':')[0] is { Length: > 0 } name ? name : "X";

    private sealed record Request(string Path, string Query, string Method, string[] Headers, string Body)
    {
        public override string ToString() => $"{Method} {Path}?{Query} [{string.Join("; ", Headers)}] {Body}";
    }

    /// <summary>The program with limits that nobody reaches: what lies behind them is tried.</summary>
    public sealed class Unlimited : IDisposable
    {
        internal SetApp App { get; } = SetApp.WithoutLimits();

        public void Dispose() => App.Dispose();
    }
}
