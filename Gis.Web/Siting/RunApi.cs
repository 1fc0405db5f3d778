using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Data.Store;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Siting;

/// <summary>How far runs are, as events or when asked, and what they found.</summary>
public static class RunApi
{

    // More than four times a second nobody reads.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    // How often a run is looked at that is not computed here, or not yet.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Between the two may stand a server that closes what is silent for long.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/jobs/{id}").WithTags("Jobs").AllowAnonymous();
        api.MapGet("", Tell).WithSummary("How far a job is, or how it ended");
        api.MapGet("/events", Follow).WithSummary("The same as server-sent events, one with every better plan or bound, until it ends");
        api.MapGet("/order", GiveOrder).WithSummary("The order of building that was found; the best so far while it is looked for");
        api.MapGet("/order.csv", WriteTable).WithSummary("The same as a table").Produces<byte[]>(StatusCodes.Status200OK, "text/csv");
        api.MapGet("/order.xlsx", WriteWorkbook).WithSummary("The same as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
    }

    private static async Task<Results<Ok<JobJson>, NotFound>> Tell(string id, ScenarioStore scenarios, RunDesk desk, CancellationToken cancel) =>
        await scenarios.FindRunAsync(id, cancel) is { } run ? TypedResults.Ok(JobJson.Of(run, desk.Find(id)?.Progress)) : TypedResults.NotFound();

    private static async Task<Results<ServerSentEventsResult<JobJson>, NotFound>> Follow(string id, ScenarioStore scenarios, RunDesk desk, CancellationToken cancel) =>
        await scenarios.FindRunAsync(id, cancel) is not null
            ? TypedResults.ServerSentEvents(Listen(id, scenarios, desk, cancel))
            : TypedResults.NotFound();

    private static async IAsyncEnumerable<JobJson> Listen(string id, ScenarioStore scenarios, RunDesk desk, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            // Looked up before the row is read: if it ends in between, the row says so.
            var live = desk.Find(id);
            var seen = live?.Progress;
            if (await scenarios.FindRunAsync(id, cancel) is not { } run)
                yield break;
            yield return JobJson.Of(run, seen);
            if (!run.IsUnderWay)
                yield break;
            await (live is null ? Task.Delay(Pause, cancel) : Task.WhenAll(Task.Delay(Breath, cancel), live.WaitForNews(seen!, Longest, cancel)));
        }
    }

    private static async Task<Results<Ok<OrderJson>, NotFound>> GiveOrder(string id, ScenarioStore scenarios, RunDesk desk, CancellationToken cancel) =>
        await FindOrder(id, scenarios, desk, cancel) is { } order ? TypedResults.Ok(order) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> WriteTable(string id, ScenarioStore scenarios, RunDesk desk, CurrentNetwork current, CancellationToken cancel) =>
        await FindOrder(id, scenarios, desk, cancel) is { } order
            ? TypedResults.File(OrderTable.Write(order, current.Snapshot.Network).ToBytes(), "text/csv; charset=utf-8", "order.csv")
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> WriteWorkbook(
        string id, ScenarioStore scenarios, RunDesk desk, CurrentNetwork current, Language language, CancellationToken cancel) =>
        await FindOrder(id, scenarios, desk, cancel) is { } order
            ? TypedResults.File(OrderTable.WriteWorkbook(order, current.Snapshot.Network, language), Workbook.MediaType, "order.xlsx")
            : TypedResults.NotFound();

    private static async Task<OrderJson?> FindOrder(string id, ScenarioStore scenarios, RunDesk desk, CancellationToken cancel) =>
        await scenarios.FindRunAsync(id, cancel) is { } run ? RunJson.OrderOf(run) ?? desk.Find(id)?.Progress.Best?.Value : null;
}

/// <summary>How far a job is, or how it ended.</summary>
public sealed record JobJson(
    string Id,
    string Scenario,
    string State,
    string? Phase,
    double? Objective,
    double? Bound,
    DateTimeOffset Made,
    DateTimeOffset? Started,
    DateTimeOffset? Ended,
    string? Fault)
{
    public static JobJson Of(ScenarioRun run, RunProgress? progress) => new(
        run.Id, run.ScenarioId, run.State.Written(), run.IsUnderWay ? progress?.Phase.Written() : null,
        progress?.Objective, progress?.Bound, run.Made, run.Started, run.Ended, run.Fault);
}

/// <summary>The outcome of a run as it is kept.</summary>
internal static class RunJson
{
    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static OrderJson? OrderOf(ScenarioRun run) =>
        run is { Outcome: { } outcome } ? JsonSerializer.Deserialize<OrderJson>(outcome, Options) : null;
}
