using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gis.Web.Tests.Door;

/// <summary>All that can be set is set to tell the most, by every name there is.</summary>
public sealed class LogPrivacyTests(LogPrivacyTests.Talkative app) : IClassFixture<LogPrivacyTests.Talkative>
{
    // A place, a position and an address that no network has.
    private static readonly string[] Marks = ["里程碑村", "106.98765", "38.45678", "mark@example.org", "MARKED"];

    private static readonly string Query = $"q={Uri.EscapeDataString(Marks[0])}&lon={Marks[1]}&lat={Marks[2]}&add=room@{Marks[1]}_{Marks[2]}&mail={Marks[3]}&id={Marks[4]}";

    [Theory]
    [InlineData("GET", "/find", HttpStatusCode.OK), InlineData("GET", "/plan", HttpStatusCode.OK), InlineData("GET", "/api/coverage", HttpStatusCode.OK)]
    [InlineData("GET", "/api/coverage.csv", HttpStatusCode.OK), InlineData("GET", "/api/sites/MARKED", HttpStatusCode.NotFound), InlineData("GET", "/areas/MARKED", HttpStatusCode.NotFound)]
    [InlineData("GET", "/tiles/MARKED/1/2/3.mvt", HttpStatusCode.NotFound), InlineData("GET", "/nowhere/MARKED", HttpStatusCode.NotFound), InlineData("GET", "/api/coverage/cases", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/sign-in", HttpStatusCode.BadRequest), InlineData("GET", "/plan/scenarios/MARKED", HttpStatusCode.NotFound)]
    [InlineData("GET", SetApp.Broken, HttpStatusCode.InternalServerError), InlineData("GET", "/api/x" + SetApp.Broken, HttpStatusCode.InternalServerError)]
    public async Task What_somebody_asked_stands_in_no_line_of_the_log(string method, string path, HttpStatusCode expected)
    {
        Assert.Equal(expected, (await Ask(method, path, path == "/api/coverage/cases" ? "&case=" + Marks[0] : "")).StatusCode);
        AssertNothingOfItIsTold();
    }

    [Fact]
    public async Task Nor_does_it_where_the_answer_had_begun_when_it_failed()
    {
        await Assert.ThrowsAnyAsync<Exception>(async () => await (await Ask("GET", SetApp.Broken, "&late")).Content.ReadAsStringAsync());
        AssertNothingOfItIsTold();
    }

    [Fact]
    public async Task Nor_does_it_where_too_much_was_asked()
    {
        HttpResponseMessage answer;
        do
            answer = await Ask("GET", "/find", "", "10.7.7.7");
        while (answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        AssertNothingOfItIsTold();
        Assert.DoesNotContain(app.Lines, line => line.Contains("10.7.7.7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistake_of_ours_is_told_by_its_kind_and_its_place()
    {
        await Ask("GET", SetApp.Broken);
        Assert.Contains(app.Lines, line =>
            line.Contains("failed: System.InvalidOperationException\n   at Gis.Web.Tests.Door.SetApp", StringComparison.Ordinal) && line.Contains("of System.FormatException", StringComparison.Ordinal));
    }

    private Task<HttpResponseMessage> Ask(string method, string path, string more = "", string from = "10.0.0.1")
    {
        var asking = new HttpRequestMessage(new HttpMethod(method), $"{path}?{Query}{more}");
        asking.Headers.Add(SetApp.From, from);
        asking.Headers.Add("Cookie", $"view={Marks[4]}");
        asking.Headers.Add("Referer", $"http://localhost/?{Query}");
        asking.Headers.UserAgent.ParseAdd(Marks[4]);
        if (method == "POST")
            asking.Content = new FormUrlEncodedContent([new("name", Marks[0]), new("question", Query)]);
        return app.Client.SendAsync(asking, HttpCompletionOption.ResponseHeadersRead);
    }

    private void AssertNothingOfItIsTold()
    {
        Assert.NotEmpty(app.Lines);
        foreach (var mark in Marks.Concat(Marks.Select(Uri.EscapeDataString)))
            Assert.DoesNotContain(app.Lines, line => line.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The program whose log tells all it may, and a log that keeps it.</summary>
    public sealed class Talkative : IDisposable
    {
        private static readonly string[] Names =
        [
            "Default", "Microsoft", "System", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware",
            "Microsoft.AspNetCore.Routing.EndpointMiddleware", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Mvc", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Database.Command",
        ];

        private readonly Kept kept = new();
        private readonly SetApp app;

        public Talkative()
        {
            app = new SetApp([.. Names.SelectMany(name => new[] { ($"Logging:LogLevel:{name}", "Trace"), ($"Logging:Kept:LogLevel:{name}", "Trace") }), ("Limits:Search:Burst", "20"), ("Limits:Search:PerMinute", "1")])
            {
                Adds = services => services.AddSingleton<ILoggerProvider>(kept),
            };
            app.UseKestrel(0);
            app.StartServer();
            Client = new HttpClient { BaseAddress = app.ClientOptions.BaseAddress };
        }

        internal HttpClient Client { get; }

        internal IReadOnlyCollection<string> Lines => kept.Lines;

        public void Dispose()
        {
            Client.Dispose();
            app.Dispose();
            kept.Dispose();
        }
    }

    /// <summary>Keeps every line with all that stands around it.</summary>
    [ProviderAlias("Kept")]
    private sealed class Kept : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        internal ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Pen(Kept kept, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => kept.scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var around = new List<string>();
                kept.scopes.ForEachScope((scope, list) => list.Add($"{scope}{(scope is IEnumerable<KeyValuePair<string, object>> pairs ? string.Join(' ', pairs) : "")}"), around);
                var values = state is IEnumerable<KeyValuePair<string, object?>> given ? string.Join(' ', given) : "";
                kept.Lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception} {values} {string.Join(' ', around)}");
            }
        }
    }
}
