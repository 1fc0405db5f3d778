using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gis.Data.Store;

/// <summary>
/// Copies a whole store to an empty one, of either kind: every city, account, scenario, photograph and entry of the log, each
/// with its number, so that the copy is the store and goes on where it was.
/// </summary>
public static class StoreCopy
{
    // Enough to be quick, few enough that photographs among them fit into memory.
    private const int RowsAtOnce = 500;

    /// <summary>Copies a store in one transaction: all of it is there, or nothing.</summary>
    /// <param name="from">The store, which may be in use.</param>
    /// <param name="to">Where to; a store there must be empty, and is made if need be.</param>
    /// <param name="tell">Told the table that is copied next, and at the end of each how many rows it has.</param>
    /// <param name="cancellation">Ends the work early; nothing is copied then.</param>
    /// <returns>How many rows were copied.</returns>
    /// <exception cref="StoreException">There is no store to copy, the other is not empty, or it cannot be written.</exception>
    public static async Task<long> RunAsync(StorePlace from, StorePlace to, Action<string, long>? tell = null, CancellationToken cancellation = default)
    {
        if (from.Reach() is var access && !access.IsThere())
            throw new StoreException($"There is no store to copy: {access.Name} is not there.");
        // What this program does not know of would be missing in the copy.
        if (from.FindNotice() is { } notice)
            throw new StoreException($"Nothing is copied: {notice}. Copy it with the newer version.");
        using var source = await GisStore.OpenAsync(from, cancellation);
        using var target = await GisStore.OpenAsync(to, cancellation);
        if (await target.FindLatestAsync(cancellation) > 0)
            throw new StoreException($"Nothing is copied: {target.Name} holds a network already. Name an empty place.");
        return await target.WriteAsync(context => source.InOneViewAsync(view => CopyAsync(view, context, tell, cancellation), cancellation), cancellation);
    }

    private static async Task<long> CopyAsync(GisDbContext from, GisDbContext to, Action<string, long>? tell, CancellationToken cancellation)
    {
        (from.City, to.City) = (null, null);
        var (all, now) = (0L, DateTimeOffset.UtcNow);
        foreach (var table in InOrder(to.Model))
        {
            var rows = await (Task<long>)typeof(StoreCopy).GetMethod(nameof(CopyTableAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(table.ClrType).Invoke(null, [from, to, cancellation])!;
            await to.SettleAsync([table.GetTableName()!], now, cancellation);
            tell?.Invoke(table.GetTableName()!, rows);
            all += rows;
        }

        return all;
    }

    private static async Task<long> CopyTableAsync<TRow>(GisDbContext from, GisDbContext to, CancellationToken cancellation)
        where TRow : class
    {
        var rows = 0L;
        await foreach (var row in from.Set<TRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            to.Add(row);
            if (++rows % RowsAtOnce == 0)
                await SaveAsync(to, cancellation);
        }

        await SaveAsync(to, cancellation);
        return rows;
    }

    private static async Task SaveAsync(GisDbContext to, CancellationToken cancellation)
    {
        await to.SaveChangesAsync(cancellation);
        to.ChangeTracker.Clear();
    }

    // Who is referred to comes first. Keys that protect cookies are of the instances, not of what they store.
    private static List<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var table in model.GetEntityTypes().Where(table => !table.IsOwned() && !table.IsMappedToJson()))
            Visit(table);
        return ordered;

        void Visit(IEntityType table)
        {
            if (ordered.Contains(table) || table.ClrType == typeof(Postgis.ProtectionKeyRow))
                return;
            foreach (var reference in table.GetForeignKeys())
                Visit(reference.PrincipalEntityType);
            ordered.Add(table);
        }
    }
}
