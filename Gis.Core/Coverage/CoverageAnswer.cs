using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Who is within reach, who is not, and what would help. Lists that are long are made when they are first asked for.</summary>
public sealed class CoverageAnswer
{
    private readonly CoverageGround ground;
    private readonly Lazy<ImmutableArray<Gap>> gaps;
    private readonly Lazy<ImmutableArray<Candidate>> candidates;
    private readonly Lazy<ImmutableArray<DoubtfulRecord>> doubts;
    private readonly Lazy<MinutesDoubt> minutesDoubt;

    internal CoverageAnswer(CoverageGround ground, Openness openness, CoverageQuestion question, Lazy<ImmutableArray<Candidate>> candidates)
    {
        (this.ground, Question, this.candidates) = (ground, question, candidates);
        gaps = new(ListGaps);
        doubts = new(() => CoverageDoubt.Rank(ground, openness, this));
        minutesDoubt = new(() => MinutesDoubt.Measure(ground, openness, question.Weighting));
    }

    /// <summary>What was asked.</summary>
    public CoverageQuestion Question { get; }

    /// <summary>The network that was asked of, with the question's moves and additions: what <see cref="Reach.Point"/> counts in.</summary>
    public ServiceNetwork Network => ground.Network;

    /// <summary>Everybody together.</summary>
    public required AreaCoverage Total { get; init; }

    /// <summary>Between what the covered share lies if every doubt is for the worse, and if it is for the better.</summary>
    public ShareInterval? Interval => Total.Interval;

    /// <summary>How unevenly the minutes to the nearest point are spread over the residents.</summary>
    public required MinutesSpread Spread { get; init; }

    /// <summary>Between what the median and the worst decile lie.</summary>
    public MinutesDoubt MinutesDoubt => minutesDoubt.Value;

    /// <summary>The counties, in order of code.</summary>
    public required ImmutableArray<AreaCoverage> Counties { get; init; }

    /// <summary>The townships, in order of code.</summary>
    public required ImmutableArray<AreaCoverage> Townships { get; init; }

    /// <summary>What each village reaches, in the order of <see cref="ServiceNetwork.Villages"/>.</summary>
    public required VillageReaches Villages { get; init; }

    /// <summary>The villages out of reach, those that count most first, then those with most residents.</summary>
    public ImmutableArray<Gap> Gaps => gaps.Value;

    /// <summary>The points not built that would bring someone within reach, those that bring most first.</summary>
    public ImmutableArray<Candidate> Candidates => candidates.Value;

    /// <summary>The records whose doubt alone widens the interval, those that widen it most first.</summary>
    public ImmutableArray<DoubtfulRecord> Doubts => doubts.Value;

    /// <summary>Whether a village, by its row, is within reach.</summary>
    public bool IsCovered(int village) => Villages.IsCovered(village);

    /// <summary>The coverage of one village, by its row: all that counts there or nothing.</summary>
    public AreaCoverage CoverageOf(int village)
    {
        var counts = Question.Weighting.Of(Network.Villages[village]);
        ref readonly var judgement = ref Villages.Judgement(village);
        return new(Network.Villages[village].Code, counts, judgement.Covered ? counts : default)
        {
            Certain = judgement.Certain ? counts : default,
            Possible = judgement.Possible ? counts : default,
        };
    }

    private ImmutableArray<Gap> ListGaps()
    {
        var found = ImmutableArray.CreateBuilder<Gap>();
        foreach (var row in ground.GapOrder(Question.Weighting))
        {
            if (Villages.IsCovered(row))
                continue;
            ref readonly var judgement = ref Villages.Judgement(row);
            found.Add(new Gap(Network.Villages[row], judgement.Reach.Nearest, judgement.Remedy));
        }

        return found.ToImmutable();
    }
}

/// <summary>The coverage of one unit.</summary>
/// <param name="Area">The unit; null for the whole city.</param>
/// <param name="Residents">All who live there; with another <see cref="Weighting"/>, all that counts there.</param>
/// <param name="Covered">Those whose nearest open point is within the limit.</param>
public readonly record struct AreaCoverage(AreaCode? Area, Residents Residents, Residents Covered)
{
    /// <summary>Those covered even if every doubt is for the worse.</summary>
    public Residents Certain { get; init; } = Covered;

    /// <summary>Those covered if every doubt is for the better.</summary>
    public Residents Possible { get; init; } = Covered;

    /// <summary>Between what the covered share lies; none where nobody lives.</summary>
    public ShareInterval? Interval => Units.Share.Of(Certain, Residents) is { } low && Units.Share.Of(Possible, Residents) is { } high
        ? new ShareInterval(low, high)
        : null;

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
/// <param name="Added">The residents it alone would newly bring within reach, or what else is counted.</param>
/// <param name="Villages">The number of villages they live in.</param>
public readonly record struct Candidate(ServicePoint Point, Residents Added, int Villages);
