using System.Collections.Concurrent;
using Gis.Core.Siting;

namespace Gis.Web.Siting;

/// <summary>The runs this program is computing, while it computes them: how far they are, and the way to stop them.</summary>
public sealed class RunDesk : IDisposable
{
    private readonly ConcurrentDictionary<string, LiveRun> live = [];
    private readonly SemaphoreSlim work = new(0);

    /// <summary>Whether a run is being computed here.</summary>
    public bool IsBusy => !live.IsEmpty;

    public LiveRun? Find(string id) => live.GetValueOrDefault(id);

    /// <summary>Stops a run that is being computed here; false where it is not.</summary>
    public bool Cancel(string id) => Find(id) is { } run && run.Cancel();

    /// <summary>Says that a run waits.</summary>
    public void Announce() => work.Release();

    public void Dispose() => work.Dispose();

    internal LiveRun Begin(string id) => live[id] = new LiveRun();

    internal void End(string id)
    {
        if (live.TryRemove(id, out var run))
            run.Dispose();
    }

    /// <summary>Waits until a run was announced, or for a while: another program may have asked for one.</summary>
    internal Task WaitForWork(TimeSpan longest, CancellationToken cancel) => work.WaitAsync(longest, cancel);
}

/// <summary>A run while it is computed. Any number of threads may ask and wait.</summary>
public sealed class LiveRun : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource cancel = new();
    private volatile bool isEnded;
    private volatile RunProgress progress = new(SitingPhase.Reducing, null, null, null);
    private volatile TaskCompletionSource changed = NewSignal();

    public RunProgress Progress => progress;

    internal CancellationToken Cancelled => cancel.Token;

    /// <summary>Ends when there is news of the run since <paramref name="seen"/>, when it ends, or after a while.</summary>
    public Task WaitForNews(RunProgress seen, TimeSpan longest, CancellationToken stop)
    {
        // Taken before the look: what is told in between ends the wait.
        var signal = changed;
        return ReferenceEquals(progress, seen) && !isEnded
            ? Task.WhenAny(signal.Task, Task.Delay(longest, stop))
            : Task.CompletedTask;
    }

    /// <summary>The run is over; who waits for news of it need wait no longer.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isEnded = true;
            cancel.Dispose();
        }

        Signal();
    }

    /// <summary>Asks it to stop; false if it has ended.</summary>
    internal bool Cancel()
    {
        lock (gate)
        {
            if (!isEnded)
                cancel.Cancel();
            return !isEnded;
        }
    }

    internal void Tell(SitingProgress told, Func<OrderJson>? best)
    {
        var before = progress;
        progress = new RunProgress(told.Phase, told.Objective ?? before.Objective, told.Bound ?? before.Bound, best is null ? before.Best : new Lazy<OrderJson>(best));
        Signal();
    }

    private void Signal() => Interlocked.Exchange(ref changed, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>How far a run is.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Objective">The best found so far.</param>
/// <param name="Bound">No plan is better than this.</param>
/// <param name="Best">The best order so far, written when somebody asks.</param>
public sealed record RunProgress(SitingPhase Phase, double? Objective, double? Bound, Lazy<OrderJson>? Best);
