using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class BackupTests
{
    // Rooms in villages 0 and 2, ten minutes a block: within 10 minutes village 1 reaches both, 0, 2 and 3 one, 4 none.
    private static Backup Row(double limit)
    {
        var network = Town.Network(Town.Row(1, 2, 4, 8, 16), Town.Room(0), Town.Room(2));
        return Backup.Measure(network, Town.TenMinutesABlock(network), CoverageQuestion.Of(TravelMode.Walk, new Minutes(limit)));
    }

    [Fact]
    public void Two_points_exactly_at_the_limit_back_a_village_up() =>
        Assert.Equal((31, 13, 2), (Row(10).Total.Residents.Count, Row(10).Total.Once.Count, Row(10).Total.BackedUp.Count));

    [Fact]
    public void Just_below_the_limit_they_do_not() => Assert.Equal(new Residents(0), Row(9.999).Total.BackedUp);

    [Fact]
    public void Villages_that_depend_on_one_point_are_listed_with_most_residents_first() => Assert.Equal(
        [Town.VillageCode(3), Town.VillageCode(2), Town.VillageCode(0)], Row(10).Dependent.Select(dependent => dependent.Village.Code));

    [Fact]
    public void What_nobody_can_reach_is_not_backed_up()
    {
        var network = Town.Network(Town.Row(5), Town.Room(0));
        var backup = Backup.Measure(network, Town.Table(network, (_, _) => null), CoverageQuestion.Of(TravelMode.Walk, new Minutes(240)));
        Assert.Equal((0, 0), (backup.Total.Once.Count, backup.Total.BackedUp.Count));
    }

    [Fact]
    public void Covered_is_once_and_backed_up_together_in_the_city_and_in_each_county() => RandomCity.Any.Sample(city =>
    {
        var backup = Measure(city);
        Assert.Equal(city.Answer.Total.Covered, backup.Total.Once + backup.Total.BackedUp);
        Assert.Equal(city.Answer.Counties.Select(county => county.Covered), backup.Counties.Select(county => county.Once + county.BackedUp));
        Assert.Equal(backup.Total.BackedUp, backup.Counties.Sum(county => county.BackedUp));
    });

    [Fact]
    public void Who_is_backed_up_stays_covered_whichever_point_fails() => RandomCity.Any.Sample(city =>
    {
        var backup = Measure(city);
        foreach (var point in city.Network.Points)
        {
            var without = CoverageStudy.Measure(city.Network, city.Table, city.Question with { Without = [point.Id] });
            Assert.True(without.Total.Covered >= backup.Total.BackedUp);
        }
    });

    [Fact]
    public void A_larger_limit_never_lowers_it() => RandomCity.Any.Sample(city =>
        Assert.True(Measure(city with { Limit = city.Limit + 7 }).Total.BackedUp >= Measure(city).Total.BackedUp));

    [Fact]
    public void Other_names_in_another_order_change_nothing() => RandomCity.Any.Sample(city =>
    {
        var (network, table) = city.Renamed();
        Assert.Equal(Measure(city).Total, Backup.Measure(network, table, city.Question).Total);
    });

    private static Backup Measure(RandomCity city) => Backup.Measure(city.Network, city.Table, city.Question);
}
