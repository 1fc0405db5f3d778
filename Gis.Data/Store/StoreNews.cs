using Gis.Data.Store.Postgis;
using Npgsql;

namespace Gis.Data.Store;

/// <summary>
/// Waits for news of a store, so that what another program saved is taken up: told by a database at once, looked for in a file
/// every two seconds. That there is news is all it says; where a message was lost, a look is due after a while in any case.
/// </summary>
public sealed class StoreNews(GisStore store) : IAsyncDisposable
{
    private static readonly TimeSpan OfFile = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OfDatabase = TimeSpan.FromSeconds(10);

    private NpgsqlConnection? listening;

    /// <summary>Ends when there may be news.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        if (store.Access is not PostgisAccess access)
        {
            await Task.Delay(OfFile, cancellation);
            return;
        }

        try
        {
            // What was saved while nobody listened must be looked for.
            if (listening is null)
                await ListenAsync(access, cancellation);
            else
                await listening.WaitAsync(OfDatabase, cancellation);
        }
        catch (NpgsqlException)
        {
            await DisposeAsync();
            await Task.Delay(OfFile, cancellation);
        }
    }

    /// <summary>Does something whenever there may be news, until it is cancelled.</summary>
    public async Task FollowAsync(Func<Task> takeUp, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await WaitAsync(cancellation);
                await takeUp();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref listening, null) is { } connection)
            await connection.DisposeAsync();
    }

    private async Task ListenAsync(PostgisAccess access, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(access.Connection) { Pooling = false, KeepAlive = 30 }.ToString());
        await connection.OpenAsync(cancellation);
        await using (var command = new NpgsqlCommand($"LISTEN {PostgisNews.Channel}", connection))
            await command.ExecuteNonQueryAsync(cancellation);
        listening = connection;
    }
}
