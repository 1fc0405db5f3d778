using Gis.Data.Store.GeoPackage;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Import.Files;

/// <summary>
/// A GeoPackage, read as a stranger's: nothing in it that would run is run, and nothing beside it is touched.
/// </summary>
internal sealed class GeoPackageFile(SourceReading reading, string path)
{
    private const string Right = "a GeoPackage (.gpkg)";

    // No text or geometry is longer; functions in a made-up schema could otherwise ask for a gigabyte.
    private const int LongestValue = 64 << 20;

    /// <summary>The feature and attribute tables that the file lists, also those without a row.</summary>
    /// <exception cref="SourceFileException">It is no GeoPackage, damaged, still being written to, or would run something.</exception>
    internal IReadOnlyList<SourceTable> Read()
    {
        JudgeFile();
        using var connection = Open();
        var schema = new GeoPackageSchema(reading, connection);
        var tables = schema.ListLayers().Select(layer => ReadLayer(connection, layer)).ToList();
        return tables.Count > 0 ? tables : throw reading.Refuse(SourceFault.Empty, "a GeoPackage without feature or attribute tables", Right);
    }

    // What another program has not yet written into the file stands beside it, and would be missed.
    private void JudgeFile()
    {
        if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 })
            throw reading.Refuse(SourceFault.InUse, "a GeoPackage that another program has open, with edits beside it (-wal)", "one that is closed there first");
        using var stream = File.OpenRead(path);
        var head = new byte[100];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            throw CutShort(stream.Length);
        var page = (head[16] << 8) | head[17];
        var pages = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(28));
        if (pages * (page == 1 ? 65_536L : page) > stream.Length)
            throw CutShort(stream.Length);
    }

    private SqliteConnection Open()
    {
        // Immutable: neither locks nor logs are made or looked for.
        var uri = new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = uri, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            SQLitePCL.raw.sqlite3_limit(connection.Handle, SQLitePCL.raw.SQLITE_LIMIT_LENGTH, LongestValue);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SourceTable ReadLayer(SqliteConnection connection, GeoPackageLayer layer)
    {
        var table = new LayerTable(reading, layer.Name);
        foreach (var column in layer.Columns)
            table.Add(column);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", layer.Columns.Append(layer.Geometry ?? "").Where(column => column.Length > 0).Select(Quote))} FROM {Quote(layer.Name)}";
        using var rows = command.ExecuteReader();
        var blobs = 0;
        while (rows.Read())
            blobs += ReadRow(table, layer, rows);
        if (blobs > 0)
            table.Remark($"{blobs} cells hold pictures or other bytes, and only how many bytes is shown.");
        return table.ToTable(layer.Stated);
    }

    private static int ReadRow(LayerTable table, GeoPackageLayer layer, SqliteDataReader row)
    {
        var blobs = 0;
        table.Begin();
        for (var column = 0; column < layer.Columns.Length; column++)
        {
            var value = row.GetValue(column);
            blobs += value is byte[]? 1 : 0;
            table.Set(layer.Columns[column], Write(value));
        }

        if (layer.Geometry is not null && row.GetValue(layer.Columns.Length) is byte[] blob)
            table.Locate(() => GeoPackageMapping.Read(blob));
        table.End();
        return blobs;
    }

    private static string Write(object value) => value switch
    {
        string text => text,
        long whole => whole.ToString(System.Globalization.CultureInfo.InvariantCulture),
        double number => NumberText.Plain(number),
        byte[] bytes => $"({bytes.Length} bytes)",
        _ => "",
    };

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private SourceFileException CutShort(long length) => reading.Refuse(
        SourceFault.Truncated, $"a GeoPackage cut short: {length} bytes are fewer than it counts itself", "the whole file: copy or fetch it again");
}
