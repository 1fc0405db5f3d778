using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Units;

namespace Gis.Web.Siting;

/// <summary>Writes how a schedule ended, with the names of the network.</summary>
internal sealed class ScheduleWriter(ServiceNetwork network, CoverageQuestion question, SitingInstance instance, ScheduleTask task)
{
    internal ScheduleJson Write(ScheduleOutcome outcome, Receipt receipt)
    {
        var (status, plan, bound) = outcome switch
        {
            ScheduleOutcome.Optimal optimal => ("optimal", optimal.Plan, optimal.Plan.PersonMonths),
            ScheduleOutcome.BestFound found => ("feasible", found.Plan, found.Bound),
            ScheduleOutcome.Cancelled cancelled => ("cancelled", cancelled.Plan, cancelled.Bound),
            _ => ("infeasible", (SchedulePlan?)null, (double?)null),
        };
        return new ScheduleJson(
            status,
            plan?.PersonMonths,
            bound,
            GapOf(plan?.PersonMonths, bound),
            outcome is ScheduleOutcome.Infeasible none ? FaultOf(none.Fault) : null,
            question.Weighting.Written(),
            (long)instance.Weight,
            network.HasIllustration,
            task.From.ToString(),
            task.To.ToString(),
            task.Until.ToString(),
            plan is null ? [] : [.. plan.Covered.Select((covered, i) => MonthOf(plan, task.From.Plus(i), covered))],
            plan is null ? [] : [.. task.Counties.Select(county => CountyOf(plan, county))],
            plan is null ? [] : [.. task.Rooms.Where(room => plan.Rooms.All(each => each.Site != room.Site)).Select(room => RoomOf(room.Site, 0))],
            [.. ScheduleDate.List(task.From, task.Until).Select(date => new ScheduleDateJson(date.Duty.Written(), date.First, date.Last))],
            plan?.Change is { } change ? ChangeOf(change) : null,
            receipt);
    }

    // Infinite, where nobody is covered but might be, has no form in JSON.
    private static double? GapOf(double? objective, double? bound) =>
        objective is null || bound is null ? null : bound == objective ? 0 : objective == 0 ? null : Math.Abs(bound.Value - objective.Value) / objective;

    private ScheduleMonthJson MonthOf(SchedulePlan plan, Month month, double covered) => new(
        month.ToString(),
        (long)covered,
        [.. plan.Rooms.Where(room => room.Month == month).Select(room => RoomOf(room.Site, (long)room.Added)).OrderBy(room => room.County, StringComparer.Ordinal).ThenByDescending(room => room.Added)]);

    private ScheduledRoomJson RoomOf(int site, long added)
    {
        var (point, room) = (PointOf(site), task.Rooms.Single(room => room.Site == site));
        return new ScheduledRoomJson(point.Id.ToString(), point.Name, room.County, NameOf(room.County), room.Cost, added);
    }

    private ScheduleCountyJson CountyOf(SchedulePlan plan, CountyMeans county)
    {
        var rooms = task.Rooms.Where(room => room.County == county.County).ToDictionary(room => room.Site);
        var finished = plan.Rooms.Where(room => rooms.ContainsKey(room.Site)).ToLookup(room => room.Month.Since(task.From), room => rooms[room.Site].Cost);
        var months = ImmutableArray.CreateBuilder<CountyMonthJson>();
        var purse = 0m;
        for (var month = 0; month < task.Window; month++)
        {
            var cost = finished[month].Sum();
            purse += county.Money.IsEmpty ? 0 : county.Money[month];
            months.Add(new CountyMonthJson(
                task.From.Plus(month).ToString(), finished[month].Count(), county.Crews[month], cost, county.Money.IsEmpty ? null : purse));
            purse -= cost;
        }

        return new ScheduleCountyJson(county.County, NameOf(county.County), months.ToImmutable());
    }

    private ScheduleFaultJson FaultOf(ScheduleFault fault) => new(
        fault.Rule.Written(),
        fault.County,
        NameOf(fault.County),
        fault.Room,
        fault.Room is { } room ? network.FindPoint(PointId.Parse(room))!.Name : null,
        fault.First.ToString(),
        fault.Last.ToString(),
        fault.Needed,
        fault.Given);

    private ScheduleChangeJson ChangeOf(ScheduleMoves change) => new(change.Before, change.Fewest,
    [
        .. change.Moves.Select(move => (Point: PointOf(move.Site), move.From, move.To)).Select(move => new ScheduleMoveJson(
            move.Point.Id.ToString(), move.Point.Name, NameOf(move.Point.Area.County.Digits), move.From?.ToString(), move.To?.ToString())),
    ]);

    private ServicePoint PointOf(int site) => network.Points[site];

    private string NameOf(string county) => network.FindAreaName(AreaCode.Parse(county))!;
}
