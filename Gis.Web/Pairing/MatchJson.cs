using System.Text.Json.Serialization;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;

namespace Gis.Web.Pairing;

/// <summary>A round of two-way choice as the command line answers it; its fields change only by a decision.</summary>
/// <param name="Status">optimal, feasible, infeasible or cancelled.</param>
/// <param name="Pairs">Who is paired, in the order of the villages' file.</param>
/// <param name="Unmatched">The villages without a firm.</param>
/// <param name="BlockingPairs">The pairs that would both rather have each other.</param>
/// <param name="Travel">The ways of all pairs together, in the unit of the costs; none without costs.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Receipt">What it was reckoned from.</param>
public sealed record MatchJson(
    string Status,
    IEnumerable<MatchedJson> Pairs,
    IEnumerable<string> Unmatched,
    IEnumerable<MatchedJson> BlockingPairs,
    double? Travel,
    double Seconds,
    Receipt Receipt)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    public static MatchJson Of(PairingInstance instance, PairingOutcome outcome, TimeSpan taken, Receipt receipt)
    {
        var result = outcome.Found;
        return new MatchJson(
            StatusOf(outcome),
            result?.Pairs.Select(pair => new MatchedJson(pair.Village, pair.Adviser)) ?? [],
            result?.Unmatched ?? [],
            result?.Blocking.Select(pair => new MatchedJson(pair.Village, pair.Firm)) ?? [],
            instance.Task.Costs.IsEmpty ? null : result?.Travel.Value,
            Math.Round(taken.TotalSeconds, 3),
            receipt)
        {
            Reason = (outcome as PairingOutcome.Infeasible)?.Reason,
        };
    }

    private static string StatusOf(PairingOutcome outcome) => outcome switch
    {
        PairingOutcome.Optimal => "optimal",
        PairingOutcome.BestFound => "feasible",
        PairingOutcome.Infeasible => "infeasible",
        _ => "cancelled",
    };
}

/// <summary>A village and a firm.</summary>
public sealed record MatchedJson(string Village, string Firm);
