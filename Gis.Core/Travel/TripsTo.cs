using Gis.Core.Network;
using Gis.Core.Places;

namespace Gis.Core.Travel;

/// <summary>
/// The trips to one place from every village of a network, in the order of <see cref="ServiceNetwork.Villages"/>; none where
/// there is no way. What fills a whole table must give the same trips here, to the last bit.
/// </summary>
/// <param name="place">Where the trips end.</param>
/// <param name="bank">The bank of the barrier river it is on.</param>
public delegate IReadOnlyList<Trip?> TripsTo(LonLat place, Bank bank);

/// <summary>Trips to one place without roads.</summary>
public static class EstimatedTrips
{
    /// <summary>The trips as <see cref="TravelTable.Estimate(ServiceNetwork, TravelMode, ModePace)"/> has them.</summary>
    public static TripsTo Of(ServiceNetwork network, ModePace pace)
    {
        var estimate = new TravelEstimate(network.Crossings);
        return (place, bank) =>
        [
            .. network.Villages.Select(village => village.Position is { } home
                ? estimate.Estimate(home.At, village.Bank, place, bank, pace)
                : null),
        ];
    }
}
