using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Gis.Web.Accounts;
using Gis.Web.Editing;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Progress;

/// <summary>The ledger of one point: its steps with their days, who sees to it by when, why it stands still, and what shows it.</summary>
[Authorize(Policy = Rights.Year)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class PointLedgerModel(
    YearDesk desk, YearStore year, EvidenceStore evidence, EvidenceReader reader, CurrentNetwork current, Visitor visitor, Language language) : PageModel
{
    /// <summary>The largest file that is taken.</summary>
    public const long MostBytes = 20L * 1024 * 1024;

    public const int LongestNote = 200;

    public const int LongestOwner = 60;

    public ServiceNetwork Network { get; private set; } = current.Snapshot.Network;

    public ServicePoint Point { get; private set; } = null!;

    public YearProgress Progress { get; private set; } = null!;

    public ImmutableArray<Evidence> Evidence { get; private set; } = [];

    /// <summary>A piece that was just removed, to be put back.</summary>
    public Evidence? Removed { get; private set; }

    public MoveForm Form { get; private set; } = new();

    public FormFaults Faults { get; } = new();

    public string? Done { get; private set; }

    public bool MayReport => visitor.May(Rights.Progress) && Rights.MayEdit(visitor.Account!, Point.Area);

    public PointPlan Plan => Progress.Milestones.Plans.GetValueOrDefault(Point.Id) ?? new PointPlan(Point.Id, null, "");

    public async Task<IActionResult> OnGetAsync(string id, string? done, string? removed, CancellationToken cancel)
    {
        if (!Find(id))
            return NotFound();
        Done = done;
        if (removed is not null && await evidence.FindAsync(removed, cancel) is { Removed: not null } piece && piece.Point == Point.Id)
            Removed = piece;
        return await Show(StatusCodes.Status200OK, cancel);
    }

    /// <summary>Reports that the point came to a stage on a day.</summary>
    public Task<IActionResult> OnPostStageAsync(string id, CancellationToken cancel) => Write(id, "stage", async reason =>
    {
        Form = MoveForm.Of(Request.Form) with { Points = [id] };
        if (Form.Seen != Point.Stage.Written())
            Faults.Add("stage", Form.Seen, language["别人刚改过这个点,请看过再登记", "somebody else has just changed the point; look again before you report"]);
        if (Form.Read(Network, await desk.Read(cancel), visitor.Account!, language, Faults) is not var (points, stage, on) || !Faults.IsEmpty)
            return;
        var outcome = await desk.Move(points, stage, on, visitor.Account!, reason, cancel);
        if (outcome is EditOutcome.Refused refused)
            Faults.AddMisfits("stage", refused, language);
        else if (outcome is EditOutcome.Stale)
            Faults.Add("stage", Form.Stage, language["别人刚改过这个点,请看过再登记", "somebody else has just changed the point; look again before you report"]);
    }, cancel);

    /// <summary>Says by when the point is to be built, and which office sees to it.</summary>
    public Task<IActionResult> OnPostPlanAsync(string id, string? due, string? owner, CancellationToken cancel) => Write(id, "plan", async reason =>
    {
        var day = default(DateOnly);
        if (!string.IsNullOrEmpty(due) && !DayField.TryRead(due, out day))
            Faults.Add("due", due, language["应为日期,或留空", "a day, or nothing"]);
        var office = (owner ?? "").Trim();
        if (office.Length > LongestOwner)
            Faults.Add("owner", office, language[$"最多 {LongestOwner} 个字", $"at most {LongestOwner} characters"]);
        if (Faults.IsEmpty)
            await year.PlanAsync([new PointPlan(Point.Id, string.IsNullOrEmpty(due) ? null : day, office)], desk.Order(visitor.Account!, reason), cancel);
    }, cancel);

    /// <summary>Reports that the point stands still.</summary>
    public Task<IActionResult> OnPostStandAsync(string id, string? cause, string? note, string? since, CancellationToken cancel) => Write(id, "stand", async reason =>
    {
        if (!WrittenName.TryRead<StandstillCause>(cause ?? "", out var known))
            Faults.Add("cause", cause ?? "", language["请选一个原因", "choose a cause"]);
        var words = (note ?? "").Trim();
        if (words.Length > LongestNote || (known == StandstillCause.Other && words.Length == 0))
            Faults.Add("note", words, language[$"最多 {LongestNote} 个字;选“其他”时要写明", $"at most {LongestNote} characters; for something else it must say what"]);
        if (!DayField.TryRead(since, out var day) || day > desk.Today)
            Faults.Add("since", since ?? "", language["应为日期,不晚于今天", "a day, not after today"]);
        if (Faults.IsEmpty)
            await year.StandAsync(new Standstill(Point.Id, known, words, day, null, 0), desk.Order(visitor.Account!, reason), cancel);
    }, cancel);

    /// <summary>Reports that the point goes on.</summary>
    public Task<IActionResult> OnPostGoOnAsync(string id, long still, string? until, CancellationToken cancel) => Write(id, "go-on", async reason =>
    {
        var own = (await desk.Read(cancel)).Standing.Values.Any(each => each.Id == still && each.Point == Point.Id);
        if (!own || !DayField.TryRead(until, out var day) || day > desk.Today || !await year.GoOnAsync(still, day, desk.Order(visitor.Account!, reason), cancel))
            Faults.Add("until", until ?? "", language["应为日期,不早于停滞那天,不晚于今天", "a day, not before it stood still and not after today"]);
    }, cancel);

    /// <summary>Takes a photograph or paper.</summary>
    public Task<IActionResult> OnPostEvidenceAsync(string id, IFormFile? file, string? caption, string? taken, CancellationToken cancel) => Write(id, "evidence", async reason =>
    {
        var words = (caption ?? "").Trim();
        if (words.Length is 0 or > LongestNote)
            Faults.Add("caption", words, language[$"请写明拍的是什么,1 到 {LongestNote} 个字", $"say what it shows, 1 to {LongestNote} characters"]);
        if (!DayField.TryRead(taken, out var day) || day > desk.Today)
            Faults.Add("taken", taken ?? "", language["应为日期,不晚于今天", "a day, not after today"]);
        if (file is null)
            Faults.Add("file", "", language["请选一个文件", "choose a file"]);
        if (file is not null && Faults.IsEmpty && await reader.Read(file, language, Faults, cancel) is var (name, mediaType, content))
            await evidence.AddAsync(new NewEvidence(Point.Id, name, mediaType, content, words, day), desk.Order(visitor.Account!, reason), cancel);
    }, cancel);

    /// <summary>Removes a piece of evidence, or puts it back.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string id, string? piece, bool back, CancellationToken cancel)
    {
        if (!Find(id))
            return NotFound();
        if (!MayReport)
            return Forbid();
        if (await evidence.FindAsync(piece ?? "", cancel) is not { } known || known.Point != Point.Id)
            return NotFound();
        await evidence.RemoveAsync(known.Id, !back, desk.Order(visitor.Account!, back ? language["放回去", "put back"] : language["移除", "removed"]), cancel);
        return Redirect(Url.Content($"~/plan/ledger/{Point.Id}{(back ? "" : $"?removed={known.Id}")}#evidence"));
    }

    private async Task<IActionResult> Write(string id, string what, Func<string, Task> work, CancellationToken cancel)
    {
        if (!Find(id))
            return NotFound();
        if (!MayReport)
            return Forbid();
        var reason = what == "evidence" ? language["上传材料", "brought evidence"] : ReasonRules.Read(Request.Form["reason"], language, Faults);
        await work(reason);
        return Faults.IsEmpty ? Redirect(Url.Content($"~/plan/ledger/{Point.Id}?done={what}")) : await Show(StatusCodes.Status400BadRequest, cancel);
    }

    private bool Find(string id)
    {
        if (Network.FindPoint(id) is not { } point)
            return false;
        Point = point;
        return true;
    }

    private async Task<IActionResult> Show(int status, CancellationToken cancel)
    {
        Network = current.Snapshot.Network;
        Point = Network.FindPoint(Point.Id) ?? Point;
        Progress = await desk.Read(cancel);
        Evidence = await evidence.ListAsync(Point.Id, cancel);
        Response.StatusCode = status;
        return Page();
    }
}
