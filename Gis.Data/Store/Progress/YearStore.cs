using System.Collections.Immutable;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Progress;

/// <summary>What is written down of the year beside the network: what is intended for points, and what stands still.</summary>
public sealed class YearStore(GisStore store)
{
    private const string PlanKind = "point-plan";
    private const string StandstillKind = "standstill";

    /// <summary>All of it.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<YearLedger> ReadAsync(CancellationToken cancellation = default)
    {
        try
        {
            return await store.InOneViewAsync(
                async context => new YearLedger
                {
                    Moves = await StageMoves.ReadAsync(context, cancellation),
                    Plans = [.. (await context.PointPlans.AsNoTracking().OrderBy(row => row.Fid).ToListAsync(cancellation)).Select(Read)],
                    Standstills = [.. (await context.Standstills.AsNoTracking().OrderBy(row => row.Fid).ToListAsync(cancellation)).Select(Read)],
                    ReturnDue = await ReadReturnsAsync(context, cancellation),
                },
                cancellation);
        }
        catch (Exception fault) when (StoreFault.IsUnreadable(fault) || fault is JsonException)
        {
            throw new StoreException($"What was written down of the year cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Says what is intended for points, each in the place of what was said before; all or nothing.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task PlanAsync(IReadOnlyCollection<PointPlan> plans, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var rows = await context.PointPlans.ToDictionaryAsync(row => row.PointId, cancellation);
            var records = new List<RecordText>();
            foreach (var plan in plans)
            {
                var known = rows.GetValueOrDefault(plan.Point.ToString());
                var (before, after) = (known is null ? null : Describe(Read(known)), Describe(plan));
                if (before == after)
                    continue;
                if (known is null)
                    context.Add(known = new PointPlanRow { CityCode = order.City, PointId = plan.Point.ToString(), Owner = plan.Owner });
                (known.DueOn, known.Owner) = (plan.Due, plan.Owner);
                records.Add(new RecordText(PlanKind, plan.Point.ToString(), before, after));
            }

            await SaveAsync(context, "progress.plan", records, order, cancellation);
            return true;
        },
        cancellation);

    /// <summary>Writes down that a point stands still.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task StandAsync(Standstill still, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var row = new StandstillRow
            {
                CityCode = order.City,
                PointId = still.Point.ToString(),
                Cause = still.Cause,
                Note = still.Note,
                SinceOn = still.Since,
                UntilOn = still.Until,
            };
            context.Add(row);
            await context.SaveChangesAsync(cancellation);
            await SaveAsync(context, "progress.standstill", [new RecordText(StandstillKind, $"{row.Fid}", null, Describe(Read(row)))], order, cancellation);
            return true;
        },
        cancellation);

    /// <summary>Writes down that it goes on.</summary>
    /// <param name="id">The standstill.</param>
    /// <param name="until">Its last day.</param>
    /// <param name="order">Who says so, and why.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>False where there is no such standstill that lasts, or it began after that day.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> GoOnAsync(long id, DateOnly until, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await context.Standstills.SingleOrDefaultAsync(row => row.Fid == id, cancellation) is not { UntilOn: null } row || until < row.SinceOn)
                return false;
            var before = Describe(Read(row));
            row.UntilOn = until;
            await SaveAsync(context, "progress.go-on", [new RecordText(StandstillKind, $"{id}", before, Describe(Read(row)))], order, cancellation);
            return true;
        },
        cancellation);

    private static async Task SaveAsync(GisDbContext context, string command, List<RecordText> records, AccountOrder order, CancellationToken cancellation)
    {
        if (records.Count == 0)
            return;
        await context.SaveChangesAsync(cancellation);
        var subject = records.Count == 1 ? $"{records[0].Kind}:{records[0].Key}" : $"{records.Count} records";
        await LogChain.AppendAsync(
            context, new LogEntry(command, subject, order.Reason) { AuthorId = order.AuthorId, Records = [.. records] }, order.City, order.Now, cancellation);
    }

    // Of the sheets of a point the last that was submitted counts.
    private static async Task<ImmutableDictionary<PointId, DateOnly>> ReadReturnsAsync(GisDbContext context, CancellationToken cancellation)
    {
        var rows = await context.Assessments.AsNoTracking().Where(row => row.LogSequence != null)
            .Select(row => new { row.PointId, row.DueOn, row.LogSequence }).ToListAsync(cancellation);
        var undone = await UndoneEntries.ListAsync(context, cancellation);
        return rows.Where(row => !undone.Contains(row.LogSequence!.Value)).GroupBy(row => row.PointId).Select(sheets => sheets.MaxBy(row => row.LogSequence)!).Where(row => row.DueOn is not null)
            .ToImmutableDictionary(row => PointId.Parse(row.PointId), row => row.DueOn!.Value);
    }

    private static PointPlan Read(PointPlanRow row) => new(PointId.Parse(row.PointId), row.DueOn, row.Owner);

    private static Standstill Read(StandstillRow row) => new(PointId.Parse(row.PointId), row.Cause, row.Note, row.SinceOn, row.UntilOn, row.Fid);

    private static string Describe(PointPlan plan) => JsonSerializer.Serialize(new { due = plan.Due, owner = plan.Owner });

    private static string Describe(Standstill still) =>
        JsonSerializer.Serialize(new { point = still.Point.ToString(), cause = still.Cause.Written(), note = still.Note, since = still.Since, until = still.Until });
}
