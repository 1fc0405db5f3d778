using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Web.Network;
using Gis.Web.Siting;
using Gis.Web.Tests.Maps;

namespace Gis.Web.Tests.Siting;

public sealed class RunTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_run_that_was_under_way_when_the_program_ended_is_done_after_it_starts_again()
    {
        using var app = new GisApp();
        // The store as a program leaves it that was killed at work.
        var scenarios = new ScenarioStore(await NetworkSetup.OpenStore(app.DataFolder, CancellationToken.None));
        var city = NetworkSetup.DrawDefaultNetwork().City.Code;
        await scenarios.AddAsync(new SavedScenario("s1", "断电前", "mode=walk&limit=30", "steps=5", Noon, Noon, 1), city);
        await scenarios.QueueAsync(new ScenarioRun("r1", "s1", "mode=walk&limit=30", "steps=5", RunState.Waiting, Noon), city);
        await scenarios.TakeNextAsync(new RunHold("the one that was killed", TimeSpan.FromSeconds(15)), Noon);

        await new ScenarioVisitor(app).WaitForEnd("s1");

        Assert.Equal(RunState.Done, (await scenarios.FindRunAsync("r1"))!.State);
    }

    [Fact]
    public async Task A_run_whose_question_names_what_is_gone_fails_and_says_what()
    {
        using var app = new GisApp();
        var scenarios = new ScenarioStore(await NetworkSetup.OpenStore(app.DataFolder, CancellationToken.None));
        var city = NetworkSetup.DrawDefaultNetwork().City.Code;
        await scenarios.AddAsync(new SavedScenario("s1", "旧的", "limit=30&with=room-gone", "steps=5", Noon, Noon, 1), city);
        await scenarios.QueueAsync(new ScenarioRun("r1", "s1", "limit=30&with=room-gone", "steps=5", RunState.Waiting, Noon), city);

        var visitor = new ScenarioVisitor(app);
        await visitor.WaitForEnd("s1");

        Assert.Contains("room-gone", (await scenarios.FindRunAsync("r1"))!.Fault, StringComparison.Ordinal);
        Assert.Contains("room-gone", await visitor.Read("/plan/scenarios/s1"), StringComparison.Ordinal);
        Assert.Contains("旧的", await visitor.Read("/plan/scenarios"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_that_is_stopped_gives_the_best_it_had_found()
    {
        // Rooms that reach one another's villages every which way: the first answer is not the best, and to prove one takes long.
        var snapshot = new Snapshot(Lattice());
        var question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));
        using var cancel = new CancellationTokenSource();
        var best = (OrderJson?)null;

        var order = OrderRun.Solve(snapshot, question, new OrderSettings(12, OrderAim.OnTheWay, null, null, TimeSpan.FromMinutes(5)), Found, cancel.Token);

        Assert.NotNull(best);
        Assert.Equal("found", best.Status);
        Assert.True(best.Bound >= best.Objective, "The first answer has its bound at once");
        Assert.Equal("cancelled", order.Status);
        Assert.Equal(12, order.Steps.Count);
        Assert.True(order.Objective >= best.Objective, "What was found is not lost");

        void Found(SitingProgress progress, Func<OrderJson>? write)
        {
            best ??= write?.Invoke();
            if (best is not null)
                cancel.Cancel();
        }
    }

    [Theory]
    [InlineData(3, 16, 10, new double[] { 1, 1, 157 })]
    [InlineData(3, 1, 2, new double[] { 1, 0, 0 })]
    [InlineData(2, 2, 1, new double[] { 1, 0 })]
    [InlineData(1, 4, 3, new double[] { 11 })]
    public void A_step_counts_for_as_long_as_the_network_stands_so(int steps, int rate, int months, double[] expected)
    {
        var settings = new OrderSettings(steps, OrderAim.OnTheWay, null, new OrderPace(rate, months), TimeSpan.FromSeconds(1));
        var instance = new SitingInstance([new SitingDemand("d", 1)], [new SitingSite("s")], []);

        Assert.Equal(expected, settings.TaskOf(instance, new Minutes(30)).StepWeights);
    }

    [Fact]
    public void Settings_read_back_as_they_are_written()
    {
        var network = NetworkSetup.DrawDefaultNetwork();
        var question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));
        var settings = new OrderSettings(
            20, OrderAim.AtTheEnd, new OrderFloor(new Share(0.75), FloorAmong.WorstTenth, 7), new OrderPace(16, 10), TimeSpan.FromSeconds(90));

        var faults = new Gis.Web.Layout.FormFaults();
        var read = ScenarioDesk.ReadSettings(settings.ToString()).Read(network, question, Gis.Web.Layout.Language.English, faults);

        Assert.Empty(faults.Sentences);
        Assert.Equal(settings, read);
    }

    private static ServiceNetwork Lattice()
    {
        var places = (
            from row in Enumerable.Range(0, 15)
            from column in Enumerable.Range(0, 15)
            select (Code: MadeUpCity.Code(1, row + 1, column + 1), At: MadeUpCity.BlockAt((column + (row * column % 7 / 9.0)) * 0.4, (row + (column * (row + 3) % 5 / 8.0)) * 0.4))).ToList();
        return MadeUpCity.Of(
            places.Select(place => MadeUpCity.Village(place.Code, place.At)),
            places.Select(place => MadeUpCity.Room(place.Code, place.At, Stage.Planned)));
    }
}
