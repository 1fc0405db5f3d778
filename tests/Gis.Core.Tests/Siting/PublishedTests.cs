using Gis.Core.Siting;

namespace Gis.Core.Tests.Siting;

/// <summary>Instances of the literature end with proof at the optimum that others have published.</summary>
public sealed class PublishedTests
{
    /// <summary>Networks and optima: Beasley 1985, European Journal of Operational Research 21; OR-Library, pmed1 to pmed10 and pmedopt.</summary>
    [Theory]
    [InlineData(1, 5819)]
    [InlineData(2, 4093)]
    [InlineData(3, 4250)]
    [InlineData(4, 3034)]
    [InlineData(5, 1355)]
    [InlineData(6, 7824)]
    [InlineData(7, 5631)]
    [InlineData(8, 4445)]
    [InlineData(9, 2734)]
    [InlineData(10, 1255)]
    public void The_p_median_of_a_network_of_Beasleys_is_the_published_one(int network, double published)
    {
        var (instance, build) = Published.ReadNetwork(network);
        Assert.Equal(published, ProvenObjective(instance, new SitingTask.PMedian(build)));
    }

    /// <summary>The same networks; optima: Daskin 1995, Network and Discrete Location; Pullan 2008, Evolutionary Computation 16.</summary>
    [Theory]
    [InlineData(1, 127)]
    [InlineData(2, 98)]
    [InlineData(3, 93)]
    [InlineData(4, 74)]
    [InlineData(5, 48)]
    [InlineData(6, 84)]
    [InlineData(7, 64)]
    [InlineData(8, 55)]
    [InlineData(9, 37)]
    [InlineData(10, 20)]
    public void The_p_center_of_a_network_of_Beasleys_is_the_published_one(int network, double published)
    {
        var (instance, build) = Published.ReadNetwork(network);
        Assert.Equal(published, ProvenObjective(instance, new SitingTask.PCenter(build)));
    }

    /// <summary>Problems and optima: Osman, Christofides 1994, International Transactions in Operational Research 1; OR-Library, pmedcap1.</summary>
    [Theory]
    [InlineData(1, 713)]
    [InlineData(5, 664)]
    [InlineData(6, 778)]
    public void The_capacitated_p_median_of_fifty_points_is_the_published_one(int problem, double published)
    {
        var (instance, build) = Published.ReadCapacitated(problem);
        Assert.Equal(published, ProvenObjective(instance, new SitingTask.CapacitatedPMedian(build)), tolerance: 1e-6);
    }

    private static double ProvenObjective(SitingInstance instance, SitingTask task)
    {
        var optimal = Assert.IsType<SitingOutcome.Optimal>(SitingStudy.Solve(instance, task, SitingStop.Never));
        return optimal.Plan.Objective;
    }
}
