using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>资源分布不均: how unevenly the minutes and the hours are spread, and the units that fare worse than the city.</summary>
/// <param name="Gini">The Gini coefficient of the minutes of those who reach a point: the one number; none where all need 0 or nobody reaches one.</param>
/// <param name="HoursGini">The Gini coefficient of the hours for each resident (E2SFCA), those without any included; none where nobody has any.</param>
/// <param name="WorstDecile">The mean minutes of the tenth who need longest, of those who reach a point.</param>
/// <param name="Unreached">Residents who reach no point; they are in none of the minutes and worse off than all of these.</param>
/// <param name="MeanWidth">By how much the mean minutes of the counties differ at most.</param>
/// <param name="ShareWidth">By how much the covered shares of the counties differ at most.</param>
/// <param name="Counties">The counties covered below the city's share, the least covered first.</param>
/// <param name="Townships">The townships covered below the city's share, the least covered first.</param>
public sealed record UnevenShortage(
    double? Gini,
    double? HoursGini,
    Minutes? WorstDecile,
    Residents Unreached,
    Minutes? MeanWidth,
    Share? ShareWidth,
    ImmutableArray<AreaCoverage> Counties,
    ImmutableArray<AreaCoverage> Townships)
{
    /// <summary>Gathers what an answer, its unevenness and its access say.</summary>
    public static UnevenShortage Of(CoverageAnswer answer, Unevenness unevenness, AccessRatio access) => new(
        answer.Spread.Gini,
        access.Gini,
        answer.Spread.WorstDecile,
        answer.Spread.Unreached,
        unevenness.MeanWidth,
        unevenness.ShareWidth,
        ListBelow(answer.Counties, answer.Total.Share),
        ListBelow(answer.Townships, answer.Total.Share));

    // Exactly the city's share is not below it.
    private static ImmutableArray<AreaCoverage> ListBelow(ImmutableArray<AreaCoverage> areas, Share? city) =>
        [.. areas.Where(area => area.Share < city).OrderBy(area => area.Share).ThenBy(area => area.Area)];
}
