using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Tests.Finder;

public sealed class RegisterMatchTests
{
    private static readonly RegisterMatch Match = new(MatchTown.Network, Readings.Mandarin, [new OldName("永宁大队", AreaCode.Parse("640122102203"))]);

    private static RegisterAnswer Find(string? name, string? township = null, string? county = null, string? code = null) =>
        Match.Find(new WrittenUnit { Name = name, Township = township, County = county, Code = code });

    private static void AssertSame(string area, MatchHow how, RegisterAnswer answer)
    {
        var same = Assert.IsType<RegisterAnswer.Same>(answer);
        Assert.Equal((area, how), (same.Place.Point?.ToString() ?? same.Place.Area.Digits, same.How));
    }

    private static void AssertDoubtful(MatchDoubt why, string candidates, RegisterAnswer answer)
    {
        var doubtful = Assert.IsType<RegisterAnswer.Doubtful>(answer);
        Assert.Equal((why, candidates), (doubtful.Why, string.Join(' ', doubtful.Candidates.Select(match => match.Place.Point?.ToString() ?? match.Place.Area.Digits))));
    }

    [Theory]
    [InlineData("立岗村"), InlineData("立岗村村委会"), InlineData("立岗村民委员会"), InlineData("立岗村委"), InlineData(" 立 岗 村 "), InlineData("「立岗村」"), InlineData("立岗镇立岗村"), InlineData("贺兰县立岗镇立岗村村民委员会")]
    [InlineData("银川市贺兰县立岗镇立岗村")]
    public void However_a_list_writes_the_office_of_a_village_it_is_the_village(string name) =>
        AssertSame("640122102200", MatchHow.Name, Find(name, "立岗镇", "贺兰县"));

    [Theory, InlineData("永宁大队", MatchHow.OldName), InlineData("永宁", MatchHow.Stem), InlineData("永宁村", MatchHow.Name)]
    public void A_village_is_known_by_its_old_name_and_without_its_kind(string name, MatchHow how) => AssertSame("640122102203", how, Find(name, "立岗镇"));

    [Theory, InlineData("滨河家园1村", "640122102204"), InlineData("滨河家园２村", "640122102205"), InlineData("滨河家园一村", "640122102204")]
    public void A_numeral_is_one_whether_Chinese_or_not(string name, string area) => AssertSame(area, MatchHow.Name, Find(name, "立岗镇"));

    [Fact]
    public void A_township_or_county_alone_is_found_too()
    {
        AssertSame("640122102", MatchHow.Name, Find(null, "立岗镇"));
        AssertSame("640122102", MatchHow.Name, Find("立岗镇人民政府", null, "贺兰县"));
        AssertSame("640122", MatchHow.Stem, Find("", "", "贺兰"));
        AssertSame("640104001", MatchHow.Name, Find("文化街街道办", "", "兴庆区"));
        AssertSame("640104001", MatchHow.Name, Find(null, "文化街办事处"));
    }

    [Fact]
    public void In_a_township_a_stem_is_the_village_and_without_one_it_may_be_either()
    {
        AssertSame("640122102200", MatchHow.Stem, Find("立岗", "立岗镇"));
        AssertDoubtful(MatchDoubt.SeveralAlike, "640122102 640122102200", Find("立岗"));
    }

    [Fact]
    public void The_same_name_in_two_townships_is_told_by_the_township_by_a_code_and_by_nothing_else()
    {
        AssertSame("640122102202", MatchHow.Name, Find("团结村", "立岗镇"));
        AssertSame("640122103200", MatchHow.Name, Find("洪广镇团结村"));
        AssertSame("640122103200", MatchHow.Code, Find("团结村", code: "640122103200"));
        AssertSame("640122103200", MatchHow.Name, Find("团结村", code: "6.40122103E+11"));
        AssertDoubtful(MatchDoubt.SeveralAlike, "640122102202 640122103200", Find("团结村"));
    }

    [Fact]
    public void A_name_found_only_outside_the_place_written_is_a_doubt()
    {
        AssertDoubtful(MatchDoubt.Elsewhere, "640122102200", Find("立岗村", "洪广镇"));
        AssertDoubtful(MatchDoubt.Elsewhere, "640122102200", Find("立岗镇立岗村", "洪广镇"));
        AssertDoubtful(MatchDoubt.AroundUnknown, "640122102200", Find("立岗村", "天边镇"));
    }

    [Fact]
    public void A_unit_of_another_kind_is_a_doubt()
    {
        AssertDoubtful(MatchDoubt.OtherKind, "640122102200", Find("立岗社区", "立岗镇"));
        AssertSame("640122102200", MatchHow.Code, Find("立岗社区", "立岗镇", code: "640122102200"));
        AssertSame("640104001001", MatchHow.Name, Find("八里桥居委会", "文化街街道"));
        AssertDoubtful(MatchDoubt.SeveralAlike, "640104001001 640104001002", Find("八里桥", "文化街街道"));
    }

    [Theory, InlineData("立刚村"), InlineData("丽岗村"), InlineData("立刚"), InlineData("利港村民委员会")]
    public void A_name_that_sounds_the_same_is_known(string name) => AssertSame("640122102200", MatchHow.Homophone, Find(name, "立岗镇"));

    [Theory, InlineData("ligang"), InlineData("Lì gāng cūn"), InlineData("LIGANGCUN"), InlineData("li'gang"), InlineData("ｌｉｇａｎｇ")]
    public void A_name_in_pinyin_is_known(string name) => AssertSame("640122102200", MatchHow.Pinyin, Find(name, "立岗镇"));

    [Fact]
    public void First_letters_alone_are_a_doubt()
    {
        AssertDoubtful(MatchDoubt.TooLittle, "640122102200", Find("lgc", "立岗镇"));
        Assert.IsType<RegisterAnswer.None>(Find("xyz", "立岗镇"));
    }

    [Theory]
    [InlineData("五渡娇村", "640122102206"), InlineData("五度渡桥村", "640122102206"), InlineData("渡五桥村", "640122102206"), InlineData("岗立村", "640122102200")]
    public void One_wrong_character_is_forgiven(string name, string area) => AssertSame(area, MatchHow.OneCharacter, Find(name, "立岗镇"));

    [Theory]
    [InlineData("通北村", "640122102207"), InlineData("立网村", "640122102200"), InlineData("永林村", "640122102203"), InlineData("立岗东村", "640122102200"), InlineData("五渡村", "640122102206")]
    public void Half_a_name_or_what_tells_neighbours_apart_is_a_doubt(string name, string area) => AssertDoubtful(MatchDoubt.TooLittle, area, Find(name, "立岗镇"));

    [Fact]
    public void What_is_one_slip_here_and_the_very_name_elsewhere_is_a_doubt() =>
        AssertDoubtful(MatchDoubt.SeveralAlike, "640122102206 640122103201", Find("五里桥村", "立岗镇"));

    [Fact]
    public void What_is_like_nothing_is_told_with_the_nearest()
    {
        var none = Assert.IsType<RegisterAnswer.None>(Find("五渡河坝村", "立岗镇"));
        Assert.Equal("640122102206", none.Nearest[0].Area.Digits);
        Assert.Empty(Assert.IsType<RegisterAnswer.None>(Find("😀", "立岗镇")).Nearest);
        Assert.IsType<RegisterAnswer.None>(Find(null));
        Assert.IsType<RegisterAnswer.None>(Find(new string('桥', 5000)));
    }

    [Fact]
    public void A_code_alone_is_enough_and_with_a_name_it_must_not_be_anothers()
    {
        AssertSame("640122102200", MatchHow.Code, Find(null, code: "640122102200"));
        AssertSame("640122102200", MatchHow.Code, Find("立岗村", "立岗镇", code: "640122102200"));
        AssertSame("640122102200", MatchHow.Code, Find(null, "立岗镇", code: "640122102200"));
        AssertDoubtful(MatchDoubt.CodeOfAnother, "640122102200 640122102203", Find("永宁村", "立岗镇", code: "640122102200"));
        AssertDoubtful(MatchDoubt.CodeOfAnother, "640122102200", Find("天边村", "立岗镇", code: "640122102200"));
        AssertDoubtful(MatchDoubt.TooLittle, "640122102200", Find("立网村", "立岗镇", code: "640122102200"));
        AssertDoubtful(MatchDoubt.Elsewhere, "640122102200", Find("立岗村", "洪广镇", code: "640122102200"));
        AssertDoubtful(MatchDoubt.CodeOfAnother, "640122102200 640122103", Find(null, "洪广镇", code: "640122102200"));
    }

    [Fact]
    public void A_code_with_lost_digits_only_helps_a_name()
    {
        AssertSame("640122102203", MatchHow.Name, Find("永宁村", code: "64012210220"));
        AssertDoubtful(MatchDoubt.CodeLostDigits, "640122102200 640122102201 640122102202 640122102203 640122102204 640122102205 640122102206 640122102207", Find(null, code: "64012210220"));
        AssertDoubtful(MatchDoubt.CodeOfAnother, "640104001001 640122103200 640122103201", Find("八里桥社区", code: "64012210320"));
        Assert.True(Find("永宁村", code: "64012210220").Code.Trouble.HasFlag(CodeTrouble.DigitsLost));
    }

    [Fact]
    public void A_code_of_no_unit_here_is_told_and_the_name_decides()
    {
        var answer = Find("立岗村", "立岗镇", code: "110101001001");
        AssertSame("640122102200", MatchHow.Name, answer);
        Assert.Equal(CodeTrouble.Unknown, answer.Code.Trouble);
        Assert.IsType<RegisterAnswer.None>(Find(null, code: "110101001001"));
    }

    [Fact]
    public void The_code_of_a_township_filled_with_zeros_is_that_of_the_township()
    {
        AssertSame("640122102", MatchHow.Code, Find("立岗镇", code: "640122102000"));
        AssertSame("640122102", MatchHow.Code, Find(null, code: "640122102000"));
        AssertSame("640122", MatchHow.Code, Find(null, code: "640122000000"));
    }

    [Theory]
    [InlineData("立岗村公共法律服务工作室", "room-640122102200"), InlineData("贺兰县立岗镇立岗村公共法律服务工作室", "room-640122102200"), InlineData("立岗村公共法律服务室", "room-640122102200")]
    [InlineData("立岗镇公共法律服务工作站", "station-640122102"), InlineData("立岗镇第二公共法律服务工作站", "station-640122102-2"), InlineData("立岗公共法律服务站", "640122102")]
    [InlineData("贺兰县公共法律服务中心", "centre-640122"), InlineData("立岗镇第三公共法律服务工作站", "640122102"), InlineData("永宁村公共法律服务工作室", "640122102203")]
    public void The_name_of_a_point_leads_to_it_or_to_its_unit_where_there_is_none_yet(string name, string expected)
    {
        var same = Assert.IsType<RegisterAnswer.Same>(Find(name, county: "贺兰县"));
        Assert.Equal(expected, same.Place.Point?.ToString() ?? same.Place.Area.Digits);
    }
}

/// <summary>Two counties, three townships, and names that are easily taken for each other.</summary>
internal static class MatchTown
{
    private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

    private static readonly Position Somewhere = new(LonLat.Of(106.4, 38.6), Placement.Surveyed, new Metres(1), "made up for a test");

    internal static ServiceNetwork Network { get; } = new(new NetworkParts
    {
        Version = "test",
        City = new City(AreaCode.Parse("640100"), "银川市", "Yinchuan"),
        Counties = [County("640104", "兴庆区"), County("640122", "贺兰县")],
        Townships = [Township("640104001", "文化街街道办事处"), Township("640122102", "立岗镇"), Township("640122103", "洪广镇")],
        Villages =
        [
            Village("640104001001", "八里桥社区居委会"), Village("640104001002", "八里桥村委会"), Village("640122102200", "立岗村村委会"), Village("640122102201", "清水村委会"),
            Village("640122102202", "团结村委会"), Village("640122102203", "永宁村委会"), Village("640122102204", "滨河家园一村"), Village("640122102205", "滨河家园二村"),
            Village("640122102206", "五渡桥村委会"), Village("640122102207", "通南村委会"), Village("640122103200", "团结村委会"), Village("640122103201", "贺兰县洪广镇五里桥村民委员会"),
        ],
        Points =
        [
            Point("centre-640122", "贺兰县公共法律服务中心", Tier.Centre, "640122"), Point("station-640122102", "立岗镇公共法律服务工作站", Tier.Station, "640122102"),
            Point("station-640122102-2", "立岗镇第二公共法律服务工作站", Tier.Station, "640122102"), Point("room-640122102200", "立岗村公共法律服务工作室", Tier.Room, "640122102200"),
        ],
    });

    private static County County(string code, string name) => new(AreaCode.Parse(code), name, Somewhere, new Residents(code == "640104" ? 2 : 10), Made);

    private static Township Township(string code, string name) => new(AreaCode.Parse(code), name, TownshipKind.Town, Somewhere, Bank.Only);

    private static Village Village(string code, string name) => new(AreaCode.Parse(code), name, VillageKind.Village, Somewhere, Bank.Only, new Residents(1), Made);

    private static ServicePoint Point(string id, string name, Tier tier, string area) =>
        new(PointId.Parse(id), name, tier, AreaCode.Parse(area), Somewhere, Bank.Only, Stage.Built, Made);
}
