using Gis.Core.Network;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>
/// Reads from replicas of a database what may be some moments old. One that has not come as far as the versions of the network
/// that this program has heard of is not asked; where none answers or is so far, the database itself is.
/// </summary>
public sealed class ReplicaReads
{
    // For so long pages do not try again what did not answer.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private static readonly AsyncLocal<bool> Lag = new();

    private readonly StoreAccess access;
    private readonly Lock gate = new();
    private long heard;
    private long restsUntil;
    private bool isLost;

    internal ReplicaReads(StoreAccess access) => this.access = access;

    /// <summary>Whether what is read from here on, in this flow of control, may be some moments old.</summary>
    public static bool MayLag
    {
        get => Lag.Value;
        set => Lag.Value = value;
    }

    /// <summary>Told a sentence when no replica answers any more.</summary>
    public Action<string>? Lost { get; set; }

    /// <summary>From now on no replica is asked that does not have this version.</summary>
    internal void Hear(long version)
    {
        lock (gate)
            heard = Math.Max(heard, version);
    }

    /// <summary>Reads from one state of a replica; not done where none can answer.</summary>
    internal async Task<(bool IsDone, T Answer)> TryAsync<T>(AreaCode? city, Func<GisDbContext, Task<T>> read, CancellationToken cancellation)
    {
        if (Environment.TickCount64 < Interlocked.Read(ref restsUntil))
            return (false, default!);
        try
        {
            await using var context = access.NewContext();
            context.City = city?.Digits;
            await using var view = await context.BeginViewAsync(cancellation);
            var has = await context.DataVersions.IgnoreQueryFilters().MaxAsync(row => (long?)row.Sequence, cancellation) ?? 0;
            if (has == 0 || has < Interlocked.Read(ref heard))
                return (false, default!);
            var answer = await read(context);
            SayFound();
            return (true, answer);
        }
        catch (Exception fault) when (StoreFault.IsOfDatabase(fault))
        {
            SayLost(fault);
            return (false, default!);
        }
    }

    private void SayFound()
    {
        lock (gate)
            isLost = false;
    }

    // Said once until one answers again.
    private void SayLost(Exception fault)
    {
        lock (gate)
        {
            restsUntil = Environment.TickCount64 + (long)Rest.TotalMilliseconds;
            if (!isLost)
                Lost?.Invoke($"What the public reads is read from the store itself until a replica answers: {StoreFault.Explain(access.Name, fault)}");
            isLost = true;
        }
    }
}
