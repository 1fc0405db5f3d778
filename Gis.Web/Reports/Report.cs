using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Web.Charts;
using Gis.Web.Layout;
using Gis.Web.Maps;

namespace Gis.Web.Reports;

/// <summary>A report as data, built once from answers; <see cref="ReportPdf"/> and <see cref="ReportWorkbook"/> write it and compute nothing.</summary>
/// <param name="Title">Its name, also at the foot of each page.</param>
/// <param name="Subtitle">Of what place and time it is.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="Parts">What stands in it, in order.</param>
/// <param name="Receipts">What its numbers were computed from, each with what it is the receipt of.</param>
/// <param name="IsIllustrative">Whether anything illustrative is in it.</param>
public sealed record Report(
    string Title, string Subtitle, Language Language, ImmutableArray<ReportPart> Parts, ImmutableArray<(string Of, Receipt Receipt)> Receipts, bool IsIllustrative)
{
    /// <summary>The tables that stand in a workbook, in order.</summary>
    public IEnumerable<ReportTable> Sheets => Parts.OfType<ReportPart.Table>().Select(part => part.Rows).Where(table => table.Stands != TableStands.OnPaperOnly);
}

/// <summary>One thing in a report.</summary>
public abstract record ReportPart
{
    private ReportPart()
    {
    }

    /// <summary>What the following is about; kept on one page with its beginning.</summary>
    public sealed record Heading(string Text) : ReportPart;

    public sealed record Paragraph(string Text) : ReportPart;

    /// <summary>What is to be known before the rest is believed.</summary>
    public sealed record Note(string Text) : ReportPart;

    public sealed record Figures(ImmutableArray<ReportFigure> Numbers) : ReportPart;

    public sealed record Table(ReportTable Rows) : ReportPart;

    /// <summary>A chart; its numbers stand in a table of the report where they are asked for.</summary>
    public sealed record Drawn(Chart Chart) : ReportPart;

    /// <summary>A map drawn on the server, with what it shows in words.</summary>
    public sealed record Map(MapSubject Subject, string Words) : ReportPart;

    public sealed record Pictures(ImmutableArray<ReportPicture> Shown) : ReportPart;
}

/// <summary>A number that is to be seen first.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Value">The number.</param>
public sealed record ReportFigure(string Name, ReportCell Value)
{
    /// <summary>The total of a table it is, so that it stays equal to it where the workbook is changed.</summary>
    public (string Sheet, int Column)? TotalOf { get; init; }
}

/// <summary>A photograph.</summary>
/// <param name="Content">The bytes of the file.</param>
/// <param name="Caption">What it shows, when and where.</param>
public sealed record ReportPicture(ReadOnlyMemory<byte> Content, string Caption);

/// <summary>A table of a report.</summary>
public sealed record ReportTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="sheet">The name of its sheet in a workbook; no other table of the report has it.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">The cells of each row.</param>
    /// <exception cref="ArgumentException">A row has not as many cells as there are columns.</exception>
    public ReportTable(string sheet, string title, ImmutableArray<ReportColumn> columns, params IEnumerable<ImmutableArray<ReportCell>> rows)
    {
        (Sheet, Title, Columns, Rows) = (sheet, title, columns, [.. rows]);
        if (Rows.FirstOrDefault(row => row.Length != columns.Length) is { IsDefault: false } odd)
            throw new ArgumentException($"'{title}' has {columns.Length} columns, and a row of {odd.Length} cells.", nameof(rows));
    }

    public string Sheet { get; }

    public string Title { get; }

    public ImmutableArray<ReportColumn> Columns { get; }

    public ImmutableArray<ImmutableArray<ReportCell>> Rows { get; }

    /// <summary>The row of totals as the answer has it; none if empty. In a workbook its cells are worked out from the rows.</summary>
    public ImmutableArray<ReportCell> Total { get; init; } = [];

    /// <summary>A sentence on how to read it; none if empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>What is said where there is no row.</summary>
    public string Empty { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public TableStands Stands { get; init; }
}

/// <summary>Where a table stands; one about a single point of many has its page, and its rows in a sheet with those of the others.</summary>
public enum TableStands
{
    /// <summary>On paper and in the workbook.</summary>
    Everywhere,

    OnPaperOnly,

    InWorkbookOnly,
}

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Rule">How its numbers follow from others.</param>
/// <param name="IsNumber">Whether it is set to the right, as numbers are.</param>
public sealed record ReportColumn(string Head, ColumnRule Rule, bool IsNumber)
{
    public static ReportColumn Words(string head) => new(head, new ColumnRule.Free(), false);

    /// <summary>Numbers that are not added up.</summary>
    public static ReportColumn Number(string head) => new(head, new ColumnRule.Free(), true);

    /// <summary>Numbers whose total is their sum.</summary>
    public static ReportColumn Summed(string head) => new(head, new ColumnRule.Sum(), true);

    /// <summary>Shares that one column is of another, in the rows and in the total.</summary>
    public static ReportColumn ShareOf(string head, int part, int whole) => new(head, new ColumnRule.Quotient(part, whole), true);
}

/// <summary>How the numbers of a column follow from others.</summary>
public abstract record ColumnRule
{
    private ColumnRule()
    {
    }

    /// <summary>They do not.</summary>
    public sealed record Free : ColumnRule;

    /// <summary>The total is the sum of the rows.</summary>
    public sealed record Sum : ColumnRule;

    /// <summary>Each is one column over another; nothing where that is zero.</summary>
    public sealed record Quotient(int Part, int Whole) : ColumnRule;
}
