using System.Collections.Concurrent;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Web.Network;

namespace Gis.Web.Cities;

/// <summary>A version of a city's network beside those of the others.</summary>
/// <param name="version">Its number.</param>
/// <param name="snapshot">The network with its travel times.</param>
/// <param name="roadsChanged">When its roads were taken into use; null where it has none, or is the city being served.</param>
public sealed class CityNetwork(long version, Snapshot snapshot, DateTime? roadsChanged)
{
    private const int MostAnswers = 64;

    private readonly ConcurrentDictionary<string, CityTotal> totals = [];

    public long Version => version;

    public ServiceNetwork Network => snapshot.Network;

    internal Snapshot Snapshot => snapshot;

    internal DateTime? RoadsChanged => roadsChanged;

    /// <summary>What the city has, and whom it reaches: the numbers of its own pages.</summary>
    public CityTotal TotalOf(CoverageQuestion question)
    {
        if (totals.Count >= MostAnswers)
            totals.Clear();
        return totals.GetOrAdd(question.ToString(), _ => CityTotal.Of(Network, CountCovered(question)));
    }

    // Over roads the minutes of every trip are needed; estimated, they are not, and a nation is counted in a second.
    private Residents CountCovered(CoverageQuestion question) => snapshot.Travel.IsByRoads(question.Mode)
        ? snapshot.Measure(question).Total.Covered
        : EstimatedCoverage.CountCovered(Network, question, ModePace.Defaults[question.Mode]);
}
