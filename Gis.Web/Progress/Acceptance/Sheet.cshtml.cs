using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Data.Store.Progress;
using Gis.Web.Accounts;
using Gis.Web.Finder.Voice;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Progress.Acceptance;

/// <summary>The sheet of one point: what each level found, and for the level whose turn it is a form to fill in and hand in.</summary>
[Authorize(Policy = Rights.Year)]
public sealed class SheetModel(AcceptanceDesk desk, RatingDesk ratings, Visitor visitor, Language language) : PageModel
{
    public AcceptanceState State { get; private set; } = null!;

    public PointAcceptance Subject { get; private set; } = null!;

    /// <summary>The level whose turn it is, where the visitor may fill in its sheet; null where the page is only to be read.</summary>
    public AcceptanceLevel? Level { get; private set; }

    /// <summary>The fields as they were filled in.</summary>
    public SheetForm Form { get; private set; } = null!;

    /// <summary>What the sheet comes to as it is kept.</summary>
    public Score? Score { get; private set; }

    /// <summary>How the point was rated by those who were there.</summary>
    public RatingsView Ratings { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    public FormFaults Faults { get; } = new();

    /// <summary>What was filled in where it differs from what is kept by now, if somebody else changed it meanwhile.</summary>
    public ImmutableArray<(Standard Standard, string Now, string Mine)> Conflict { get; private set; } = [];

    /// <summary>The levels that handed in a sheet, and their last.</summary>
    public IEnumerable<(AcceptanceLevel Level, Assessment Sheet)> HandedIn =>
        Enum.GetValues<AcceptanceLevel>().Select(level => (level, Subject.LastOf(level))).Where(each => each.Item2 is not null).Select(each => (each.level, each.Item2!));

    /// <summary>Names the draft that the form shows, so that nobody overwrites what he has not seen.</summary>
    public string Tag => Level is { } level ? State.TagOf(Subject.Point.Id, level) : "";

    /// <summary>The posts reported of the point.</summary>
    public IEnumerable<Staff> Staff => State.Network.Staff.Where(each => each.Point == Subject.Point.Id);

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken cancel)
    {
        if (!await Fill(id, cancel))
            return NotFound();
        Done = WordsFor(done);
        Show(Level is { } level ? Subject.Continue(level) : null);
        return Page();
    }

    /// <summary>Keeps what was filled in, or hands it in.</summary>
    public async Task<IActionResult> OnPostAsync(string id, string? level, string? stage, string? tag, string? then, CancellationToken cancel)
    {
        if (!await Fill(id, cancel))
            return NotFound();
        if (!WrittenName.TryRead<AcceptanceLevel>(level, out var filled) || !AcceptanceDesk.May(visitor.Account!, filled, Subject.Point))
            return Forbid();
        Form = SheetForm.Of(Request.Form, Subject.Asked);
        var stands = Subject.Continue(filled);
        if (Subject.Turn != filled || stage != Subject.Point.Stage.Written() || (tag ?? "") != Tag)
            return ShowConflict(stands);
        var sheet = Form.Read(stands, Subject.Asked, language, Faults);
        if (!Faults.IsEmpty)
            return Refuse(stands);
        return then switch
        {
            "declare" => await HandIn(sheet, AcceptanceAct.Declare, cancel),
            "accept" => await HandIn(sheet, AcceptanceAct.Accept, cancel),
            "return" => await HandIn(sheet, AcceptanceAct.Return, cancel),
            "fill" => await Keep(sheet with { Verdicts = Filled(sheet) }, "fill", cancel),
            _ => await Keep(sheet, "save", cancel),
        };
    }

    private async Task<IActionResult> Keep(Assessment sheet, string done, CancellationToken cancel)
    {
        if (await desk.Keep(visitor.Account!, sheet, Tag, cancel))
            return Redirect(Url.Content($"~/plan/acceptance/{Subject.Point.Id}?done={done}"));
        return await ShowConflict(cancel);
    }

    private async Task<IActionResult> HandIn(Assessment sheet, AcceptanceAct act, CancellationToken cancel)
    {
        if (act == AcceptanceAct.Return && sheet.Note.Length == 0)
            Faults.Add("note", "", language["退回要写明整改什么", "say what is to be put right"]);
        var outcome = AcceptanceSteps.Take(Subject.Point.Stage, sheet, act, Subject.Asked, State.Board.Weights, State.Board.Today);
        if (outcome is not StepOutcome.Taken)
            Faults.Add(outcome is StepOutcome.BadDue ? "due" : "then", Form.Due, language.Of(outcome));
        if (!Faults.IsEmpty || outcome is not StepOutcome.Taken taken)
            return Refuse(sheet);
        return await desk.HandIn(visitor.Account!, act, [(Subject, sheet, Tag, taken)], cancel) is HandInOutcome.Done
            ? Redirect(Url.Content($"~/plan/acceptance/{Subject.Point.Id}?done={act.Written()}"))
            : await ShowConflict(cancel);
    }

    private ImmutableSortedDictionary<string, Verdict> Filled(Assessment sheet) => sheet.Verdicts.AddRange(
        Subject.Asked.Where(standard => !sheet.Verdicts.ContainsKey(standard.Code)).Select(standard => KeyValuePair.Create(standard.Code, Verdict.Met)));

    private void Show(Assessment? sheet)
    {
        // What ratings say is filled in and not kept until the inspector keeps it.
        Form = sheet is null ? new SheetForm(ImmutableSortedDictionary<string, string>.Empty, "", "") : SheetForm.Of(RatingVerdict.FillIn(sheet, Subject.Asked, Ratings.Result));
        Score = sheet is null ? Subject.Score : Subject.ScoreOf(sheet);
    }

    private PageResult Refuse(Assessment sheet)
    {
        (Response.StatusCode, Score) = (StatusCodes.Status400BadRequest, Subject.ScoreOf(sheet));
        return Page();
    }

    // Somebody was faster between reading and writing.
    private async Task<IActionResult> ShowConflict(CancellationToken cancel)
    {
        await Fill(Subject.Point.Id.ToString(), cancel);
        return ShowConflict(Level is { } level ? Subject.Continue(level) : Subject.Last);
    }

    private PageResult ShowConflict(Assessment? now)
    {
        Response.StatusCode = StatusCodes.Status412PreconditionFailed;
        Conflict =
        [
            .. Subject.Asked.Select(standard => (standard, language.Of(now, standard), Mine(standard))).Where(each => each.Item2 != each.Item3),
        ];
        Score = now is null ? Subject.Score : Subject.ScoreOf(now);
        return Page();
    }

    private string Mine(Standard standard) =>
        Form.Verdicts.TryGetValue(standard.Code, out var text) && WrittenName.TryRead<Verdict>(text, out var verdict) ? language.Of(verdict) : "–";

    private async Task<bool> Fill(string id, CancellationToken cancel)
    {
        State = await desk.Read(cancel);
        if (!PointId.TryParse(id, out var key) || State.Board.Find(key) is not { } found)
            return false;
        (Subject, Ratings) = (found, await ratings.Read(found.Point, cancel));
        Level = found.Turn is { } turn && AcceptanceDesk.May(visitor.Account!, turn, found.Point) ? turn : null;
        return true;
    }

    // An address keeps what was done; it is said while it is still so.
    private string? WordsFor(string? done) => done switch
    {
        "save" => language["已保存,还没有提交。", "Saved; not handed in yet."],
        "fill" => language["没填的都填成了“达到”,已保存。请逐条看过再提交。", "What was not answered is now met, and saved. Look at each before handing it in."],
        "declare" when Subject.Point.Stage == Stage.Declared => language["已申报,等市级验收。", "Declared; the city inspects it next."],
        "accept" when Subject.Point.Stage is Stage.CityAccepted or Stage.ProvinceAccepted => language["已记为合格。", "Recorded as accepted."],
        "return" when Subject.Point.Stage == Stage.Returned => language["已退回整改。", "Returned to be put right."],
        _ => null,
    };
}
