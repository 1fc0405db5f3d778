using Gis.Core.Progress.Inspection;
using Gis.Core.Units;

namespace Gis.Core.Tests.Progress.Inspection;

public sealed class InspectionStudyTests
{
    // 10 there, 40, 10 on, 40, 10 on, 40, 30 back.
    [Fact]
    public void A_tour_says_when_each_stop_is_reached_and_when_the_team_is_back()
    {
        var tour = Assert.Single(Rows.Planned(Rows.Line(3, day: 180)).Plan.Tours);
        Assert.Equal((60, 120, 180), (tour.Driving.Value, tour.Checking.Value, tour.Away.Value));
        Assert.Equal(6000, tour.Way.Value);
        Assert.Equal(3, tour.Visits.Length);
        var clock = 0.0;
        foreach (var visit in tour.Visits)
        {
            Assert.Equal(clock + visit.There.Time.Value, visit.Arrival.Value);
            clock = visit.Leaving.Value;
        }

        Assert.Equal(180, clock + tour.Back.Time.Value);
    }

    [Fact]
    public void Exactly_a_days_length_fits() => Assert.Single(Rows.Planned(Rows.Line(3, day: 180)).Plan.Tours);

    // A millisecond is what times are reckoned in.
    [Fact]
    public void A_moment_more_than_a_days_length_takes_another_tour()
    {
        var outcome = Rows.Planned(Rows.Line(3, day: 180 - (1 / 60_000.0)));
        Assert.Equal((2, 0), (outcome.Plan.Tours.Length, outcome.Excess));
    }

    [Fact]
    public void A_stop_that_takes_exactly_a_day_alone_is_planned() => Assert.Single(Rows.Planned(Rows.Line(1, day: 60)).Plan.Tours);

    [Fact]
    public void A_stop_that_alone_takes_longer_than_a_day_is_named_with_its_minutes()
    {
        var fault = Assert.IsType<InspectionFault.TooLong>(Assert.IsType<InspectionOutcome.Infeasible>(Rows.Plan(Rows.Line(3, day: 90))).Fault);
        Assert.Equal((Rows.Id(3), new Minutes(100)), Assert.Single(fault.Stops));
        Assert.Equal(90, fault.Day.Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stop_no_way_leads_to_or_from_is_named(bool there)
    {
        var cut = Rows.Matrix(3, (from, to) => (there ? to : from) == 2 && from != to ? null : 10);
        var task = Rows.Line(2, day: 480) with { Driving = cut };
        var fault = Assert.IsType<InspectionFault.OutOfReach>(Assert.IsType<InspectionOutcome.Infeasible>(Rows.Plan(task)).Fault);
        Assert.Equal(Rows.Id(2), Assert.Single(fault.Stops));
    }

    // Two stops a day; six stops are three tours, two on the first day and one on the second.
    [Fact]
    public void Teams_share_the_days()
    {
        var plan = Rows.Planned(Apart(6, day: 120, teams: 2)).Plan;
        Assert.Equal([(0, 0), (0, 1), (1, 0)], plan.Tours.Select(tour => (tour.Day, tour.Team)));
        Assert.Equal(2, plan.Days);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void As_many_days_as_there_are_suffice_and_one_fewer_does_not(int mostDays, bool suffices)
    {
        var outcome = Rows.Plan(Apart(6, day: 120, teams: 2) with { MostDays = mostDays });
        if (suffices)
            Assert.Equal(2, Assert.IsType<InspectionOutcome.Planned>(outcome).Plan.Days);
        else
            Assert.Equal(new InspectionFault.TooFewDays(1, 2), Assert.IsType<InspectionOutcome.Infeasible>(outcome).Fault);
    }

    // Five stops of 34 minutes next door: a day of 100 holds two of them, so it takes three, but their sum would fit two.
    [Fact]
    public void Where_the_best_found_takes_too_many_days_and_nothing_forbids_fewer_both_are_said()
    {
        var next = Rows.Line(5, day: 100, mostDays: 2, check: 34) with { Driving = Rows.Matrix(6, (_, _) => 0) };
        var outcome = Assert.IsType<InspectionOutcome.Overlong>(Rows.Plan(next));
        Assert.Equal((3, 2, 2), (outcome.Plan.Days, outcome.LeastTours, outcome.Allowed));
        Assert.Equal(1, Rows.Planned(next with { MostDays = 3 }).Excess);
    }

    // Two stops of one tour take 10 + 30 + 20 + 30 + 10 = 100 minutes, exactly a day; five take three days, and the bound says so.
    [Fact]
    public void The_bound_counts_what_every_stop_takes_of_a_day()
    {
        var outcome = Rows.Planned(Apart(5, day: 100, teams: 1));
        Assert.Equal((3, 3), (outcome.Plan.Tours.Length, outcome.LeastTours));
    }

    // Quick one way round, slow the other: 1, 2, 3 in that order take 10 + 10 + 10 + 10.
    [Fact]
    public void There_and_back_may_differ()
    {
        var ring = Rows.Matrix(4, (from, to) => ((to - from + 4) % 4) * 10);
        var tour = Assert.Single(Rows.Planned(Rows.Line(3, day: 160) with { Driving = ring }).Plan.Tours);
        Assert.Equal("1 2 3", Rows.Stops(tour));
        Assert.Equal(40, tour.Driving.Value);
    }

    // The straight way to 2 takes 100, that past 1 takes 20.
    [Fact]
    public void A_way_past_another_stop_is_a_way()
    {
        var bent = Rows.Matrix(3, (from, to) => Math.Abs(from - to) == 2 ? 100 : Math.Abs(from - to) * 10);
        var plan = Rows.Planned(Rows.Line(2, day: 80) with { Driving = bent }).Plan;
        Assert.Equal([20, 40], plan.Tours.Select(tour => tour.Driving.Value).Order());
        Assert.Equal(6000, plan.Way.Value);
    }

    [Fact]
    public void Nothing_to_look_at_takes_no_day()
    {
        var outcome = Rows.Planned(Rows.Line(0, day: 480));
        Assert.Equal((0, 0, 0, 0), (outcome.Plan.Tours.Length, outcome.Plan.Days, outcome.LeastTours, outcome.Plan.Driving.Value));
    }

    [Fact]
    public void What_is_cancelled_has_the_best_until_then()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var outcome = Assert.IsType<InspectionOutcome.Cancelled>(InspectionStudy.Plan(Rows.Line(30, day: 720), new InspectionWatch(CancellationToken.None, cancel.Token)));
        Assert.Equal(30, outcome.Plan!.Tours.Sum(tour => tour.Visits.Length));
    }

    [Fact]
    public void At_the_deadline_the_best_found_stands()
    {
        using var deadline = new CancellationTokenSource();
        deadline.Cancel();
        Assert.Equal(30, Assert.IsType<InspectionOutcome.Planned>(
            InspectionStudy.Plan(Rows.Line(30, day: 720), new InspectionWatch(deadline.Token, CancellationToken.None))).Plan.Tours.Sum(tour => tour.Visits.Length));
    }

    [Fact]
    public void The_same_task_gives_the_same_plan()
    {
        var (one, other) = (Rows.Planned(Rows.Line(20, day: 480)).Plan, Rows.Planned(Rows.Line(20, day: 480)).Plan);
        Assert.Equal(one.Tours.Select(Rows.Stops), other.Tours.Select(Rows.Stops));
    }

    [Fact]
    public void Progress_tells_of_ever_fewer_tours()
    {
        var heard = new Heard();
        InspectionStudy.Plan(Rows.Line(20, day: 480), InspectionWatch.Never with { Effort = 300, Progress = heard });
        Assert.NotEmpty(heard.Told);
        Assert.All(heard.Told.Zip(heard.Told.Skip(1)), pair => Assert.True(pair.Second.Tours <= pair.First.Tours));
    }

    [Theory]
    [InlineData(0, 1, null)]
    [InlineData(480, 0, null)]
    [InlineData(480, 1, 0)]
    public void A_day_teams_and_days_are_above_zero(double day, int teams, int? mostDays) =>
        Assert.Throws<ArgumentException>(() => Rows.Plan(Rows.Line(2, day, teams, mostDays)));

    [Fact]
    public void A_matrix_of_other_places_is_refused() =>
        Assert.Throws<ArgumentException>(() => Rows.Plan(Rows.Line(3, day: 480) with { Driving = Rows.Line(2, day: 480).Driving }));

    [Fact]
    public void A_point_twice_is_refused()
    {
        var task = Rows.Line(2, day: 480);
        Assert.Throws<ArgumentException>(() => Rows.Plan(task with { Stops = [task.Stops[0], task.Stops[0]] }));
    }

    // Each stop ten minutes from the base and twenty from every other, looked at for 30.
    private static InspectionTask Apart(int stops, double day, int teams) => Rows.Line(stops, day, teams, check: 30) with
    {
        Driving = Rows.Matrix(stops + 1, (from, to) => from == to ? 0 : from == 0 || to == 0 ? 10 : 20),
    };

    private sealed class Heard : IProgress<InspectionProgress>
    {
        internal List<InspectionProgress> Told { get; } = [];

        public void Report(InspectionProgress value) => Told.Add(value);
    }
}
