using CsCheck;
using Gis.Core.Siting;
using Gis.Core.Siting.Covers;

namespace Gis.Core.Tests.Siting;

/// <summary>The fewest columns that cover every row, on tables small enough to try every set of columns and on towns that another search solves.</summary>
public sealed class WholeCoverTests
{
    private const int Columns = 9;

    /// <summary>Up to twelve rows, each by the bits of its columns; alike rows, alike columns and columns without a row are common.</summary>
    private static readonly Gen<int[]> Tables = Gen.OneOf(Gen.Int[1, (1 << Columns) - 1], Gen.Select(Gen.Int[0, Columns - 1], Gen.Int[0, Columns - 1], (one, other) => 1 << one | 1 << other)).Array[0, 12];

    private static readonly CoverGoal Fewest = new(double.PositiveInfinity, 0, int.MaxValue);

    private static List<int[]> RowsOf(IEnumerable<int> table, int first = 0) =>
        [.. table.Select(bits => Enumerable.Range(0, Columns).Where(column => (bits >> column & 1) != 0).Select(column => first + column).ToArray())];

    private static int Least(int[] table) =>
        Enumerable.Range(0, 1 << Columns).Where(set => table.All(row => (row & set) != 0)).Min(set => System.Numerics.BitOperations.PopCount((uint)set));

    private static void AssertCovers(List<int[]> rows, int[]? columns) => Assert.All(rows, row => Assert.Contains(row, column => columns!.Contains(column)));

    private static List<int[]> Ring(int size) => [.. Enumerable.Range(0, size).Select(row => new[] { row, (row + 1) % size })];

    [Fact]
    public void The_fewest_are_those_that_trying_every_set_finds() => Tables.Sample(
        table =>
        {
            var rows = RowsOf(table);
            var ending = WholeCover.Solve(rows, Columns, Fewest, SitingStop.Never);
            AssertCovers(rows, ending.Columns);
            Assert.Equal((Least(table), Least(table), true), (ending.Columns!.Distinct().Count(), (int)ending.Least, ending.IsProven));
        },
        iter: 20_000);

    [Fact]
    public void Parts_that_share_nothing_need_the_sum_of_what_each_needs() => Tables.Array[2, 4].Sample(
        tables =>
        {
            var rows = tables.SelectMany((table, part) => RowsOf(table, part * Columns)).ToList();
            var ending = WholeCover.Solve(rows, tables.Length * Columns, Fewest, SitingStop.Never);
            AssertCovers(rows, ending.Columns);
            Assert.Equal(tables.Sum(Least), ending.Columns!.Length);
        },
        iter: 3_000);

    [Fact]
    public void Exactly_as_many_as_may_be_are_found_and_one_less_is_proven_too_few() => Tables.Array[1, 3].Sample(
        tables =>
        {
            var (rows, least) = (tables.SelectMany((table, part) => RowsOf(table, part * Columns)).ToList(), tables.Sum(Least));
            var enough = WholeCover.Solve(rows, tables.Length * Columns, new CoverGoal(least + 1, least, int.MaxValue), SitingStop.Never);
            AssertCovers(rows, enough.Columns);
            Assert.Equal(least, enough.Columns!.Length);
            var few = WholeCover.Solve(rows, tables.Length * Columns, new CoverGoal(least, least - 1, int.MaxValue), SitingStop.Never);
            Assert.Equal((null, true), (few.Columns, few.IsProven));
        },
        iter: 3_000);

    [Theory]
    [InlineData(3, 2)]
    [InlineData(7, 4)]
    [InlineData(64, 32)]
    [InlineData(65, 33)]
    public void A_ring_of_rows_each_between_two_columns_needs_half_of_them_rounded_up(int size, int fewest)
    {
        var ending = WholeCover.Solve(Ring(size), size, Fewest, SitingStop.Never);
        Assert.Equal((fewest, true), (ending.Columns!.Length, ending.IsProven));
    }

    [Fact]
    public void Three_rings_of_seven_are_rounded_up_one_by_one()
    {
        var rows = Enumerable.Range(0, 3).SelectMany(ring => Ring(7).Select(row => row.Select(column => (7 * ring) + column).ToArray())).ToList();
        var ending = WholeCover.Solve(rows, 21, new CoverGoal(double.PositiveInfinity, 0, 3), SitingStop.Never);
        Assert.Equal((12, true), (ending.Columns!.Length, ending.IsProven));
    }

    [Fact]
    public void A_row_without_a_column_cannot_be_covered() =>
        Assert.Equal((null, true), (WholeCover.Solve([[0], []], 1, Fewest, SitingStop.Never).Columns, WholeCover.Solve([[0], []], 1, Fewest, SitingStop.Never).IsProven));

    [Fact]
    public void Nothing_to_cover_needs_no_column() => Assert.Empty(WholeCover.Solve([], 3, Fewest, SitingStop.Never).Columns!);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_a_town_the_search_by_offers_finds_as_few(int seed)
    {
        foreach (var limit in new[] { 0.08, 0.12, 0.2 })
        {
            var model = CoverModel.Of(Town(150, seed), limit);
            var ending = WholeCover.Solve([.. model.Classes.Select(each => each.Columns)], model.Candidates.Length, Fewest, SitingStop.Never);
            var loss = CoverLoss.OfWhole(model, CoverReduction.Of(model, _ => 1), _ => 1, new BuildRule(int.MaxValue), step: 1);
            var other = CoverBranch.Solve(loss, new CoverGoal(loss.Ceiling, 0, int.MaxValue), SitingStop.Never);
            AssertCovers([.. model.Classes.Select(each => each.Columns)], ending.Columns);
            Assert.Equal((other.Least, true), (ending.Columns!.Length, ending.IsProven));
        }
    }

    [Fact]
    public void A_search_that_may_see_nothing_still_has_a_plan_and_a_bound_that_holds()
    {
        var rows = Ring(65);
        var ending = WholeCover.Solve(rows, 65, Fewest, new SitingStop(new CancellationToken(canceled: true), CancellationToken.None));
        AssertCovers(rows, ending.Columns);
        Assert.False(ending.IsProven);
        Assert.InRange(33, ending.Least, ending.Columns!.Length);
    }

    [Fact]
    public void What_is_told_only_gets_better_and_ends_with_the_fewest()
    {
        var told = new List<(double Count, double Bound)>();
        var model = CoverModel.Of(Town(150, seed: 5), 0.12);
        var goal = Fewest with { Tell = (_, count, bound) => told.Add((count, bound ?? 0)) };
        var ending = WholeCover.Solve([.. model.Classes.Select(each => each.Columns)], model.Candidates.Length, goal, SitingStop.Never);
        Assert.Equal(told.Select(each => each.Count).OrderDescending(), told.Select(each => each.Count));
        Assert.Equal(ending.Columns!.Length, told[^1].Count);
        Assert.All(told, each => Assert.True(each.Bound <= ending.Columns!.Length));
    }

    private static SitingInstance Town(int places, int seed)
    {
        var random = new Random(seed);
        var at = Enumerable.Range(0, places).Select(_ => (X: random.NextDouble(), Y: random.NextDouble())).ToArray();
        var pairs =
            from demand in Enumerable.Range(0, places)
            from site in Enumerable.Range(0, places)
            select new SitingPair(demand, site, Math.Sqrt(Math.Pow(at[demand].X - at[site].X, 2) + Math.Pow(at[demand].Y - at[site].Y, 2)));
        return new SitingInstance(
            [.. at.Select((_, i) => new SitingDemand($"d{i}", 1))], [.. at.Select((_, i) => new SitingSite($"s{i}"))], [.. pairs]);
    }
}
