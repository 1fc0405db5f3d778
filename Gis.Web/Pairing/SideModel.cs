using System.Collections.Immutable;
using System.Xml.Linq;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Places;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Pairing;

/// <summary>What the pages of a firm and of a village have in common: who they are, the round they are in, what they tell and wish.</summary>
public abstract class SideModel(PairingSide side, RoundDesk desk, CurrentNetwork current, Visitor visitor, Language language) : PageModel
{
    public const int LongestReason = 300;

    public PairingSide Side => side;

    /// <summary>The unit of the account; null where the network has it no longer.</summary>
    public ChoiceUnit? Unit { get; private set; }

    /// <summary>The round it is in, or was in last; null before the first.</summary>
    public RoundView? View { get; private set; }

    /// <summary>What it handed in, or has drafted.</summary>
    public WishSheet? Sheet { get; private set; }

    public string Tag { get; private set; } = "";

    public WishForm Wishes { get; private set; } = null!;

    public ProfileForm Profile { get; private set; } = null!;

    public ImmutableArray<Candidate> Candidates { get; private set; } = [];

    public FormFaults Faults { get; } = new();

    public string? Done { get; private set; }

    /// <summary>Where those to choose among are; null where that cannot be drawn.</summary>
    public XElement? Drawing => View is { } view && Unit is not null
        ? WishDrawing.Draw(
            PositionOf(Unit), [.. Candidates.Select(candidate => (candidate, At: PositionOf(candidate.Unit))).Where(each => each.At is not null).Select(each => (each.candidate, each.At!.Value))],
            Wishes, view.Round.Rules.Limit, language)
        : null;

    /// <summary>Where the pages of this side begin.</summary>
    public string Root => side == PairingSide.Firm ? "/firm" : "/village";

    /// <summary>Whether wishes may be written today.</summary>
    public bool MayWish => View is { } view && view.Round.TakesWishesOn(view.Today);

    /// <summary>Whether objections may be made today.</summary>
    public bool MayObject => View is { } view && view.Round.TakesObjectionsOn(view.Today);

    /// <summary>The pairs proposed to this side, once they are.</summary>
    public IEnumerable<ProposedPair> Proposed => View is { Round: { State: RoundState.Proposed or RoundState.Confirmed or RoundState.Published, Proposal: { } proposal } }
        ? proposal.Pairs.Where(pair => OwnerOf(pair.Village, pair.Firm) == Unit?.Id)
        : [];

    /// <summary>The pairs of this side that stand today.</summary>
    public IEnumerable<StandingPair> Standing => View?.Standing.Where(pair => OwnerOf(pair.Village, pair.Firm) == Unit?.Id) ?? [];

    /// <summary>What this side objected to.</summary>
    public IEnumerable<Objection> Objections => View?.Objections.Where(objection => objection.Side == side && OwnerOf(objection.Village, objection.Firm) == Unit?.Id) ?? [];

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancel)
    {
        Done = done;
        return await Show(StatusCodes.Status200OK, cancel);
    }

    /// <summary>Keeps the wishes as a draft, or hands them in.</summary>
    public async Task<IActionResult> OnPostWishesAsync(string? then, string? tag, CancellationToken cancel)
    {
        await Fill(cancel);
        if (Unit is null || View is null)
            return NotFound();
        Wishes = WishForm.Of(Request.Form);
        if (!MayWish)
            Faults.Add("wishes", "", language["现在不能改志愿", "wishes cannot be changed now"]);
        var known = View.Units(side == PairingSide.Firm ? PairingSide.Village : PairingSide.Firm).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        var sheet = Wishes.Read(side, Unit.Id, known, language, Faults) with { IsSubmitted = then == "submit" };
        if (!Faults.IsEmpty)
            return Refuse(StatusCodes.Status400BadRequest);
        if (await desk.Keep(View.Round, sheet, tag ?? "", visitor.Account!, language["填志愿", "wishes"], cancel))
            return Redirect(Url.Content($"~{Root}/pairing?done={(sheet.IsSubmitted ? "submit" : "save")}"));
        Faults.Add("wishes", "", language["同一单位的人刚改过志愿,请看过再填", "somebody else of the same unit has just changed the wishes; look again before you write"]);
        return Refuse(StatusCodes.Status412PreconditionFailed);
    }

    /// <summary>Keeps what this side tells of itself.</summary>
    public async Task<IActionResult> OnPostProfileAsync(CancellationToken cancel)
    {
        await Fill(cancel);
        if (Unit is null)
            return NotFound();
        Profile = ProfileForm.Of(Request.Form);
        var profile = Profile.Read(side, Unit.Id, language, Faults);
        if (!Faults.IsEmpty)
            return Refuse(StatusCodes.Status400BadRequest);
        await desk.Tell(profile, visitor.Account!, language["填写情况", "tells of itself"], cancel);
        return Redirect(Url.Content($"~{Root}?done=profile"));
    }

    /// <summary>Objects to a pair proposed.</summary>
    public async Task<IActionResult> OnPostObjectAsync(string? other, string? reason, CancellationToken cancel)
    {
        await Fill(cancel);
        if (Unit is null || View is null)
            return NotFound();
        var words = (reason ?? "").Trim();
        if (words.Length is 0 or > LongestReason)
            Faults.Add("reason", words, language[$"请写明理由,1 到 {LongestReason} 个字", $"say why, 1 to {LongestReason} characters"]);
        if (Proposed.FirstOrDefault(pair => OtherOf(pair.Village, pair.Firm) == other) is not { } pair)
            Faults.Add("other", other ?? "", language["公示里没有这一对", "the proposal has no such pair"]);
        else if (Faults.IsEmpty && (!MayObject || !await desk.RaiseObjection(View.Round, new Objection(0, side, pair.Village, pair.Firm, words, ObjectionState.Open, ""), visitor.Account!, language["提异议", "objects"], cancel)))
            Faults.Add("reason", "", language["现在不能提异议", "objections cannot be made now"]);
        return Faults.IsEmpty ? Redirect(Url.Content($"~{Root}?done=object")) : Refuse(StatusCodes.Status400BadRequest);
    }

    /// <summary>The name of the other side of a pair.</summary>
    public string NameOfOther(string village, string firm) => side == PairingSide.Firm ? View!.VillageName(village) : View!.FirmName(firm);

    /// <summary>The identifier of the other side of a pair.</summary>
    public string OtherOf(string village, string firm) => side == PairingSide.Firm ? village : firm;

    private LonLat? PositionOf(ChoiceUnit unit) => unit.Side == PairingSide.Firm
        ? current.Snapshot.Network.FindFirm(unit.Id)?.Office?.At
        : current.Snapshot.Network.FindVillage(AreaCode.Parse(unit.Id))?.Position?.At;

    private string OwnerOf(string village, string firm) => side == PairingSide.Firm ? firm : village;

    private async Task<IActionResult> Show(int status, CancellationToken cancel)
    {
        await Fill(cancel);
        Response.StatusCode = status;
        return Page();
    }

    private PageResult Refuse(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task Fill(CancellationToken cancel)
    {
        Unit = ChoiceUnit.Find(current.Snapshot.Network, side, visitor.Account!.Scope);
        View = await desk.ReadCurrent(cancel);
        if (Unit is null)
            return;
        if (View is { } view)
        {
            (Sheet, Tag) = await desk.FindWishes(view.Round, side, Unit.Id, cancel);
            Wishes = WishForm.Of(Sheet);
            Candidates = Unit.ListCandidates(view);
        }

        Profile = ProfileForm.Of(View?.ProfileOf(side, Unit.Id) ?? await desk.FindProfile(side, Unit.Id, cancel));
    }
}
