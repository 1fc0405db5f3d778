using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Progress.Acceptance;
using Gis.Core.Units;

namespace Gis.Core.Tests.Progress.Acceptance;

public sealed class CountyRankingTests
{
    private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

    [Fact]
    public void Counties_rank_by_mean_score_then_by_what_is_accepted()
    {
        // County 0: mean 0.7. County 1: mean 0.8, one of two accepted. County 2: mean 0.8, both accepted.
        var ranking = Rank(
            [(Stage.Declared, 0.6), (Stage.Declared, 0.8)],
            [(Stage.CityAccepted, 0.9), (Stage.Returned, 0.7)],
            [(Stage.CityAccepted, 0.9), (Stage.ProvinceAccepted, 0.7)]);
        Assert.Equal([(2, 1), (1, 2), (0, 3)], ranking.Select(each => (IndexOf(each), each.Rank!.Value)));
        Assert.Equal(0.5, ranking[1].AcceptedShare!.Value.Value);
        Assert.Equal(0.8, ranking[0].Mean!.Value.Value, 12);
    }

    [Fact]
    public void Equal_counties_have_the_same_rank_and_the_next_the_one_it_would_have_had()
    {
        // The same three scores in another order have the same mean, whatever binary fractions make of it.
        var ranking = Rank([(Stage.Declared, 0.5)], [(Stage.Declared, 0.1), (Stage.Declared, 0.7), (Stage.Declared, 0.9)], [(Stage.Declared, 0.9), (Stage.Declared, 0.1), (Stage.Declared, 0.7)]);
        Assert.Equal([(1, 1), (2, 1), (0, 3)], ranking.Select(each => (IndexOf(each), each.Rank!.Value)));
    }

    [Fact]
    public void A_county_that_declared_nothing_or_has_no_sheet_has_no_rank_and_comes_last()
    {
        var ranking = Rank([(Stage.Built, 0.9), (Stage.Planned, null)], [(Stage.Declared, null)], [(Stage.Declared, 0.1)]);
        Assert.Equal([(2, (int?)1, 1, 1), (0, null, 0, 0), (1, null, 1, 0)], ranking.Select(each => (IndexOf(each), each.Rank, each.Declared, each.Scored)));
        Assert.Null(ranking[1].AcceptedShare);
        Assert.Equal(0, ranking[2].AcceptedShare!.Value.Value);
    }

    [Fact]
    public void A_rank_is_one_more_than_the_counties_that_are_better() => Cities.Sample(city =>
    {
        var ranking = Rank(city);
        foreach (var one in ranking.Where(each => each.Rank is not null))
            Assert.Equal(one.Rank, 1 + ranking.Count(other => other.Mean is not null && IsBetter(other, one)));
        Assert.Equal(ranking.OrderBy(each => each.Rank ?? int.MaxValue).ThenBy(each => each.County), ranking);
        Assert.Equal(city.Length, ranking.Length);
    });

    private static readonly Gen<(Stage, double?)[][]> Cities =
        (from stage in Gen.Enum<Stage>() from tenths in Gen.Int[0, 4] select (stage, tenths == 0 ? (double?)null : tenths / 4.0)).Array[0, 4].Array[1, 5];

    private static bool IsBetter(CountyStanding one, CountyStanding other) =>
        one.Mean!.Value.Value > other.Mean!.Value.Value + 1e-9
        || (Math.Abs(one.Mean!.Value.Value - other.Mean!.Value.Value) < 1e-9 && one.AcceptedShare > other.AcceptedShare);

    private static int IndexOf(CountyStanding standing) => standing.County.Digits[5] - '0';

    private static ImmutableArray<CountyStanding> Rank(params (Stage Stage, double? Score)[][] counties)
    {
        var rooms = counties.SelectMany((points, county) => points.Select((point, number) => (Room: Room(county, number, point.Stage), point.Score))).ToList();
        return CountyRanking.Of(
            Network(counties.Length, [.. rooms.Select(each => each.Room)]),
            rooms.Where(each => each.Score is not null).ToDictionary(each => each.Room.Id, each => new Share(each.Score!.Value)));
    }

    private static ServiceNetwork Network(int counties, ImmutableArray<ServicePoint> rooms) => new(new NetworkParts
    {
        Version = "test",
        City = new City(AreaCode.Parse("100000"), "市", "Town"),
        Counties = [.. Enumerable.Range(0, counties).Select(county => new County(AreaCode.Parse($"10000{county}"), $"县{county}", At, new Residents(0), Made))],
        Townships = [.. Enumerable.Range(0, counties).Select(county => new Township(AreaCode.Parse($"10000{county}001"), "镇", TownshipKind.Town, At, Bank.Only))],
        Villages = [.. Enumerable.Range(0, counties).Select(county => new Village(AreaCode.Parse($"10000{county}001001"), "村", VillageKind.Village, At, Bank.Only, new Residents(1), Made))],
        Points = rooms,
    });

    private static ServicePoint Room(int county, int number, Stage stage) => new(
        PointId.Parse($"room-{county}-{number}"), "工作室", Tier.Room, AreaCode.Parse($"10000{county}001001"), At, Bank.Only, stage, Made);

    private static Position At => new(LonLat.Of(106, 38), Placement.Surveyed, new Metres(1), "made up for a test");
}
