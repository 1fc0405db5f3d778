using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Core.Progress.Inspection;

namespace Gis.Core.Tests.Progress.Inspection;

public sealed class WorkDaysTests
{
    // 2026-11-11 is a Wednesday.
    private static readonly DateOnly Wednesday = new(2026, 11, 11);

    [Theory]
    [InlineData(0, "2026-11-11")]
    [InlineData(2, "2026-11-13")]
    [InlineData(3, "2026-11-16")]
    [InlineData(7, "2026-11-20")]
    [InlineData(8, "2026-11-23")]
    public void Weekends_are_skipped(int number, string day) => Assert.Equal(DateOnly.Parse(day, null), WorkDays.Find(Wednesday, number));

    [Theory]
    [InlineData("2026-11-14")]
    [InlineData("2026-11-15")]
    public void A_weekend_begins_on_Monday(string first) => Assert.Equal(new DateOnly(2026, 11, 16), WorkDays.Find(DateOnly.Parse(first, null), 0));

    [Fact]
    public void The_days_counted_are_those_found() => Assert.All(Enumerable.Range(0, 40), number =>
        Assert.All(Enumerable.Range(0, 7), shift => Assert.Equal(
            number + 1, WorkDays.Count(Wednesday.AddDays(shift), WorkDays.Find(Wednesday.AddDays(shift), number)))));

    [Fact]
    public void A_last_day_before_the_first_leaves_none() => Assert.Equal(0, WorkDays.Count(Wednesday, Wednesday.AddDays(-1)));

    [Fact]
    public void The_citys_check_looks_at_what_is_declared_in_the_middle_of_November()
    {
        var calendar = YearCalendar.Of(2026);
        Assert.Equal([Stage.Declared], InspectionKind.CityCheck.Stages());
        Assert.Equal((Wednesday, new DateOnly(2026, 11, 20)), (InspectionKind.CityCheck.FirstDay(calendar), InspectionKind.CityCheck.LastDay(calendar)));
        Assert.Equal(8, WorkDays.Count(Wednesday, InspectionKind.CityCheck.LastDay(calendar)));
    }

    [Fact]
    public void The_regions_check_looks_at_what_the_city_accepted_in_December()
    {
        Assert.Equal([Stage.CityAccepted], InspectionKind.RegionCheck.Stages());
        Assert.Equal(12, InspectionKind.RegionCheck.FirstDay(YearCalendar.Of(2026)).Month);
    }

    [Fact]
    public void Both_tours_are_over_before_building_is() => Assert.All(
        [InspectionKind.FirstTour, InspectionKind.SecondTour],
        kind => Assert.True(kind.FirstDay(YearCalendar.Of(2026)) < kind.LastDay(YearCalendar.Of(2026))));
}
