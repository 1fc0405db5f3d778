using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Who is within reach in all of several cases, or in enough of them.</summary>
public sealed record CaseAnswer
{
    /// <summary>What was asked; its mode and tiers give way to those of each case.</summary>
    public required CoverageQuestion Question { get; init; }

    /// <summary>In how large a share of the cases a village must be covered to count; exactly the share is enough.</summary>
    public required Share Need { get; init; }

    /// <summary>Each case, in the order they were given.</summary>
    public required ImmutableArray<CaseCoverage> Cases { get; init; }

    /// <summary>In how many cases each village is covered, in the order of <see cref="ServiceNetwork.Villages"/>.</summary>
    public required ImmutableArray<int> CasesCovering { get; init; }

    /// <summary>Those covered in at least the needed share of the cases.</summary>
    public required AreaCoverage Total { get; init; }

    /// <summary>Those covered in every case.</summary>
    public required AreaCoverage InAll { get; init; }

    /// <summary>Those covered in one case or more.</summary>
    public required AreaCoverage InAny { get; init; }

    /// <summary>The counties, in order of code, by the needed share.</summary>
    public required ImmutableArray<AreaCoverage> Counties { get; init; }

    /// <summary>The villages covered in too few cases, those that count most first.</summary>
    public required ImmutableArray<CaseGap> Gaps { get; init; }
}

/// <summary>One case by itself.</summary>
/// <param name="Case">The case.</param>
/// <param name="Total">Those covered in it.</param>
/// <param name="Counties">The counties, in order of code.</param>
/// <param name="Travel">How its minutes were come by.</param>
/// <param name="Lost">The villages not covered in it that are covered as usual by the same mode, those that count most first.</param>
public sealed record CaseCoverage(
    TravelCase Case, AreaCoverage Total, ImmutableArray<AreaCoverage> Counties, string Travel, ImmutableArray<Village> Lost);

/// <summary>A village covered in too few cases.</summary>
/// <param name="Village">The village.</param>
/// <param name="Cases">In how many it is covered.</param>
public readonly record struct CaseGap(Village Village, int Cases);
