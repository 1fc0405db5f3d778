using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Web.Layout;

namespace Gis.Web.Pairing;

/// <summary>Why a village and a firm are paired in a round, or are not, in words.</summary>
/// <param name="View">The round.</param>
/// <param name="Reason">What a study found.</param>
/// <param name="Cost">What it would cost the others if they were; null where they are, or cannot be.</param>
/// <param name="For">Who reads it; null for the bureau.</param>
public sealed record WhyView(RoundView View, PairingReason Reason, WishCost? Cost, PairingSide? For)
{
    /// <summary>Explains a pair of a round that has a proposal; null where it has none, or village or firm is not there.</summary>
    public static WhyView? Of(RoundView view, string? village, string? firm, PairingSide? reader, CancellationToken cancel)
    {
        if (view.Round.Proposal is not { } proposal || !AreaCode.TryParse(village, out var code) || view.Network.FindVillage(code) is null || view.Network.FindFirm(firm) is null)
            return null;
        var run = new RoundRun(view);
        var reason = PairingWhy.Explain(run.Instance, run.Explainable(proposal), code.Digits, firm!);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var cost = reason.ArePaired || reader is not null ? null : PairingWhy.CostOfWish(run.Instance, view.Round.Rules.Aim, code.Digits, firm!, new PairingStop(deadline.Token, cancel));
        return new WhyView(view, reason, cost, reader);
    }

    /// <summary>Whether the two were paired with room that was left.</summary>
    public bool ArePlaced => View.Round.Proposal!.Of(Reason.Village) is { Source: PairSource.Placed } pair && pair.Firm == Reason.Firm;

    /// <summary>The firm that the village has in the proposal; null where it has none.</summary>
    public string? Has => View.Round.Proposal!.Of(Reason.Village)?.Firm;

    /// <summary>The answer in a sentence.</summary>
    public string Answer(Language language)
    {
        if (Reason.ArePaired)
            return language["配在一起了。", "They are paired."];
        if (ArePlaced)
            return language["选的时候没有配上,后来用律所的余量就近安排在一起。", "The choice did not pair them; they were placed together with the room that was left."];
        if (Reason.FirmInVillage is null || Reason.VillageInFirm is null)
            return Barrier(language);
        if (Reason.Blocks)
            return language["两边都更愿意要对方,但为了让更多的村有顾问没有配。", "Both would rather have each other; they are parted so that more villages have an adviser."];
        return Reason.FirmRoom > 0 || Reason.Ahead.IsEmpty
            ? language["村配到了它一样想要或更想要的律所。", "The village has a firm that it likes as well or better."]
            : language["律所已经满了,里面的村它一样想要或更想要。", "The firm is full of villages that it likes as well or better."];
    }

    /// <summary>A change that alone would bring the pair about.</summary>
    public string Of(Language language, PairingChange change) => change.Kind switch
    {
        PairingChangeKind.FirmRaisesVillage => language[$"律所把这个村排到第 {change.Size}。", $"The firm puts the village in place {change.Size}."],
        PairingChangeKind.VillageRaisesFirm => language[$"村把这家律所排到第 {change.Size}。", $"The village puts the firm in place {change.Size}."],
        _ => language[$"律所多接 {change.Size} 个村。", $"The firm takes {change.Size} more."],
    };

    /// <summary>A place in a list.</summary>
    public static string Of(Language language, ListPlace? place) => place is { } known
        ? known.Alike > 1
            ? language[$"第 {known.Rank},和另外 {known.Alike - 1} 个一样", $"place {known.Rank}, the same as {known.Alike - 1} others"]
            : language[$"第 {known.Rank}", $"place {known.Rank}"]
        : language["不要", "refused"];

    private string Barrier(Language language)
    {
        if (Reason.Way is null)
            return language["不知道路程,不能配。", "No way between them is known, so they cannot be paired."];
        if (Reason.Way > View.Round.Rules.Limit)
            return language[$"路程 {PairingWords.Way(Reason.Way.Value)} 分钟,超过 {PairingWords.Way(View.Round.Rules.Limit)} 分钟。", $"The way takes {PairingWords.Way(Reason.Way.Value)} minutes, more than {PairingWords.Way(View.Round.Rules.Limit)}."];
        return View.Objections.Any(objection => objection.State == ObjectionState.Upheld && objection.Village == Reason.Village && objection.Firm == Reason.Firm)
            ? language["异议成立,不能配在一起。", "An objection was upheld; they may not be paired."]
            : language["一边不愿意。", "One side refuses the other."];
    }
}
