using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.Editing;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Import;

/// <summary>One list on its way into the network: what its columns are, what it would change, row by row, and the word that lets it.</summary>
[Authorize(Policy = Rights.Import)]
public sealed class ImportListModel(ImportDrafts drafts, ImportDesk desk, CurrentNetwork current, Visitor visitor, Language language) : PageModel
{
    public const int PageLength = 100;

    public const int MostAbsent = 200;

    private readonly ServiceNetwork network = current.Snapshot.Network;

    public AreaCode City => network.City.Code;

    public ImportDraft Draft { get; private set; } = null!;

    /// <summary>What the network has and the list has not.</summary>
    public ImmutableArray<NetworkRecord> Absent { get; private set; } = [];

    public IReadOnlyList<SourceTable> Tables { get; private set; } = [];

    public ImportPreview Preview { get; private set; } = null!;

    /// <summary>Only rows of this state; all where none is chosen.</summary>
    public RowState? State { get; private set; }

    public ImmutableArray<ImportRow> Rows { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Found { get; private set; }

    public string Reason { get; private set; } = "";

    public FormFaults Faults { get; } = new();

    /// <summary>Whether the network was changed since it was looked at.</summary>
    public bool IsStale { get; private set; }

    /// <summary>How many rows would be left out: those in doubt or wrong.</summary>
    public int LeftOut => Preview.Count(RowState.InDoubt) + Preview.Count(RowState.Wrong);

    public async Task<IActionResult> OnGetAsync(string id, string? state, [FromQuery] int? page, CancellationToken cancel) =>
        await Load(id, state, page, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSettingsAsync(string id, CancellationToken cancel)
    {
        if (!await Load(id, null, null, cancel))
            return NotFound();
        var changed = ReadSettings();
        if (!Faults.IsEmpty)
            return Refuse(StatusCodes.Status400BadRequest);
        await drafts.Save(changed);
        return Redirect(Url.Content($"~/plan/import/{id}"));
    }

    public async Task<IActionResult> OnPostDecideAsync(string id, string? written, string? unit, CancellationToken cancel)
    {
        if (!await Load(id, null, null, cancel))
            return NotFound();
        var asked = Preview.Rows.SelectMany(row => row.Remedies).FirstOrDefault(remedy => remedy.Kind == RemedyKind.UnsureUnit && remedy.Written == written);
        if (asked is null || (unit != UnitFinder.NoUnit && !asked.Options.Any(option => option.Key == unit)))
            return BadRequest();
        await desk.Decide(asked.Written!, unit!, cancel);
        return Redirect(Url.Content($"~/plan/import/{id}?state={RowState.InDoubt.Written()}"));
    }

    public async Task<IActionResult> OnPostImportAsync(string id, string? reason, bool leaveOut, CancellationToken cancel)
    {
        if (!await Load(id, null, null, cancel))
            return NotFound();
        Reason = ReasonRules.Read(reason, language, Faults);
        if (LeftOut > 0 && !leaveOut)
            Faults.Add("leaveOut", "", language[$"有 {LeftOut} 行不能导入。请先改好,或勾选“这些行先不导入”", $"{LeftOut} rows cannot be taken: put them right, or tick that they are left out"]);
        if (!Faults.IsEmpty)
            return Refuse(StatusCodes.Status400BadRequest);
        switch (await desk.Import(visitor.Account!, Draft, Preview, Reason, cancel))
        {
            case EditOutcome.Saved saved:
                return Redirect(Url.Content($"~/plan/history/{saved.Entry}"));
            case EditOutcome.Unchanged:
                return Redirect(Url.Content("~/plan/import"));
            case EditOutcome.Refused refused:
                Faults.AddMisfits(Draft.Name, refused, language);
                return Refuse(StatusCodes.Status400BadRequest);
            default:
                IsStale = true;
                return Refuse(StatusCodes.Status412PreconditionFailed);
        }
    }

    public IActionResult OnPostDiscard(string id)
    {
        if (drafts.Find(id, visitor.Account!.Id) is not { } draft)
            return NotFound();
        drafts.Remove(draft);
        return Redirect(Url.Content("~/plan/import"));
    }

    private async Task<bool> Load(string id, string? state, int? page, CancellationToken cancel)
    {
        if (drafts.Find(id, visitor.Account!.Id) is not { } draft)
            return false;
        Draft = draft;
        Tables = drafts.ReadTables(draft, cancel);
        Preview = await desk.Preview(visitor.Account!, draft, cancel);
        Absent = Preview.FindAbsent(network);
        State = WrittenName.TryRead<RowState>(state, out var chosen) ? chosen : null;
        var found = Preview.Rows.Where(row => State is null || row.State == State).OrderByDescending(row => row.State).ToList();
        Found = found.Count;
        Number = Math.Clamp(page ?? 1, 1, Math.Max(1, (Found + PageLength - 1) / PageLength));
        Rows = [.. found.Skip((Number - 1) * PageLength).Take(PageLength)];
        return true;
    }

    private ImportDraft ReadSettings()
    {
        var fields = Request.Form;
        var table = Tables.FirstOrDefault(table => table.Name == fields["table"]) ?? Tables[0];
        if (!WrittenName.TryRead<LedgerKind>(fields["kind"], out var kind))
            Faults.Add("kind", fields["kind"].ToString(), language["应从列表中选", "choose one of the list"]);
        if (!Crs.TryParse(fields["crs"], out _, out var fault))
            Faults.Add("crs", fields["crs"].ToString(), fault);
        if (!WrittenName.TryRead<PairWriting>(fields["writing"], out var writing))
            Faults.Add("writing", fields["writing"].ToString(), language["应从列表中选", "choose one of the list"]);
        if (!double.TryParse(fields["accuracy"], System.Globalization.CultureInfo.InvariantCulture, out var accuracy) || accuracy is not (>= PositionForm.LeastAccuracy and <= PositionForm.MostAccuracy))
            Faults.Add("accuracy", fields["accuracy"].ToString(), language[$"应为 {PositionForm.LeastAccuracy} 到 {PositionForm.MostAccuracy} 米", $"{PositionForm.LeastAccuracy} to {PositionForm.MostAccuracy} metres"]);
        // The columns shown were those of the kind and table before: another kind begins with its own guess.
        var isSame = kind == Preview.Plan.Kind && table.Name == Preview.Table.Name;
        return Draft with { Table = table.Name, Kind = kind, Crs = fields["crs"], Writing = writing, AccuracyMetres = accuracy, Columns = isSame ? ReadColumns(fields, kind, table) : null };
    }

    private static ImmutableDictionary<LedgerField, string> ReadColumns(IFormCollection fields, LedgerKind kind, SourceTable table) => LedgerFields.Of(kind)
        .Select(field => (Field: field, Head: fields[$"column-{field.Written()}"].ToString()))
        .Where(column => column.Head.Length > 0 && table.Columns.Contains(column.Head))
        .ToImmutableDictionary(column => column.Field, column => column.Head);

    private PageResult Refuse(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
