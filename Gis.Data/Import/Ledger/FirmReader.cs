using Gis.Core.Network;

namespace Gis.Data.Import.Ledger;

/// <summary>Law firms: their offices and how many lawyers they have.</summary>
internal sealed class FirmReader(ServiceNetwork network, UnitFinder units) : IRecordReader
{
    private readonly Dictionary<string, Firm> byId = network.Firms.ToDictionary(firm => firm.Id, StringComparer.Ordinal);
    private readonly ILookup<string, Firm> byName = network.Firms.ToLookup(firm => firm.Name, StringComparer.Ordinal);
    private int added;

    /// <inheritdoc/>
    public RecordChange? Read(RowCells cells)
    {
        var (id, name) = (cells.Text(LedgerField.Id), cells.Text(LedgerField.Name));
        var was = byId.GetValueOrDefault(id) ?? (byName[name].ToList() is [var only] ? only : null);
        var lawyers = cells.Whole(LedgerField.Lawyers);
        if (lawyers is < 1 or > int.MaxValue)
            cells.Add(new Remedy(RemedyKind.NotANumber, LedgerField.Lawyers, cells.Text(LedgerField.Lawyers)));
        if (was is null)
            return Draft(cells, id, lawyers) is { } draft ? new RecordChange(null, draft) : null;
        var isSame = lawyers == was.Lawyers;
        return new RecordChange(was, was with
        {
            Name = name.Length > 0 ? name : was.Name,
            Office = PositionCells.Read(cells, was.Office, network.SeatOf(was.County)),
            Lawyers = lawyers is > 0 and <= int.MaxValue and { } count ? (int)count : was.Lawyers,
            Provenance = cells.Known(was.Provenance, isSame, lawyers is not null),
        });
    }

    private Firm? Draft(RowCells cells, string id, long? lawyers)
    {
        var name = cells.Needed(LedgerField.Name);
        if (cells.Needed(LedgerField.Lawyers) is null || name is null || lawyers is not (> 0 and <= int.MaxValue)
            || units.Find(cells, AreaLevel.County, LedgerField.County) is not { } county)
            return null;
        var office = PositionCells.Read(cells, null, network.SeatOf(county));
        return new Firm(id.Length > 0 ? id : NewId(), name, office, county, (int)lawyers.Value, cells.Known(null, isSame: false, isGiven: true));
    }

    private string NewId()
    {
        string id;
        do
            id = $"firm-{network.Firms.Length + ++added}";
        while (byId.ContainsKey(id));
        return id;
    }
}
