using System.Collections.Concurrent;
using System.Net;
using Gis.Core.Progress;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Tests.Postgis;
using Gis.Web.Network;
using Gis.Web.Progress;
using Gis.Web.Tests.Accounts;
using Gis.Web.Tests.Editing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Gis.Web.Tests.Network;

/// <summary>The program on a database with a real replica from which the public reads.</summary>
public sealed class ReplicaTests(ReplicaTests.Replicated at) : IClassFixture<ReplicaTests.Replicated>
{
    private const string Site = "/sites/room-640104100202";
    private const string Progress = "/api/plan/progress";

    [Fact]
    public async Task Networks_and_what_the_public_reads_come_from_the_replica()
    {
        at.Replica.CatchUp();
        // Paused, so that it does not hear of the lock: whoever reads these tables from the database itself waits for ever.
        at.Replica.Pause();
        await using var database = new NpgsqlConnection(at.Database);
        await database.OpenAsync();
        await using var held = await database.BeginTransactionAsync();
        await using (var locking = new NpgsqlCommand("LOCK TABLE village, point, voice, standing_pair, point_plan IN ACCESS EXCLUSIVE MODE", database))
            await locking.ExecuteNonQueryAsync();

        using var late = at.Start();
        var reader = late.CreateClient();
        foreach (var page in new[] { Site, Progress, "/plan/progress" })
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(page).WaitAsync(TimeSpan.FromSeconds(20))).StatusCode);
        Assert.Equal(at.App.Snapshot.Network.Version, late.Snapshot.Network.Version);
    }

    [Fact]
    public async Task Who_is_signed_in_reads_what_is_written_by_now_and_the_public_what_the_replica_has()
    {
        at.Replica.CatchUp();
        at.Replica.Pause();
        await at.SetYear(2031);
        var planner = await at.App.SignInAs(AccountRole.Planner);

        Assert.Contains("\"year\":2031", await planner.GetStringAsync(Progress), StringComparison.Ordinal);
        Assert.DoesNotContain("\"year\":2031", await at.Reader.GetStringAsync(Progress), StringComparison.Ordinal);
        at.Replica.CatchUp();
        Assert.Contains("\"year\":2031", await at.Reader.GetStringAsync(Progress), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_that_is_withdrawn_is_gone_at_once_whatever_the_replica_has()
    {
        var room = at.App.Snapshot.Network.FindPoint("room-640104100202")!;
        var contacts = at.App.Services.GetRequiredService<ContactStore>();
        var order = Replicated.Order with { AuthorId = (await at.App.AddAccount(AccountRole.Planner)).Id };
        var contact = new AdviserContact("contact-1", room.Area, null, "张三三", "13800000000", "表", order.Now.AddDays(-1), order.Now.AddDays(1));
        await contacts.RecordAsync(contact, order);
        at.Replica.CatchUp();
        at.Replica.Pause();
        Assert.Contains("张三三", await at.Reader.GetStringAsync(Site), StringComparison.Ordinal);

        await contacts.WithdrawAsync(contact.Id, order);

        Assert.DoesNotContain("张三三", await at.Reader.GetStringAsync(Site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_that_stays_behind_makes_no_network_older_than_what_was_told()
    {
        at.Replica.CatchUp();
        using var other = at.Start();
        _ = other.Server;
        at.Replica.Pause();
        await at.SetYear(2032);
        Assert.DoesNotContain("\"year\":2032", await at.Reader.GetStringAsync(Progress), StringComparison.Ordinal);

        await (await Editor.Of(at.App)).Save("/plan/network/point/room-640104100202", ("name", "改在暂停之后"));

        // On the instance it was made on, on one that is told of it, and on one that starts now.
        Assert.Contains("改在暂停之后", await at.Reader.GetStringAsync(Site), StringComparison.Ordinal);
        var reader = other.CreateClient();
        await Wait.Until(async () => (await reader.GetStringAsync(Site)).Contains("改在暂停之后", StringComparison.Ordinal));
        using var late = at.Start();
        Assert.Contains("改在暂停之后", await late.CreateClient().GetStringAsync(Site), StringComparison.Ordinal);
        // Nor is the rest of a page older than its network.
        Assert.Contains("\"year\":2032", await at.Reader.GetStringAsync(Progress), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_that_stops_is_told_of_once_and_the_database_answers()
    {
        // Of its own: connections to one that stopped are of no use to the other tests.
        using var alone = new Replicated();
        Assert.Equal(HttpStatusCode.OK, (await alone.Reader.GetAsync(Progress)).StatusCode);
        Assert.Empty(alone.Warnings);

        alone.Replica.Stop();

        for (var asked = 0; asked < 4; asked++)
            Assert.Equal(HttpStatusCode.OK, (await alone.Reader.GetAsync(Progress)).StatusCode);
        Assert.Contains("until a replica answers", Assert.Single(alone.Warnings), StringComparison.Ordinal);
        using var late = alone.Start();
        Assert.Equal(HttpStatusCode.OK, (await late.CreateClient().GetAsync(Site)).StatusCode);
    }

    [Theory]
    [InlineData(null, "Host=replica;Database=gis"), InlineData("Host=db;Database=gis", "./data"), InlineData("Host=db;Database=gis", "Host=replica;Colour=red;Password=geheim-9171")]
    public void Replicas_of_no_database_and_what_is_no_connection_string_are_refused(string? store, string reads)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Store", store), new("ConnectionStrings:Reads", reads)]).Build();
        var refused = Assert.Throws<StoreException>(() => StoreSetting.Of(settings));
        Assert.Contains("eplicas", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("9171", refused.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A database with its replica, and an instance on both.</summary>
    public sealed class Replicated : IDisposable
    {
        public Replicated()
        {
            Replica = new PostgisReplica();
            App = Start();
            Reader = App.CreateClient();
        }

        internal PostgisReplica Replica { get; }

        internal string Database { get; } = PostgisServer.MakeDatabase();

        internal GisApp App { get; }

        internal HttpClient Reader { get; }

        internal ConcurrentQueue<string> Warnings { get; } = [];

        internal static AccountOrder Order => new(null, "why", "640100", DateTimeOffset.UtcNow);

        /// <summary>An instance. Of several hosts the one that answers is asked.</summary>
        internal GisApp Start() => new()
        {
            Database = Database,
            Reads = $"{new NpgsqlConnectionStringBuilder(Database) { Host = $"/nowhere,{Replica.Host}" }};Target Session Attributes=prefer-standby",
            Adds = services => services.AddSingleton<ILoggerProvider>(new Keeper(Warnings)),
        };

        internal Task SetYear(int year) => new BureauSettings(App.Services.GetRequiredService<GisStore>()).KeepAsync(YearDesk.CalendarSetting, YearCalendar.Of(year), Order);

        public void Dispose()
        {
            App.Dispose();
            Replica.Dispose();
            PostgisServer.Drop(Database);
        }
    }

    private sealed class Keeper(ConcurrentQueue<string> warnings) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName == typeof(PublicReads).FullName ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            warnings.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
