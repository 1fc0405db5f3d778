using System.Globalization;

namespace Gis.Data.Import.Files;

/// <summary>Cells as sheets name them: C5 is row 4, column 2, both counted from 0.</summary>
internal static class CellName
{
    private const int LongestLetters = 3;

    internal static int? ReadColumn(string? name)
    {
        var letters = name.AsSpan().IndexOfAnyExceptInRange('A', 'Z') is >= 0 and var end ? end : name?.Length ?? 0;
        if (letters is 0 or > LongestLetters)
            return null;
        var column = 0;
        foreach (var letter in name.AsSpan(0, letters))
            column = (column * 26) + letter - 'A' + 1;
        return column - 1;
    }

    internal static (int Row, int Column)? Read(string name) =>
        ReadColumn(name) is { } column
        && int.TryParse(name.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0
            ? (row - 1, column)
            : null;
}
