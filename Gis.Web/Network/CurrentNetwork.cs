using Gis.Core.Coverage;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Web.Network;

/// <summary>The network being served. Requests read one snapshot; an edit swaps in another, whole.</summary>
public sealed class CurrentNetwork(ServiceNetwork network)
{
    private volatile Snapshot snapshot = new(network);

    public Snapshot Snapshot => snapshot;

    public void Swap(ServiceNetwork next) => snapshot = new Snapshot(next);
}

/// <summary>One version of the network with its travel tables, each made when first asked for.</summary>
public sealed class Snapshot(ServiceNetwork network)
{
    private readonly Dictionary<TravelMode, Lazy<TravelTable>> tables = ModePace.Defaults.ToDictionary(
        pace => pace.Key,
        pace => new Lazy<TravelTable>(() => TravelTable.Estimate(network, pace.Key, pace.Value)));

    private readonly Lazy<PlaceIndex> places = new(() => new PlaceIndex(network));

    public ServiceNetwork Network { get; } = network;

    public PlaceIndex Places => places.Value;

    public TravelEstimate Estimate { get; } = new(network.Crossings);

    public TravelTable Table(TravelMode mode) => tables[mode].Value;

    public CoverageAnswer Measure(CoverageQuestion question) => CoverageStudy.Measure(Network, Table(question.Mode), question);

    public Receipt ReceiptFor(CoverageQuestion question) =>
        new(Network.Version, Table(question.Mode).Version, question.ToString(), ProgramVersion.Text);
}
