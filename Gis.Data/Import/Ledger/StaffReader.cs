using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Data.Import.Ledger;

/// <summary>Posts: how many hold them, and for how many hours.</summary>
internal sealed class StaffReader(ServiceNetwork network) : IRecordReader
{
    private readonly ILookup<string, ServicePoint> byName = network.Points.ToLookup(point => point.Name, StringComparer.Ordinal);
    private readonly Dictionary<RecordKey, Staff> reported = network.Staff.ToDictionary(staff => staff.Key);

    /// <inheritdoc/>
    public RecordChange? Read(RowCells cells)
    {
        var point = FindPoint(cells);
        var post = cells.Needed(LedgerField.Post) is null ? null : cells.Choice<Post>(LedgerField.Post);
        var count = cells.Needed(LedgerField.Count) is null ? null : cells.Whole(LedgerField.Count);
        var hours = cells.Real(LedgerField.Hours);
        if (point is null || post is not { } held || count is not { } holders)
            return null;
        if (holders > int.MaxValue || (holders == 0 && hours > 0))
        {
            cells.Add(new Remedy(RemedyKind.Misfit, LedgerField.Count, cells.Text(LedgerField.Count)));
            return null;
        }

        var was = reported.GetValueOrDefault(new Staff(point.Id, held, 0, null, new Provenance(Basis.Fact, "")).Key);
        var time = hours is { } given ? new MonthlyHours(given) : was?.Hours;
        var isSame = was is not null && was.Count == holders && was.Hours == time;
        return new RecordChange(was, new Staff(point.Id, held, (int)holders, time, cells.Known(was?.Provenance, isSame, isGiven: true)));
    }

    private ServicePoint? FindPoint(RowCells cells)
    {
        var (id, name) = (cells.Text(LedgerField.Id), cells.Text(LedgerField.Name));
        if (PointId.TryParse(id, out var known) && network.FindPoint(known) is { } point)
            return point;
        var named = byName[name].ToList();
        if (named.Count == 1)
            return named[0];
        if (id.Length + name.Length == 0)
            cells.Add(new Remedy(RemedyKind.Missing, LedgerField.Name, ""));
        else if (named.Count == 0)
            cells.Add(new Remedy(RemedyKind.NoSuchPoint, id.Length > 0 ? LedgerField.Id : LedgerField.Name, id.Length > 0 ? id : name));
        else
            cells.Add(new Remedy(RemedyKind.SeveralPoints, LedgerField.Name, name) { Options = [.. named.Select(each => new RemedyOption(each.Id.ToString(), each.Name))] });
        return null;
    }
}
