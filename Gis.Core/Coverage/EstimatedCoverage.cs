using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>
/// Counts who is within reach where travel is estimated, without the table of all trips: quick enough for every city of a nation
/// at once. It is the count that <see cref="CoverageStudy"/> gives over <see cref="TravelTable.Estimate(ServiceNetwork, TravelMode, ModePace)"/>,
/// exactly.
/// </summary>
public static class EstimatedCoverage
{
    /// <summary>The weight of the villages that have an open point within the limit; exactly at the limit is covered.</summary>
    /// <param name="network">The network, with the question's moves and additions already made: see <see cref="Scenario"/>.</param>
    /// <param name="question">The question.</param>
    /// <param name="pace">How the estimate turns a line into a trip by the question's mode.</param>
    public static Residents CountCovered(ServiceNetwork network, CoverageQuestion question, ModePace pace)
    {
        var sites = new OpenSites(network, question);
        var longest = pace.LongestLine(question.Limit);
        return network.Villages.Where(village => village.Position is not null && sites.AreWithin(village, longest))
            .Sum(village => question.Weighting.Of(village));
    }

    private sealed class OpenSites
    {
        private readonly ImmutableArray<Crossing> crossings;
        private readonly TravelEstimate estimate;
        private readonly Dictionary<Bank, PlaceTree> onBank;
        private readonly Dictionary<Bank, double[]> beyondCrossings;

        internal OpenSites(ServiceNetwork network, CoverageQuestion question)
        {
            crossings = network.Crossings;
            estimate = new TravelEstimate(crossings);
            onBank = network.Points.Where(point => point.Position is not null && question.IsOpen(point))
                .GroupBy(point => point.Bank, point => point.Position!.At)
                .ToDictionary(bank => bank.Key, bank => new PlaceTree([.. bank]));
            // Of the points beyond a crossing the nearest to it decides.
            beyondCrossings = onBank.ToDictionary(bank => bank.Key, bank => crossings.Select(crossing => bank.Value.DistanceToNearest(crossing.Position.At).Value).ToArray());
        }

        internal bool AreWithin(Village village, Metres longest)
        {
            var home = village.Position!.At;
            if (onBank.TryGetValue(village.Bank, out var own) && own.AnyWithin(home, longest))
                return true;
            return crossings.Length > 0 && beyondCrossings.Any(bank => bank.Key != village.Bank && estimate.MeasureAcross(
                village.Bank, first => Geodesic.Distance(home, crossings[first].Position.At).Value,
                bank.Key, last => bank.Value[last]) <= longest);
        }
    }
}
