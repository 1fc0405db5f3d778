using System.Collections.Concurrent;
using Gis.Core.Coverage;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Data;

namespace Gis.Web.Network;

/// <summary>The network being served. A request reads its snapshot once, so that all it says is of one version.</summary>
public sealed record CurrentNetwork(Snapshot Snapshot);

/// <summary>One version of the network with its travel tables, each made when first asked for.</summary>
public sealed class Snapshot
{
    // An answer about a city takes some tens of kilobytes.
    private const int MostAnswers = 200;

    private readonly Lazy<TravelLines> lines;

    private readonly Dictionary<TravelMode, Lazy<TravelTable>> tables;

    private readonly Lazy<PlaceIndex> places;

    // By the question as it is written: equal questions read the same.
    private readonly ConcurrentDictionary<string, Lazy<CoverageAnswer>> answers = [];

    public Snapshot(ServiceNetwork network)
    {
        Network = network;
        Estimate = new TravelEstimate(network.Crossings);
        lines = new(() => TravelLines.Measure(network));
        tables = ModePace.Defaults.ToDictionary(
            pace => pace.Key,
            pace => new Lazy<TravelTable>(() => TravelTable.Estimate(lines.Value, pace.Key, pace.Value)));
        places = new(() => new PlaceIndex(network));
    }

    public ServiceNetwork Network { get; }

    public PlaceIndex Places => places.Value;

    public TravelEstimate Estimate { get; }

    public TravelTable Table(TravelMode mode) => tables[mode].Value;

    public CoverageAnswer Measure(CoverageQuestion question)
    {
        // Nobody asks so many questions again and again; whoever tries them all starts the others anew.
        if (answers.Count >= MostAnswers)
            answers.Clear();
        return answers.GetOrAdd(
            question.ToString(),
            _ => new Lazy<CoverageAnswer>(() => CoverageStudy.Measure(Network, Table(question.Mode), question))).Value;
    }

    public Receipt ReceiptFor(CoverageQuestion question) =>
        new(Network.Version, Table(question.Mode).Version, question.ToString(), ProgramVersion.Text);
}
