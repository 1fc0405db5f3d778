using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>
/// 实体网点不足: the points of the plan that do not stand, and the counties and townships without any point of their own. A
/// point taken as open in the question stands, one taken as closed does not; the tiers asked for and the limit change nothing.
/// </summary>
/// <param name="Missing">What is missing, by tier and unit.</param>
/// <param name="Concerned">The residents of the units whose point is missing, each counted once.</param>
/// <param name="Counties">The counties, in order of code.</param>
/// <param name="Unplanned">
/// Villages for which the plan has no room, in order of code. They are not missing against the plan, which does not give every
/// village a room, and are shown so that they are not forgotten.
/// </param>
public sealed record PointShortage(
    ImmutableArray<MissingPoint> Missing, Residents Concerned, ImmutableArray<CountyShortage> Counties, ImmutableArray<Village> Unplanned)
{
    /// <summary>Counts the missing points of a network.</summary>
    public static PointShortage Measure(ServiceNetwork network, CoverageQuestion question)
    {
        var asked = question with { Tiers = CoverageQuestion.AllTiers };
        var served = network.Points.Select(point => (point.Tier, point.Area)).ToHashSet();
        var missing = network.Points.Where(point => !asked.IsOpen(point)).Select(point => Lacks(point.Tier, point.Area, point))
            .Concat(network.Counties.Where(county => !served.Contains((Tier.Centre, county.Code))).Select(county => Lacks(Tier.Centre, county.Code, null)))
            .Concat(network.Townships.Where(township => !served.Contains((Tier.Station, township.Code))).Select(township => Lacks(Tier.Station, township.Code, null)))
            .OrderBy(lack => lack.Tier).ThenBy(lack => lack.Area)
            .ToImmutableArray();
        var concerned = network.Villages.Where(village => missing.Any(lack => village.Code.IsWithin(lack.Area))).ToList();
        return new PointShortage(
            missing,
            concerned.Sum(village => village.Residents),
            [.. network.Counties.Select(county => new CountyShortage(
                county.Code,
                missing.Count(lack => lack.Area.County == county.Code),
                concerned.Where(village => village.Code.County == county.Code).Sum(village => village.Residents)))],
            [.. network.Villages.Where(village => !served.Contains((Tier.Room, village.Code)))]);

        MissingPoint Lacks(Tier tier, AreaCode area, ServicePoint? point) =>
            new(tier, area, point, network.Villages.Where(village => village.Code.IsWithin(area)).Sum(village => village.Residents));
    }
}

/// <summary>A point that is missing.</summary>
/// <param name="Tier">Its tier.</param>
/// <param name="Area">The unit it would serve.</param>
/// <param name="Point">The point of the plan that does not stand; none where the unit has no point at all, not even a planned one.</param>
/// <param name="Residents">The residents of that unit.</param>
public readonly record struct MissingPoint(Tier Tier, AreaCode Area, ServicePoint? Point, Residents Residents);

/// <summary>The missing points of one county.</summary>
/// <param name="County">The county.</param>
/// <param name="Missing">How many points are missing in it.</param>
/// <param name="Concerned">Its residents in units whose point is missing, each counted once.</param>
public readonly record struct CountyShortage(AreaCode County, int Missing, Residents Concerned);
