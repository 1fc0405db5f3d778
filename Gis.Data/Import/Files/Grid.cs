using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Gis.Data.Import.Files;

/// <summary>One row as a grid has it, before it is known which row is the head.</summary>
internal readonly record struct GridRow(int Number, string[] Cells)
{
    internal int Filled => Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    internal bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    internal string this[int column] => column < Cells.Length ? Cells[column] : "";
}

/// <summary>Cells that are merged into the one at their top left; rows count from 0 within the grid, and the last of each is included.</summary>
internal readonly record struct MergedCells(int Top, int Left, int Bottom, int Right);

/// <summary>
/// A sheet or a CSV file: rows of cells, somewhere among them a head. Makes the table of it: finds the head, joins one of
/// several rows, fills merged cells, and says what it did.
/// </summary>
internal sealed class Grid(SourceReading reading, List<GridRow> rows)
{
    private const int ShownNumbers = 5;

    private readonly List<string> remarks = [];

    internal List<MergedCells> Merged { get; init; } = [];

    /// <summary>The table; nothing where no cell is filled.</summary>
    internal SourceTable? ToTable(string name)
    {
        rows.RemoveRange(Last(), rows.Count - Last());
        if (rows.Count == 0)
            return null;
        var width = rows.Max(row => Array.FindLastIndex(row.Cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1);
        var head = HeadFinder.Find(rows, Merged, width);
        Widen(width);
        FillMerged(head, width);
        var columns = NameColumns(head, width);
        RemarkOnRowsAbove(head);
        var body = rows.Skip(head.First + head.Count)
            .Select(row => new SourceRow(row.Number, ImmutableCollectionsMarshal.AsImmutableArray(row.Cells), Place: null)).ToArray();
        return new SourceTable(reading.File, name, columns, body) { Remarks = [.. remarks] };
    }

    /// <summary>A column as spreadsheets call it: A, B, … Z, AA.</summary>
    internal static string LetterOf(int column) =>
        (column < 26 ? "" : LetterOf((column / 26) - 1)) + (char)('A' + (column % 26));

    /// <summary>"3, 4, 5 and 12 more", so that a remark stays a sentence.</summary>
    internal static string List(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(ShownNumbers)) + (names.Count > ShownNumbers ? $" and {names.Count - ShownNumbers} more" : "");

    private int Last() => rows.FindLastIndex(row => !row.IsBlank) + 1;

    private void Widen(int width)
    {
        var blank = Enumerable.Repeat("", width).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            var cells = rows[row].Cells;
            if (cells.Length == width)
                continue;
            reading.CountCells(Math.Max(0, width - cells.Length));
            rows[row] = rows[row] with { Cells = cells.Length == 0 ? blank : [.. cells.Take(width), .. Enumerable.Repeat("", Math.Max(0, width - cells.Length))] };
        }
    }

    private void FillMerged(Head head, int width)
    {
        var filled = 0;
        foreach (var merged in Merged.Where(merged => merged.Top < rows.Count && merged.Left < width))
        {
            var (bottom, right) = (Math.Min(merged.Bottom, rows.Count - 1), Math.Min(merged.Right, width - 1));
            // Merged cells that lie over each other would be filled again and again.
            reading.CountCells((bottom - merged.Top + 1L) * (right - merged.Left + 1));
            var text = rows[merged.Top].Cells[merged.Left];
            for (var row = merged.Top; row <= bottom; row++)
                Fill(row, merged.Left, right, text);
            filled += merged.Top >= head.First + head.Count && text.Length > 0 ? 1 : 0;
        }

        if (filled > 0)
            remarks.Add($"{filled} merged cells below the head: what stands in each was taken for every cell it covers.");
    }

    private void Fill(int row, int left, int right, string text)
    {
        // Blank rows share their cells.
        if (text.Length > 0 && rows[row].IsBlank)
            rows[row] = rows[row] with { Cells = [.. rows[row].Cells] };
        for (var column = left; column <= right && text.Length > 0; column++)
            rows[row].Cells[column] = text;
    }

    private ImmutableArray<string> NameColumns(Head head, int width)
    {
        var names = Enumerable.Range(0, width).Select(column => NameColumn(head, column)).ToImmutableArray();
        if (head.Count == 0)
            remarks.Add($"No row was found that could be the head; the columns are called by their letters, and row {rows[0].Number} is taken for data.");
        else if (Enumerable.Range(0, width).Where(column => names[column] == $"({LetterOf(column)})").Select(LetterOf).ToArray() is { Length: > 0 } nameless)
            remarks.Add($"Columns without a head are called by their letters: {List(nameless)}.");
        return names;
    }

    private string NameColumn(Head head, int column)
    {
        var levels = new List<string>();
        for (var row = head.First; row < head.First + head.Count; row++)
        {
            if (HeadFinder.OnOneLine(rows[row].Cells[column]) is { Length: > 0 } level && level != levels.LastOrDefault())
                levels.Add(level);
        }

        return levels.Count > 0 ? string.Join(" / ", levels) : $"({LetterOf(column)})";
    }

    private void RemarkOnRowsAbove(Head head)
    {
        var above = rows.Take(head.First).Where(row => !row.IsBlank).ToList();
        if (above.Count > 0)
            remarks.Add($"Above the head, which is row {rows[head.First].Number}, stands what was taken for a title: {List([.. above.Select(row => row.Cells.First(cell => !string.IsNullOrWhiteSpace(cell)).Trim())])}.");
    }
}
