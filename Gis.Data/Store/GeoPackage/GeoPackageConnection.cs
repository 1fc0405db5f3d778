using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NetTopologySuite.Geometries;

namespace Gis.Data.Store.GeoPackage;

/// <summary>
/// Readies every connection to a GeoPackage: the functions that its R*Tree triggers call, the write-ahead log, so that
/// readers and the one writer do not wait for each other, and a wait instead of an error while another program writes.
/// </summary>
internal sealed class GeoPackageConnection : DbConnectionInterceptor
{
    /// <summary>How long a program that writes is waited for, by whoever wants to write, too.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A commit is on the disk before it is acknowledged; the log is cut back to its usual size after a great one. The library
    // waits on in steps of a second until its timeout, the patience, is over.
    private const string Lasting = "PRAGMA busy_timeout = 1000; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216;";

    private static readonly GeoPackageConnection Interceptor = new();

    /// <summary>Connections are not pooled: once the last is closed, the file stands alone, whole, without its log.</summary>
    internal static DbContextOptions<GeoPackageContext> OptionsFor(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite) =>
        new DbContextOptionsBuilder<GeoPackageContext>().UseSqlite(ConnectionStringFor(file, mode)).AddInterceptors(Interceptor).Options;

    internal static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(ConnectionStringFor(file, mode));
        try
        {
            connection.Open();
            AddFunctions(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Ready((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ready((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private static string ConnectionStringFor(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, ForeignKeys = true, Pooling = false, DefaultTimeout = (int)Patience.TotalSeconds }.ToString();

    private static void Ready(SqliteConnection connection)
    {
        AddFunctions(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Lasting;
        // The choice of a journal is written into the file.
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode != SqliteOpenMode.ReadOnly)
            command.CommandText += " PRAGMA journal_mode = WAL;";
        command.ExecuteNonQuery();
    }

    private static void AddFunctions(SqliteConnection connection)
    {
        AddBound(connection, "ST_MinX", box => box.MinX);
        AddBound(connection, "ST_MaxX", box => box.MaxX);
        AddBound(connection, "ST_MinY", box => box.MinY);
        AddBound(connection, "ST_MaxY", box => box.MaxY);
        connection.CreateFunction("IsWellWritten", (byte[] blob) => GeoPackageMapping.IsWellWritten(blob), isDeterministic: true);
        connection.CreateFunction("ST_IsEmpty", (byte[]? blob) => blob is null ? (bool?)null : GeoPackageMapping.Read(blob).IsEmpty, isDeterministic: true);
    }

    private static void AddBound(SqliteConnection connection, string name, Func<Envelope, double> bound) =>
        connection.CreateFunction(name, (byte[]? blob) => BoundOf(blob, bound), isDeterministic: true);

    private static double? BoundOf(byte[]? blob, Func<Envelope, double> bound) =>
        blob is null || GeoPackageMapping.Read(blob).EnvelopeInternal is not { IsNull: false } box ? null : bound(box);
}
