using Gis.Data.Store;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Export;

/// <summary>A copy of the store as one GeoPackage for other programs: one version, compact, without a log beside it.</summary>
public static class GeoPackageExport
{
    /// <exception cref="StoreException">The copy could not be written; a file that stood there stands.</exception>
    public static async Task WriteAsync(GisStore store, string file, CancellationToken cancellation = default)
    {
        try
        {
            await WholeFile.WriteAsync(file, part => CopyAsync(store.File, part, cancellation));
        }
        catch (SqliteException fault)
        {
            throw new StoreException($"The copy {file} could not be written: {fault.Message}", fault);
        }
    }

    private static async Task CopyAsync(string from, string to, CancellationToken cancellation)
    {
        await using var connection = GeoPackageConnection.Open(from, SqliteOpenMode.ReadWrite);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
