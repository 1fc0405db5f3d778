using Gis.Core.Network;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>
/// The scenarios of a store and their runs. A run is a row from the moment it is asked for, so it is neither lost nor done
/// twice when the program ends on the way.
/// </summary>
public sealed class ScenarioStore(GisStore store)
{
    /// <summary>The scenarios on the list, the one changed last first.</summary>
    public Task<IReadOnlyList<SavedScenario>> ListAsync(CancellationToken cancellation = default) => ReadAsync<IReadOnlyList<SavedScenario>>(
        async context => await ReadAsync(context, context.Scenarios.Where(row => row.DeletedUtc == null).OrderByDescending(row => row.ChangedUtc), cancellation));

    /// <summary>A scenario, also one taken off the list; null if there never was one.</summary>
    public Task<SavedScenario?> FindAsync(string id, CancellationToken cancellation = default) => ReadAsync(
        async context => (await ReadAsync(context, context.Scenarios.Where(row => row.Id == id), cancellation)).SingleOrDefault());

    /// <summary>Puts a scenario on the list.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task AddAsync(SavedScenario scenario, AreaCode city, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        context.Add(new ScenarioRow
        {
            Id = scenario.Id,
            CityCode = city.Digits,
            Name = scenario.Name,
            Question = scenario.Question,
            Settings = scenario.Settings,
            MadeUtc = scenario.Made,
            ChangedUtc = scenario.Changed,
            Edit = scenario.Edit,
        });
        return await context.SaveChangesAsync(cancellation);
    }, cancellation);

    /// <summary>Changes what a scenario asks; its <see cref="SavedScenario.Edit"/> is the one that was read.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<EditEnding> ChangeAsync(SavedScenario scenario, DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var changed = await context.Scenarios
            .Where(row => row.Id == scenario.Id && row.Edit == scenario.Edit)
            .Where(row => !context.Runs.Any(run => run.ScenarioId == row.Id && (run.State == RunState.Done || run.State == RunState.Waiting || run.State == RunState.Running)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Question, scenario.Question).SetProperty(row => row.Settings, scenario.Settings)
                    .SetProperty(row => row.Name, scenario.Name).SetProperty(row => row.ChangedUtc, now).SetProperty(row => row.Edit, row => row.Edit + 1),
                cancellation);
        return changed == 1 ? EditEnding.Saved : await ExplainAsync(context, scenario, cancellation);
    }, cancellation);

    /// <summary>Gives a scenario another name, a frozen one too.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<EditEnding> RenameAsync(SavedScenario scenario, DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var changed = await context.Scenarios.Where(row => row.Id == scenario.Id && row.Edit == scenario.Edit).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Name, scenario.Name).SetProperty(row => row.ChangedUtc, now).SetProperty(row => row.Edit, row => row.Edit + 1),
            cancellation);
        return changed == 1 ? EditEnding.Saved : await ExplainAsync(context, scenario, cancellation);
    }, cancellation);

    /// <summary>Takes a scenario off the list, or with null puts it back; nothing of it is lost.</summary>
    /// <returns>Whether there is such a scenario.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> MarkDeletedAsync(string id, DateTimeOffset? when, CancellationToken cancellation = default) => store.WriteAsync(async context =>
        await context.Scenarios.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeletedUtc, when), cancellation) == 1, cancellation);

    /// <summary>The runs of a scenario, the latest first.</summary>
    public Task<IReadOnlyList<ScenarioRun>> ListRunsAsync(string scenarioId, CancellationToken cancellation = default) => ReadAsync<IReadOnlyList<ScenarioRun>>(
        async context => [.. (await context.Runs.AsNoTracking().Where(row => row.ScenarioId == scenarioId).OrderByDescending(row => row.Fid).ToListAsync(cancellation)).Select(Read)]);

    /// <summary>A run; null if there is none.</summary>
    public Task<ScenarioRun?> FindRunAsync(string id, CancellationToken cancellation = default) => ReadAsync(
        async context => await context.Runs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? Read(row) : null);

    /// <summary>Asks for a run.</summary>
    /// <returns>False where one is under way for its scenario already.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> QueueAsync(ScenarioRun run, AreaCode city, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        if (await context.Runs.AnyAsync(row => row.ScenarioId == run.ScenarioId && (row.State == RunState.Waiting || row.State == RunState.Running), cancellation))
            return false;
        context.Add(new RunRow
        {
            Id = run.Id,
            CityCode = city.Digits,
            ScenarioId = run.ScenarioId,
            Question = run.Question,
            Settings = run.Settings,
            State = RunState.Waiting,
            MadeUtc = run.Made,
        });
        await context.SaveChangesAsync(cancellation);
        return true;
    }, cancellation);

    /// <summary>
    /// Takes the run that has waited longest, or that an instance had which did not go on with it; null if there is none. Nobody
    /// else gets it while the hold lasts.
    /// </summary>
    public Task<ScenarioRun?> TakeNextAsync(RunHold hold, DateTimeOffset now, CancellationToken cancellation = default) => store.TakeAsync(async context =>
    {
        if (await context.FreeRuns(now).FirstOrDefaultAsync(cancellation) is not { } row)
            return null;
        (row.State, row.StartedUtc, row.Holder, row.HeldUntilUtc) = (RunState.Running, now, hold.Holder, now + hold.Length);
        await context.SaveChangesAsync(cancellation);
        return Read(row);
    }, cancellation);

    /// <summary>The cities of the store with runs that nobody computes, the one first whose run waited longest.</summary>
    public Task<IReadOnlyList<AreaCode>> ListCitiesWaitingAsync(DateTimeOffset now, CancellationToken cancellation = default) => ReadAsync<IReadOnlyList<AreaCode>>(async context =>
        [.. (await context.AllFreeRuns(now).IgnoreQueryFilters().GroupBy(row => row.CityCode).OrderBy(runs => runs.Min(row => row.Fid)).Select(runs => runs.Key).ToListAsync(cancellation)).Select(AreaCode.Parse)]);

    /// <summary>Goes on holding a run; to be called well before the hold ends.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<RunKeeping> KeepAsync(string id, RunHold hold, DateTimeOffset now, CancellationToken cancellation = default) => store.TakeAsync(async context =>
    {
        var kept = await context.Runs.Where(row => row.Id == id && row.State == RunState.Running && row.Holder == hold.Holder)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntilUtc, now + hold.Length), cancellation);
        if (kept == 0)
            return RunKeeping.Lost;
        return await context.Runs.AnyAsync(row => row.Id == id && row.StopAskedUtc != null, cancellation) ? RunKeeping.StopAsked : RunKeeping.Kept;
    }, cancellation);

    /// <summary>Gives a run back that its holder cannot go on with: it waits again, ahead of those asked for later.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> ReleaseAsync(string id, RunHold hold, CancellationToken cancellation = default) => store.TakeAsync(async context =>
        await context.Runs.Where(row => row.Id == id && row.State == RunState.Running && row.Holder == hold.Holder).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RunState.Waiting).SetProperty(row => row.Holder, (string?)null).SetProperty(row => row.HeldUntilUtc, (DateTimeOffset?)null),
            cancellation) == 1, cancellation);

    /// <summary>Writes down how a run ended that is held.</summary>
    /// <param name="run">The run with its new state and its outcome or fault.</param>
    /// <param name="hold">The hold it was taken with.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>False where another has it by now, or it had ended before: then that stands.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> EndAsync(ScenarioRun run, RunHold hold, DateTimeOffset now, CancellationToken cancellation = default) => store.TakeAsync(async context =>
        await context.Runs.Where(row => row.Id == run.Id && row.State == RunState.Running && row.Holder == hold.Holder).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, run.State).SetProperty(row => row.Outcome, run.Outcome)
                .SetProperty(row => row.Fault, run.Fault).SetProperty(row => row.EndedUtc, now),
            cancellation) == 1, cancellation);

    /// <summary>Asks for a run to be stopped: one that waits ends at once, one that is computed when its holder hears of it.</summary>
    /// <returns>False where it has ended, or is not there.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> StopAsync(string id, DateTimeOffset now, CancellationToken cancellation = default) => store.TakeAsync(async context =>
    {
        var ended = await context.Runs.Where(row => row.Id == id && row.State == RunState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RunState.Cancelled).SetProperty(row => row.EndedUtc, now), cancellation);
        return ended == 1 || await context.Runs.Where(row => row.Id == id && row.State == RunState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.StopAskedUtc, now), cancellation) == 1;
    }, cancellation);

    private Task<T> ReadAsync<T>(Func<GisDbContext, Task<T>> work) => store.ReadNowAsync("The scenarios", work);

    private static async Task<List<SavedScenario>> ReadAsync(GisDbContext context, IQueryable<ScenarioRow> rows, CancellationToken cancellation) =>
        await rows.AsNoTracking()
            .Select(row => new SavedScenario(row.Id, row.Name, row.Question, row.Settings, row.MadeUtc, row.ChangedUtc, row.Edit)
            {
                Deleted = row.DeletedUtc,
                IsFrozen = context.Runs.Any(run => run.ScenarioId == row.Id && run.State == RunState.Done),
            })
            .ToListAsync(cancellation);

    private static async Task<EditEnding> ExplainAsync(GisDbContext context, SavedScenario scenario, CancellationToken cancellation)
    {
        var stands = await context.Scenarios.AsNoTracking().SingleOrDefaultAsync(row => row.Id == scenario.Id, cancellation);
        return stands is null ? EditEnding.Missing : stands.Edit != scenario.Edit ? EditEnding.Stale : EditEnding.Frozen;
    }

    private static ScenarioRun Read(RunRow row) => new(row.Id, row.ScenarioId, row.Question, row.Settings, row.State, row.MadeUtc)
    {
        Started = row.StartedUtc,
        Ended = row.EndedUtc,
        Outcome = row.Outcome,
        Fault = row.Fault,
    };
}
