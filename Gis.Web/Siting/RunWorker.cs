using System.Text.Json;
using Gis.Data.Store;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Siting;

/// <summary>
/// Computes what was asked for, one run after the other. A run that the program leaves unfinished when it ends is computed anew
/// when it starts again; one that somebody stops keeps the best it had found.
/// </summary>
public sealed partial class RunWorker(ScenarioStore scenarios, RunDesk desk, CurrentNetwork current, TimeProvider clock, ILogger<RunWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hasResumed = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!hasResumed)
                    await scenarios.ResumeAsync(stoppingToken);
                hasResumed = true;
                if (await scenarios.TakeNextAsync(clock.GetUtcNow(), stoppingToken) is { } run)
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
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(live.Cancelled, stop);
            // Off the thread of the loop: solving takes a minute and more.
            var ended = await Task.Run(() => Solve(run, live, either.Token), CancellationToken.None);
            // Stopped by nobody but the end of the program, it stays under way and is computed anew.
            if (!stop.IsCancellationRequested || live.Cancelled.IsCancellationRequested)
                await scenarios.EndAsync(ended, clock.GetUtcNow(), CancellationToken.None);
        }
        finally
        {
            desk.End(run.Id);
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

    [LoggerMessage(LogLevel.Error, "Run {Run} failed")]
    private partial void SayFailed(string run, Exception fault);
}
