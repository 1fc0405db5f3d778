using System.Globalization;

namespace Gis.Data.Export;

/// <summary>Where a cell stands, as formulas name it.</summary>
public static class CellAddress
{
    /// <summary>The cell of a column, from 0, and a row, from 1, as "AB12".</summary>
    public static string Of(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The cell of another sheet.</summary>
    public static string Of(string sheet, int column, int row) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{Of(column, row)}";

    private static string Letters(int column) => (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));
}
