using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Data.Roads;

namespace Gis.Web.Travel;

/// <summary>
/// How the minutes of one version of a network are come by: over roads where some are imported, estimated for the bus and
/// where there are none. Each table is made when first asked for.
/// </summary>
public sealed class NetworkTravel
{
    private readonly ServiceNetwork network;
    private readonly Lazy<TravelLines> lines;
    private readonly ImmutableDictionary<TravelMode, Lazy<TravelTable>> tables;
    private readonly ImmutableDictionary<TravelMode, Lazy<RoadColumns>> columns;
    private readonly ImmutableDictionary<TravelMode, Lazy<IReadOnlyList<SnapIssue>>> issues;
    private readonly ImmutableDictionary<TravelMode, Lazy<SnapDoubt>> doubts;

    public NetworkTravel(ServiceNetwork network, RoadTables? roads)
    {
        (this.network, Roads) = (network, roads);
        lines = new(() => TravelLines.Measure(network));
        tables = ModePace.Defaults.Keys.ToImmutableDictionary(mode => mode, mode => new Lazy<TravelTable>(() => MakeTable(mode)));
        columns = RoadTables.Modes.ToImmutableDictionary(mode => mode, mode => new Lazy<RoadColumns>(() => PrepareColumns(mode, RoadConditions.Usual)));
        issues = RoadTables.Modes.ToImmutableDictionary(mode => mode, mode => new Lazy<IReadOnlyList<SnapIssue>>(() => FindIssues(mode)));
        doubts = ModePace.Defaults.Keys.ToImmutableDictionary(mode => mode, mode => new Lazy<SnapDoubt>(() => MeasureDoubt(mode)));
    }

    private NetworkTravel(ServiceNetwork network, NetworkTravel before)
        : this(network, before.Roads) => (lines, tables, columns, doubts) = (before.lines, before.tables, before.columns, before.doubts);

    /// <summary>The minutes of another version over the same roads: those of this one, where everything stands where it stood.</summary>
    public NetworkTravel Of(ServiceNetwork next) => StandsAs(next) ? new NetworkTravel(next, this) : new NetworkTravel(next, Roads);

    /// <summary>The roads in use; null where every trip is estimated.</summary>
    public RoadTables? Roads { get; }

    /// <summary>Names the roads in use, or that there are none.</summary>
    public string Version => Roads?.Roads.Network.Version ?? "estimate";

    public bool IsByRoads(TravelMode mode) => Roads is not null && RoadTables.Modes.Contains(mode);

    public TravelTable Table(TravelMode mode) => tables[mode].Value;

    /// <summary>The trips to any one place, come by in the way the table's are.</summary>
    public TripsTo TripsTo(TravelMode mode) => IsByRoads(mode)
        ? (place, _) => columns[mode].Value.Measure(place)
        : EstimatedTrips.Of(network, ModePace.Defaults[mode]);

    /// <summary>The trips between each two of some places, come by in the way the table's are.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TripMatrix Between(TravelMode mode, IReadOnlyList<TripEnd> places, CancellationToken cancel = default)
    {
        if (!IsByRoads(mode))
            return TripMatrix.Estimate(network.Crossings, places, mode, ModePace.Defaults[mode]);
        var roads = Roads!.Travel(mode, RoadConditions.Usual, cancel);
        LonLat[] positions = [.. places.Select(place => place.At)];
        return TripMatrix.Of(
            roads.VersionOf(TravelDirection.There, RoadTables.Limit),
            roads.Measure(positions, positions, new RoadWork(RoadTables.Limit, Cancel: cancel)));
    }

    /// <summary>The villages and points that did not simply join a road nearby, the most doubtful first; none where no roads are used.</summary>
    public IReadOnlyList<SnapIssue> ListIssues(TravelMode mode) => IsByRoads(mode) ? issues[mode].Value : [];

    /// <summary>
    /// How the minutes of a season or a day are come by: over roads where the roads know each crossing it closes by its name,
    /// else estimated, for otherwise the closing would change nothing.
    /// </summary>
    public DayTravel On(TravelCase day)
    {
        if (day.Slowing == 1 && !network.Crossings.Any(crossing => day.ClosedCrossings.Contains(crossing.Name)))
            return new DayTravel(Table(day.Mode), TripsTo(day.Mode));
        if (IsByRoads(day.Mode) && day.ClosedCrossings.All(Roads!.Roads.Network.Bridges.Contains))
        {
            var conditions = new RoadConditions(day.Slowing, day.ClosedCrossings);
            var prepared = new Lazy<RoadColumns>(() => PrepareColumns(day.Mode, conditions));
            return new DayTravel(Roads.Table(network, day.Mode, conditions), (place, _) => prepared.Value.Measure(place));
        }

        var (closed, pace) = (day.Close(network), day.Slow(ModePace.Defaults[day.Mode]));
        return new DayTravel(
            TravelTable.Estimate(ReferenceEquals(closed, network) ? lines.Value : TravelLines.Measure(closed), day.Mode, pace),
            EstimatedTrips.Of(closed, pace));
    }

    /// <summary>The minutes in doubt for a question; what it moves stands where it says.</summary>
    public SnapDoubt DoubtOf(CoverageQuestion question)
    {
        var doubt = DoubtOf(question.Mode);
        return doubt with { Points = doubt.Points.RemoveRange(question.Moves.Keys) };
    }

    /// <summary>The minutes in doubt where something joins a road far away: those of the way on foot to it, which is a guess.</summary>
    public SnapDoubt DoubtOf(TravelMode mode) => doubts[mode].Value;

    private bool StandsAs(ServiceNetwork next) =>
        network.Villages.Select(village => (village.Code, village.Position?.At, village.Bank)).SequenceEqual(next.Villages.Select(village => (village.Code, village.Position?.At, village.Bank)))
        && network.Points.Select(point => (point.Id, point.Position?.At, point.Bank)).SequenceEqual(next.Points.Select(point => (point.Id, point.Position?.At, point.Bank)))
        && network.Crossings.SequenceEqual(next.Crossings);

    private SnapDoubt MeasureDoubt(TravelMode mode)
    {
        var pace = SnapRules.Default.OffRoad;
        var doubts = ListIssues(mode).Where(issue => issue.Away is not null)
            .ToDictionary(issue => issue.Id, issue => pace.Speed.TimeFor(issue.Away!.Value * pace.Detour));
        return new SnapDoubt(
            network.Villages.Where(village => doubts.ContainsKey(village.Code.Digits)).ToImmutableDictionary(village => village.Code, village => doubts[village.Code.Digits]),
            network.Points.Where(point => doubts.ContainsKey(point.Id.ToString())).ToImmutableDictionary(point => point.Id, point => doubts[point.Id.ToString()]));
    }

    private TravelTable MakeTable(TravelMode mode) => IsByRoads(mode)
        ? Roads!.Table(network, mode, RoadConditions.Usual)
        : TravelTable.Estimate(lines.Value, mode, ModePace.Defaults[mode]);

    private RoadColumns PrepareColumns(TravelMode mode, RoadConditions conditions) => Roads!.Travel(mode, conditions).Prepare(
        [.. network.Villages.Select(village => village.Position?.At)], TravelDirection.There, new RoadWork(RoadTables.Limit));

    private IReadOnlyList<SnapIssue> FindIssues(TravelMode mode)
    {
        var (villages, points) = Roads!.Snap(network, mode);
        return SnapIssue.List(network, mode, villages, points);
    }
}

/// <summary>How the minutes of one day are come by.</summary>
/// <param name="Table">The minutes from every village to every point.</param>
/// <param name="TripsTo">Those to any one place, come by in the same way.</param>
public sealed record DayTravel(TravelTable Table, TripsTo TripsTo);
