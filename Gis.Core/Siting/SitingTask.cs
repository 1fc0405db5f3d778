using System.Collections.Immutable;

namespace Gis.Core.Siting;

/// <summary>What is asked of an instance. Definitions, sources and edges: docs/methods/siting.md.</summary>
/// <remarks>
/// Sites that stand already serve in every problem and are never counted as built; forbidden ones never serve. A limit is
/// inclusive: exactly at it is within it.
/// </remarks>
public abstract record SitingTask
{
    private protected SitingTask()
    {
    }

    /// <summary>The name of the problem, as the command line has it.</summary>
    public abstract string Name { get; }

    /// <summary>The fewest sites so that every demand is within the limit (Toregas, Swain, ReVelle, Bergman 1971).</summary>
    /// <param name="Limit">The highest cost that still serves.</param>
    public sealed record Lscp(double Limit) : SitingTask
    {
        /// <inheritdoc/>
        public override string Name => "lscp";
    }

    /// <summary>The most weight within the limit of <paramref name="Build"/> sites (Church, ReVelle 1974).</summary>
    /// <param name="Limit">The highest cost that still serves.</param>
    /// <param name="Build">How many sites may be built.</param>
    /// <param name="Budget">The most they may cost together.</param>
    public sealed record Mclp(double Limit, int Build, double Budget = double.PositiveInfinity) : SitingTask
    {
        /// <inheritdoc/>
        public override string Name => "mclp";
    }

    /// <summary>The most weight within the limit of at least <paramref name="Times"/> open sites (Hogan, ReVelle 1986).</summary>
    /// <param name="Limit">The highest cost that still serves.</param>
    /// <param name="Build">How many sites may be built.</param>
    /// <param name="Times">How many open sites must be within the limit; at least one.</param>
    /// <param name="Budget">The most the sites built may cost together.</param>
    public sealed record Backup(double Limit, int Build, int Times, double Budget = double.PositiveInfinity) : SitingTask
    {
        /// <inheritdoc/>
        public override string Name => "backup";
    }

    /// <summary>The least cost so that at least a share of the weight is within the limit (partial set cover).</summary>
    /// <param name="Limit">The highest cost that still serves.</param>
    /// <param name="Target">The share of all weight, from 0 to 1; exactly at it is enough.</param>
    public sealed record Pscp(double Limit, double Target) : SitingTask
    {
        /// <inheritdoc/>
        public override string Name => "pscp";
    }

    /// <summary>The least sum of weight times cost to the cheapest open site (Hakimi 1964; ReVelle, Swain 1970).</summary>
    /// <param name="Build">How many sites are built.</param>
    /// <param name="Budget">The most they may cost together.</param>
    public sealed record PMedian(int Build, double Budget = double.PositiveInfinity) : SitingTask
    {
        /// <inheritdoc/>
        public override string Name => "p-median";
    }

    /// <summary>The least worst cost to the cheapest open site, over all demands whatever their weight (Hakimi 1964).</summary>
    /// <param name="Build">How many sites are built.</param>
    /// <param name="Budget">The most they may cost together.</param>
    public sealed record PCenter(int Build, double Budget = double.PositiveInfinity) : SitingTask
    {
        /// <inheritdoc/>
        public override string Name => "p-center";
    }

    /// <summary>As p-median, each demand wholly at one open site, no site above its capacity of weight (Mulvey, Beck 1984).</summary>
    /// <param name="Build">How many sites are built.</param>
    /// <param name="Budget">The most they may cost together.</param>
    public sealed record CapacitatedPMedian(int Build, double Budget = double.PositiveInfinity) : SitingTask
    {
        /// <inheritdoc/>
        public override string Name => "capacitated-p-median";
    }

    /// <summary>
    /// The order of building: a nested sequence, one site a step, with the most weight within the limit summed over the steps.
    /// </summary>
    /// <param name="Limit">The highest cost that still serves.</param>
    /// <param name="Build">The number of steps.</param>
    /// <param name="StepWeights">How much each step counts, as the months it serves: finite and not negative; empty: each counts one.</param>
    public sealed record Order(double Limit, int Build, ImmutableArray<double> StepWeights = default) : SitingTask
    {
        /// <inheritdoc/>
        public override string Name => "order";

        /// <summary>What matters more, the way or the end.</summary>
        public OrderAim Aim { get; init; }

        /// <summary>What no order may fall under; empty: nothing.</summary>
        public ImmutableArray<SitingFloor> Floors { get; init; } = [];
    }
}

/// <summary>What an order of building is best at.</summary>
public enum OrderAim
{
    /// <summary>The most weight summed over the steps, wherever that ends.</summary>
    OnTheWay,

    /// <summary>
    /// The last step covers the most that it can under the floors; among the orders that end so, the most weight summed over the steps.
    /// </summary>
    AtTheEnd,
}
