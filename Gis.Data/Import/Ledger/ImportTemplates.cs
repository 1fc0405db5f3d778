using Gis.Core.Network;
using Gis.Data.Export;

namespace Gis.Data.Import.Ledger;

/// <summary>Workbooks to fill in, and to put right.</summary>
public static class ImportTemplates
{
    /// <summary>How many rows of a template offer the words that may stand in them.</summary>
    internal const int RowsWithLists = 5000;

    /// <summary>An empty list of a kind: heads, lists of words, and rows of the network as examples, to be replaced.</summary>
    /// <param name="kind">What its rows are.</param>
    /// <param name="network">Whose records are the examples.</param>
    /// <param name="label">What a field is called.</param>
    /// <param name="name">What the sheet is called.</param>
    public static Workbook Template(LedgerKind kind, ServiceNetwork network, Func<LedgerField, string> label, string name)
    {
        var sheet = SheetFor(kind, label, name, []);
        foreach (var example in Examples(kind, network))
            sheet.Append(LedgerFields.Asked(kind).Select(field => example.GetValueOrDefault(field)));
        return new Workbook().Add(sheet);
    }

    /// <summary>The rows that cannot be taken as they stand, as they were, with what to do.</summary>
    /// <param name="preview">What an import would do.</param>
    /// <param name="say">What to do, in words.</param>
    /// <param name="remedyHead">What the column of that is called.</param>
    public static Workbook Remedies(ImportPreview preview, Func<Remedy, string> say, string remedyHead)
    {
        var heads = preview.Table.Columns;
        var sheet = new Sheet(preview.Table.Name.Length is > 0 and <= 31 ? preview.Table.Name : "1", heads.Append(heads.Contains(remedyHead) ? remedyHead + "*" : remedyHead));
        foreach (var row in preview.Rows.Where(row => row.State is RowState.InDoubt or RowState.Wrong))
        {
            var cells = row.Source.Cells.Concat(Enumerable.Repeat("", Math.Max(0, heads.Length - row.Source.Cells.Length))).Take(heads.Length);
            sheet.Append(cells.Append(string.Join("; ", row.Remedies.Select(say))));
        }

        return new Workbook().Add(sheet);
    }

    private static Sheet SheetFor(LedgerKind kind, Func<LedgerField, string> label, string name, IEnumerable<string> more)
    {
        var fields = LedgerFields.Asked(kind);
        var sheet = new Sheet(name, fields.Select(label).Concat(more));
        for (var column = 0; column < fields.Count; column++)
        {
            if (ChoiceWords.ListFor(fields[column]) is { Count: > 0 } words)
                sheet.Offer(column, words, RowsWithLists);
        }

        return sheet;
    }

    private static IEnumerable<Dictionary<LedgerField, string?>> Examples(LedgerKind kind, ServiceNetwork network) => kind switch
    {
        LedgerKind.Villages => network.Villages.Take(2).Select(village => With(network, village.Code, new()
        {
            [LedgerField.Name] = village.Name,
            [LedgerField.Kind] = ChoiceWords.Usual(village.Kind),
            [LedgerField.Residents] = village.ResidentsProvenance.IsKnown ? village.Residents.ToString() : "",
            [LedgerField.Longitude] = CsvText.Number(village.Position?.At.Longitude),
            [LedgerField.Latitude] = CsvText.Number(village.Position?.At.Latitude),
        })),
        LedgerKind.Points => network.Points.Where(point => point.Tier == Tier.Room).Take(2).Select(point => With(network, point.Area, new()
        {
            [LedgerField.Id] = point.Id.ToString(),
            [LedgerField.Name] = point.Name,
            [LedgerField.Tier] = ChoiceWords.Usual(point.Tier),
            [LedgerField.Village] = network.FindAreaName(point.Area),
            [LedgerField.Stage] = ChoiceWords.Usual(point.Stage),
            [LedgerField.OpenHours] = point.Reception?.Hours?.Weekly.ToString(),
            [LedgerField.Longitude] = CsvText.Number(point.Position?.At.Longitude),
            [LedgerField.Latitude] = CsvText.Number(point.Position?.At.Latitude),
        })),
        LedgerKind.Staff => network.Points.Where(point => point.Tier == Tier.Room).Take(2).Select(point => new Dictionary<LedgerField, string?>
        {
            [LedgerField.Id] = point.Id.ToString(),
            [LedgerField.Name] = point.Name,
            [LedgerField.Post] = ChoiceWords.Usual(Post.Adviser),
            [LedgerField.Count] = "1",
            [LedgerField.Hours] = "4",
        }),
        _ => network.Firms.Take(2).Select(firm => new Dictionary<LedgerField, string?>
        {
            [LedgerField.Id] = firm.Id,
            [LedgerField.Name] = firm.Name,
            [LedgerField.County] = network.FindAreaName(firm.County),
            [LedgerField.Lawyers] = $"{firm.Lawyers}",
        }),
    };

    private static Dictionary<LedgerField, string?> With(ServiceNetwork network, AreaCode area, Dictionary<LedgerField, string?> cells)
    {
        cells[LedgerField.Code] = area.Digits;
        cells[LedgerField.County] = network.FindAreaName(area.County);
        cells[LedgerField.Township] = network.FindAreaName(area.Township);
        return cells;
    }
}
