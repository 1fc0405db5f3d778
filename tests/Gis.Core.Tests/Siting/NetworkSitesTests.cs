using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Siting;

public sealed class NetworkSitesTests
{
    private static readonly ServiceNetwork Network = Town.Network(
        Town.Row(50, 200, 100), Town.Station(0), Town.Room(1, Stage.Planned), Town.Room(2, Stage.Building));

    // Ten minutes a block: within nine, each village has only what stands in it.
    private static readonly TravelTable Table = Town.TenMinutesABlock(Network);

    private static readonly CoverageQuestion Question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(9));

    [Fact]
    public void What_is_open_stands_and_what_is_not_built_may_be()
    {
        var instance = NetworkSites.Of(Network, Table, Question);

        Assert.Equal([SiteRole.Existing, SiteRole.Candidate, SiteRole.Candidate], instance.Sites.Select(site => site.Role));
    }

    [Fact]
    public void What_a_question_opens_stands_and_what_it_closes_or_leaves_out_is_forbidden()
    {
        var instance = NetworkSites.Of(Network, Table, Question with
        {
            Tiers = [Tier.Room],
            With = [Town.RoomId(1)],
            Without = [Town.RoomId(2)],
        });

        Assert.Equal([SiteRole.Forbidden, SiteRole.Existing, SiteRole.Forbidden], instance.Sites.Select(site => site.Role));
    }

    [Fact]
    public void An_order_covers_first_the_village_with_most_residents()
    {
        var instance = NetworkSites.Of(Network, Table, Question);

        var outcome = SitingStudy.Solve(instance, new SitingTask.Order(9, 2), SitingStop.Never);

        var plan = Assert.IsType<SitingOutcome.Optimal>(outcome).Plan;
        Assert.Equal([Town.RoomId(1).ToString(), Town.RoomId(2).ToString()], plan.Built.Select(site => instance.Sites[site].Id));
        Assert.Equal([250, 350], plan.Steps.Select(step => step.Covered));
    }

    [Fact]
    public void A_plan_of_nothing_covers_what_the_question_does()
    {
        var instance = NetworkSites.Of(Network, Table, Question);

        var outcome = SitingStudy.Solve(instance, new SitingTask.Mclp(9, 0), SitingStop.Never);

        var covered = CoverageStudy.Measure(Network, Table, Question).Total.Covered;
        Assert.Equal(covered.Count, Assert.IsType<SitingOutcome.Optimal>(outcome).Plan.Objective);
    }
}
