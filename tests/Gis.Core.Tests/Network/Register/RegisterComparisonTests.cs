using CsCheck;
using Gis.Core.Network;
using Gis.Core.Network.Register;

namespace Gis.Core.Tests.Network.Register;

public sealed class RegisterComparisonTests
{
    private static readonly (string Code, string Name)[] Before =
    [
        ("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122100200", "立岗村村委会"), ("640122100201", "龙须滩村委会"), ("640122100202", "长城村委会"),
        ("640122400", "燕鸽湖管委会"), ("640122400001", "燕庆园社区居委会"),
    ];

    private static RegisterComparison Compare((string Code, string Name)[] before, params (string Code, string Name)[] after) =>
        RegisterComparison.Between(RandomRegister.MakeNetwork(before), RandomRegister.Of(after.Select(unit => new RegisterUnit(AreaCode.Parse(unit.Code), unit.Name))));

    private static UnitChange Of(RegisterComparison comparison, string code) => comparison.Changes.Single(change => change.Old?.Code.Digits == code);

    [Fact]
    public void The_same_register_keeps_everything()
    {
        var same = Compare(Before, Before);
        Assert.All(same.Changes, change => Assert.IsType<UnitChange.Kept>(change));
        Assert.Empty(RecordChange.Between(same.Network.Parts, RegisterEdit.Of(same).Parts));
    }

    [Fact]
    public void Each_ending_is_told_from_the_others()
    {
        var comparison = Compare(
            Before,
            ("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122100200", "立岗村"), ("640122100201", "龙徐滩村委会"), ("640122100202", "共享社区居委会"),
            ("640122100001", "燕庆园社区居委会"), ("640122101", "金贵镇"));
        Assert.IsType<UnitChange.Kept>(Of(comparison, "640122100200"));
        Assert.IsType<UnitChange.Renamed>(Of(comparison, "640122100201"));
        Assert.Equal("640122100202", Assert.Single(Assert.IsType<UnitChange.InDoubt>(Of(comparison, "640122100202")).Candidates).Code.Digits);
        Assert.Equal("640122100001", Assert.IsType<UnitChange.Recoded>(Of(comparison, "640122400001")).After.Code.Digits);
        Assert.Equal("立岗镇", Assert.IsType<UnitChange.Merged>(Of(comparison, "640122400")).Into.Name);
        Assert.Equal("金贵镇", Assert.Single(comparison.Townships.OfType<UnitChange.Added>()).After.Name);
    }

    [Fact]
    public void A_county_that_becomes_a_district_takes_all_that_is_in_it_along()
    {
        var after = Before.Select(unit => (unit.Code.Replace("640122", "640107", StringComparison.Ordinal), unit.Name.Replace("贺兰县", "贺兰区", StringComparison.Ordinal))).ToArray();
        var comparison = Compare(Before, after);
        Assert.All(comparison.Changes, change => Assert.IsType<UnitChange.Recoded>(change));
        var network = new ServiceNetwork(RegisterEdit.Of(comparison).Parts);
        Assert.Equal(comparison.Network.Residents, network.Residents);
        Assert.All(network.Points, point => Assert.StartsWith("640107", point.Area.Digits, StringComparison.Ordinal));
        Assert.Contains(network.Points, point => point.Id.ToString() == "room-640122100200" && point.Area.Digits == "640107100200");
        Assert.Equal("640107", network.Firms[0].County.Digits);
    }

    [Fact]
    public void A_village_of_a_name_that_another_has_too_is_in_doubt()
    {
        (string, string)[] before = [("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122100001", "阳光社区"), ("640122101", "金贵镇"), ("640122101001", "阳光社区")];
        var comparison = Compare(before, ("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122100001", "阳光社区"), ("640122101", "金贵镇"), ("640122102", "习岗镇"), ("640122102001", "阳光社区"));
        Assert.IsType<UnitChange.Kept>(Of(comparison, "640122100001"));
        Assert.IsType<UnitChange.InDoubt>(Of(comparison, "640122101001"));
    }

    [Fact]
    public void A_village_whose_name_goes_on_in_two_is_in_doubt_and_not_renamed()
    {
        (string, string)[] before = [("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122100001", "湖畔嘉苑社区")];
        var comparison = Compare(before, ("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122100001", "湖畔嘉苑西区社区"), ("640122100002", "湖畔嘉苑东区社区"));
        Assert.Equal(2, Assert.IsType<UnitChange.InDoubt>(Of(comparison, "640122100001")).Candidates.Length);
    }

    [Fact]
    public void A_township_whose_villages_went_two_ways_is_split_and_stays_for_its_station()
    {
        (string, string)[] before =
        [
            ("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122101", "金贵镇"), ("640122400", "旧场"), ("640122400500", "东队"), ("640122400501", "西队"),
        ];
        var comparison = Compare(before, ("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122100500", "东队"), ("640122101", "金贵镇"), ("640122101500", "西队"));
        Assert.Equal(2, Assert.IsType<UnitChange.Split>(Of(comparison, "640122400")).Into.Length);
        var network = new ServiceNetwork(RegisterEdit.Of(comparison).Parts);
        Assert.Equal("640122400", network.FindPoint(PointId.Parse("station-640122400"))!.Area.Digits);
        Assert.Equal("640122101500", network.FindPoint(PointId.Parse("room-640122400501"))!.Area.Digits);
    }

    [Fact]
    public void A_merged_township_goes_and_its_station_belongs_to_the_other()
    {
        var comparison = Compare(Before, [.. Before[..5], ("640122100001", "燕庆园社区居委会")]);
        var network = new ServiceNetwork(RegisterEdit.Of(comparison).Parts);
        Assert.Null(network.FindTownship(AreaCode.Parse("640122400")));
        Assert.Equal("640122100", network.FindPoint(PointId.Parse("station-640122400"))!.Area.Digits);
    }

    [Fact]
    public void Two_villages_that_changed_codes_with_each_other_keep_their_rooms()
    {
        (string, string)[] before = [("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122100200", "甲家村"), ("640122100201", "乙家村")];
        var network = new ServiceNetwork(RegisterEdit.Of(Compare(before, ("640122", "贺兰县"), ("640122100", "立岗镇"), ("640122100200", "乙家村"), ("640122100201", "甲家村"))).Parts);
        Assert.Equal("甲家村", network.FindAreaName(network.FindPoint(PointId.Parse("room-640122100200"))!.Area));
    }

    [Fact]
    public void A_register_of_another_city_is_no_newer_one() => Assert.Throws<ArgumentException>(() => RegisterComparison.Between(
        RandomRegister.MakeNetwork(Before), new CityRegister(new City(AreaCode.Parse("640300"), "吴忠市", "Wuzhong"), [], [], [], "")));

    [Fact]
    public void Every_unit_before_is_in_one_change_and_every_unit_after_is_told() => RandomRegister.Any.Sample(
        city =>
        {
            var comparison = RegisterComparison.Between(city.Network, city.Next);
            foreach (var (changes, olds, news) in (ReadOnlySpan<(IEnumerable<UnitChange>, IEnumerable<AreaCode>, IEnumerable<AreaCode>)>)
            [
                (comparison.Counties, city.Network.Counties.Select(unit => unit.Code), city.Next.Counties.Select(unit => unit.Code)),
                (comparison.Townships, city.Network.Townships.Select(unit => unit.Code), city.Next.Townships.Select(unit => unit.Code)),
                (comparison.Villages, city.Network.Villages.Select(unit => unit.Code), city.Next.Villages.Select(unit => unit.Code)),
            ])
            {
                Assert.Equal(olds.Order(), changes.Where(change => change.Old is not null).Select(change => change.Old!.Code).Order());
                var claimed = changes.Where(change => change is not UnitChange.Merged)
                    .Select(change => change is UnitChange.Added added ? added.After : change.Heir).OfType<RegisterUnit>().Select(unit => unit.Code).ToList();
                Assert.Equal(claimed.Count, claimed.Distinct().Count());
                var doubted = changes.OfType<UnitChange.InDoubt>().SelectMany(doubt => doubt.Candidates).Select(unit => unit.Code);
                Assert.Empty(news.Except(claimed).Except(doubted));
            }
        },
        iter: 1_000);

    [Fact]
    public void Whatever_the_two_registers_say_the_network_fits_together_and_nothing_is_lost() => RandomRegister.Any.Sample(
        city =>
        {
            var edit = RegisterEdit.Of(RegisterComparison.Between(city.Network, city.Next));
            var after = new ServiceNetwork(edit.Parts);
            Assert.Equal(city.Network.Residents, after.Residents);
            Assert.Equal(city.Network.Villages.Count(village => village.Position is not null), after.Villages.Count(village => village.Position is not null));
            Assert.Equal(city.Network.Points.Select(point => point.Id), after.Points.Select(point => point.Id));
            Assert.Equal(city.Network.Firms.Length, after.Firms.Length);
            foreach (var point in city.Network.Points.Where(point => point.Tier == Tier.Room))
                Assert.Equal(city.Network.FindVillage(point.Area)!.Residents, after.FindVillage(after.FindPoint(point.Id)!.Area)!.Residents);
        },
        iter: 1_000);
}
