using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Who is within reach, who is not, and what would help.</summary>
public sealed record CoverageAnswer
{
    /// <summary>What was asked.</summary>
    public required CoverageQuestion Question { get; init; }

    /// <summary>Everybody together.</summary>
    public required AreaCoverage Total { get; init; }

    /// <summary>Between what the covered share lies if every position is off by its accuracy, for worse and for better.</summary>
    public required ShareInterval? Interval { get; init; }

    /// <summary>How unevenly the minutes to the nearest point are spread over the residents.</summary>
    public required MinutesSpread Spread { get; init; }

    /// <summary>The counties, in order of code.</summary>
    public required ImmutableArray<AreaCoverage> Counties { get; init; }

    /// <summary>The townships, in order of code.</summary>
    public required ImmutableArray<AreaCoverage> Townships { get; init; }

    /// <summary>What each village reaches, in the order of <see cref="ServiceNetwork.Villages"/>.</summary>
    public required ImmutableArray<VillageReach> Villages { get; init; }

    /// <summary>The villages out of reach, those with most residents first.</summary>
    public required ImmutableArray<Gap> Gaps { get; init; }

    /// <summary>The points not built that would bring someone within reach, those that bring most first.</summary>
    public required ImmutableArray<Candidate> Candidates { get; init; }

    /// <summary>Whether a village, by its row, is within reach.</summary>
    public bool IsCovered(int village) => Villages[village].Nearest is { } nearest && nearest.Time <= Question.Limit;

    /// <summary>The coverage of one village, by its row: all of its residents or none.</summary>
    public AreaCoverage CoverageOf(ServiceNetwork network, int village) => new(
        network.Villages[village].Code,
        network.Villages[village].Residents,
        IsCovered(village) ? network.Villages[village].Residents : default);
}

/// <summary>The coverage of one unit.</summary>
/// <param name="Area">The unit; null for the whole city.</param>
/// <param name="Residents">All who live there.</param>
/// <param name="Covered">Those whose nearest open point is within the limit.</param>
public readonly record struct AreaCoverage(AreaCode? Area, Residents Residents, Residents Covered)
{
    /// <summary>The covered share; none where nobody lives.</summary>
    public Share? Share => Units.Share.Of(Covered, Residents);

    /// <summary>Those out of reach.</summary>
    public Residents Gap => Residents - Covered;
}

/// <summary>A share known only to lie between two values.</summary>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be.</param>
public readonly record struct ShareInterval(Share Low, Share High);

/// <summary>The open points that a village reaches soonest.</summary>
/// <param name="Nearest">The nearest of the tiers asked for; none if none can be reached.</param>
/// <param name="Centre">The nearest centre, asked for or not.</param>
/// <param name="Station">The nearest station, asked for or not.</param>
/// <param name="Room">The nearest room, asked for or not.</param>
public readonly record struct VillageReach(Reach? Nearest, Reach? Centre, Reach? Station, Reach? Room);

/// <summary>A village out of reach.</summary>
/// <param name="Village">The village.</param>
/// <param name="Nearest">Its nearest open point, beyond the limit; none if none can be reached at all.</param>
/// <param name="Remedy">The nearest point that would bring it within reach if it were built; none if none would.</param>
public readonly record struct Gap(Village Village, Reach? Nearest, Reach? Remedy);

/// <summary>A point that is not built and would bring people within reach.</summary>
/// <param name="Point">The point.</param>
/// <param name="Added">The residents it alone would newly bring within reach.</param>
/// <param name="Villages">The number of villages they live in.</param>
public readonly record struct Candidate(ServicePoint Point, Residents Added, int Villages);
