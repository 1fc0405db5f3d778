using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Data;

namespace Gis.Web.Pairing;

/// <summary>The pairing of a round, from what was written to the proposal.</summary>
public static class RoundRun
{
    // Somebody waits for the page; where it takes longer, the best found is proposed, and says so.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Pairs by the wishes and rules of a round.</summary>
    /// <returns>The proposal, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">Whoever asked has left.</exception>
    public static (RoundProposal? Proposal, string Reason) Propose(RoundView view, CancellationToken cancel)
    {
        var rules = view.Round.Rules;
        var instance = Instance(view);
        using var deadline = new CancellationTokenSource(Patience);
        var outcome = PairingStudy.Solve(instance, rules.Aim, new PairingStop(deadline.Token, cancel));
        cancel.ThrowIfCancellationRequested();
        return outcome switch
        {
            PairingOutcome.Optimal optimal => (Write(view, optimal.Result, isProven: true), ""),
            PairingOutcome.BestFound best => (Write(view, best.Result, isProven: false), ""),
            PairingOutcome.Infeasible none => (null, none.Reason),
            _ => (null, "cancelled"),
        };
    }

    /// <summary>The round as an instance of two-way choice.</summary>
    public static PairingInstance Instance(RoundView view) =>
        PairingInstance.Of(RoundTask.Build(view.Network, view.Round.Rules, view.Sheets, view.Ways.List(), view.Objections));

    private static RoundProposal Write(RoundView view, PairingResult result, bool isProven)
    {
        var handedIn = view.Sheets.Where(sheet => sheet.IsSubmitted).ToDictionary(sheet => (sheet.Side, sheet.Owner));
        int? RankOf(PairingSide side, string owner, string other) =>
            handedIn.GetValueOrDefault((side, owner))?.Wishes.Ranks.Select((rank, i) => (rank, i)).FirstOrDefault(each => each.rank.Contains(other)) is { rank.IsDefault: false } found
                ? found.i + 1
                : null;
        return new RoundProposal(
            [
                .. result.Pairs.Select(pair => new ProposedPair(
                    pair.Village,
                    pair.Adviser,
                    view.Ways.Between(AreaCode.Parse(pair.Village), pair.Adviser)?.Time,
                    RankOf(PairingSide.Village, pair.Village, pair.Adviser),
                    RankOf(PairingSide.Firm, pair.Adviser, pair.Village),
                    PairSource.Choice)),
            ],
            [.. result.Unmatched.Select(village => new UnservedVillage(village, ""))],
            result.Blocking,
            result.Travel,
            isProven,
            ReceiptOf(view).ToString());
    }

    /// <summary>What a pairing of a round was computed from.</summary>
    public static Receipt ReceiptOf(RoundView view) => new(
        view.Network.Version,
        $"{view.Round.Id}, {view.Sheets.Count(sheet => sheet.IsSubmitted)}, {view.Objections.Count(objection => objection.State == ObjectionState.Upheld)}",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"mode={view.Round.Rules.Mode.Written()}&limit={view.Round.Rules.Limit.Value}&aim={view.Round.Rules.Aim.Written()}&seed={view.Round.Rules.Seed}"),
        ProgramVersion.Text);
}
