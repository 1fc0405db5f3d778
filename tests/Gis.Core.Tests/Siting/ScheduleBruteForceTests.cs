using System.Collections.Concurrent;
using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Siting;
using Gis.Core.Units;

namespace Gis.Core.Tests.Siting;

/// <summary>On small random tasks every schedule equals the best of all choices of months.</summary>
public sealed class ScheduleBruteForceTests
{
    private static readonly Gen<(SitingInstance Instance, ScheduleTask Task, ScheduleChange Change)> Changes =
        from question in SmallSchedule.Any
        from now in Gen.Int[0, 3]
        from pick in Gen.Int[0, 99]
        from slips in Gen.Int[0, 9].Array[7]
        select (question.Instance, question.Task, ChangeOf(question.Task, now, pick, slips));

    [Fact]
    public void The_most_person_months_or_none_where_no_choice_keeps_the_rules()
    {
        var endings = new ConcurrentDictionary<string, int>();
        SmallSchedule.Any.Sample(
            question =>
            {
                var (instance, task) = question;
                var covered = new Dictionary<int, double>();
                var best = SmallSchedule.Choices(task).Select(choice => (double?)SmallSchedule.PersonMonths(instance, task, choice, covered)).Max();
                var outcome = ScheduleStudy.Solve(instance, task, SitingStop.Never);
                Assert.Equal(best, PlanOf(outcome)?.PersonMonths);
                Assert.True(KeepsRules(task, outcome));
                endings.AddOrUpdate(outcome is ScheduleOutcome.Infeasible none ? none.Fault.Rule.ToString() : "optimal", 1, (_, count) => count + 1);
            },
            iter: 2000);

        // Else the instances would be too easy to say anything.
        Assert.True(endings["optimal"] > 500);
        Assert.Superset(Enum.GetNames<ScheduleRule>().ToHashSet(), endings.Keys.ToHashSet());
    }

    [Fact]
    public void The_fewest_moves_and_then_the_most_person_months() => Changes.Sample(
        question =>
        {
            var (instance, task, change) = question;
            var left = LeftOf(task, change);
            var was = task.Rooms.Select(room => change.Was.TryGetValue(room.Site, out var month) ? month : (Month?)null).ToArray();
            var covered = new Dictionary<int, double>();
            var best = SmallSchedule.Choices(left).Select(choice => (
                Moves: choice.Zip(was).Count(each => each.First != each.Second),
                PersonMonths: SmallSchedule.PersonMonths(instance, left, choice, covered))).OrderBy(each => each.Moves).ThenByDescending(each => each.PersonMonths).ToList();

            var plan = PlanOf(ScheduleStudy.Replan(instance, task, change, SitingStop.Never));
            if (best.Count == 0)
            {
                Assert.Null(plan);
                return;
            }

            Assert.Equal(best[0], (plan!.Change!.Moves.Length, plan.PersonMonths));
            Assert.Equal(best[0].Moves, plan.Change.Fewest);
            Assert.Equal(SmallSchedule.PersonMonths(instance, task, was, covered), plan.Change.Before);
        },
        iter: 600);

    private static SchedulePlan? PlanOf(ScheduleOutcome outcome) => outcome switch
    {
        ScheduleOutcome.Optimal optimal => optimal.Plan,
        ScheduleOutcome.Infeasible => null,
        _ => throw new InvalidOperationException($"Neither optimal nor infeasible: {outcome}"),
    };

    private static bool KeepsRules(ScheduleTask task, ScheduleOutcome outcome)
    {
        if (PlanOf(outcome) is not { } plan)
            return true;
        var choice = task.Rooms.Select(room => plan.Rooms.FirstOrDefault(each => each.Site == room.Site)?.Month).ToArray();
        return SmallSchedule.Choices(task).Any(each => each.SequenceEqual(choice)) && plan.Covered.Sum() == plan.PersonMonths;
    }

    // The schedule so far is any at all, as plans change: only what it has done must fit.
    private static ScheduleChange ChangeOf(ScheduleTask task, int now, int pick, int[] slips)
    {
        var choices = SmallSchedule.Choices(task).ToList();
        var was = choices.Count > 0 ? choices[pick % choices.Count] : new Month?[task.Rooms.Length];
        return new ScheduleChange(
            task.Rooms.Zip(was).Where(each => each.Second is not null).ToImmutableSortedDictionary(each => each.First.Site, each => each.Second!.Value),
            task.From.Plus(now),
            task.Rooms.Zip(slips).Where(each => each.Second < 4).ToImmutableSortedDictionary(each => each.First.Site, each => task.From.Plus(each.Second)));
    }

    // As the rules of a change are written down: done is fixed, slipped is free from its new month, the rest from now.
    private static ScheduleTask LeftOf(ScheduleTask task, ScheduleChange change) => task with
    {
        Rooms =
        [
            .. task.Rooms.Select(room =>
            {
                Month?[] earliest = [room.Earliest, change.Now, change.Slips.TryGetValue(room.Site, out var slip) ? slip : null];
                if (change.Slips.ContainsKey(room.Site))
                    return room with { Fixed = null, Earliest = earliest.Max() };
                return change.Was.TryGetValue(room.Site, out var was) && was < change.Now
                    ? new ScheduleRoom(room.Site, room.County, room.Cost) { Fixed = was }
                    : room with { Earliest = earliest.Max() };
            }),
        ],
    };
}
