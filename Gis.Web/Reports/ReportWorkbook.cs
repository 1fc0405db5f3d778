using Gis.Data.Export;
using Gis.Web.Layout;

namespace Gis.Web.Reports;

/// <summary>Writes a report as a workbook (XLSX): the numbers to be seen first, then a sheet for each table, totals and shares as formulas over the rows.</summary>
public static class ReportWorkbook
{
    public static byte[] Write(Report report)
    {
        var sheets = report.Sheets.Select(table => WriteTable(table, report.Language)).ToList();
        var totals = report.Sheets.Zip(sheets).ToDictionary(pair => pair.First.Sheet, pair => pair.Second.NextRow - 1);
        var workbook = new Workbook().Add(WriteFirst(report, totals));
        foreach (var sheet in sheets)
            workbook.Add(sheet);
        return workbook.ToBytes();
    }

    private static Sheet WriteFirst(Report report, Dictionary<string, int> totals)
    {
        var language = report.Language;
        var sheet = new Sheet(language["主要数字", "Key figures"], language["项目", "Item"], language["数值", "Value"])
            .Append(report.Title, report.Subtitle);
        if (report.IsIllustrative)
            sheet.AppendDataNotice(null, language);
        foreach (var part in report.Parts)
        {
            if (part is ReportPart.Figures figures)
            {
                foreach (var figure in figures.Numbers)
                    sheet.Append(figure.Name, NumberOf(figure.Value, figure.TotalOf is { } from ? CellAddress.Of(from.Sheet, from.Column, totals[from.Sheet]) : null));
            }
            else if (WordsOf(part) is { } words)
            {
                sheet.Append(language["说明", "Note"], words);
            }
        }

        foreach (var (of, receipt) in report.Receipts)
            sheet.Append(language["凭据:", "Receipt: "] + of, ReportWords.Receipt(language, receipt));
        return sheet;
    }

    private static string? WordsOf(ReportPart part) => part switch
    {
        ReportPart.Paragraph paragraph => paragraph.Text,
        ReportPart.Note note => note.Text,
        _ => null,
    };

    private static Sheet WriteTable(ReportTable table, Language language)
    {
        var sheet = new Sheet(table.Sheet, table.Columns.Select(column => column.Head));
        foreach (var row in table.Rows)
        {
            var at = sheet.NextRow;
            sheet.Append(row.Select((cell, column) => NumberOf(cell, QuotientOf(table.Columns[column].Rule, at))));
        }

        if (table.Rows.IsEmpty)
            return sheet.Append(table.Empty.Length > 0 ? table.Empty : language["没有", "none"]);
        if (!table.Total.IsEmpty)
        {
            var total = sheet.NextRow;
            sheet.AppendTotal(table.Total.Select((cell, column) => NumberOf(cell, TotalOf(table.Columns[column].Rule, column, total))));
        }

        return sheet;
    }

    private static string? TotalOf(ColumnRule rule, int column, int total) => rule is ColumnRule.Sum
        ? $"SUM({CellAddress.Of(column, 2)}:{CellAddress.Of(column, total - 1)})"
        : QuotientOf(rule, total);

    // Where there is no whole there is no share, as in the answer.
    private static string? QuotientOf(ColumnRule rule, int row) => rule is ColumnRule.Quotient(var part, var whole)
        ? $"IF({CellAddress.Of(whole, row)}=0,\"\",{CellAddress.Of(part, row)}/{CellAddress.Of(whole, row)})"
        : null;

    private static object? NumberOf(ReportCell cell, string? formula) => cell switch
    {
        ReportCell.Words words => words.Text.Length > 0 ? words.Text : null,
        ReportCell.Count count => new SheetNumber(count.Value, NumberLook.Whole, formula),
        ReportCell.Change change => new SheetNumber(change.Value, NumberLook.Whole, formula),
        ReportCell.Part part => new SheetNumber(part.Value?.Value, NumberLook.Percent, formula),
        ReportCell.Day day => day.On is { } known ? Wording.Day(known) : null,
        ReportCell.Trip trip => new SheetNumber(trip.Time?.Value, NumberLook.Plain, formula),
        ReportCell.Amount amount => new SheetNumber(amount.Value, NumberLook.Plain, formula),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "Not a cell of a report."),
    };
}
