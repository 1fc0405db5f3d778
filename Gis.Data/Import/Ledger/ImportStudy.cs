using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Data.Import.Files;

namespace Gis.Data.Import.Ledger;

/// <summary>Works out what an import would do, and changes nothing.</summary>
public static class ImportStudy
{
    private const int ReportEvery = 10_000;

    /// <summary>Reads every row of a table by a plan against a network.</summary>
    /// <param name="network">The network as it is.</param>
    /// <param name="table">The list.</param>
    /// <param name="plan">How to read it.</param>
    /// <param name="may">Which records who imports may change; all where null.</param>
    /// <param name="progress">Told how many rows are read.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static ImportPreview Preview(
        ServiceNetwork network, SourceTable table, ImportPlan plan, Func<NetworkRecord, bool>? may = null, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var reader = ReaderOf(plan.Kind, network, new UnitFinder(network, plan));
        var rows = ImmutableArray.CreateBuilder<ImportRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            if (rows.Count % ReportEvery == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(rows.Count);
            }

            var cells = new RowCells(row, plan);
            var change = reader.Read(cells);
            if (may is not null && change is not null && !(may(change.After!) && may(change.Before ?? change.After!)))
                cells.Add(new Remedy(RemedyKind.NotYours, null, change.Key.Text));
            rows.Add(new ImportRow(row, change, cells.Remedies) { Written = cells.Written });
        }

        return new ImportPreview(table, plan, FindRepeated(rows.MoveToImmutable()));
    }

    private static IRecordReader ReaderOf(LedgerKind kind, ServiceNetwork network, UnitFinder units) => kind switch
    {
        LedgerKind.Villages => new VillageReader(network, units),
        LedgerKind.Points => new PointReader(network, units, new NewPoints(network)),
        LedgerKind.Staff => new StaffReader(network),
        _ => new FirmReader(network, units),
    };

    // Of rows that say the same of one thing the first is taken; of rows that say different things, none.
    private static ImmutableArray<ImportRow> FindRepeated(ImmutableArray<ImportRow> rows)
    {
        var twice = rows.Where(row => row.Change is not null).GroupBy(row => row.Change!.Key).Where(group => group.Skip(1).Any()).ToDictionary(group => group.Key, group => group.ToList());
        return twice.Count == 0 ? rows : [.. rows.Select(row => row.Change is { } change && twice.TryGetValue(change.Key, out var all) ? Compare(row, all) : row)];
    }

    private static ImportRow Compare(ImportRow row, List<ImportRow> all)
    {
        var first = all[0];
        if (all.TrueForAll(other => Equals(other.Change!.After, row.Change!.After)))
            return ReferenceEquals(first, row) ? row : With(row, RemedyKind.SameAgain, first);
        return With(row, RemedyKind.Repeated, all.First(other => !ReferenceEquals(other, row)));
    }

    private static ImportRow With(ImportRow row, RemedyKind kind, ImportRow other) => row with
    {
        Remedies = [.. row.Remedies.Append(new Remedy(kind, null, "") { OtherRow = other.Source.Number }).OrderByDescending(remedy => remedy.Weight)],
    };
}
