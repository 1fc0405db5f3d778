using System.Globalization;

namespace Gis.Data.Import.Files;

/// <summary>One reading of one file: what it is called, how much it may take, who waits for it and whether they still do.</summary>
internal sealed class SourceReading(string file, SourceLimits limits, IProgress<long>? progress, CancellationToken cancel)
{
    private const int RowsBetweenReports = 5_000;

    private const int RowsBetweenGlances = 1_000;

    private int rows;
    private long cells;

    internal string File { get; } = file;

    internal SourceLimits Limits { get; } = limits;

    internal CellTexts Texts { get; } = new();

    // GB18030 is not among the encodings that .NET offers unasked.
    static SourceReading() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    internal void Glance() => cancel.ThrowIfCancellationRequested();

    /// <summary>Counts a row, tells of it and looks whether the reading was cancelled.</summary>
    /// <exception cref="SourceFileException">There are more rows, columns or cells than any list has.</exception>
    internal void Count(int width)
    {
        rows++;
        if (rows % RowsBetweenGlances == 0)
            Glance();
        if (rows % RowsBetweenReports == 0)
            progress?.Report(rows);
        if (rows > Limits.MostRows)
            throw TooLarge($"more than {Grouped(Limits.MostRows)} rows");
        if (width > Limits.MostColumns)
            throw TooLarge($"a row of {Grouped(width)} cells");
        CountCells(width);
    }

    internal void CountCells(long more)
    {
        cells += more;
        if (cells > Limits.MostCells)
            throw TooLarge($"more than {Grouped(Limits.MostCells)} cells");
    }

    internal void ReportEnd() => progress?.Report(rows);

    internal SourceFileException Refuse(SourceFault fault, string found, string right, Exception? inner = null) =>
        new(File, fault, found, right, inner);

    internal SourceFileException Damaged(string found, string kind, Exception? inner = null) =>
        Refuse(SourceFault.Damaged, found, $"{kind}, whole and undamaged: open it in the program that made it and save it again", inner);

    private SourceFileException TooLarge(string found) => Refuse(
        SourceFault.TooLarge, found,
        $"at most {Grouped(Limits.MostRows)} rows of at most {Grouped(Limits.MostColumns)} columns, {Grouped(Limits.MostCells)} cells in all: divide the file");

    private static string Grouped(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
