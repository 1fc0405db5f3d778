using System.Collections.Immutable;

namespace Gis.Core.Siting;

/// <summary>Someone to be served: a village, a block, a household.</summary>
/// <param name="Id">Its name; unique among the demands.</param>
/// <param name="Weight">How much it counts, as residents: finite and not negative.</param>
/// <param name="Group">The unit it belongs to, as a county; empty for none.</param>
public sealed record SitingDemand(string Id, double Weight, string Group = "");

/// <summary>Where a service may stand.</summary>
/// <param name="Id">Its name; unique among the sites.</param>
/// <param name="Role">Whether it stands already, may be built, or must not be.</param>
/// <param name="Cost">What building it costs, in any one unit: finite and not negative.</param>
/// <param name="Capacity">The most weight it can serve; infinite where nothing limits it.</param>
public sealed record SitingSite(string Id, SiteRole Role = SiteRole.Candidate, double Cost = 1, double Capacity = double.PositiveInfinity);

/// <summary>What may be done with a site.</summary>
public enum SiteRole
{
    /// <summary>It may be built.</summary>
    Candidate,

    /// <summary>It stands and stays open.</summary>
    Existing,

    /// <summary>It is not built.</summary>
    Forbidden,
}

/// <summary>What it costs a demand to be served from a site, in the unit of the table it comes from, as minutes.</summary>
/// <param name="Demand">The demand, by its place in the list.</param>
/// <param name="Site">The site, by its place in the list.</param>
/// <param name="Cost">Finite and not negative.</param>
public readonly record struct SitingPair(int Demand, int Site, double Cost);

/// <summary>
/// Demands, sites and the costs between them: what every siting problem is asked of. A pair that is not given is out of
/// reach. Never changes, so threads may share it.
/// </summary>
public sealed class SitingInstance
{
    private readonly int[] rowStart;
    private readonly SiteCost[] reaches;

    /// <summary>Joins the parts and checks them.</summary>
    /// <exception cref="ArgumentException">An id is given twice, a number is negative or not finite, or a pair is given twice or names what is not there.</exception>
    public SitingInstance(ImmutableArray<SitingDemand> demands, ImmutableArray<SitingSite> sites, IReadOnlyList<SitingPair> pairs)
    {
        SitingCheck.Verify(demands, sites, pairs);
        Demands = demands;
        Sites = sites;
        (rowStart, reaches) = Index(demands.Length, sites, pairs);
        var seenBy = new int[sites.Length];
        for (var demand = 0; demand < demands.Length; demand++)
        {
            var row = reaches.AsSpan(rowStart[demand]..rowStart[demand + 1]);
            row.Sort();
            SitingCheck.VerifyOnce(demand, demands[demand], sites, row, seenBy);
        }
    }

    /// <summary>The demands.</summary>
    public ImmutableArray<SitingDemand> Demands { get; }

    /// <summary>The sites.</summary>
    public ImmutableArray<SitingSite> Sites { get; }

    /// <summary>The weight of all demands.</summary>
    public double Weight => Demands.Sum(demand => demand.Weight);

    /// <summary>The sites that may serve a demand, the cheapest first; forbidden ones are not among them.</summary>
    public ReadOnlySpan<SiteCost> Row(int demand) => reaches.AsSpan(rowStart[demand]..rowStart[demand + 1]);

    /// <summary>Whether every weight is whole, so that sums of them are exact.</summary>
    internal bool HasWholeWeights => Demands.All(demand => demand.Weight == Math.Floor(demand.Weight)) && Weight < 1L << 52;

    /// <summary>Whether every cost between a demand and a site is whole.</summary>
    internal bool HasWholeCosts => Array.TrueForAll(reaches, reach => reach.Cost == Math.Floor(reach.Cost));

    /// <summary>Which sites are open if these are built.</summary>
    internal bool[] MarkOpen(IEnumerable<int> built)
    {
        var isOpen = Sites.Select(site => site.Role == SiteRole.Existing).ToArray();
        foreach (var site in built)
            isOpen[site] = true;
        return isOpen;
    }

    // Counted, then filled, so that a large table is not copied on the way.
    private static (int[] Start, SiteCost[] Reaches) Index(int rows, ImmutableArray<SitingSite> sites, IReadOnlyList<SitingPair> pairs)
    {
        var start = new int[rows + 1];
        for (var i = 0; i < pairs.Count; i++)
            start[pairs[i].Demand + 1] += sites[pairs[i].Site].Role == SiteRole.Forbidden ? 0 : 1;
        for (var row = 0; row < rows; row++)
            start[row + 1] += start[row];
        var (next, reaches) = (start.ToArray(), new SiteCost[start[rows]]);
        for (var i = 0; i < pairs.Count; i++)
        {
            var pair = pairs[i];
            if (sites[pair.Site].Role != SiteRole.Forbidden)
                reaches[next[pair.Demand]++] = new SiteCost(pair.Site, pair.Cost);
        }

        return (start, reaches);
    }
}

/// <summary>A site that may serve a demand, and what it costs.</summary>
/// <param name="Site">The site, by its place in <see cref="SitingInstance.Sites"/>.</param>
/// <param name="Cost">What it costs to be served there.</param>
public readonly record struct SiteCost(int Site, double Cost) : IComparable<SiteCost>
{
    /// <summary>By cost, then by the site's place in the list.</summary>
    public int CompareTo(SiteCost other) => (Cost, Site).CompareTo((other.Cost, other.Site));

    /// <summary>Whether the left comes before the right.</summary>
    public static bool operator <(SiteCost left, SiteCost right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left comes after the right.</summary>
    public static bool operator >(SiteCost left, SiteCost right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left does not come after the right.</summary>
    public static bool operator <=(SiteCost left, SiteCost right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left does not come before the right.</summary>
    public static bool operator >=(SiteCost left, SiteCost right) => left.CompareTo(right) >= 0;
}

internal static class SitingCheck
{
    internal static void Verify(ImmutableArray<SitingDemand> demands, ImmutableArray<SitingSite> sites, IReadOnlyList<SitingPair> pairs)
    {
        VerifyUnique(demands.Select(demand => demand.Id), "demand");
        VerifyUnique(sites.Select(site => site.Id), "site");
        foreach (var demand in demands)
            VerifyAmount(demand.Weight, $"the weight of demand {demand.Id}");
        foreach (var site in sites)
        {
            VerifyAmount(site.Cost, $"the cost of site {site.Id}");
            if (!(site.Capacity >= 0))
                throw new ArgumentException($"The capacity of site {site.Id} is {site.Capacity}; it is 0 or more.");
        }

        foreach (var pair in pairs)
        {
            if ((uint)pair.Demand >= (uint)demands.Length || (uint)pair.Site >= (uint)sites.Length)
                throw new ArgumentException($"A pair names demand {pair.Demand} of {demands.Length} and site {pair.Site} of {sites.Length}.");
            // The words are made only where they are needed: there may be millions of pairs.
            if (!IsAmount(pair.Cost))
                VerifyAmount(pair.Cost, $"the cost from {demands[pair.Demand].Id} to {sites[pair.Site].Id}");
        }
    }

    /// <param name="number">The demand's place in the list.</param>
    /// <param name="demand">The demand.</param>
    /// <param name="sites">The sites.</param>
    /// <param name="row">What serves the demand.</param>
    /// <param name="seenBy">For each site one more than the last demand that had it.</param>
    internal static void VerifyOnce(int number, SitingDemand demand, ImmutableArray<SitingSite> sites, ReadOnlySpan<SiteCost> row, int[] seenBy)
    {
        foreach (var reach in row)
        {
            if (seenBy[reach.Site] == number + 1)
                throw new ArgumentException($"The pair {demand.Id}, {sites[reach.Site].Id} is given twice.");
            seenBy[reach.Site] = number + 1;
        }
    }

    private static void VerifyUnique(IEnumerable<string> ids, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (ids.FirstOrDefault(id => !seen.Add(id)) is { } twice)
            throw new ArgumentException($"The {what} {twice} is given twice.");
    }

    // Not a number is not at least 0 either.
    private static bool IsAmount(double value) => value >= 0 && !double.IsInfinity(value);

    private static void VerifyAmount(double value, string what)
    {
        if (!IsAmount(value))
            throw new ArgumentException($"{char.ToUpperInvariant(what[0])}{what[1..]} is {value}; it is finite and not negative.");
    }
}
