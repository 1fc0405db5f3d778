using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Accounts;

/// <summary>Runs what belongs together as one: all of it is saved, or nothing.</summary>
internal static class AccountTransaction
{
    internal static async Task<T> ChangeAsync<T>(GisStore store, Func<GisDbContext, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var context = store.NewContext();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var ending = await work(context);
            await transaction.CommitAsync(cancellation);
            return ending;
        }
        catch (Exception fault) when (fault is SqliteException or DbUpdateException)
        {
            throw new StoreException($"The accounts in {store.File} cannot be changed; what was saved before stands: {fault.GetBaseException().Message}", fault);
        }
    }

    internal static async Task<T> ReadAsync<T>(GisStore store, Func<GisDbContext, Task<T>> work)
    {
        try
        {
            await using var context = store.NewContext();
            return await work(context);
        }
        catch (SqliteException fault)
        {
            throw new StoreException($"The accounts in {store.File} cannot be read: {fault.Message}", fault);
        }
    }
}
