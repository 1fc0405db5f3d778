using System.Globalization;
using System.Text;

namespace Gis.Data.Export;

/// <summary>
/// A table as CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before it, as names and
/// reasons come from people; numbers stay numbers, below zero too. Programs read a table without that.
/// </summary>
public sealed class CsvText
{
    // The wide forms are taken for formulas by spreadsheets set to Chinese or Japanese.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private readonly StringBuilder text = new();

    private readonly Func<string, string> write;

    /// <summary>Begins a table for a spreadsheet with its header.</summary>
    public CsvText(params IEnumerable<string> header)
        : this(Guard, header)
    {
    }

    private CsvText(Func<string, string> write, IEnumerable<string> header)
    {
        this.write = write;
        Append(header);
    }

    /// <summary>Begins a table for programs: every text stands in it as it is.</summary>
    public static CsvText ForPrograms(params IEnumerable<string> header) => new(cell => cell, header);

    /// <summary>One row for programs, with its end of line.</summary>
    public static string Row(params IEnumerable<string> cells) => string.Join(',', cells.Select(Quote)) + "\r\n";

    /// <summary>Adds a row; a null is an empty cell.</summary>
    public CsvText Append(params IEnumerable<string?> cells)
    {
        text.AppendJoin(',', cells.Select(cell => Quote(write(cell ?? "")))).Append("\r\n");
        return this;
    }

    /// <summary>A number as a cell: with a point whatever the language, exact; null is an empty cell.</summary>
    public static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The table as a file: UTF-8 with the mark by which spreadsheets know Chinese text from the local code page.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    /// <summary>The table as text, without the mark.</summary>
    public override string ToString() => text.ToString();

    /// <summary>The text with an apostrophe before it if a spreadsheet would take it for a formula.</summary>
    internal static string Guard(string cell) => cell.Length > 0 && FormulaStarts.Contains(cell[0]) && !IsNumber(cell) ? "'" + cell : cell;

    /// <summary>The text that was guarded; any other as it is.</summary>
    internal static string Unguard(string cell) => cell.Length > 1 && cell[0] == '\'' && Guard(cell[1..]) == cell ? cell[1..] : cell;

    private static bool IsNumber(string cell) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
