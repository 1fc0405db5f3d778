using Gis.Core.Finder;
using Gis.Core.Network;

namespace Gis.Core.Tests.Finder;

public sealed class MattersTests
{
    private const string Header = "code,zh,en,words,english,centre,station,room,first_zh,first_en,other_zh,other_en,care\n";

    [Fact]
    public void A_centre_has_the_plans_six_windows_and_takes_complaints() =>
        Assert.Equal(["advice", "aid", "mediation", "notary", "forensic", "rights", "complaints"], Duties.Of(Tier.Centre).Select(duty => duty.Code));

    [Fact]
    public void Every_matter_is_helped_with_at_a_centre_and_says_what_to_do_first_in_twenty_characters() => Assert.All(Matters.All, matter =>
    {
        Assert.Contains(Tier.Centre, matter.Tiers);
        Assert.InRange(matter.FirstChinese.Length, 1, 20);
        Assert.Matches(@"^[A-Z].*\.$", matter.FirstEnglish);
        Assert.Equal(matter.OtherChinese.Length > 0, matter.OtherEnglish.Length > 0);
    });

    [Fact]
    public void No_word_stands_for_two_matters_and_every_code_for_one()
    {
        Assert.Equal([], Twice(Matters.All.Select(matter => matter.Code)));
        Assert.Equal([], Twice(Matters.All.SelectMany(matter => matter.Words.Concat(matter.EnglishWords))));

        static IEnumerable<string> Twice(IEnumerable<string> words) => words.GroupBy(word => word).Where(same => same.Count() > 1).Select(same => same.Key);
    }

    [Fact]
    public void Every_matter_is_understood_by_each_of_its_words() => Assert.All(Matters.All, matter =>
    {
        foreach (var word in matter.Words.Concat(matter.EnglishWords))
            Assert.Contains(matter, YinchuanNames.Search.Ask(word.Replace("*", "三天", StringComparison.Ordinal)).Matters);
    });

    [Theory]
    [InlineData("家暴", true), InlineData("孩子被打", true), InlineData("离婚", false)]
    public void Who_may_be_in_danger_is_told_first(string text, bool needsCare) => Assert.Equal(needsCare, YinchuanNames.Search.Ask(text + " 土地").Matters[0].NeedsCare);

    [Theory, InlineData("低保", "民政"), InlineData("社保", "社保"), InlineData("户口", "派出所")]
    public void Where_another_office_decides_it_is_named(string word, string office) =>
        Assert.Contains(office, Assert.Single(YinchuanNames.Search.Ask(word).Matters).OtherChinese, StringComparison.Ordinal);

    [Fact]
    public void What_only_a_centre_has_a_window_for_lists_no_room() => Assert.DoesNotContain(Tier.Room, Matters.Find("notary")!.Tiers);

    [Theory]
    [InlineData("a,b\n", "Line 2 has 2 cells; right are 13")]
    [InlineData("a,甲,A,甲,a,tea,,,先问。,Ask.,,,\n", "Line 2, centre: 'tea' is none of advice, aid")]
    [InlineData("a,甲,A,甲,a,advice,,,先问。,Ask.,,,\nb,乙,B,乙,b,,notary,,先问。,Ask.,,,\n", "Line 3, station: 'notary'")]
    public void A_wrong_row_is_named_with_its_line_and_what_would_be_right(string rows, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => Matters.Parse(Header + rows)).Message, StringComparison.Ordinal);
}
