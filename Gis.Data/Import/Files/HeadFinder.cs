using System.Globalization;

namespace Gis.Data.Import.Files;

/// <summary>Which rows of a grid are its head; none where no row could be.</summary>
/// <param name="First">The first, from 0; without a head, the first row that is not blank.</param>
/// <param name="Count">How many; 0 without a head.</param>
internal readonly record struct Head(int First, int Count);

/// <summary>
/// Finds the head of a grid below its titles: the first row that names most of the columns, in words. A row below belongs to
/// it where cells of the first are merged down to it, or where it only divides those that are merged across.
/// </summary>
internal static class HeadFinder
{
    // Nobody writes longer titles, and nobody a head of more rows.
    private const int RowsLookedAt = 50;

    private const int MostRows = 5;

    // A head names nearly every column; a line such as "unit: …, date: …" only some.
    private const double LeastShare = 0.6;

    // "填报单位:" and the like have their colon within the first words.
    private const int LongestLabel = 8;

    internal static Head Find(List<GridRow> rows, List<MergedCells> merged, int width)
    {
        var across = merged.Where(cells => cells.Right > cells.Left && cells.Top < RowsLookedAt).ToLookup(cells => cells.Top);
        var looked = Math.Min(rows.Count, RowsLookedAt);
        var densest = Enumerable.Range(0, looked).Max(row => rows[row].Filled);
        for (var row = 0; row < looked; row++)
        {
            var filled = rows[row].Filled + across[row].Sum(cells => Math.Min(cells.Right, width - 1) - cells.Left);
            if (filled >= LeastShare * densest && rows[row].Filled >= Math.Min(2, densest) && IsInWords(rows[row]) && !HasNote(rows[row]))
                return new Head(row, CountRows(rows, merged, row));
        }

        return new Head(rows.FindIndex(row => !row.IsBlank), 0);
    }

    /// <summary>A head that was broken into lines to be narrow, on one line; between Chinese characters no blank is wanted.</summary>
    internal static string OnOneLine(string head)
    {
        var lines = head.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "" : lines.Aggregate((text, line) => text[^1] >= '\u2E80' || line[0] >= '\u2E80' ? text + line : $"{text} {line}");
    }

    private static int CountRows(List<GridRow> rows, List<MergedCells> merged, int first)
    {
        var own = merged.Where(cells => cells.Top == first).ToList();
        var bottom = own.Where(cells => cells.Bottom < first + MostRows).Select(cells => cells.Bottom).Append(first).Max();
        if (bottom == first && first + 1 < rows.Count && Divides(rows[first], rows[first + 1], own.Where(cells => cells.Right > cells.Left)))
            bottom++;
        return Math.Min(bottom, rows.Count - 1) - first + 1;
    }

    private static bool Divides(GridRow head, GridRow below, IEnumerable<MergedCells> across)
    {
        var divided = across.SelectMany(cells => Enumerable.Range(cells.Left, Math.Min(cells.Right, Math.Max(head.Cells.Length, below.Cells.Length)) - cells.Left + 1)).ToHashSet();
        var filled = Enumerable.Range(0, below.Cells.Length).Where(column => !string.IsNullOrWhiteSpace(below[column])).ToList();
        return filled.Count > 0 && filled.TrueForAll(divided.Contains) && IsInWords(below);
    }

    private static bool IsInWords(GridRow row) =>
        row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell) && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) * 2 > row.Filled;

    private static bool HasNote(GridRow row) => Array.Exists(row.Cells, cell =>
        cell.AsSpan().Trim() is var text && text.IndexOfAny(':', '\uFF1A') is > 0 and <= LongestLabel and var colon && text[..colon].IndexOfAny('(', '\uFF08') < 0);
}
