using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Web.Cities;

/// <summary>What a city, or several together, have.</summary>
/// <param name="Cities">How many cities.</param>
/// <param name="Villages">How many villages.</param>
/// <param name="Residents">How many residents.</param>
/// <param name="Centres">The centres.</param>
/// <param name="Stations">The stations.</param>
/// <param name="Rooms">The rooms.</param>
/// <param name="Covered">The residents within reach, by the question asked.</param>
/// <param name="IsIllustrative">Whether anything of it stands in for facts.</param>
public sealed record CityTotal(int Cities, int Villages, Residents Residents, TierCount Centres, TierCount Stations, TierCount Rooms, Residents Covered, bool IsIllustrative)
{
    /// <summary>The share of rooms that stand; null where there are none.</summary>
    public Share? Built => Rooms.All == 0 ? null : new Share((double)Rooms.Built / Rooms.All);

    /// <summary>The share of residents who are covered; null where nobody is counted.</summary>
    public Share? CoveredShare => Share.Of(Covered, Residents);

    internal static CityTotal Of(ServiceNetwork network, Residents covered) => new(
        1, network.Villages.Length, network.Residents, network.Count(Tier.Centre), network.Count(Tier.Station), network.Count(Tier.Room), covered, network.HasIllustration);

    internal static CityTotal Sum(IEnumerable<CityTotal> totals) => totals.Aggregate(
        new CityTotal(0, 0, new Residents(0), default, default, default, new Residents(0), false),
        (sum, each) => new CityTotal(
            sum.Cities + each.Cities, sum.Villages + each.Villages, sum.Residents + each.Residents,
            Add(sum.Centres, each.Centres), Add(sum.Stations, each.Stations), Add(sum.Rooms, each.Rooms),
            sum.Covered + each.Covered, sum.IsIllustrative || each.IsIllustrative));

    private static TierCount Add(TierCount one, TierCount other) => new(one.All + other.All, one.Built + other.Built);
}
