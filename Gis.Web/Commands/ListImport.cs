using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;
using Gis.Data.Store;
using Gis.Data.Store.History;
using Gis.Web.Import;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Commands;

/// <summary>Takes a list of records into the network: all rows that can be, as one version, or none.</summary>
/// <param name="Path">The file.</param>
/// <param name="Store">The store and the city in it.</param>
/// <param name="Crs">What its coordinates are in; null for what the file says.</param>
/// <param name="Kind">What its rows are; null for what its heads say.</param>
/// <param name="Source">Where it comes from, in words.</param>
/// <param name="IsDry">Whether nothing is to be changed.</param>
/// <param name="LeaveOut">Whether rows that cannot be taken are left out, rather than nothing be taken.</param>
internal sealed record ListImport(string Path, StoreChoice Store, Crs? Crs, LedgerKind? Kind, string Source, bool IsDry, bool LeaveOut)
{
    private const int MostTold = 50;

    internal async Task Run(CancellationToken cancel)
    {
        var name = System.IO.Path.GetFileName(Path);
        var tables = SourceFile.Read(Path, name, new Saying($"{name}, rows read"), cancel);
        var store = await Store.Open(cancel);
        var network = await NetworkSetup.Load(store, cancel);
        var memory = new ImportMemory(store);
        var previews = new List<ImportPreview>();
        foreach (var table in tables)
        {
            var draft = new ImportDraft { Id = "", Name = name, AccountId = "", Made = default, Source = Source.Length > 0 ? Source : name, Kind = Kind, Crs = Crs?.Name };
            var plan = draft.PlanFor(table, await memory.ReadAsync(ImportMemory.Columns, cancel), await memory.ReadAsync(ImportMemory.Units, cancel));
            previews.Add(ImportStudy.Preview(network, table, plan, null, new Saying($"{table.Name}, rows compared"), cancel));
            await Tell(previews[^1]);
        }

        await Save(store, previews, cancel);
    }

    private async Task Save(GisStore store, List<ImportPreview> previews, CancellationToken cancel)
    {
        var refused = previews.Sum(preview => preview.Count(RowState.InDoubt) + preview.Count(RowState.Wrong));
        if (refused > 0 && !LeaveOut && !IsDry)
            throw new WrongInputException($"{refused} rows cannot be taken as they stand, so nothing was changed. Put them right, or leave them out with --leave-out.");
        if (IsDry)
        {
            await Console.Out.WriteLineAsync("Nothing was changed.");
            return;
        }

        var edit = new NetworkEdit(previews.Count == 1 ? previews[0].ToEdit("", null).Command : "import", $"gis import: {Source}", [.. previews.SelectMany(preview => preview.Changes)]);
        await Console.Out.WriteLineAsync(await store.EditAsync(edit, TimeProvider.System.GetUtcNow(), cancel) switch
        {
            EditOutcome.Saved saved => string.Create(CultureInfo.InvariantCulture, $"Saved {edit.Changes.Length} records as version {saved.Version}, entry {saved.Entry} of the log."),
            EditOutcome.Unchanged => "Everything is so already; nothing was changed.",
            EditOutcome.Refused misfit => throw new WrongInputException("The records would make no network, so nothing was changed: " + string.Join("; ", misfit.Faults)),
            _ => throw new WrongInputException("Somebody changed the network meanwhile, so nothing was changed. Import once more."),
        });
    }

    private static async Task Tell(ImportPreview preview)
    {
        var columns = preview.Plan.Columns.OrderBy(column => column.Value).Select(column => $"{preview.Table.Columns[column.Value]} = {column.Key.Written()}");
        await Console.Out.WriteLineAsync($"{preview.Table.Name}: {preview.Plan.Kind.Written()}, coordinates in {preview.Plan.Datum}; {string.Join(", ", columns)}");
        if (Language.English.Of(preview.JudgeDatum(), preview.Plan.Datum) is { } warning)
            await Console.Out.WriteLineAsync(warning);
        foreach (var remark in preview.Table.Remarks)
            await Console.Out.WriteLineAsync(remark);
        await Console.Out.WriteLineAsync(string.Join(", ", Enum.GetValues<RowState>().Select(state => $"{preview.Count(state)} {state.Written()}")) + ".");
        var refused = preview.Rows.Where(row => row.State is RowState.InDoubt or RowState.Wrong).ToList();
        foreach (var row in refused.Take(MostTold))
            await Console.Out.WriteLineAsync($"  row {row.Source.Number}, {row.State.Written()}: {string.Join("; ", row.Remedies.Select(Language.English.Of))}");
        if (refused.Count > MostTold)
            await Console.Out.WriteLineAsync($"  and {refused.Count - MostTold} more");
    }
}
