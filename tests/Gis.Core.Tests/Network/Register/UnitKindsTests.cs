using Gis.Core.Network;
using Gis.Core.Network.Register;

namespace Gis.Core.Tests.Network.Register;

public sealed class UnitKindsTests
{
    [Theory]
    [InlineData("640104001", "凤凰北街街道办事处", TownshipKind.Street), InlineData("640122100", "习岗镇", TownshipKind.Town)]
    [InlineData("640104200", "月牙湖乡", TownshipKind.Township), InlineData("150123200", "巴音苏木", TownshipKind.Township)]
    [InlineData("640121400", "黄羊滩农场", TownshipKind.FarmOrZone), InlineData("640181401", "狼皮子梁管委会", TownshipKind.FarmOrZone)]
    [InlineData("640122400", "南梁台子", TownshipKind.FarmOrZone)]
    public void A_township_is_told_by_the_end_of_its_name_or_its_code(string code, string name, TownshipKind kind) =>
        Assert.Equal(kind, UnitKinds.OfTownship(AreaCode.Parse(code), name));

    [Theory]
    [InlineData("099", TownshipKind.Street), InlineData("100", TownshipKind.Town), InlineData("199", TownshipKind.Town)]
    [InlineData("200", TownshipKind.Township), InlineData("399", TownshipKind.Township), InlineData("400", TownshipKind.FarmOrZone)]
    public void Where_the_name_of_a_township_tells_nothing_its_number_does(string number, TownshipKind kind) =>
        Assert.Equal(kind, UnitKinds.OfTownship(AreaCode.Parse("640104" + number), "某地"));

    [Theory]
    [InlineData("199", "甲", VillageKind.Community), InlineData("200", "甲", VillageKind.Village), InlineData("399", "甲", VillageKind.Village)]
    [InlineData("400", "甲", VillageKind.CommunityLike), InlineData("499", "甲", VillageKind.CommunityLike), InlineData("500", "甲", VillageKind.VillageLike)]
    [InlineData("599", "甲", VillageKind.VillageLike), InlineData("600", "甲社区居委会", VillageKind.Community), InlineData("600", "甲乙村委会", VillageKind.Village)]
    public void A_village_is_told_by_its_number_and_beyond_599_by_its_name(string number, string name, VillageKind kind) =>
        Assert.Equal(kind, UnitKinds.OfVillage(AreaCode.Parse("640104001" + number), name));

    [Theory]
    [InlineData("市辖区", true), InlineData("县", true), InlineData("省直辖县级行政区划", true), InlineData("自治区直辖县级行政区划", true)]
    [InlineData("城区", false), InlineData("贺兰县", false), InlineData("兴庆区", false)]
    public void A_heading_is_told_from_a_unit(string name, bool isHeading) => Assert.Equal(isHeading, UnitKinds.IsStandIn(name));
}
