using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Core.Siting;

/// <summary>
/// A network as a siting problem: its villages are the demands, its points the sites, minutes the costs. What a question about
/// coverage takes as open stands, so that a plan begins where its answer ends.
/// </summary>
public static class NetworkSites
{
    /// <summary>Makes the instance of a question.</summary>
    /// <param name="network">The network asked about, with what the question moves and adds.</param>
    /// <param name="table">Its travel times.</param>
    /// <param name="question">Which points count and what is weighed; its limit is left to the problem that is asked of the instance.</param>
    /// <returns>
    /// Demands and sites in the order of the network, named by village code and point id, demands grouped by county code. A
    /// point that is open in the question stands; one of a tier asked about that is not built may be; what the question closes,
    /// and what is of another tier, is forbidden. A village that is not located has no pairs.
    /// </returns>
    public static SitingInstance Of(ServiceNetwork network, TravelTable table, CoverageQuestion question)
    {
        var pairs = new List<SitingPair>();
        for (var row = 0; row < table.RowCount; row++)
        {
            foreach (ref readonly var reach in table.Row(row))
                pairs.Add(new SitingPair(row, reach.Point, reach.Time.Value));
        }

        return new SitingInstance(
            [.. network.Villages.Select(village => new SitingDemand(village.Code.Digits, question.Weighting.Of(village).Count, village.Code.County.Digits))],
            [.. network.Points.Select(point => new SitingSite(point.Id.ToString(), RoleOf(point, question)))],
            pairs);
    }

    private static SiteRole RoleOf(ServicePoint point, CoverageQuestion question) =>
        question.IsOpen(point) ? SiteRole.Existing : question.MayBuild(point) ? SiteRole.Candidate : SiteRole.Forbidden;
}
