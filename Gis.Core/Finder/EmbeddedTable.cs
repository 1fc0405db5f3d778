using System.Text;

namespace Gis.Core.Finder;

/// <summary>The tables that are part of the program; geodata/README.md says where each comes from.</summary>
internal static class EmbeddedTable
{
    /// <summary>The text of a table by its file name.</summary>
    internal static string Read(string name)
    {
        using var table = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[table.Length];
        table.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The rows of a table after its header, each with the number of its line. No cell is quoted, so none holds a comma.</summary>
    /// <exception cref="FormatException">A row has too few or too many cells; the message names it.</exception>
    internal static IEnumerable<(int Line, string[] Cells)> ReadRows(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var width = lines.Length == 0 ? 0 : lines[0].Split(',').Length;
        for (var line = 1; line < lines.Length; line++)
        {
            var cells = lines[line].Split(',');
            yield return cells.Length == width
                ? (line + 1, cells)
                : throw new FormatException($"Line {line + 1} has {cells.Length} cells; right are {width}, as the header has.");
        }
    }
}
