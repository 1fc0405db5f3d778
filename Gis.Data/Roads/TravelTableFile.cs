using System.Security.Cryptography;
using System.Text;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Data.Roads;

/// <summary>A travel table in a file, because it takes longer to make than to read.</summary>
internal static class TravelTableFile
{
    private const string Kind = "gis travel table 1";

    internal static string NameOf(string networkVersion, string travelVersion) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{networkVersion} {travelVersion}")))[..16] + ".table";

    internal static Task WriteAsync(string path, string networkVersion, TravelTable table) => CheckedFile.WriteAsync(path, Kind, writer =>
    {
        writer.Write(networkVersion);
        writer.Write(table.Version);
        writer.Write(table.Mode.Written());
        writer.Write(table.Pace.Speed.KilometresPerHour);
        writer.Write(table.Pace.Detour);
        writer.Write(table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
            WriteRow(writer, table.Row(row));
    });

    /// <summary>Reads a table back; null where it was made of another network or in another way.</summary>
    /// <exception cref="RoadsException">It is damaged.</exception>
    internal static TravelTable? Read(string path, string networkVersion, string travelVersion) => CheckedFile.Read(path, Kind, reader =>
    {
        if (reader.ReadString() != networkVersion || reader.ReadString() != travelVersion || !WrittenName.TryRead<TravelMode>(reader.ReadString(), out var mode))
            return null;
        var pace = new ModePace(new Speed(reader.ReadDouble()), reader.ReadDouble());
        var rows = new Reach[reader.ReadInt32()][];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = ReadRow(reader);
        return TravelTable.FromRows(mode, pace, travelVersion, rows);
    });

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
