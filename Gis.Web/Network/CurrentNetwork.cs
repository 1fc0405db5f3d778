using Gis.Core.Coverage;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Data;

namespace Gis.Web.Network;

/// <summary>The network being served. A request reads its snapshot once, so that all it says is of one version.</summary>
public sealed record CurrentNetwork(Snapshot Snapshot);

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
