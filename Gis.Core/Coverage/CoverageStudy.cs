using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Core.Coverage;

/// <summary>Measures who is within reach of an open point. Formulas and sources: docs/methods/coverage.md.</summary>
public static class CoverageStudy
{
    /// <summary>Answers a question about a network from nothing.</summary>
    /// <param name="network">The network, with the question's moves and additions already made: see <see cref="Scenario"/>.</param>
    /// <param name="table">Its travel times.</param>
    /// <param name="question">The question.</param>
    /// <param name="snapped">Doubt about trips beside that of positions; none if not given.</param>
    /// <remarks>A village exactly at the limit is covered (d ≤ S: Church and ReVelle 1974, Papers in Regional Science 32).</remarks>
    /// <exception cref="ArgumentException">The table is of another mode or another network.</exception>
    public static CoverageAnswer Measure(ServiceNetwork network, TravelTable table, CoverageQuestion question, SnapDoubt? snapped = null) =>
        new CoverageState(new CoverageGround(network, table, snapped ?? SnapDoubt.None), question).Answer();
}
