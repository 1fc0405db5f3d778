using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Progress.Inspection;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Progress.Inspection;

/// <summary>Made-up inspections whose minutes are written down; a minute is a hundred metres.</summary>
internal static class Rows
{
    internal static PointId Id(int stop) => PointId.Parse("room-" + stop.ToString(CultureInfo.InvariantCulture));

    internal static TripMatrix Matrix(int places, Func<int, int, double?> minutes) => TripMatrix.Of("test",
    [
        .. Enumerable.Range(0, places).Select(from => (IReadOnlyList<Reach>)
        [
            .. Enumerable.Range(0, places).Where(to => minutes(from, to) is not null)
                .Select(to => new Reach(to, new Minutes(minutes(from, to)!.Value), new Metres(minutes(from, to)!.Value * 100))),
        ]),
    ]);

    /// <summary>Stops 1, 2, 3… ten minutes apart on a line from the base, each looked at for 40 minutes.</summary>
    internal static InspectionTask Line(int stops, double day, int teams = 1, int? mostDays = null, double check = 40) => new(
        [.. Enumerable.Range(1, stops).Select(stop => new InspectionStop(Id(stop), new Minutes(check)))],
        Matrix(stops + 1, (from, to) => 10 * Math.Abs(from - to)),
        new Minutes(day),
        teams,
        mostDays);

    internal static InspectionOutcome Plan(InspectionTask task, int effort = 300) => InspectionStudy.Plan(task, InspectionWatch.Never with { Effort = effort });

    internal static InspectionOutcome.Planned Planned(InspectionTask task, int effort = 300) =>
        Assert.IsType<InspectionOutcome.Planned>(Plan(task, effort));

    internal static string Stops(DayTour tour) => string.Join(' ', tour.Visits.Select(visit => visit.Point.ToString()["room-".Length..]));
}
