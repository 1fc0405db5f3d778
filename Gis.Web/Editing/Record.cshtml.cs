using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.History;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Editing;

/// <summary>One record of the network to be changed, with what was changed in it before.</summary>
[Authorize(Policy = Rights.Edit)]
public sealed class RecordModel(CurrentNetwork current, NetworkDesk desk, NetworkHistory history, Visitor visitor, Language language) : PageModel
{
    public ServiceNetwork Network { get; private set; } = current.Snapshot.Network;

    /// <summary>The record as it stands.</summary>
    public NetworkRecord Record { get; private set; } = null!;

    /// <summary>The fields as they were filled in.</summary>
    public RecordForm Form { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public FormFaults Faults { get; private set; } = new();

    /// <summary>The number of the entry that was just saved.</summary>
    public long? Saved { get; private set; }

    /// <summary>Whether what was filled in is the same as what stands.</summary>
    public bool IsUnchanged { get; private set; }

    /// <summary>What stands now against what was filled in, field by field, where somebody else changed the record meanwhile.</summary>
    public ImmutableArray<FieldChange> Conflict { get; private set; } = [];

    /// <summary>The days on which the point is closed or open otherwise.</summary>
    public ImmutableArray<SpecialHours> SpecialHours => Record is ServicePoint point ? Network.ListSpecialHoursOf(point.Id) : [];

    /// <summary>Such days as they were filled in.</summary>
    public SpecialHoursForm Special { get; private set; } = SpecialHoursForm.Empty;

    public LogTable Lines { get; private set; } = null!;

    /// <summary>Names what the form shows, so that nobody overwrites what he has not seen.</summary>
    public string Tag => NetworkHistory.TagOf(Record, Network.City.Code);

    public async Task<IActionResult> OnGetAsync(string kind, string key, long? saved, CancellationToken cancel)
    {
        if (Find(kind, key) is { } refusal)
            return refusal;
        (Form, Saved) = (RecordForm.Of(Record)!, saved);
        return await Show(StatusCodes.Status200OK, cancel);
    }

    /// <summary>Saves what was filled in.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string kind, string key, string? tag, string? reason, CancellationToken cancel)
    {
        if (Find(kind, key) is { } refusal)
            return refusal;
        (Form, Reason) = (RecordForm.Of(Record, Request.Form)!, ReasonRules.Read(reason, language, Faults));
        var read = Form.Read(Record, Network, language, Faults);
        if (tag != Tag)
            return await ShowConflict(read, cancel);
        return read is null || !Faults.IsEmpty
            ? await Show(StatusCodes.Status400BadRequest, cancel)
            : await Make($"{kind}.change", [new RecordChange(Record, read)], cancel);
    }

    /// <summary>Gives days on which the point is closed or open otherwise; their public reason is that of the log.</summary>
    public async Task<IActionResult> OnPostSpecialAsync(string kind, string key, CancellationToken cancel)
    {
        if (Find(kind, key) is { } refusal)
            return refusal;
        if (Record is not ServicePoint point)
            return NotFound();
        (Form, Special) = (RecordForm.Of(Record)!, SpecialHoursForm.Of(Request.Form));
        return Special.Read(point.Id, Network, language, Faults) is { } special
            ? await Make("hours.special-add", special.Reason, [new RecordChange(null, special)], cancel)
            : await Show(StatusCodes.Status400BadRequest, cancel);
    }

    /// <summary>Takes such days back.</summary>
    public async Task<IActionResult> OnPostEndSpecialAsync(string kind, string key, string? from, CancellationToken cancel)
    {
        if (Find(kind, key) is { } refusal)
            return refusal;
        if (SpecialHours.FirstOrDefault(special => Wording.Day(special.From) == from) is not { } special)
            return NotFound();
        Form = RecordForm.Of(Record)!;
        return await Make("hours.special-remove", special.Reason, [new RecordChange(special, null)], cancel);
    }

    /// <summary>Takes a point out of the network; its history stays, and so does the way back.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string kind, string key, string? tag, string? reason, CancellationToken cancel)
    {
        if (Find(kind, key) is { } refusal)
            return refusal;
        (Form, Reason) = (RecordForm.Of(Record)!, ReasonRules.Read(reason, language, Faults));
        if (Record is not ServicePoint)
            return NotFound();
        if (tag != Tag)
            return await ShowConflict(null, cancel);
        return Faults.IsEmpty
            ? await Make("point.remove", [new RecordChange(Record, null), .. SpecialHours.Select(special => new RecordChange(special, null))], cancel)
            : await Show(StatusCodes.Status400BadRequest, cancel);
    }

    private Task<IActionResult> Make(string command, ImmutableArray<RecordChange> changes, CancellationToken cancel) => Make(command, Reason, changes, cancel);

    private async Task<IActionResult> Make(string command, string reason, ImmutableArray<RecordChange> changes, CancellationToken cancel)
    {
        var change = changes[0];
        switch (await desk.Edit(visitor.Account!, command, reason, changes, null, cancel))
        {
            case EditOutcome.Saved saved:
                return Redirect(Url.Content(change is { Key.Kind: RecordKind.Point, After: null } ? $"~/plan/history/{saved.Entry}" : $"{RecordAddress.Of(Record)}?saved={saved.Entry}"));
            case EditOutcome.Stale:
                Network = current.Snapshot.Network;
                return RecordAddress.Find(Network, Record.Key.Kind.Written(), Record.Key.Text) is { } now ? await ShowConflict(change.Key == Record.Key ? change.After : null, cancel, now) : NotFound();
            case EditOutcome.Refused refused:
                Faults.AddMisfits(change.Key.ToString(), refused, language);
                return await Show(StatusCodes.Status400BadRequest, cancel);
            default:
                IsUnchanged = true;
                return await Show(StatusCodes.Status200OK, cancel);
        }
    }

    private Task<IActionResult> ShowConflict(NetworkRecord? mine, CancellationToken cancel, NetworkRecord? now = null)
    {
        Record = now ?? Record;
        Conflict = mine is null ? [] : RecordFields.List(language, new RecordChange(Record, mine), Network.City.Code);
        Faults = new FormFaults();
        return Show(StatusCodes.Status412PreconditionFailed, cancel);
    }

    private async Task<IActionResult> Show(int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        Lines = await LogTable.Read(history, new LogFilter(Record: Record.Key), visitor.May(Rights.History), cancel);
        return Page();
    }

    private IActionResult? Find(string kind, string key)
    {
        if (RecordAddress.Find(Network, kind, key) is not { } record)
            return NotFound();
        Record = record;
        return NetworkDesk.May(visitor.Account!, record, Network) ? null : Forbid();
    }
}
