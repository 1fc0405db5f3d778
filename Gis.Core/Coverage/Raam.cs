using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>
/// Rational agent access model (RAAM): every resident goes where the trip and the crowding together cost least, knowing that
/// the others do so too. The lower the cost, the better the access.
/// </summary>
/// <remarks>
/// Cost of point s to village v: t(v, s) ÷ τ + D(s) ÷ (ρ·h(s)), D the residents who go there, h its hours, ρ all residents ÷ all
/// hours. A cost of 1 is a point on the spot, as busy as the city's mean; τ is the trip worth as much as that mean crowding.
/// The crowding at the balance is one and the same however it is come by (it minimises a strictly convex sum), and so are the
/// costs. Saxon and Snow 2020, Annals of the American Association of Geographers 110.
/// </remarks>
/// <param name="Villages">
/// The cost to one resident of each village, in the order of <see cref="ServiceNetwork.Villages"/>; none where it reaches no
/// point with hours. There is no limit to a trip but its own cost.
/// </param>
/// <param name="Ending">Whether the balance was found.</param>
/// <param name="Mean">The mean cost of those who reach a point with hours; none where nobody does.</param>
/// <param name="Counties">The counties, in order of code, with the mean cost of those who reach one.</param>
/// <param name="Without">Residents who reach no point with hours, however far.</param>
public sealed record Raam(
    ImmutableArray<double?> Villages,
    RaamEnding Ending,
    double? Mean,
    ImmutableArray<(AreaCode County, double? Mean)> Counties,
    Residents Without)
{
    /// <summary>Finds the balance, or stops at the most rounds.</summary>
    public static Raam Measure(ServiceNetwork network, TravelTable table, HoursSupply supply, RaamSettings settings)
    {
        if (supply.Total.Value == 0 || network.Residents.Count == 0)
            return Of(network, new double?[table.RowCount], new RaamEnding.NothingToShare());
        var balance = new RaamBalance(network, table, supply, settings);
        var ending = balance.Find();
        return Of(network, balance.ListCosts(), ending);
    }

    private static Raam Of(ServiceNetwork network, double?[] costs, RaamEnding ending)
    {
        var reached = network.Villages.Zip(costs).Where(pair => pair.Second is not null).ToList();
        return new Raam(
            [.. costs],
            ending,
            MeanOf(reached),
            [.. network.Counties.Select(county => (county.Code, MeanOf(reached.Where(pair => pair.First.Code.County == county.Code))))],
            network.Villages.Where((_, row) => costs[row] is null).Sum(village => village.Residents));
    }

    private static double? MeanOf(IEnumerable<(Village Village, double? Cost)> villages)
    {
        var (people, sum) = (0L, 0.0);
        foreach (var (village, cost) in villages)
            (people, sum) = (people + village.Residents.Count, sum + village.Residents.Count * cost!.Value);
        return people == 0 ? null : sum / people;
    }
}

/// <summary>How a balance of RAAM is looked for.</summary>
/// <param name="Tau">τ: the trip that costs as much as a point of mean crowding; above zero.</param>
/// <param name="Tolerance">It is found when nobody could lower their cost by more than this by going elsewhere; above zero.</param>
/// <param name="MostRounds">How many times all villages may reconsider.</param>
public sealed record RaamSettings(Minutes Tau, double Tolerance, int MostRounds)
{
    /// <summary>τ of 60 minutes, as in pysal/access; a hundredth of the mean crowding, which is 36 seconds of travel; 500 rounds.</summary>
    public static RaamSettings Usual { get; } = new(new Minutes(60), 0.01, 500);
}

/// <summary>How the search for a balance ended.</summary>
public abstract record RaamEnding
{
    private RaamEnding()
    {
    }

    /// <summary>Nobody gains more than the tolerance by going elsewhere.</summary>
    /// <param name="Rounds">How many rounds it took.</param>
    public sealed record Converged(int Rounds) : RaamEnding;

    /// <summary>Stopped at the most rounds; the costs are of no balance.</summary>
    /// <param name="Rounds">How many rounds were made.</param>
    /// <param name="Gap">What someone would still have gained in the last round by going elsewhere.</param>
    public sealed record Stopped(int Rounds, double Gap) : RaamEnding;

    /// <summary>There are no hours to share, or nobody to share them.</summary>
    public sealed record NothingToShare : RaamEnding;
}
