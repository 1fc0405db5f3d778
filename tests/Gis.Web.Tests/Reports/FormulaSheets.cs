using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gis.Web.Tests.Reports;

/// <summary>A workbook's cells with their formulas, worked out anew from the numbers alone.</summary>
internal sealed partial class FormulaSheets
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<(string Sheet, string Cell), (string Value, string? Formula)> cells = [];

    internal FormulaSheets(byte[] file)
    {
        using var parts = new ZipArchive(new MemoryStream(file));
        var names = Load(parts, "xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => (string)sheet.Attribute("name")!).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var cell in Load(parts, $"xl/worksheets/sheet{i + 1}.xml").Descendants(Main + "c"))
                cells[(names[i], (string)cell.Attribute("r")!)] = ((string?)cell.Element(Main + "v") ?? "", (string?)cell.Element(Main + "f"));
        }

        Names = names;
    }

    internal IReadOnlyList<string> Names { get; }

    /// <summary>The formulas with what stands in their cells.</summary>
    internal IEnumerable<(string Sheet, string Cell, string Formula, string Value)> Formulas =>
        cells.Where(cell => cell.Value.Formula is not null).Select(cell => (cell.Key.Sheet, cell.Key.Cell, cell.Value.Formula!, cell.Value.Value));

    internal string ValueOf(string sheet, string cell) => cells[(sheet, cell)].Value;

    /// <summary>The cell beside the first whose words are these.</summary>
    internal string Beside(string sheet, string words)
    {
        var found = cells.First(cell => cell.Key.Sheet == sheet && cell.Key.Cell[0] == 'A' && cell.Value.Value == words).Key.Cell;
        return cells[(sheet, "B" + found[1..])].Value;
    }

    /// <summary>What a formula comes to, as it would be written in a cell.</summary>
    internal string Work(string sheet, string formula)
    {
        if (Sum().Match(formula) is { Success: true } sum)
        {
            var (from, to) = (int.Parse(sum.Groups["from"].Value, CultureInfo.InvariantCulture), int.Parse(sum.Groups["to"].Value, CultureInfo.InvariantCulture));
            return Write(Enumerable.Range(from, to - from + 1).Sum(row => Number(sheet, $"{sum.Groups["column"].Value}{row}")));
        }

        if (Quotient().Match(formula) is { Success: true } quotient)
        {
            var whole = Number(sheet, quotient.Groups["whole"].Value);
            return whole == 0 ? "" : Write(Number(sheet, quotient.Groups["part"].Value) / whole);
        }

        var other = Other().Match(formula);
        Assert.True(other.Success, formula);
        var (there, cell) = (other.Groups["sheet"].Value, other.Groups["cell"].Value);
        return cells[(there, cell)] is { Formula: { } inner } ? Work(there, inner) : cells[(there, cell)].Value;
    }

    private double Number(string sheet, string cell)
    {
        var (value, formula) = cells[(sheet, cell)];
        var text = formula is null ? value : Work(sheet, formula);
        return text.Length == 0 ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string Write(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static XDocument Load(ZipArchive parts, string name)
    {
        using var part = parts.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    [GeneratedRegex(@"^SUM\((?<column>[A-Z]+)(?<from>\d+):\k<column>(?<to>\d+)\)$")]
    private static partial Regex Sum();

    [GeneratedRegex(@"^IF\((?<whole>[A-Z]+\d+)=0,"""",(?<part>[A-Z]+\d+)/\k<whole>\)$")]
    private static partial Regex Quotient();

    [GeneratedRegex(@"^'(?<sheet>[^']+)'!(?<cell>[A-Z]+\d+)$")]
    private static partial Regex Other();
}
