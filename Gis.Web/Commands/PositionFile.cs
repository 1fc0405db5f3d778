using Gis.Core.Places;
using Gis.Data.Import;

namespace Gis.Web.Commands;

/// <summary>A CSV file of positions: <c>id,lon,lat</c>.</summary>
internal static class PositionFile
{
    internal static IReadOnlyList<(string Id, LonLat At)> Read(string path)
    {
        var table = CsvTable.Read(path, "id", "lon", "lat");
        SayEncoding(table);
        return table.ReadUnique("id", row => (Id: row.Text("id"), At: row.LonLat()), position => position.Id);
    }

    internal static void SayEncoding(CsvTable table)
    {
        if (table.IsGb18030)
            Console.Error.WriteLine($"{table.File} is not UTF-8; read as GB18030.");
    }
}
