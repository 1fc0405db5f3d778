using System.Collections.Immutable;

namespace Gis.Core.Siting.Medians;

/// <summary>
/// A p-median problem as it is searched: for each demand the candidates that would serve it better than any site that stands,
/// the cheapest first, and what it costs otherwise.
/// </summary>
internal sealed class MedianModel
{
    internal MedianModel(SitingInstance instance)
        : this(instance, [.. Enumerable.Range(0, instance.Sites.Length).Where(site => instance.Sites[site].Role == SiteRole.Candidate)])
    {
    }

    /// <summary>The same with only some of the candidates.</summary>
    internal MedianModel(SitingInstance instance, int[] candidates)
    {
        (Instance, Candidates) = (instance, candidates);
        var columnOf = new int[instance.Sites.Length];
        Array.Fill(columnOf, -1);
        for (var column = 0; column < Candidates.Length; column++)
            columnOf[Candidates[column]] = column;

        Rows = new SiteCost[instance.Demands.Length][];
        Standing = new double[instance.Demands.Length];
        for (var demand = 0; demand < Rows.Length; demand++)
            (Rows[demand], Standing[demand]) = RowOf(instance.Row(demand), columnOf, instance.Sites);
        Served = Invert();
        // Dearer than any plan that serves everybody, so that one that does not is never preferred.
        Unserved = 1 + Rows.Select((row, demand) => Weight(demand) * (double.IsFinite(Standing[demand]) ? Standing[demand] : row is [.., var last] ? last.Cost : 0)).Sum();
    }

    internal SitingInstance Instance { get; }

    /// <summary>The candidates, by their place in the instance: the columns.</summary>
    internal int[] Candidates { get; }

    /// <summary>For each demand the columns cheaper than <see cref="Standing"/>, the cheapest first.</summary>
    internal SiteCost[][] Rows { get; }

    /// <summary>What each demand costs at the sites that stand; infinite where none serves it.</summary>
    internal double[] Standing { get; }

    /// <summary>For each column the demands it could serve better than what stands, with the cost.</summary>
    internal SiteCost[][] Served { get; }

    /// <summary>What a demand counts that nobody serves, beyond its weight.</summary>
    internal double Unserved { get; }

    internal double Weight(int demand) => Instance.Demands[demand].Weight;

    /// <summary>What building a column costs.</summary>
    internal double PriceOf(int column) => Instance.Sites[Candidates[column]].Cost;

    /// <summary>What a better sum is better by at least: by one where weights and costs are whole.</summary>
    internal double StepOf(double sum) => Instance.HasWholeWeights && Instance.HasWholeCosts ? 1 : 1e-9 * Math.Max(1, sum);

    /// <summary>Weight times cost; a demand that nothing serves counts more than all others together.</summary>
    internal double Charge(int demand, double cost) => double.IsPositiveInfinity(cost) ? Unserved : Weight(demand) * cost;

    /// <summary>A demand that no site serves; null if each has one.</summary>
    internal int? FindUnreachable()
    {
        var demand = Array.FindIndex(Rows, row => row.Length == 0);
        while (demand >= 0 && !double.IsPositiveInfinity(Standing[demand]))
            demand = Array.FindIndex(Rows, demand + 1, row => row.Length == 0);
        return demand < 0 ? null : demand;
    }

    private static (SiteCost[] Row, double Standing) RowOf(ReadOnlySpan<SiteCost> all, int[] columnOf, ImmutableArray<SitingSite> sites)
    {
        var row = new List<SiteCost>(all.Length);
        foreach (var reach in all)
        {
            if (sites[reach.Site].Role == SiteRole.Candidate && columnOf[reach.Site] < 0)
                continue;
            if (columnOf[reach.Site] < 0)
                return ([.. row.Where(each => each.Cost < reach.Cost)], reach.Cost);
            row.Add(new SiteCost(columnOf[reach.Site], reach.Cost));
        }

        return ([.. row], double.PositiveInfinity);
    }

    private SiteCost[][] Invert()
    {
        var served = Candidates.Select(_ => new List<SiteCost>()).ToArray();
        for (var demand = 0; demand < Rows.Length; demand++)
        {
            foreach (var reach in Rows[demand])
                served[reach.Site].Add(new SiteCost(demand, reach.Cost));
        }

        return [.. served.Select(list => list.ToArray())];
    }
}
