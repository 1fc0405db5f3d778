using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Duty;

/// <summary>Made-up logs. March 2027 ends a quarter; its 20th is a Saturday and its 31st a Wednesday.</summary>
internal static class Logs
{
    internal static readonly AreaCode East = AreaCode.Parse("100001001001");

    internal static readonly AreaCode West = AreaCode.Parse("100002001001");

    internal static readonly DutyPairing Paired = new(East, "f", new DateOnly(2027, 1, 1));

    internal static DateOnly March(int day) => new(2027, 3, day);

    internal static DutyEntry.Visit Visit(DateOnly day, double minutes, int hour = 9, AreaCode? village = null, string firm = "f", string adviser = "p1") =>
        new(village ?? East, firm, adviser, day, new TimeOnly(hour, 0), new Minutes(minutes), []);

    internal static DutyEntry.Lecture Lecture(DateOnly day, int attendance = 0, AreaCode? village = null, string firm = "f") =>
        new(village ?? East, firm, "p1", day, new Minutes(90), "Civil Code", attendance);

    internal static DutyBook Book(params DutyEntry[] entries) => new([Paired], [.. entries], DutyTerms.Plan2018);
}
