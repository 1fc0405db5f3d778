using System.Collections.Immutable;

namespace Gis.Core.Pairing.Matching;

/// <summary>
/// What fairness costs in travel: of all pairings that are as stable and pair as many villages as can be, those of which no other
/// has both less travel and a smaller largest load.
/// </summary>
/// <param name="Points">From the least travel to the smallest largest load; each proven.</param>
/// <param name="IsComplete">Whether there are no others; otherwise the time was over first.</param>
public sealed record PairingFrontier(ImmutableArray<PairingResult> Points, bool IsComplete)
{
    /// <summary>Finds the points one after another: the least travel at first, then the least with the load under that of the last.</summary>
    /// <returns>The points; none where floors and caps cannot be kept.</returns>
    public static PairingFrontier Trace(PairingInstance instance, PairingStop stop) =>
        new PairingSearch(instance, PairingAim.LeastTravel, stop).Trace();
}
