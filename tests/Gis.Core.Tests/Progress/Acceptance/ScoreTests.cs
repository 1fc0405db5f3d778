using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Progress.Acceptance;
using Gis.Core.Units;

namespace Gis.Core.Tests.Progress.Acceptance;

public sealed class ScoreTests
{
    private static readonly ImmutableArray<Standard> OneOfEach = Sheets.Asked("F 1", "S 1", "W 1");

    private static readonly Gen<(ImmutableArray<Standard> Asked, string Letters, Weights Weights)> Questions =
        from texts in (from letter in Gen.Char["FSW"] from must in Gen.Bool from weight in Gen.Int[1, 9] select $"{letter} {(must ? "M" : "")}{weight}").Array[1, 12]
        from letters in Gen.Char["yhna."].Array[texts.Length]
        from facilities in Gen.Int[0, 5]
        from staff in Gen.Int[0, 5]
        from work in Gen.Int[1, 5]
        from mark in Gen.Int[0, 20]
        select (Sheets.Asked(texts), new string(letters), new Weights(facilities, staff, work, new Share(mark / 20.0)));

    [Theory]
    [InlineData("yyy", 1.0)]
    [InlineData("nnn", 0.0)]
    [InlineData("yyn", 2 / 3.0)]
    [InlineData("hhh", 0.5)]
    [InlineData("yhn", 0.5)]
    // What does not apply leaves the mean: two groups are left.
    [InlineData("yna", 0.5)]
    [InlineData("yaa", 1.0)]
    // What was not looked at counts as not met.
    [InlineData("yy.", 2 / 3.0)]
    public void Met_counts_whole_partly_half_and_what_does_not_apply_not_at_all(string found, double total) =>
        Assert.Equal(total, Score(OneOfEach, found).Total!.Value.Value, 12);

    [Fact]
    public void Where_nothing_applies_there_is_no_total_and_nothing_is_accepted()
    {
        var score = Score(OneOfEach, "aaa");
        Assert.Null(score.Total);
        Assert.All(score.Groups, group => Assert.Null(group.Value));
        Assert.True(Assert.IsType<Finding.Wanting>(score.Finding).IsBelowMark);
    }

    [Fact]
    public void In_a_group_standards_count_by_their_weights_and_groups_by_the_bureaus()
    {
        // Facilities 3 of 4, staff 0 of 1, work 1 of 1; by 2, 1 and 1: (2 × 0.75 + 0 + 1) / 4.
        var score = Score(Sheets.Asked("F 3", "F 1", "S 1", "W 1"), "ynny", new Weights(2, 1, 1, new Share(0.5)));
        Assert.Equal([0.75, 0.0, 1.0], score.Groups.Select(group => group.Value!.Value.Value));
        Assert.Equal(0.625, score.Total!.Value.Value);
    }

    [Fact]
    public void A_group_without_weight_is_told_and_does_not_count()
    {
        var score = Score(OneOfEach, "ynn", new Weights(1, 0, 0, new Share(1)));
        Assert.Equal(1.0, score.Total!.Value.Value);
        Assert.Equal(new Finding.UpToStandard(), score.Finding);
        Assert.Equal(0.0, score.Groups[1].Value!.Value.Value);
    }

    [Theory]
    // Four of five, and 0.8 is no binary fraction.
    [InlineData("yyyyn", 0.8, true)]
    [InlineData("yyyyn", 0.8001, false)]
    [InlineData("yyyhn", 0.7, true)]
    [InlineData("yyyhn", 0.7001, false)]
    [InlineData("nnnnn", 0, true)]
    [InlineData("yyyyy", 1, true)]
    public void Exactly_at_the_mark_passes(string found, double mark, bool passes) => Assert.Equal(
        passes, Score(Sheets.Asked("F 1", "F 1", "F 1", "F 1", "F 1"), found, new Weights(1, 1, 1, new Share(mark))).Finding is Finding.UpToStandard);

    [Fact]
    public void Thirds_that_sum_to_the_mark_pass()
    {
        // (9/10 + 9/10 + 6/10) / 3 is 0.8 exactly.
        var asked = Sheets.Asked([.. "FSW".SelectMany(group => Enumerable.Repeat($"{group} 1", 10))]);
        var score = Score(asked, "yyyyyyyyyn" + "yyyyyyyyyn" + "yyyyyynnnn", new Weights(1, 1, 1, new Share(0.8)));
        Assert.IsType<Finding.UpToStandard>(score.Finding);
        Assert.IsType<Finding.Wanting>(Score(asked, "yyyyyyyyyn" + "yyyyyyyyyn" + "yyyyyhnnnn", new Weights(1, 1, 1, new Share(0.8))).Finding);
    }

    [Theory]
    [InlineData('n')]
    [InlineData('h')]
    [InlineData('a')]
    public void A_must_that_is_not_wholly_met_fails_whatever_the_total(char found)
    {
        var asked = Sheets.Asked("F M1", "F 99", "S 1", "W 1");
        var wanting = Assert.IsType<Finding.Wanting>(Score(asked, $"{found}yyy", new Weights(1, 1, 1, new Share(0.5))).Finding);
        Assert.Equal(["1"], wanting.UnmetMusts.Select(standard => standard.Code));
        Assert.False(wanting.IsBelowMark);
    }

    [Fact]
    public void A_must_said_not_to_apply_counts_as_not_met()
    {
        var group = Score(Sheets.Asked("F M1", "F 1"), "ay").Groups[0];
        Assert.Equal((1, 1, 0), (group.Met, group.NotMet, group.NotApplicable));
        Assert.Equal(0.5, group.Value!.Value.Value);
    }

    [Fact]
    public void What_was_not_looked_at_is_listed_and_comes_before_all_else()
    {
        var asked = Sheets.Asked("F M1", "S 1", "W 1");
        Assert.Equal(["2", "3"], Assert.IsType<Finding.Incomplete>(Score(asked, "n..").Finding).Unanswered.Select(standard => standard.Code));
    }

    [Fact]
    public void Verdicts_on_other_standards_are_passed_over() =>
        Assert.Equal(Score(OneOfEach, "yhn").Total, Score(OneOfEach, "yhnnnn").Total);

    [Fact]
    public void A_score_is_what_adding_up_by_hand_gives() => Questions.Sample(question =>
    {
        var score = Score(question.Asked, question.Letters, question.Weights);
        var (sum, parts) = (0.0, 0);
        foreach (var group in Enum.GetValues<StandardGroup>())
        {
            var (points, whole) = (0.0, 0.0);
            for (var index = 0; index < question.Asked.Length; index++)
            {
                var (standard, letter) = (question.Asked[index], question.Letters[index]);
                if (standard.Group != group || (letter == 'a' && !standard.Must))
                    continue;
                whole += standard.Weight;
                points += standard.Weight * (letter == 'y' ? 1 : letter == 'h' ? 0.5 : 0);
            }

            if (whole == 0)
                continue;
            Assert.Equal(points / whole, score.Groups[(int)group].Value!.Value.Value, 9);
            (sum, parts) = (sum + (question.Weights.PartsOf(group) * points / whole), parts + question.Weights.PartsOf(group));
        }

        if (parts == 0)
            Assert.Null(score.Total);
        else
            Assert.Equal(sum / parts, score.Total!.Value.Value, 9);
    });

    [Fact]
    public void A_better_verdict_never_lowers_the_score_nor_fails_what_passed() => Questions.Sample(question =>
    {
        var before = Score(question.Asked, question.Letters, question.Weights);
        for (var index = 0; index < question.Letters.Length; index++)
        {
            if (question.Letters[index] is not ('n' or 'h' or '.'))
                continue;
            var letters = question.Letters.ToCharArray();
            letters[index] = question.Letters[index] == 'h' ? 'y' : 'h';
            var after = Score(question.Asked, new string(letters), question.Weights);
            Assert.True(after.Total is null || after.Total >= before.Total);
            Assert.True(before.Finding is not Finding.UpToStandard || after.Finding is Finding.UpToStandard);
        }
    });

    [Fact]
    public void The_shares_of_the_groups_sum_to_one() => Questions.Sample(question =>
        Assert.Equal(1.0, Enum.GetValues<StandardGroup>().Sum(group => question.Weights.ShareOf(group).Value), 12));

    [Fact]
    public void Twice_all_parts_weigh_the_same() => Questions.Sample(question => Assert.Equal(
        Score(question.Asked, question.Letters, question.Weights).Total,
        Score(question.Asked, question.Letters, new Weights(2 * question.Weights.Facilities, 2 * question.Weights.Staff, 2 * question.Weights.Work, question.Weights.PassMark)).Total));

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1, 101, 1)]
    [InlineData(0, 0, 0)]
    public void Weights_out_of_range_are_refused(int facilities, int staff, int work) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Weights(facilities, staff, work, new Share(0.8)));

    private static Score Score(ImmutableArray<Standard> asked, string letters, Weights? weights = null) =>
        Core.Progress.Acceptance.Score.Of(asked, Sheets.Found(letters), weights ?? Weights.Default);
}
