using System.Collections.Immutable;
using Gis.Web.Layout;
using Gis.Web.Maps;
using SkiaSharp;

namespace Gis.Web.Reports;

/// <summary>A table with as many pages as it takes: its head stands on each, cells are broken into lines, nothing is cut.</summary>
internal sealed class TableBlock : PaperBlock
{
    private const float Above = 6;
    private const float Below = 8;
    private const float Inside = 4;
    private const int Short = 8;

    private readonly ReportTable table;
    private readonly Language language;
    private readonly TableColumns columns;
    private readonly TableRow head;
    private readonly List<TableRow> rows;

    internal TableBlock(Paper paper, ReportTable table, Language language)
        : base(paper)
    {
        (this.table, this.language) = (table, language);
        columns = TableColumns.Fit(paper, table);
        head = RowOf([.. table.Columns.Select(column => column.Head)], columns.Head);
        rows = [.. table.Rows.Select(row => RowOf([.. row.Select(cell => cell.ToString()!)], columns.Cell))];
        if (!table.Total.IsEmpty && rows.Count > 0)
            rows.Add(RowOf([.. table.Total.Select(cell => cell.ToString()!)], columns.Cell with { Bold = true }));
    }

    // A short table is not parted.
    internal override float LeastHeight => Above + HeightOf(table.Title, PaperLook.Caption) + (rows.Count == 0
        ? HeightOf(table.Empty, PaperLook.Body)
        : HeightOf(table.Note, PaperLook.Quiet) + head.Height + rows.Take(rows.Count <= Short ? Short : 2).Sum(row => row.Height));

    internal override void Draw()
    {
        Paper.Space(Above);
        Paper.Write(Paper.Break(table.Title, PaperLook.Caption, Paper.Width), PaperLook.Caption);
        if (table.Note.Length > 0 && rows.Count > 0)
            Paper.Write(Paper.Break(table.Note, PaperLook.Quiet, Paper.Width), PaperLook.Quiet);
        if (rows.Count == 0)
        {
            Paper.Write(Paper.Break(table.Empty, PaperLook.Body, Paper.Width), PaperLook.Body);
        }
        else
        {
            DrawHead();
            for (var i = 0; i < rows.Count; i++)
                // The total never stands alone at the head of a page.
                Draw(rows[i], together: i == rows.Count - 2 && !table.Total.IsEmpty ? rows[i].Height + rows[i + 1].Height : rows[i].Height);
        }

        Paper.Space(Below);
    }

    private void Draw(TableRow row, float together)
    {
        if (together > Paper.Room && together <= Paper.WholeRoom - head.Height - (2 * PaperLook.LineOf(PaperLook.Quiet)))
            Continue();
        // A row longer than a page is parted between its lines.
        for (var from = 0; from < row.Lines;)
        {
            var fitting = Math.Max(1, (int)((Paper.Room - (2 * Inside)) / row.LineHeight));
            var count = Math.Min(fitting, row.Lines - from);
            DrawLines(row, from, count);
            from += count;
            if (from < row.Lines)
                Continue();
        }
    }

    private void Continue()
    {
        Paper.NextPage();
        Paper.Write(Paper.Break(table.Title + language["(续)", " (continued)"], PaperLook.Quiet, Paper.Width), PaperLook.Quiet);
        DrawHead();
    }

    private void DrawHead()
    {
        using (var ground = new SKPaint { Color = PaperLook.Ground })
            Paper.Brush.Canvas.DrawRect(SKRect.Create(Paper.Left, Paper.Y, Paper.Width, head.Height), ground);
        DrawLines(head, 0, head.Lines);
    }

    private void DrawLines(TableRow row, int from, int count)
    {
        var x = Paper.Left;
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var y = Paper.Y + Inside;
            foreach (var line in row.Cells[i].Skip(from).Take(count))
            {
                var left = table.Columns[i].IsNumber ? x + columns.Widths[i] - Inside - Paper.WidthOf(line, row.Look) : x + Inside;
                Paper.Brush.Text(line, left, y + PaperLook.BaselineOf(row.Look), row.Look);
                y += row.LineHeight;
            }

            x += columns.Widths[i];
        }

        Paper.Space((count * row.LineHeight) + (2 * Inside));
        using var edge = Paper.Brush.Stroke(PaperLook.Line, 0.6f);
        Paper.Brush.Canvas.DrawLine(Paper.Left, Paper.Y, Paper.Right, Paper.Y, edge);
    }

    private TableRow RowOf(ImmutableArray<string> cells, TextLook look) =>
        new([.. cells.Select((cell, column) => Paper.Break(cell, look, columns.Widths[column] - (2 * Inside)))], look);

    private float HeightOf(string text, TextLook look) => text.Length == 0 ? 0 : Paper.Break(text, look, Paper.Width).Count * PaperLook.LineOf(look);

    /// <summary>A row with each cell in lines.</summary>
    private sealed record TableRow(ImmutableArray<List<string>> Cells, TextLook Look)
    {
        internal int Lines { get; } = Cells.Max(cell => cell.Count);

        internal float LineHeight => Look.Size * 1.4f;

        internal float Height => (Lines * LineHeight) + (2 * Inside);
    }

    /// <summary>How wide the columns of a table are, and how large its letters.</summary>
    private sealed record TableColumns(ImmutableArray<float> Widths, TextLook Cell)
    {
        private static readonly float[] Sizes = [8.5f, 7.5f, 6.5f];

        internal TextLook Head => new(Math.Min(Cell.Size, 7.5f), MapBrush.Quiet);

        /// <summary>The largest letters with which no word is parted; the smallest where some must be.</summary>
        internal static TableColumns Fit(Paper paper, ReportTable table)
        {
            foreach (var size in Sizes)
            {
                var columns = new TableColumns([], new TextLook(size, MapBrush.Ink));
                var wishes = columns.Measure(paper, table);
                if (wishes.Sum(wish => wish.Least) <= Paper.Width || size == Sizes[^1])
                    return columns with { Widths = Share(wishes) };
            }

            throw new InvalidOperationException("There is a smallest size.");
        }

        private ImmutableArray<Wish> Measure(Paper paper, ReportTable table)
        {
            // A hair more than it takes, since widths are added in another order when lines are made.
            const float spare = (2 * Inside) + 0.5f;
            return [.. table.Columns.Select((column, i) =>
            {
                var cells = table.Rows.Select(row => (Text: row[i].ToString()!, Look: Cell)).ToList();
                if (!table.Total.IsEmpty)
                    cells.Add((table.Total[i].ToString()!, Cell with { Bold = true }));
                var part = Math.Max(paper.WidestPart(column.Head, Head), cells.Select(cell => paper.WidestPart(cell.Text, cell.Look)).DefaultIfEmpty().Max());
                var line = Math.Max(part, cells.Select(cell => paper.WidthOf(cell.Text, cell.Look)).DefaultIfEmpty().Max());
                return new Wish(part + spare, line + spare, Math.Max(line, paper.WidthOf(column.Head, Head)) + spare);
            })];
        }

        // Cells on single lines come before heads on single lines; where all fit, the rest is shared out alike.
        private static ImmutableArray<float> Share(ImmutableArray<Wish> wishes)
        {
            if (wishes.Sum(wish => wish.Whole) is var whole && whole <= Paper.Width)
                return [.. wishes.Select(wish => wish.Whole + ((Paper.Width - whole) / wishes.Length))];
            if (wishes.Sum(wish => wish.Lines) is var lines && lines <= Paper.Width)
                return [.. wishes.Select(wish => wish.Lines + ((Paper.Width - lines) * (wish.Whole - wish.Lines) / (whole - lines)))];
            if (wishes.Sum(wish => wish.Least) is var least && least < Paper.Width)
                return [.. wishes.Select(wish => wish.Least + ((Paper.Width - least) * (wish.Lines - wish.Least) / (lines - least)))];
            return [.. wishes.Select(wish => wish.Least * Paper.Width / least)];
        }

        /// <summary>How wide a column would be with no word parted, with each cell on one line, and with its head on one line too.</summary>
        private readonly record struct Wish(float Least, float Lines, float Whole);
    }
}
