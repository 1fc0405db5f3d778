using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Pairing;

/// <summary>One round: how far it is, what both sides have handed in, the pairing proposed with its certificate, and the objections.</summary>
[Authorize(Policy = Rights.Pairing)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class RoundPageModel(RoundDesk desk, WishLists lists, Visitor visitor, Language language) : PageModel
{
    /// <summary>The largest list that is taken.</summary>
    public const long MostBytes = 20L * 1024 * 1024;

    public const int MostShown = 100;

    public RoundView View { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public FormFaults Faults { get; } = new();

    public string? Done { get; private set; }

    /// <summary>The county whose pairs are shown; null for all.</summary>
    public AreaCode? County { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>What may be done next; a round that is published may be paired anew only while it is the last.</summary>
    public ImmutableArray<RoundAct> Acts { get; private set; } = [];

    public bool MayLead => visitor.May(Rights.Round);

    /// <summary>The pairs looked for.</summary>
    public ImmutableArray<ProposedPair> Pairs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string? done, string? county, string? q, CancellationToken cancel)
    {
        Done = done;
        (County, Text) = (AreaCode.TryParse(county, out var code) ? code : null, (q ?? "").Trim());
        return await Fill(id, cancel) ? Page() : NotFound();
    }

    /// <summary>Leads the round on.</summary>
    public Task<IActionResult> OnPostStepAsync(string id, string? act, string? reason, CancellationToken cancel) => Write(id, act ?? "", async () =>
    {
        Reason = ReasonRules.Read(reason, language, Faults);
        if (!WrittenName.TryRead<RoundAct>(act, out var step))
            Faults.Add("act", act ?? "", string.Join(", ", WrittenName.List<RoundAct>()));
        else if (Faults.IsEmpty && await desk.Step(View, step, visitor.Account!, Reason, cancel) is { } refusal)
            Faults.Add("act", language.Of(step), refusal.Answer is { } answer ? language.Of(answer) : refusal.Reason ?? language["别人刚改过这一轮,请看过再做", "somebody else has just led the round on; look again"]);
    }, cancel);

    /// <summary>Sets how many villages a firm still takes.</summary>
    public Task<IActionResult> OnPostRoomAsync(string id, string? firm, string? villages, string? reason, CancellationToken cancel) => Write(id, "room", async () =>
    {
        Reason = ReasonRules.Read(reason, language, Faults);
        if (View.Network.FindFirm(firm) is null)
            Faults.Add("firm", firm ?? "", language["请选一家律所", "choose a firm"]);
        var room = new NumberFields(language, Faults).Whole("villages", (villages ?? "").Trim(), 0, View.Network.Villages.Length);
        if (Faults.IsEmpty && !await desk.SetRoom(View.Round, firm!, room, visitor.Account!, Reason, cancel))
            Faults.Add("firm", firm!, language["现在不能改", "it cannot be changed now"]);
    }, cancel);

    /// <summary>Answers an objection.</summary>
    public Task<IActionResult> OnPostAnswerAsync(string id, long objection, string? state, string? answer, CancellationToken cancel) => Write(id, "answer", async () =>
    {
        var words = (answer ?? "").Trim();
        if (words.Length is 0 or > SideModel.LongestReason)
            Faults.Add("answer", words, language[$"请写明答复,1 到 {SideModel.LongestReason} 个字", $"say why, 1 to {SideModel.LongestReason} characters"]);
        if (!WrittenName.TryRead<ObjectionState>(state, out var said) || said == ObjectionState.Open)
            Faults.Add("state", state ?? "", "upheld, dismissed");
        if (View.Round.State != RoundState.Proposed)
            Faults.Add("state", "", language["现在不能答复", "objections cannot be answered now"]);
        if (Faults.IsEmpty && !await desk.Answer(View.Round, objection, said, words, visitor.Account!, language["答复异议", "answers an objection"], cancel))
            Faults.Add("state", "", language["别人已经答复过", "somebody else has answered it"]);
    }, cancel);

    /// <summary>Takes the wishes of a list.</summary>
    public Task<IActionResult> OnPostListAsync(string id, IFormFile? file, string? reason, CancellationToken cancel) => Write(id, "list", async () =>
    {
        Reason = ReasonRules.Read(reason, language, Faults);
        if (file is null)
            Faults.Add("file", "", language["请选一个文件", "choose a file"]);
        if (file is null || !Faults.IsEmpty)
            return;
        var sheets = await lists.Read(file, View, language, Faults, cancel);
        if (Faults.IsEmpty && !await desk.Keep(View.Round, sheets, visitor.Account!, Reason, cancel))
            Faults.Add("file", file.FileName, language["这一轮现在不收志愿", "the round takes no wishes now"]);
    }, cancel);

    private async Task<IActionResult> Write(string id, string done, Func<Task> work, CancellationToken cancel)
    {
        if (!await Fill(id, cancel))
            return NotFound();
        if (!MayLead)
            return Forbid();
        await work();
        if (Faults.IsEmpty)
            return Redirect(Url.Content($"~/plan/pairing/{View.Round.Id}?done={Uri.EscapeDataString(done)}"));
        await Fill(id, cancel);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> Fill(string id, CancellationToken cancel)
    {
        if (await desk.Read(id, cancel) is not { } view)
            return false;
        View = view;
        var mayAct = MayLead && (view.Round.State != RoundState.Published || await desk.IsLast(view.Round, cancel));
        Acts = mayAct ? [.. RoundSteps.List(view.Round.State)] : [];
        Pairs = [.. (view.Round.Proposal?.Pairs ?? []).Where(Fits)];
        return true;
    }

    private bool Fits(ProposedPair pair) =>
        (County is not { } county || (AreaCode.TryParse(pair.Village, out var village) && village.IsWithin(county)))
        && (Text.Length == 0 || View.VillageName(pair.Village).Contains(Text, StringComparison.OrdinalIgnoreCase) || View.FirmName(pair.Firm).Contains(Text, StringComparison.OrdinalIgnoreCase));
}
