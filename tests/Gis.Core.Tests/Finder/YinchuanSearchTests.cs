using CsCheck;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Fuzzing;

namespace Gis.Core.Tests.Finder;

/// <summary>What people type in Yinchuan, and how the answer says it was found.</summary>
public sealed class YinchuanSearchTests
{
    private static readonly Search Search = YinchuanNames.Search;

    private static string? NameOf(FoundPlace? found) => found is null ? null : RegisterName.PlaceOf(found.Place.Name);

    [Theory]
    [InlineData("640122102", "立岗镇", MatchHow.Code), InlineData("立岗镇", "立岗镇", MatchHow.Name), InlineData("立岗", "立岗镇", MatchHow.Stem)]
    [InlineData("灵武县", "灵武市", MatchHow.OldName), InlineData("花样年华社区", "长兴社区", MatchHow.OldName), InlineData("水洞沟", "临河镇", MatchHow.Landmark)]
    [InlineData("八里", "八里桥社区", MatchHow.Start), InlineData("北堡镇", "镇北堡镇", MatchHow.Part), InlineData("利岗", "立岗镇", MatchHow.Homophone)]
    [InlineData("ligang", "立岗镇", MatchHow.Pinyin), InlineData("lgz", "立岗镇", MatchHow.Initials), InlineData("马家谁镇", "马家滩镇", MatchHow.OneCharacter)]
    public void A_place_says_how_it_was_found(string text, string name, MatchHow how)
    {
        var first = Search.Ask(text).Places[0];
        Assert.Equal((name, how), (NameOf(first), first.How));
    }

    [Theory, InlineData("花样年华社区", "花样年华社区"), InlineData("火车站", "银川站"), InlineData("立岗镇", null)]
    public void By_another_name_or_a_landmark_it_says_which(string text, string? by) => Assert.Equal(by, Search.Ask(text).Places[0].By);

    [Fact]
    public void Of_several_villages_of_one_name_all_are_given_and_the_township_before_it_decides()
    {
        Assert.Equal(4, Search.Ask("团结村").Places.Length);
        Assert.Equal("640122200", Search.Ask("常信乡团结村").Places[0].Place.Area.Township.Digits);
        Assert.Equal("640181101", Search.Ask("灵武团结村").Places[0].Place.Area.Township.Digits);
    }

    [Theory]
    [InlineData("立岗镇 土地", "立岗镇", "land"), InlineData("立岗土地纠纷", "立岗镇", "land"), InlineData("ligangtudi", "立岗镇", "land"), InlineData("离婚", null, "divorce")]
    [InlineData("where can i get a divorce in ligang", "立岗镇", "divorce"), InlineData("立岗镇", "立岗镇", null), InlineData("灵武公证处", "灵武市", "notary")]
    public void A_text_of_place_and_matter_parts_itself(string text, string? place, string? matter)
    {
        var answer = Search.Ask(text);
        Assert.Equal((place, matter), (NameOf(answer.Places.FirstOrDefault()), answer.Matters.FirstOrDefault()?.Code));
    }

    [Theory]
    [InlineData("我家的羊被邻居家的狗咬死了"), InlineData("村上的水渠没水浇地怎么办"), InlineData("老伴走了儿女争房产"), InlineData("公司拖了三个月工资不发"), InlineData("残疾人怎么申请帮助")]
    [InlineData("建设银行在哪里"), InlineData("胜利油田"), InlineData("孙子谁来养"), InlineData("房子漏水楼上不修"), InlineData("my boss did not pay my wages"), InlineData("小区物业和平共处")]
    public void Words_of_everyday_language_are_no_places(string text) => Assert.Empty(Search.Ask(text).Places);

    [Theory]
    [InlineData("石嘴山", "石嘴山市"), InlineData("石嘴山市平罗县团结村", "平罗县"), InlineData("西安", "西安市"), InlineData("lanzhou", "兰州市"), InlineData("同心", "同心县"), InlineData("我在上海打工", "上海市")]
    public void A_place_outside_the_city_is_named_and_nothing_listed(string text, string division)
    {
        var answer = Search.Ask(text);
        Assert.Equal(division, answer.Elsewhere?.Name);
        Assert.Empty(answer.Places);
    }

    [Theory, InlineData("北京西路"), InlineData("北京路"), InlineData("上海西路街道"), InlineData("我在石嘴山打工,家在立岗镇"), InlineData("宁夏永宁县"), InlineData("银川")]
    public void A_street_that_bears_the_name_of_a_far_city_and_the_own_province_are_not_outside(string text) => Assert.Null(Search.Ask(text).Elsewhere);

    [Fact]
    public void Every_unit_is_first_by_its_name_or_beside_others_of_that_name() => Assert.All(
        YinchuanRegister.Bare.Villages.Select(village => (village.Code, village.Name)).Concat(YinchuanRegister.Bare.Townships.Select(township => (township.Code, township.Name))),
        unit => Assert.Contains(unit.Code, Search.Ask(RegisterName.PlaceOf(unit.Name)).Places.Select(found => found.Place.Area)));

    [Fact]
    public void No_text_breaks_the_search() => Malformed.Texts(
        [.. SearchTableTests.Texts, "", "😀😀", "'; DROP TABLE village; --", "\ud83d立岗", "立\0岗\u0007镇", "里岗", "ŐÜ立岗", new string('立', 10_000), "lihun".PadRight(300, 'x'), string.Concat(Enumerable.Repeat("立岗镇兰光村 ", 900))])
        .Sample(text => Malformed.Try(() => Search.Ask(text)), iter: Malformed.Times(2000), threads: 1);

    [Fact]
    public void Half_a_character_where_the_reading_ends_is_no_fault() => Assert.Empty(Search.Ask(new string('立', 199) + "😀").Matters);

    [Fact]
    public void A_name_whose_unit_is_gone_leads_nowhere()
    {
        var names = new CityNames([new OldName("旧村", AreaCode.Parse("640199001001"))], [new Landmark("高塔", ["塔"], AreaCode.Parse("640199"))]);
        Assert.Empty(new Search(YinchuanRegister.Bare, names).Ask("旧村 高塔").Places);
    }
}
