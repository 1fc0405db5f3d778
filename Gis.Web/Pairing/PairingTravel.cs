using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Web.Network;

namespace Gis.Web.Pairing;

/// <summary>The ways between villages and the offices of firms; those of one version of the network and one mode are measured once.</summary>
public sealed class PairingTravel(CurrentNetwork current)
{
    private readonly ConcurrentDictionary<TravelMode, (Snapshot Of, Lazy<OfficeWays> Ways)> measured = [];

    /// <summary>The ways by a mode over the network served now.</summary>
    public OfficeWays By(TravelMode mode)
    {
        var snapshot = current.Snapshot;
        return measured.AddOrUpdate(mode, _ => Measure(snapshot, mode), (_, known) => known.Of == snapshot ? known : Measure(snapshot, mode)).Ways.Value;
    }

    /// <summary>Who can help beside the firms, with the ways from the points they work at.</summary>
    public ImmutableArray<PairingHelper> ListHelpers(RoundView view) =>
        HelperPost.List(view.Network, view.Round.Rules, view.Objections, current.Snapshot.Travel.TripsTo(view.Round.Rules.Mode));

    private static (Snapshot Of, Lazy<OfficeWays> Ways) Measure(Snapshot snapshot, TravelMode mode) => (snapshot, new(() => OfficeWays.Measure(snapshot, mode)));
}

/// <summary>The ways between villages and offices by one mode, from the village to the office.</summary>
public sealed class OfficeWays
{
    private readonly ImmutableDictionary<string, ImmutableArray<Trip?>> byFirm;
    private readonly ServiceNetwork network;

    private OfficeWays(ServiceNetwork network, ImmutableDictionary<string, ImmutableArray<Trip?>> byFirm) => (this.network, this.byFirm) = (network, byFirm);

    /// <summary>The way between a village and a firm; null where it is not known, or there is none.</summary>
    public Trip? Between(AreaCode village, string firm) => byFirm.TryGetValue(firm, out var trips) ? trips[network.RowOf(village)] : null;

    /// <summary>All ways known, in order of firm and village.</summary>
    public ImmutableArray<PairingCost> List() =>
    [
        .. network.Firms.Where(firm => byFirm.ContainsKey(firm.Id)).SelectMany(firm => network.Villages
            .Select((village, row) => (village, trip: byFirm[firm.Id][row])).Where(each => each.trip is not null)
            .Select(each => new PairingCost(each.village.Code.Digits, firm.Id, each.trip!.Value.Time))),
    ];

    internal static OfficeWays Measure(Snapshot snapshot, TravelMode mode)
    {
        var (network, trips) = (snapshot.Network, snapshot.Travel.TripsTo(mode));
        return new OfficeWays(network, network.Firms.Where(firm => firm.Office is not null).AsParallel()
            .Select(firm => (firm.Id, Trips: trips(firm.Office!.At, network.BankOf(firm.County)).ToImmutableArray()))
            .ToImmutableDictionary(each => each.Id, each => each.Trips));
    }
}
