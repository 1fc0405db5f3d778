using Gis.Core.Network;
using Gis.Web.Siting;

namespace Gis.Web.Tests.Siting;

/// <summary>A small schedule as it is kept: two rooms, one of which had slipped; and one that cannot be.</summary>
internal static class SmallAnswer
{
    internal static readonly ScheduledRoomJson Lanxing = new("room-640122100201", "立岗镇兰星村工作室", "640122", "贺兰县", 1.5m, 500);

    internal static readonly ScheduledRoomJson Tongyi = new("room-640122100202", "立岗镇通义村工作室", "640122", "贺兰县", 1m, 200);

    internal static readonly ScheduleJson Mended = new(
        "optimal", 3900, 3900, 0, null, "residents", 2000, true, "2027-03", "2027-04", "2027-05",
        [new("2027-03", 1000, [Lanxing]), new("2027-04", 1500, [Tongyi]), new("2027-05", 1700, [])],
        [new("640122", "贺兰县", [new("2027-03", 1, 1, 1.5m, 2), new("2027-04", 1, 1, 1, 2.5m)])],
        [],
        [new("county-plans", new DateOnly(2027, 3, 20), new DateOnly(2027, 3, 20)), new("declarations", new DateOnly(2027, 10, 1), new DateOnly(2027, 10, 31))],
        new ScheduleChangeJson(4000, 1, [new(Tongyi.Id, Tongyi.Name, "贺兰县", "2027-03", "2027-04")]),
        new Receipt("data", "estimate", "mode=walk&from=2027-03", "1.0"));

    internal static readonly ScheduleJson Broken = Mended with
    {
        Status = "infeasible",
        PersonMonths = null,
        Months = [],
        Counties = [],
        Change = null,
        Fault = new ScheduleFaultJson("crews", "640122", "贺兰县", null, null, "2027-03", "2027-04", 3, 2),
    };
}
