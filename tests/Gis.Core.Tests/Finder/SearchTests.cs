using Gis.Core.Finder;
using Gis.Core.Network;

namespace Gis.Core.Tests.Finder;

public sealed class SearchTests
{
    private static readonly Search Town = MakeTown("立岗村村委会", "立岗东村村委会", "八里桥社区居委会", "八里桥村村委会");

    private static Search MakeTown(params string[] names)
    {
        var villages = Tests.Town.Row([.. names.Select(_ => 1L)]);
        return new Search(
            Tests.Town.Network([.. villages.Zip(names, (village, name) => village with { Name = name })], Tests.Town.Room(0), Tests.Town.Station(0)),
            CityNames.None);
    }

    private static string? First(string text) => Town.Ask(text).Places.FirstOrDefault()?.Place.Name;

    [Theory]
    [InlineData("立岗村", "立岗村村委会"), InlineData("立岗村村委会", "立岗村村委会"), InlineData(" 立岗村 ", "立岗村村委会")]
    [InlineData("八里桥村", "八里桥村村委会"), InlineData("八里桥社区", "八里桥社区居委会"), InlineData("立岗", "立岗村村委会"), InlineData("立岗东", "立岗东村村委会")]
    public void A_village_is_found_by_what_people_call_it(string text, string expected) => Assert.Equal(expected, First(text));

    [Theory, InlineData("县 立岗村"), InlineData("县镇立岗村"), InlineData("100000001000"), InlineData("１０００００００１０００")]
    public void A_full_path_or_a_code_finds_it_too(string text) => Assert.Equal("立岗村村委会", First(text));

    [Theory, InlineData(""), InlineData("   "), InlineData("没有"), InlineData("😀"), InlineData("\ud83d")]
    public void What_is_not_there_finds_nothing(string text) => Assert.Null(First(text));

    [Fact]
    public void Ten_thousand_characters_find_nothing_and_harm_nothing() => Assert.Null(First(new string('立', 10_000)));

    [Fact]
    public void A_code_leads_to_its_place_and_an_unknown_one_to_none()
    {
        Assert.Equal("立岗村村委会", Town.FindByCode("100000001000")!.Name);
        Assert.Equal(Tests.Town.RoomId(0), Town.FindByCode(Tests.Town.RoomId(0).ToString())!.Point);
        Assert.Null(Town.FindByCode("999999"));
        Assert.Null(Town.FindByCode(null));
    }

    [Theory]
    [InlineData("丽景街街道办事处", "丽景街街道"), InlineData("崇安社区居委会", "崇安社区"), InlineData("立岗村村委会", "立岗村"), InlineData("立岗村委会", "立岗村")]
    [InlineData("同阳新村村民委员会", "同阳新村"), InlineData("滨河家园一村", "滨河家园一村"), InlineData("村委会", "村委会")]
    public void The_register_names_an_office_and_people_the_place(string name, string place) => Assert.Equal(place, RegisterName.PlaceOf(name));
}
