using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;
using Gis.Data;

namespace Gis.Web.Pairing;

/// <summary>The pairing of a round, from what was written to the proposal.</summary>
public sealed class RoundRun
{
    // Somebody waits for the page; where it takes longer, the best found is proposed, and says so.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RoundView view;
    private readonly PairingInstance instance;
    private readonly Dictionary<(PairingSide Side, string Owner), Dictionary<string, int>> places;

    /// <summary>Makes a round ready.</summary>
    public RoundRun(RoundView view)
    {
        this.view = view;
        instance = PairingInstance.Of(RoundTask.Build(view.Network, view.Round.Rules, view.Sheets, view.Ways.List(), view.Objections));
        places = view.Sheets.Where(sheet => sheet.IsSubmitted).ToDictionary(
            sheet => (sheet.Side, sheet.Owner),
            sheet => sheet.Wishes.Ranks.SelectMany((rank, i) => rank.Select(id => (id, i))).ToDictionary(each => each.id, each => each.i + 1, StringComparer.Ordinal));
    }

    /// <summary>The round as an instance of two-way choice.</summary>
    public PairingInstance Instance => instance;

    /// <summary>What a pairing of the round is computed from.</summary>
    public Receipt Receipt => new(
        view.Network.Version,
        $"{view.Round.Id}, {places.Count}, {instance.Task.Conflicts.Length}",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"mode={view.Round.Rules.Mode.Written()}&limit={view.Round.Rules.Limit.Value}&aim={view.Round.Rules.Aim.Written()}&seed={view.Round.Rules.Seed}"),
        ProgramVersion.Text);

    /// <summary>
    /// Pairs by the wishes and rules; where a pairing was proposed before, with as few villages changed as can be. Villages left
    /// over are placed with the room that is left and with those who help beside the firms.
    /// </summary>
    /// <param name="helpers">Who helps.</param>
    /// <param name="cancel">Whoever asked has left.</param>
    /// <returns>The proposal, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">Whoever asked has left.</exception>
    public (RoundProposal? Proposal, string Reason) Propose(ImmutableArray<PairingHelper> helpers, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var (stop, aim) = (new PairingStop(deadline.Token, cancel), view.Round.Rules.Aim);
        var outcome = view.Round.Proposal is { } before
            ? PairingStudy.Rematch(instance, [.. before.Pairs.Where(pair => pair.Source == PairSource.Choice).Select(pair => new PairedVillage(pair.Village, pair.Firm))], aim, stop)
            : PairingStudy.Solve(instance, aim, stop);
        cancel.ThrowIfCancellationRequested();
        return outcome switch
        {
            PairingOutcome.Optimal optimal => (Write(optimal.Result, helpers, isProven: true), ""),
            PairingOutcome.BestFound best => (Write(best.Result, helpers, isProven: false), ""),
            PairingOutcome.Infeasible none => (null, none.Reason),
            _ => (null, "cancelled"),
        };
    }

    /// <summary>The pairing proposed, as the result that can be explained.</summary>
    public PairingResult Explainable(RoundProposal proposal) =>
        PairingStudy.Describe(instance, [.. proposal.Pairs.Where(pair => pair.Source != PairSource.Placed).Select(pair => new PairedVillage(pair.Village, pair.Firm))]);

    private RoundProposal Write(PairingResult result, ImmutableArray<PairingHelper> helpers, bool isProven)
    {
        var left = LeftoverStudy.Place(instance, result, helpers, view.Round.Rules.Limit);
        var chosen = result.Pairs.Select(pair => Write(pair.Village, pair.Adviser, view.Ways.Between(AreaCode.Parse(pair.Village), pair.Adviser)?.Time, PairSource.Choice));
        var placed = left.Placed.Select(pair => Write(pair.Village, pair.Place, pair.Time, PairSource.Placed));
        return new RoundProposal(
            [.. chosen.Concat(placed).OrderBy(pair => pair.Village, StringComparer.Ordinal)],
            [.. left.Unplaced.Select(village => Write(village, left))],
            result.Blocking,
            result.Travel + left.Travel,
            isProven,
            Receipt.ToString());
    }

    private ProposedPair Write(string village, string firm, Minutes? way, PairSource source) => new(
        village,
        firm,
        way,
        PlaceOf(PairingSide.Village, village, firm),
        PlaceOf(PairingSide.Firm, firm, village),
        source);

    private int? PlaceOf(PairingSide side, string owner, string other) =>
        places.TryGetValue((side, owner), out var own) && own.TryGetValue(other, out var place) ? place : null;

    private static UnservedVillage Write(string village, LeftoverPlan left) => left.Shortages.FirstOrDefault(shortage => shortage.Villages.Contains(village)) is { } shortage
        ? new UnservedVillage(village, shortage.Villages.Length, shortage.Room, left.Raised?.Limit, shortage.Remedies.IsEmpty ? null : shortage.Remedies[0].Place)
        : new UnservedVillage(village, 1, 0, left.Raised?.Limit, null);
}
