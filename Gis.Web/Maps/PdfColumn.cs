using System.Collections.Immutable;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>A table to be drawn: what it shows, its heads and rows, and what to say where there is no row.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The cells of each row.</param>
/// <param name="Note">A sentence beneath it; none if empty.</param>
internal sealed record PdfTable(string Title, ImmutableArray<PdfTableColumn> Columns, IReadOnlyList<string[]> Rows, string Note = "");

/// <param name="Head">Its head.</param>
/// <param name="Part">How much of the width it takes, beside the others.</param>
/// <param name="IsNumber">Whether it is set to the right, as numbers are.</param>
internal readonly record struct PdfTableColumn(string Head, float Part, bool IsNumber = false);

/// <summary>A column of tables on a page, drawn from the top down.</summary>
internal sealed class PdfColumn(MapBrush brush, float left, float top, float width)
{
    private const float RowHeight = 14;
    private const float Gap = 6;

    private static readonly TextLook Title = new(11, MapBrush.Ink, Bold: true);
    private static readonly TextLook Head = new(7.5f, MapBrush.Quiet);
    private static readonly TextLook Cell = new(8.5f, MapBrush.Ink);

    private float y = top;

    internal void Write(PdfTable table)
    {
        y += RowHeight;
        brush.Text(table.Title, left, y, Title);
        y += 3;
        if (table.Rows.Count > 0)
        {
            WriteRow(table, [.. table.Columns.Select(column => column.Head)], Head);
            foreach (var row in table.Rows)
                WriteRow(table, row, Cell);
        }

        if (table.Note.Length > 0)
        {
            y += RowHeight;
            brush.Text(Fit(table.Note, width, Head), left, y - 3, Head);
        }

        y += 6;
    }

    private void WriteRow(PdfTable table, string[] cells, TextLook look)
    {
        y += RowHeight;
        var (x, all) = (left, table.Columns.Sum(column => column.Part));
        for (var i = 0; i < cells.Length; i++)
        {
            var room = width * table.Columns[i].Part / all;
            var text = Fit(cells[i], room - Gap, look);
            brush.Text(text, table.Columns[i].IsNumber ? x + room - brush.WidthOf(text, look) : x, y - 4, look);
            x += room;
        }

        using var line = brush.Stroke(new SKColor(0xD5, 0xDA, 0xE1), 0.6f);
        brush.Canvas.DrawLine(left, y, left + width, y, line);
    }

    private string Fit(string text, float room, TextLook look)
    {
        var length = text.Length;
        while (length > 1 && brush.WidthOf(Cut(length), look) > room)
            length--;
        return Cut(length);

        string Cut(int at) => at == text.Length ? text : text[..at] + "…";
    }
}
