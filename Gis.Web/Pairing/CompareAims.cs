using System.Collections.Immutable;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;
using Gis.Web.Charts;
using Gis.Web.Layout;

namespace Gis.Web.Pairing;

/// <summary>What a round would come to under each rule, and what fairness costs in travel.</summary>
/// <param name="Rows">A row for each rule.</param>
/// <param name="Frontier">The pairings that no other beats in both travel and largest load; null while it was not asked for.</param>
public sealed record CompareAims(ImmutableArray<AimRow> Rows, PairingFrontier? Frontier)
{
    // Both exact rules and the frontier get so long; what is not proven by then says so.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Works out the two ends at once, and the exact rules with the frontier where they are asked for.</summary>
    /// <exception cref="OperationCanceledException">Whoever asked has left.</exception>
    public static CompareAims Of(RoundView view, bool exact, CancellationToken cancel)
    {
        var instance = new RoundRun(view).Instance;
        PairingAim[] aims = exact ? Enum.GetValues<PairingAim>() : [PairingAim.VillageBest, PairingAim.FirmBest];
        using var deadline = new CancellationTokenSource(Patience);
        var stop = new PairingStop(deadline.Token, cancel);
        var frontier = exact ? Task.Run(() => PairingFrontier.Trace(instance, stop), cancel) : null;
        ImmutableArray<AimRow> rows = [.. aims.Select(aim => AimRow.Of(view, aim, PairingStudy.Solve(instance, aim, stop)))];
        var traced = frontier?.GetAwaiter().GetResult();
        cancel.ThrowIfCancellationRequested();
        return new CompareAims(rows, traced);
    }

    /// <summary>The frontier as a chart; null where it has no line.</summary>
    public Chart? Draw(Language language)
    {
        if (Frontier is not { Points.Length: > 0 } frontier)
            return null;
        var points = frontier.Points.Select(point => (Travel: point.Travel.Value, Load: point.LargestLoad.Value)).ToList();
        var plot = new Plot(
            Axis.Round(language["单程合计(分)", "Minutes one way in all"], points.Max(point => point.Travel)),
            Axis.Round(language["负担最重的律所,每名律师(分)", "Firm that bears most, minutes a lawyer"], points.Max(point => point.Load)));
        plot.Draw("line", points.Select(point => (point.Travel, point.Load)));
        return new Chart(
            "frontier",
            language["均一点,要多跑多少路", "What fairness costs in travel"],
            language["线上每一点都是证明过的:路程再少,就有律所更累。", "Each point is proven: with less travel some firm bears more."],
            [plot.Picture(language[$"{points.Count} 种稳定配对。", $"{points.Count} stable pairings."])],
            new ChartTable(
                [language["单程合计(分)", "Minutes in all"], language["负担最重(分)", "Largest load (min)"]],
                [.. frontier.Points.Select(point => ImmutableArray.Create(PairingWords.Way(point.Travel), PairingWords.Way(point.LargestLoad)))]));
    }
}

/// <summary>What a round comes to under one rule.</summary>
/// <param name="Aim">The rule.</param>
/// <param name="Paired">Villages paired.</param>
/// <param name="Blocking">Blocking pairs.</param>
/// <param name="Travel">The ways of all pairs together, one way each.</param>
/// <param name="LargestLoad">What the firm that bears most has for each of its lawyers.</param>
/// <param name="VillagesFirst">The villages that have the firm they put first, of those that put one.</param>
/// <param name="FirmsFirst">The pairs in which the firm had put the village first.</param>
/// <param name="IsProven">Whether nothing is better by the rule, by proof.</param>
public sealed record AimRow(PairingAim Aim, int Paired, int Blocking, Minutes Travel, Minutes LargestLoad, int VillagesFirst, int FirmsFirst, bool IsProven)
{
    internal static AimRow Of(RoundView view, PairingAim aim, PairingOutcome outcome)
    {
        if (outcome.Found is not { } found)
            return new AimRow(aim, 0, 0, default, default, 0, 0, IsProven: false);
        bool IsFirst(PairingSide side, string owner, string other) => view.HandedIn(side, owner)?.Wishes.Ranks is [var best, ..] && best.Contains(other);
        return new AimRow(
            aim,
            found.Pairs.Length,
            found.Blocking.Length,
            found.Travel,
            found.LargestLoad,
            found.Pairs.Count(pair => IsFirst(PairingSide.Village, pair.Village, pair.Adviser)),
            found.Pairs.Count(pair => IsFirst(PairingSide.Firm, pair.Adviser, pair.Village)),
            outcome is PairingOutcome.Optimal);
    }
}
