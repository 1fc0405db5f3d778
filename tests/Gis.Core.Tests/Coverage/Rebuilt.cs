using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>A network made again with something changed.</summary>
internal static class Rebuilt
{
    internal static ServiceNetwork With(ServiceNetwork network, Village village) =>
        With(network, villages: [.. network.Villages.Select(each => each.Code == village.Code ? village : each)]);

    internal static ServiceNetwork With(ServiceNetwork network, ServicePoint point) =>
        With(network, points: [.. network.Points.Where(each => each.Id != point.Id), point]);

    internal static ServiceNetwork With(
        ServiceNetwork network, ImmutableArray<Village>? villages = null, ImmutableArray<ServicePoint>? points = null, ImmutableArray<Crossing>? crossings = null) => new(new NetworkParts
        {
            Version = network.Version,
            City = network.City,
            Counties = network.Counties,
            Townships = network.Townships,
            Villages = villages ?? network.Villages,
            Points = points ?? network.Points,
            Crossings = crossings ?? network.Crossings,
        });
}

internal static class Places
{
    /// <summary>Some ten metres north of where a village stands.</summary>
    internal static LonLat ABitNorthOf(Village village) => Geodesic.Destination(village.Position!.At, new Bearing(0), new Metres(10));
}
