using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.Editing;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.History;

/// <summary>One change: each record before and after, and the way back.</summary>
[Authorize(Policy = Rights.History)]
public sealed class EntryModel(NetworkHistory history, NetworkDesk desk, CurrentNetwork current, Visitor visitor, Language language) : PageModel
{
    /// <summary>More records than this are counted, not shown: the first entry has the whole network.</summary>
    public const int MostShown = 40;

    public LogLine Line { get; private set; } = null!;

    public LogTable Table { get; private set; } = null!;

    public ServiceNetwork Network => current.Snapshot.Network;

    public string Reason { get; private set; } = "";

    public FormFaults Faults { get; private set; } = new();

    /// <summary>The records that were changed again since, as they stand and as undoing would have them.</summary>
    public ImmutableArray<(string Name, ImmutableArray<FieldChange> Fields)> Conflicts { get; private set; } = [];

    /// <summary>Whether the reader may undo it: it can be undone, and all its records are the reader's to change.</summary>
    public bool MayUndo => visitor.May(Rights.Edit) && Line.UndoneBy is null
        && NetworkHistory.ChangesOf(Line) is { } changes
        && changes.All(change => NetworkDesk.May(visitor.Account!, (change.After ?? change.Before)!, Network) && NetworkDesk.May(visitor.Account!, (change.Before ?? change.After)!, Network));

    public async Task<IActionResult> OnGetAsync(long entry, CancellationToken cancel) => await Find(entry, cancel) ? Page() : NotFound();

    /// <summary>Takes the change back by another one.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long entry, string? reason, CancellationToken cancel)
    {
        if (!await Find(entry, cancel))
            return NotFound();
        if (!MayUndo)
            return Forbid();
        Reason = ReasonRules.Read(reason, language, Faults);
        if (!Faults.IsEmpty)
            return Refuse(StatusCodes.Status400BadRequest);
        var changes = NetworkHistory.ChangesOf(Line)!.Value.Select(change => change.Undo()).ToImmutableArray();
        switch (await desk.Edit(visitor.Account!, "change.undo", Reason, changes, entry, cancel))
        {
            case EditOutcome.Saved saved:
                return Redirect(Url.Content($"~/plan/history/{saved.Entry}"));
            case EditOutcome.Stale stale:
                Conflicts = [.. stale.Records.Select(record => Contrast(new RecordChange(record.After, changes.First(change => change.Key == record.Key).After)))];
                return Refuse(StatusCodes.Status412PreconditionFailed);
            case EditOutcome.Refused refused:
                Faults.AddMisfits(Line.Subject, refused, language);
                return Refuse(StatusCodes.Status400BadRequest);
            default:
                Faults.Add(Line.Subject, "", language["已经和改动之前一样", "all is as it was before already"]);
                return Refuse(StatusCodes.Status400BadRequest);
        }
    }

    private (string, ImmutableArray<FieldChange>) Contrast(RecordChange fromNow) =>
        (RecordAddress.NameOf((fromNow.Before ?? fromNow.After)!), RecordFields.List(language, fromNow, Network.City.Code));

    private PageResult Refuse(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> Find(long entry, CancellationToken cancel)
    {
        if (await history.FindAsync(entry, cancel) is not { Version: not null } line)
            return false;
        Line = line;
        Table = new LogTable([line], await history.NameAuthorsAsync([line], cancel), MayOpen: true);
        return true;
    }
}
