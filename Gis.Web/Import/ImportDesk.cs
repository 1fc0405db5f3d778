using System.Collections.Immutable;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;
using Gis.Data.Store;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.Editing;
using Gis.Web.Network;

namespace Gis.Web.Import;

/// <summary>Previews lists and takes them in.</summary>
public sealed class ImportDesk(ImportDrafts drafts, ImportMemory memory, NetworkDesk desk, CurrentNetwork current)
{
    /// <summary>What a file would do to the network as it is now.</summary>
    /// <exception cref="SourceFileException">It cannot be read.</exception>
    public async Task<ImportPreview> Preview(SignedIn who, ImportDraft draft, CancellationToken cancel)
    {
        var (tables, network) = (drafts.ReadTables(draft, cancel), current.Snapshot.Network);
        var table = tables.FirstOrDefault(table => table.Name == draft.Table) ?? tables[0];
        var plan = draft.PlanFor(table, await memory.ReadAsync(ImportMemory.Columns, cancel), await memory.ReadAsync(ImportMemory.Units, cancel));
        return ImportStudy.Preview(network, table, plan, record => NetworkDesk.May(who, record, network), null, cancel);
    }

    /// <summary>Takes in what a preview said, all as one version; what the columns say is remembered for the next list like it.</summary>
    /// <exception cref="StoreException">It cannot be saved; nothing is changed.</exception>
    public async Task<EditOutcome> Import(SignedIn who, ImportDraft draft, ImportPreview preview, string reason, CancellationToken cancel)
    {
        var edit = preview.ToEdit(reason, who.Id);
        var outcome = await desk.Edit(who, edit.Command, reason, edit.Changes, null, cancel);
        if (outcome is not (EditOutcome.Saved or EditOutcome.Unchanged))
            return outcome;
        var heads = preview.Table.Columns;
        var columns = preview.Plan.Columns.ToImmutableDictionary(column => column.Key, column => heads[column.Value]);
        await Keep(ImportMemory.Columns, ColumnMemory.NameOf(preview.Plan.Kind, heads), ColumnMemory.Write(columns), cancel);
        drafts.Remove(draft);
        return outcome;
    }

    /// <summary>Keeps that a unit written in a certain way is a certain one, or none.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task Decide(string written, string unit, CancellationToken cancel) => Keep(ImportMemory.Units, written, unit, cancel);

    private Task Keep(string kind, string name, string value, CancellationToken cancel) =>
        memory.KeepAsync(kind, new Dictionary<string, string> { [name] = value }, current.Snapshot.Network.City.Code, cancel);
}
