using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Store.Migrations;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Gis.Data.Export;

/// <summary>
/// A coverage answer as a GeoPackage for QGIS and the like: villages, their service areas for illustration (服务范围示意, no
/// boundaries), points, counties and townships, and the answer itself with its receipt.
/// </summary>
public static class CoverageGeoPackage
{
    private const string Now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

    /// <summary>Writes the file; what stood there is replaced when the new one is whole.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="receipt">What it was computed from.</param>
    /// <param name="cells">The service areas in degrees, by village; a village without one is left out of that layer.</param>
    /// <param name="file">Where to.</param>
    public static Task WriteAsync(
        CoverageAnswer answer, Receipt receipt, IReadOnlyDictionary<AreaCode, Geometry> cells, string file) =>
        WholeFile.WriteAsync(file, part =>
        {
            using var connection = GeoPackageConnection.Open(part, SqliteOpenMode.ReadWriteCreate);
            Execute(connection, GeoPackageStatements.Metadata);
            using var transaction = connection.BeginTransaction();
            foreach (var layer in new AnswerLayers(answer, receipt).List(cells))
                Write(connection, layer);
            transaction.Commit();
            return Task.CompletedTask;
        });

    private static void Write(SqliteConnection connection, AnswerLayer layer)
    {
        Execute(connection, $"CREATE TABLE {layer.Table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {string.Join(", ", layer.Columns)})");
        Execute(connection, layer.Geometry is { } type
            ? GeoPackageStatements.RegisterFeatures(layer.Table, type)
            : GeoPackageStatements.RegisterAttributes(layer.Table));
        Insert(connection, layer);
        if (layer.Geometry is not null)
            Execute(connection, string.Format(null, FeatureTables.SurveyExtent(layer.Table), Now));
    }

    private static void Insert(SqliteConnection connection, AnswerLayer layer)
    {
        var width = layer.Columns.Length + (layer.Geometry is null ? 0 : 1);
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO {layer.Table} VALUES (NULL, {string.Join(", ", Enumerable.Range(0, width).Select(column => $"${column}"))})";
        foreach (var row in layer.Rows)
        {
            insert.Parameters.Clear();
            for (var column = 0; column < width; column++)
                insert.Parameters.AddWithValue($"${column}", row[column] ?? DBNull.Value);
            insert.ExecuteNonQuery();
        }
    }

    private static void Execute(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
