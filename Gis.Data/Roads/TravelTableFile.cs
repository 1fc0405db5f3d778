using System.Text;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Data.Roads;

/// <summary>A travel table in a file, because it takes longer to make than to read.</summary>
internal static class TravelTableFile
{
    private const string Kind = "gis travel table 1";

    internal static void Write(string path, string key, TravelTable table) => CheckedFile.Write(path, Kind, writer =>
    {
        writer.Write(key);
        writer.Write(table.Version);
        writer.Write(table.Mode.Written());
        writer.Write(table.Pace.Speed.KilometresPerHour);
        writer.Write(table.Pace.Detour);
        writer.Write(table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
            WriteRow(writer, table.Row(row));
    });

    /// <summary>Reads a table back.</summary>
    /// <exception cref="RoadsException">It is gone, damaged, or was kept under another key.</exception>
    internal static TravelTable Read(string path, string key) => CheckedFile.Read(path, Kind, reader =>
    {
        var (kept, version, mode) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        if (kept != key || !WrittenName.TryRead<TravelMode>(mode, out var read))
            throw new RoadsException(Path.GetFileName(path), $"a travel table of '{kept}' by '{mode}'", $"one of '{key}': import the roads again");
        var pace = new ModePace(new Speed(reader.ReadDouble()), reader.ReadDouble());
        var rows = new Reach[reader.ReadInt32()][];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = ReadRow(reader);
        return TravelTable.FromRows(read, pace, version, rows);
    });

    /// <summary>The key a table was kept under; null where the file does not begin as a table does.</summary>
    internal static string? FindKey(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        try
        {
            return reader.ReadString() == Kind ? reader.ReadString() : null;
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException)
        {
            return null;
        }
    }

    private static void WriteRow(BinaryWriter writer, ReadOnlySpan<Reach> row)
    {
        writer.Write(row.Length);
        foreach (var reach in row)
        {
            writer.Write(reach.Point);
            writer.Write(reach.Time.Value);
            writer.Write(reach.Way.Value);
        }
    }

    private static Reach[] ReadRow(BinaryReader reader)
    {
        var row = new Reach[reader.ReadInt32()];
        for (var i = 0; i < row.Length; i++)
            row[i] = new Reach(reader.ReadInt32(), new Minutes(reader.ReadDouble()), new Metres(reader.ReadDouble()));
        return row;
    }
}
