using CsCheck;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;

namespace Gis.Core.Tests.Finder.Voice;

public sealed class RatingTests
{
    private const double Z = 1.6449;

    private static readonly Gen<Rating> Ratings = Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 5], (first, second, third) => new Rating(first, second, third));

    [Fact]
    public void One_best_grade_is_not_the_best()
    {
        // p = 1: (1 + z²/2 − z·z/2) / (1 + z²) = 1 / 3.7057 = 0.26985; on the scale 1 + 4 · 0.26985.
        var mean = RatingResult.MeanOf([5]);
        Assert.Equal(5, mean.Mean);
        Assert.Equal(1 + (4 / (1 + (Z * Z))), mean.AtLeast, 9);
        Assert.Equal(2.08, mean.AtLeast, 2);
    }

    [Fact]
    public void The_more_of_the_same_the_nearer_the_bound_comes()
    {
        // z² = 2.70570: 4 / (1 + z²/n) + 1.
        Assert.Equal(3.595, RatingResult.MeanOf([.. Enumerable.Repeat(5.0, 5)]).AtLeast, 3);
        Assert.Equal(4.895, RatingResult.MeanOf([.. Enumerable.Repeat(5.0, 100)]).AtLeast, 3);
    }

    [Fact]
    public void The_bound_lies_from_one_to_the_mean() => Gen.Double[1, 5].Array[1, 40].Sample(
        grades =>
        {
            var mean = RatingResult.MeanOf([.. grades]);
            return mean.AtLeast >= 1 && mean.AtLeast <= mean.Mean + 1e-9;
        },
        iter: 500);

    [Fact]
    public void Worst_grades_alone_are_at_least_the_worst() => Assert.Equal(1, RatingResult.MeanOf([.. Enumerable.Repeat(1.0, 7)]).AtLeast, 9);

    [Fact]
    public void A_better_grade_never_lowers_the_bound() => Gen.Select(Ratings.List[5, 20], Gen.Int[0, 4]).Sample(
        (ratings, which) =>
        {
            var better = ratings.ToList();
            better[which] = new Rating(5, 5, 5);
            return Least(better) >= Least(ratings) - 1e-9;
        },
        iter: 500);

    [Fact]
    public void Four_ratings_are_too_few_and_five_are_enough()
    {
        Assert.IsType<RatingResult.TooFew>(RatingResult.Of([]));
        Assert.IsType<RatingResult.TooFew>(RatingResult.Of(Enumerable.Repeat(new Rating(5, 5, 5), 4)));
        Assert.Equal(5, Assert.IsType<RatingResult.Enough>(RatingResult.Of(Enumerable.Repeat(new Rating(5, 5, 5), 5))).Count);
    }

    [Fact]
    public void Each_of_the_three_has_its_own_mean()
    {
        var result = Assert.IsType<RatingResult.Enough>(RatingResult.Of([new(5, 1, 3), new(5, 2, 3), new(5, 3, 3), new(5, 4, 3), new(5, 5, 4)]));
        Assert.Equal((5, 3, 3.2), (result.Attitude.Mean, result.Speed.Mean, result.Knowledge.Mean));
        Assert.Equal((5 + 3 + 3.2) / 3, result.Overall.Mean, 9);
    }

    [Theory]
    [InlineData(0, 1, 1), InlineData(1, 6, 1), InlineData(1, 1, -1)]
    public void A_grade_is_from_one_to_five(int attitude, int speed, int knowledge) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rating(attitude, speed, knowledge));

    [Theory]
    [InlineData(3.5, Verdict.Met), InlineData(3.4999, Verdict.Partly), InlineData(2.5, Verdict.Partly), InlineData(2.4999, Verdict.NotMet)]
    public void Exactly_at_a_mark_a_standard_is_reached(double least, Verdict verdict) => Assert.Equal(verdict, RatingVerdict.Of(least));

    [Fact]
    public void Ratings_fill_in_their_own_standard_and_leave_what_was_answered()
    {
        Standard[] asked = [Asked("R20", StandardTopic.Systems), Asked("R21", StandardTopic.Rating), Asked("R22", StandardTopic.Rating)];
        var sheet = Assessment.Begin(PointId.Parse("room-1"), AcceptanceLevel.County);
        sheet = sheet with { Verdicts = sheet.Verdicts.Add("R22", Verdict.NotMet) };
        var filled = RatingVerdict.FillIn(sheet, asked, RatingResult.Of(Enumerable.Repeat(new Rating(5, 5, 5), 5)));
        Assert.Equal([KeyValuePair.Create("R21", Verdict.Met), KeyValuePair.Create("R22", Verdict.NotMet)], filled.Verdicts);
    }

    [Fact]
    public void Too_few_ratings_fill_in_nothing()
    {
        var sheet = Assessment.Begin(PointId.Parse("room-1"), AcceptanceLevel.County);
        Assert.Empty(RatingVerdict.FillIn(sheet, [Asked("R21", StandardTopic.Rating)], RatingResult.Of([new(1, 1, 1)])).Verdicts);
    }

    private static double Least(IEnumerable<Rating> ratings) => ((RatingResult.Enough)RatingResult.Of(ratings)).Overall.AtLeast;

    private static Standard Asked(string code, StandardTopic topic) => new(code, Tier.Room, StandardGroup.Work, topic, false, 1, "", "", "5(3)");
}
