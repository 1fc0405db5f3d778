using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress.Inspection;
using Gis.Core.Travel;
using Gis.Data;
using Gis.Web.Network;

namespace Gis.Web.Progress.Inspection;

/// <summary>An inspection of a network, from the question to the answer.</summary>
public static class InspectionRun
{
    /// <summary>Plans each part by itself, by car.</summary>
    /// <param name="snapshot">The network and its travel.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="planBy">The day by which it is to be done.</param>
    /// <param name="watch">Who looks on, and may end it.</param>
    public static InspectionJson Plan(Snapshot snapshot, InspectionQuestion question, DateOnly planBy, InspectionWatch watch)
    {
        var parts = InspectionParts.Of(snapshot.Network, question.Points, question.Base);
        var planned = parts.Parts.AsParallel().AsOrdered().Select(part => Plan(snapshot, question, part, watch)).ToImmutableArray();
        var tours = planned.SelectMany(part => part.Json.Tours).ToList();
        return new InspectionJson(
            question.Kind.Written(),
            [.. question.Points.Select(point => point.Stage).Distinct().Order().Select(stage => stage.Written())],
            question.Clock.From,
            planBy,
            question.Clock.Calendar.Count(question.Clock.From, planBy),
            question.Clock.Calendar.IsAnnounced(question.Clock.From.Year),
            tours.Sum(tour => tour.Visits.Length),
            tours.Count,
            tours.Sum(tour => tour.DrivingMinutes),
            tours.Sum(tour => tour.Kilometres),
            tours.Count == 0 ? null : tours.Max(tour => tour.Date),
            watch.Deadline.IsCancellationRequested,
            question.Points.Any(point => point.IsIllustrative),
            [.. planned.Select(part => part.Json)],
            [.. parts.Unlocated.Select(PointOf)],
            [.. question.LeftOut.Select(PointOf)],
            new Receipt(snapshot.Network.Version, string.Join(' ', planned.Select(part => part.Travel).Distinct()), question.Written, ProgramVersion.Text));
    }

    internal static InspectedPointJson PointOf(ServicePoint point) => new(point.Id.ToString(), point.Name);

    private static (InspectionPartJson Json, string Travel) Plan(Snapshot snapshot, InspectionQuestion question, InspectionPart part, InspectionWatch watch)
    {
        var driving = snapshot.Travel.Between(TravelMode.Car, part.Places);
        var task = new InspectionTask(part.ListStops(question.Checks), driving, question.Hours, question.Teams, question.Clock.MostDays);
        return (new InspectionWriter(snapshot.Network, question, part).Write(InspectionStudy.Plan(task, watch)), driving.Version);
    }
}

/// <summary>Writes how planning a part ended, with the names of the network and the times of day.</summary>
internal sealed class InspectionWriter(ServiceNetwork network, InspectionQuestion question, InspectionPart part)
{
    internal InspectionPartJson Write(InspectionOutcome outcome)
    {
        var (status, plan, least, fault) = outcome switch
        {
            InspectionOutcome.Planned planned => ("planned", planned.Plan, planned.LeastTours, null),
            InspectionOutcome.Overlong overlong => ("overlong", overlong.Plan, overlong.LeastTours, new InspectionFaultJson("too-few-days", [], null, overlong.Allowed, null)),
            InspectionOutcome.Infeasible none => ("infeasible", null, 0, FaultOf(none.Fault)),
            InspectionOutcome.Cancelled cancelled => ("cancelled", cancelled.Plan, cancelled.LeastTours, null),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such ending."),
        };
        return new InspectionPartJson(
            part.County?.Digits,
            part.County is { } county ? network.FindAreaName(county) : null,
            status,
            part.Points.Length,
            least,
            plan?.Days ?? 0,
            plan?.Driving.Value ?? 0,
            plan?.NearestDriving.Value ?? 0,
            fault,
            PlaceOf(part.Base.At),
            plan is null ? [] : [.. plan.Tours.Select(TourOf)]);
    }

    private static PlaceJson PlaceOf(Core.Places.LonLat at) => new(at.Longitude, at.Latitude);

    private InspectionFaultJson FaultOf(InspectionFault fault) => fault switch
    {
        InspectionFault.TooLong tooLong => new(
            "too-long", [.. tooLong.Stops.Select(stop => InspectionRun.PointOf(network.FindPoint(stop.Point)!) with { Minutes = stop.Needed.Value })], tooLong.Day.Value, null, null),
        InspectionFault.OutOfReach far => new("out-of-reach", [.. far.Stops.Select(stop => InspectionRun.PointOf(network.FindPoint(stop)!))], null, null, null),
        InspectionFault.TooFewDays days => new("too-few-days", [], null, days.Allowed, days.Least),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };

    private DayTourJson TourOf(DayTour tour) => new(
        question.Clock.Calendar.Find(question.Clock.From, tour.Day),
        tour.Team + 1,
        question.Clock.Start,
        question.Clock.BackOf(tour),
        tour.Driving.Value,
        tour.Checking.Value,
        tour.Back.Time.Value,
        tour.Way.Kilometres,
        [.. tour.Visits.Select(VisitOf)]);

    private VisitJson VisitOf(Visit visit)
    {
        var point = network.FindPoint(visit.Point)!;
        var area = point.Area.Level == AreaLevel.County ? point.Area : point.Area.Township;
        return new VisitJson(
            point.Id.ToString(),
            point.Name,
            point.Tier.Written(),
            point.Stage.Written(),
            network.FindAreaName(area) ?? "",
            question.Clock.TimeOf(visit.Arrival),
            visit.There.Time.Value,
            visit.Check.Value,
            PlaceOf(point.Position!.At));
    }
}
