using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Core.Progress.Inspection;
using Gis.Core.Units;

namespace Gis.Core.Tests.Progress.Inspection;

public sealed class InspectionKindTests
{
    // 2026-11-11 is a Wednesday.
    private static readonly DateOnly Wednesday = new(2026, 11, 11);

    [Fact]
    public void The_citys_check_looks_at_what_is_declared_in_the_middle_of_November()
    {
        var calendar = YearCalendar.Of(2026);
        Assert.Equal([Stage.Declared], InspectionKind.CityCheck.Stages());
        Assert.Equal((Wednesday, new DateOnly(2026, 11, 20)), (InspectionKind.CityCheck.FirstDay(calendar), InspectionKind.CityCheck.LastDay(calendar)));
        Assert.Equal(8, WorkCalendar.Unannounced.Count(Wednesday, InspectionKind.CityCheck.LastDay(calendar)));
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
