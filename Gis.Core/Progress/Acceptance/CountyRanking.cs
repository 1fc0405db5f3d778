using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Progress.Acceptance;

/// <summary>
/// The counties by how their points did (plan, §5(3): the acceptance is a ground for assessing the counties' bureaus). First is
/// the highest mean score; of equal ones that which has more of its points accepted; still equal ones have the same rank, and the
/// next has the rank it would have had otherwise.
/// </summary>
public static class CountyRanking
{
    // Means of the same scores taken in another order differ by less than this.
    private const int Digits = 9;

    /// <summary>Ranks the counties of a network: the ranked by rank and code, then those without a rank, by code.</summary>
    /// <param name="network">Whose counties and stages.</param>
    /// <param name="scores">The total of the latest sheet handed in on a point, whoever's; points without one do not enter the mean.</param>
    public static ImmutableArray<CountyStanding> Of(ServiceNetwork network, IReadOnlyDictionary<PointId, Share> scores)
    {
        var standings = network.Counties.Select(county => StandingOf(county.Code, network, scores)).ToList();
        return
        [
            .. standings.Select(one => one with { Rank = one.Mean is null ? null : 1 + standings.Count(other => IsBefore(other, one)) })
                .OrderBy(one => one.Rank ?? int.MaxValue).ThenBy(one => one.County),
        ];
    }

    private static CountyStanding StandingOf(AreaCode county, ServiceNetwork network, IReadOnlyDictionary<PointId, Share> scores)
    {
        var declared = network.Points.Where(point => point.Area.County == county && IsDeclared(point.Stage)).ToList();
        var scored = declared.Where(point => scores.ContainsKey(point.Id)).Select(point => scores[point.Id].Value).ToList();
        return new CountyStanding(
            county,
            null,
            scored.Count == 0 ? null : new Share(scored.Average()),
            declared.Count,
            scored.Count,
            declared.Count(point => point.Stage is Stage.CityAccepted or Stage.ProvinceAccepted));
    }

    private static bool IsDeclared(Stage stage) => stage is Stage.Declared or Stage.CityAccepted or Stage.ProvinceAccepted or Stage.Returned;

    private static bool IsBefore(CountyStanding one, CountyStanding other) =>
        one.Mean is not null && KeyOf(one).CompareTo(KeyOf(other)) > 0;

    private static (double Mean, double Accepted) KeyOf(CountyStanding standing) =>
        (Math.Round(standing.Mean!.Value.Value, Digits), standing.AcceptedShare!.Value.Value);
}

/// <summary>How one county stands.</summary>
/// <param name="County">The county.</param>
/// <param name="Rank">Its rank, from 1; none where no point of it was declared with a sheet.</param>
/// <param name="Mean">The mean score of its points that were declared and have a sheet; none where there are none.</param>
/// <param name="Declared">How many of its points were declared, the returned and the accepted among them.</param>
/// <param name="Scored">How many of those have a sheet.</param>
/// <param name="Accepted">How many of those declared the city or the region accepted.</param>
public sealed record CountyStanding(AreaCode County, int? Rank, Share? Mean, int Declared, int Scored, int Accepted)
{
    /// <summary>The share of those declared that is accepted; none where nothing was declared.</summary>
    public Share? AcceptedShare => Declared == 0 ? null : new Share((double)Accepted / Declared);
}
