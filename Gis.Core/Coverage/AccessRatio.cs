using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Hours of advice a month for each resident, by a floating catchment method.</summary>
/// <remarks>
/// Only minutes from a village to a point are used, in both steps: it is the residents who travel. The hours of all points
/// that someone lives in reach of are shared out, none twice: Σ residents × ratio = Σ hours − <see cref="Stranded"/>.
/// </remarks>
/// <param name="Villages">The ratio of each village, in the order of <see cref="ServiceNetwork.Villages"/>; 0 where it reaches no hours.</param>
/// <param name="Total">Everybody together.</param>
/// <param name="Counties">The counties, in order of code.</param>
/// <param name="Gini">How unevenly the hours are shared out over all residents, those without any included; none where nobody has any.</param>
/// <param name="Without">Residents who reach no hours.</param>
/// <param name="Stranded">Hours at points that nobody lives in reach of.</param>
public sealed record AccessRatio(
    ImmutableArray<HoursPerResident> Villages,
    AreaAccess Total,
    ImmutableArray<AreaAccess> Counties,
    double? Gini,
    Residents Without,
    MonthlyHours Stranded)
{
    /// <summary>Two-step floating catchment area (2SFCA): every trip within the limit counts the same.</summary>
    /// <remarks>R(s) = h(s) ÷ Σ p(v) over t(v, s) ≤ L; A(v) = Σ R(s) over t(v, s) ≤ L. Luo and Wang 2003, Environment and Planning B 30.</remarks>
    public static AccessRatio TwoStep(ServiceNetwork network, TravelTable table, HoursSupply supply, Minutes limit) =>
        EnhancedTwoStep(network, table, supply, DecayZones.Even(limit));

    /// <summary>Enhanced two-step floating catchment area (E2SFCA): trips count by the zone they end in.</summary>
    /// <remarks>R(s) = h(s) ÷ Σ p(v)·w(t(v, s)); A(v) = Σ R(s)·w(t(v, s)). Luo and Qi 2009, Health and Place 15.</remarks>
    public static AccessRatio EnhancedTwoStep(ServiceNetwork network, TravelTable table, HoursSupply supply, DecayZones zones) =>
        Catchments.Of(network, table, supply, zones).Share(network, supply);

    /// <summary>Three-step floating catchment area (3SFCA): a village's demand is first split over the points it reaches.</summary>
    /// <remarks>
    /// G(v, s) = w(t(v, s)) ÷ Σ w(t(v, k)) over the points k with hours; R(s) = h(s) ÷ Σ G·p(v)·w; A(v) = Σ G·R(s)·w. Wan, Zou
    /// and Sternberg 2012, International Journal of Geographical Information Science 26.
    /// </remarks>
    public static AccessRatio ThreeStep(ServiceNetwork network, TravelTable table, HoursSupply supply, DecayZones zones) =>
        Catchments.Of(network, table, supply, zones).Selected().Share(network, supply);
}

/// <summary>The access of one unit.</summary>
/// <param name="Area">The unit; null for the whole city.</param>
/// <param name="Residents">All who live there.</param>
/// <param name="Mean">The mean ratio of all of them; none where nobody lives.</param>
public readonly record struct AreaAccess(AreaCode? Area, Residents Residents, HoursPerResident? Mean);
