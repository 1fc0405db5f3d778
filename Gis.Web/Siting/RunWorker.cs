using System.Text.Json;
using Gis.Data.Store;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Siting;

/// <summary>
/// Computes what was asked for, one run after the other, as every instance of the program does on one store. A run that an
/// instance leaves unfinished when it ends is computed anew by another, or by the next; one that somebody stops keeps the best
/// it had found.
/// </summary>
public sealed partial class RunWorker(
    ScenarioStore scenarios, RunDesk desk, CurrentNetwork current, TimeProvider clock, IConfiguration settings, ILogger<RunWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly RunHold hold = new(Guid.NewGuid().ToString("N"), TimeSpan.FromSeconds(NumberSetting.Read(settings, "Runs:HoldSeconds", 15, 2, 3600)));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await scenarios.TakeNextAsync(hold, clock.GetUtcNow(), stoppingToken) is { } run)
                    await Compute(run, stoppingToken);
                else
                    await desk.WaitForWork(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException fault)
            {
                SayBusy(fault.Message);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Compute(ScenarioRun run, CancellationToken stop)
    {
        var live = desk.Begin(run.Id);
        using var over = new CancellationTokenSource();
        using var lost = new CancellationTokenSource();
        var keeping = Keep(run.Id, live, lost, over.Token);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(live.Cancelled, lost.Token, stop);
            // Off the thread of the loop: solving takes a minute and more.
            var ended = await Task.Run(() => Solve(run, live, either.Token), CancellationToken.None);
            // Stopped by nobody but the end of the program, it is computed anew.
            if (stop.IsCancellationRequested && !live.Cancelled.IsCancellationRequested)
                await scenarios.ReleaseAsync(run.Id, hold, CancellationToken.None);
            else if (!await scenarios.EndAsync(ended, hold, clock.GetUtcNow(), CancellationToken.None))
                SayLost(run.Id);
        }
        finally
        {
            await over.CancelAsync();
            await keeping;
            desk.End(run.Id);
        }
    }

    // Three times within the hold, so that one look may fail.
    private async Task Keep(string id, LiveRun live, CancellationTokenSource lost, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(hold.Length / 3, over);
                var keeping = await scenarios.KeepAsync(id, hold, clock.GetUtcNow(), over);
                if (keeping == RunKeeping.StopAsked)
                    live.Cancel();
                if (keeping == RunKeeping.Lost)
                    await lost.CancelAsync();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (StoreException fault)
            {
                SayBusy(fault.Message);
            }
        }
    }

    private ScenarioRun Solve(ScenarioRun run, LiveRun live, CancellationToken cancel)
    {
        try
        {
            var snapshot = current.Snapshot;
            if (ScenarioDesk.ReadQuestion(run.Question, snapshot.Network, Language.Chinese, out var faults) is not { } question
                || ScenarioDesk.ReadSettings(run.Settings).Read(snapshot.Network, question, Language.Chinese, faults) is not { } settings)
            {
                return run with { State = RunState.Failed, Fault = string.Join('\n', faults.Sentences) };
            }

            var order = OrderRun.Solve(snapshot, question, settings, live.Tell, cancel);
            return run with { State = order.Status == "cancelled" ? RunState.Cancelled : RunState.Done, Outcome = JsonSerializer.Serialize(order, RunJson.Options) };
        }
        // Whatever goes wrong ends this run and no other, and whoever asked for it is told.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            SayFailed(run.Id, fault);
            return run with { State = RunState.Failed, Fault = fault.Message };
        }
    }

    [LoggerMessage(LogLevel.Warning, "Runs wait: {Fault}")]
    private partial void SayBusy(string fault);

    [LoggerMessage(LogLevel.Warning, "Run {Run} went to another instance, since this one was silent for too long")]
    private partial void SayLost(string run);

    [LoggerMessage(LogLevel.Error, "Run {Run} failed")]
    private partial void SayFailed(string run, Exception fault);
}
