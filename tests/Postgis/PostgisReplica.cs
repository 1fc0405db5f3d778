using System.Diagnostics;
using Npgsql;

namespace Gis.Tests.Postgis;

/// <summary>A real replica of the server of the tests, which streams what is written there.</summary>
internal sealed class PostgisReplica : IDisposable
{
    private readonly string folder = PostgisServer.MakeFolder("gis-pg-replica-");
    private bool runs = true;

    internal PostgisReplica()
    {
        PostgisServer.RunAsOwner("pg_basebackup", "-h", PostgisServer.Host, "-U", "gis", "-D", $"{folder}/data", "-R", "-X", "stream", "--checkpoint=fast", "--no-sync");
        PostgisServer.StartIn(folder);
    }

    /// <summary>The folder in which its socket is.</summary>
    internal string Host => folder;

    public void Dispose()
    {
        Stop();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The connection string of a database as the replica has it.</summary>
    internal string Of(string connection) => new NpgsqlConnectionStringBuilder(connection) { Host = folder }.ToString();

    internal void Stop()
    {
        if (runs)
            PostgisServer.StopIn(folder);
        runs = false;
    }

    /// <summary>Lets it stay as it is, whatever is written meanwhile.</summary>
    internal void Pause()
    {
        Ask(folder, "SELECT pg_wal_replay_pause()");
        WaitUntil(() => Ask(folder, "SELECT pg_get_wal_replay_pause_state()") is "paused");
    }

    /// <summary>Lets it go on until it has all that is written by now.</summary>
    internal void CatchUp()
    {
        Ask(folder, "SELECT pg_wal_replay_resume()");
        var written = Ask(PostgisServer.Host, "SELECT pg_current_wal_insert_lsn()");
        WaitUntil(() => Ask(folder, $"SELECT pg_last_wal_replay_lsn() >= '{written}'") is true);
    }

    private static void WaitUntil(Func<bool> isSo)
    {
        for (var clock = Stopwatch.StartNew(); !isSo(); Thread.Sleep(20))
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(20))
                throw new TimeoutException("The replica does not follow.");
        }
    }

    private static object? Ask(string host, string question)
    {
        using var connection = new NpgsqlConnection($"Host={host};Username=gis;Database=postgres;Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(question, connection);
        return command.ExecuteScalar();
    }
}
