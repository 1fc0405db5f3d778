using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>A season or a day on which getting about, or what is staffed, is not as usual.</summary>
public sealed record TravelCase
{
    /// <summary>Makes a case.</summary>
    /// <param name="kind">What kind of day it is.</param>
    /// <param name="mode">How people travel on it.</param>
    /// <param name="slowing">How many times as long a trip takes; at least 1, and 1 changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slowing is below 1, infinite or not a number.</exception>
    public TravelCase(CaseKind kind, TravelMode mode, double slowing = 1)
    {
        if (!(slowing >= 1) || double.IsInfinity(slowing))
            throw new ArgumentOutOfRangeException(nameof(slowing), slowing, "A slowing is at least 1 and finite.");
        (Kind, Mode, Slowing) = (kind, mode, slowing);
    }

    /// <summary>What kind of day it is.</summary>
    public CaseKind Kind { get; }

    /// <summary>How people travel on it.</summary>
    public TravelMode Mode { get; }

    /// <summary>How many times as long a trip takes as usual; at least 1.</summary>
    public double Slowing { get; }

    /// <summary>The names of the crossings that are closed; those a network has not are closed anyway.</summary>
    public ImmutableSortedSet<string> ClosedCrossings { get; init; } = [];

    /// <summary>The tiers that serve on such a day, of those a question asks for.</summary>
    public ImmutableSortedSet<Tier> Serving { get; init; } = CoverageQuestion.AllTiers;

    /// <summary>The case as it is named in links and files: its kind, its mode, and the crossing if it is about one, as "flood-each:car:大桥".</summary>
    public string Name => $"{Kind.Written()}:{Mode.Written()}" + (Kind == CaseKind.FloodEach ? ":" + string.Join('+', ClosedCrossings) : "");

    /// <summary>A day like any other.</summary>
    public static TravelCase Usual(TravelMode mode) => new(CaseKind.Usual, mode);

    /// <summary>The cases of one kind by one mode: one, but for <see cref="CaseKind.FloodEach"/>, which has one for each crossing.</summary>
    /// <remarks>What each preset assumes and why: docs/methods/coverage.md.</remarks>
    public static ImmutableArray<TravelCase> ListOf(CaseKind kind, TravelMode mode, ServiceNetwork network) => kind switch
    {
        CaseKind.Winter => [new(kind, mode, mode == TravelMode.Walk ? 1.25 : 1.5)],
        CaseKind.Flood => [new(kind, mode) { ClosedCrossings = [.. network.Crossings.Select(crossing => crossing.Name)] }],
        CaseKind.FloodEach => [.. network.Crossings.Select(crossing => crossing.Name).Distinct().Select(name => new TravelCase(kind, mode) { ClosedCrossings = [name] })],
        CaseKind.MarketDay => [new(kind, mode) { Serving = [Tier.Centre, Tier.Station] }],
        _ => [Usual(mode)],
    };

    /// <summary>A network as it is on such a day: without the closed crossings.</summary>
    public ServiceNetwork Close(ServiceNetwork network) => !network.Crossings.Any(crossing => ClosedCrossings.Contains(crossing.Name))
        ? network
        : new ServiceNetwork(network.Parts with
        {
            Crossings = [.. network.Crossings.Where(crossing => !ClosedCrossings.Contains(crossing.Name))],
        });

    /// <summary>The pace at which the estimate reckons on such a day.</summary>
    public ModePace Slow(ModePace pace) => Slowing == 1 ? pace : pace with { Speed = new Speed(pace.Speed.KilometresPerHour / Slowing) };

    /// <summary>A question as it is asked of such a day; where no tier asked for serves, nobody is covered.</summary>
    public CoverageQuestion Ask(CoverageQuestion question) => question with { Mode = Mode, Tiers = question.Tiers.Intersect(Serving) };
}

/// <summary>Kinds of case, with what each preset assumes.</summary>
public enum CaseKind
{
    /// <summary>As usual.</summary>
    Usual,

    /// <summary>Snow and ice: every trip slower.</summary>
    Winter,

    /// <summary>High water: every crossing of the barrier river closed.</summary>
    Flood,

    /// <summary>High water at one crossing: each closed in turn, a case of its own.</summary>
    FloodEach,

    /// <summary>赶集: the rooms' people are at the station or the centre, so that no room serves.</summary>
    MarketDay,
}
