using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress;

/// <summary>Makes one curve of some points.</summary>
internal sealed class CurveDrawing(IReadOnlyList<ServicePoint> points, StageHistory history, Milestones milestones, DateOnly today)
{
    private readonly YearCalendar calendar = milestones.Calendar;

    internal ProgressCurve Draw(Stage target)
    {
        var (plan, actual) = (DrawPlan(target), DrawActual(target));
        var now = Count(target, today);
        var lately = now - Count(target, today.AddDays(-ProgressCurve.PaceDays));
        var finish = FindFinish(points.Count - now, lately);
        return new ProgressCurve(target, points.Count, plan, actual, DrawForecast(now, finish))
        {
            Now = now,
            Intended = ProgressCurve.At(plan, today),
            Lately = lately,
            DaysBehind = MeasureDelay(plan, now),
            FinishOn = finish,
            NeededWeekly = FindNeed(now, plan),
        };
    }

    private int Count(Stage target, DateOnly day) => points.Count(point => history.StageOn(point, day).HasReached(target));

    // What had reached the target before the year is in the plan from its first day.
    private ImmutableArray<CurveStep> DrawPlan(Stage target)
    {
        var due = points.Select(point => history.StageOn(point, calendar.First.AddDays(-1)).HasReached(target) ? calendar.First : milestones.DueFor(point, target));
        return Accumulate(due.Select(day => (Day: day < calendar.First ? calendar.First : day, Points: 1)).Where(step => step.Day <= calendar.Last), calendar.Last);
    }

    private ImmutableArray<CurveStep> DrawActual(Stage target)
    {
        var last = today < calendar.Last ? today : calendar.Last;
        if (last < calendar.First)
            return [];
        var own = points.Select(point => point.Id).ToHashSet();
        var days = history.Moves.Where(move => own.Contains(move.Point)).Select(move => move.On).Where(day => day > calendar.First && day <= last);
        return [.. days.Append(calendar.First).Append(last).Distinct().Order().Select(day => new CurveStep(day, Count(target, day)))];
    }

    private ImmutableArray<CurveStep> DrawForecast(int now, DateOnly? finish)
    {
        if (finish is not { } end || today < calendar.First || today >= calendar.Last)
            return [];
        var last = end < calendar.Last ? end : calendar.Last;
        var (days, shown) = (end.DayNumber - today.DayNumber, last.DayNumber - today.DayNumber);
        return [new CurveStep(today, now), new CurveStep(last, now + (int)((long)(points.Count - now) * shown / days))];
    }

    private DateOnly? FindFinish(int left, int lately)
    {
        if (left == 0 || lately <= 0)
            return null;
        var days = (((long)left * ProgressCurve.PaceDays) + lately - 1) / lately;
        return days > DateOnly.MaxValue.DayNumber - today.DayNumber ? null : today.AddDays((int)days);
    }

    // Lipke's earned schedule in whole days: the first day on which as many were due as have come.
    private int MeasureDelay(ImmutableArray<CurveStep> plan, int now)
    {
        var intended = ProgressCurve.At(plan, today);
        if (now == intended)
            return 0;
        if (now > intended)
            return plan.FirstOrDefault(step => step.Points >= now) is { Points: > 0 } ahead ? today.DayNumber - ahead.On.DayNumber : 0;
        return today.DayNumber - plan.First(step => step.Points > now).On.DayNumber;
    }

    private int? FindNeed(int now, ImmutableArray<CurveStep> plan)
    {
        var left = plan[^1].Points - now;
        var days = plan.First(step => step.Points == plan[^1].Points).On.DayNumber - today.DayNumber;
        return left <= 0 ? 0 : days <= 0 ? null : (int)((((long)left * 7) + days - 1) / days);
    }

    private ImmutableArray<CurveStep> Accumulate(IEnumerable<(DateOnly Day, int Points)> additions, DateOnly last)
    {
        var sum = 0;
        var steps = additions.GroupBy(addition => addition.Day).OrderBy(group => group.Key)
            .Select(group => new CurveStep(group.Key, sum += group.Sum(addition => addition.Points))).ToList();
        if (steps is not [{ } first, ..] || first.On > calendar.First)
            steps.Insert(0, new CurveStep(calendar.First, 0));
        if (steps[^1].On < last)
            steps.Add(steps[^1] with { On = last });
        return [.. steps];
    }
}
