using System.Diagnostics;
using System.Globalization;
using System.Net;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Tests.Postgis;
using Gis.Web.Tests.Accounts;
using Gis.Web.Tests.Editing;
using Gis.Web.Tests.Siting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit.Abstractions;

namespace Gis.Web.Tests.Network;

/// <summary>Two instances of the program on one database, each with a folder of its own.</summary>
public sealed class InstancesTests(InstancesTests.Instances at, ITestOutputHelper output) : IClassFixture<InstancesTests.Instances>
{
    [Fact]
    public async Task An_edit_on_one_instance_is_on_the_page_of_the_other()
    {
        var editor = await Editor.Of(at.One);
        var reader = at.Other.CreateClient();
        Assert.DoesNotContain("在另一台改的", await reader.GetStringAsync("/sites/room-640104100201"), StringComparison.Ordinal);

        await editor.Save(Editor.Room, ("name", "在另一台改的"));

        var clock = Stopwatch.StartNew();
        await Wait.Until(async () => (await reader.GetStringAsync("/sites/room-640104100201")).Contains("在另一台改的", StringComparison.Ordinal));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seen by the other {clock.Elapsed.TotalMilliseconds:0} ms after it was saved"));
    }

    [Fact]
    public async Task Who_signed_in_on_one_instance_is_signed_in_on_the_other()
    {
        var account = await at.One.AddAccount(AccountRole.Planner);
        var cookie = $"{Gis.Web.Accounts.Session.Cookie}={at.One.CookieOf(account)}";
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/account") { Headers = { { "Cookie", cookie } } };
        Assert.Equal(HttpStatusCode.OK, (await at.Other.CreateDefaultClient().SendAsync(asked)).StatusCode);
    }

    [Fact]
    public async Task A_run_asked_for_on_one_instance_is_shown_and_stopped_on_the_other()
    {
        var (here, there) = (new ScenarioVisitor(at.One), new ScenarioVisitor(at.Other));
        var id = await here.Make(then: "compute");
        await there.WaitForEnd(id);
        var runs = await at.Other.Services.GetRequiredService<ScenarioStore>().ListRunsAsync(id);
        Assert.Equal(RunState.Done, Assert.Single(runs).State);
        Assert.Contains("id=\"order\"", await there.Read($"/plan/scenarios/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_go_on_and_others_start_while_a_newer_program_has_added_to_the_database()
    {
        const string room = "room-640104100202";
        PostgisServer.Execute(at.Database, """
            CREATE TABLE IF NOT EXISTS visitor_book (said text);
            ALTER TABLE account ADD COLUMN IF NOT EXISTS nickname text;
            INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Later', '99') ON CONFLICT DO NOTHING;
            """);
        using var late = new GisApp { Database = at.Database };
        // Signed in to one that runs, it changes something on one that was started since.
        var cookie = $"{Gis.Web.Accounts.Session.Cookie}={at.One.CookieOf(await at.One.AddAccount(AccountRole.Planner))}";
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/account") { Headers = { { "Cookie", cookie } } };
        Assert.Equal(HttpStatusCode.OK, (await late.CreateDefaultClient().SendAsync(asked)).StatusCode);

        await (await Editor.Of(late)).Save($"/plan/network/point/{room}", ("name", "在新库上改的"));

        await Wait.Until(async () => (await at.Other.CreateClient().GetStringAsync($"/sites/{room}")).Contains("在新库上改的", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Instances_outlive_a_database_that_starts_anew()
    {
        PostgisServer.Disconnect(at.Database);
        // By then each of them has looked for runs and news.
        await Task.Delay(TimeSpan.FromSeconds(3));
        foreach (var app in new[] { at.One, at.Other })
            Assert.False(app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);

        await (await Editor.Of(at.One)).Save("/plan/network/point/room-640104100203", ("name", "重启之后"));
        await Wait.Until(async () => (await at.Other.CreateClient().GetStringAsync("/sites/room-640104100203")).Contains("重启之后", StringComparison.Ordinal));
    }

    /// <summary>The two, started once.</summary>
    public sealed class Instances : IDisposable
    {
        internal string Database { get; } = PostgisServer.MakeDatabase();

        public Instances()
        {
            One = new GisApp { Database = Database };
            // Started one after the other: the first fills the store.
            _ = One.Server;
            Other = new GisApp { Database = Database };
        }

        public GisApp One { get; }

        public GisApp Other { get; }

        public void Dispose()
        {
            One.Dispose();
            Other.Dispose();
            PostgisServer.Drop(Database);
        }
    }
}
