using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress;

/// <summary>A year of building as it stands on a day: what was intended, what was done, what is late and whose move it is.</summary>
public sealed class YearProgress
{
    private readonly ServiceNetwork network;
    private readonly DateOnly today;

    /// <summary>Joins a network and what was written down about its year.</summary>
    /// <param name="network">The network with the stages as they are now.</param>
    /// <param name="ledger">What was written down; what it says of points that are not in the network is left out.</param>
    /// <param name="calendar">The days of the year.</param>
    /// <param name="today">The day.</param>
    public YearProgress(ServiceNetwork network, YearLedger ledger, YearCalendar calendar, DateOnly today)
    {
        (this.network, this.today, Calendar) = (network, today, calendar);
        History = new StageHistory(ledger.Moves.Where(move => network.FindPoint(move.Point) is not null));
        Milestones = new Milestones(calendar, ledger.Plans.ToImmutableDictionary(plan => plan.Point), ledger.ReturnDue);
        Standing = ledger.Standstills.Where(still => still.LastsOn(today) && network.FindPoint(still.Point) is not null).GroupBy(still => still.Point)
            .ToImmutableDictionary(group => group.Key, group => group.MinBy(still => (still.Since, still.Id))!);
        Late = [.. FindLate()];
    }

    /// <summary>The days of the year.</summary>
    public YearCalendar Calendar { get; }

    /// <summary>The day it is seen from.</summary>
    public DateOnly Today => today;

    /// <summary>The stages day by day.</summary>
    public StageHistory History { get; }

    /// <summary>By when each point is to have come how far.</summary>
    public Milestones Milestones { get; }

    /// <summary>What stands still today, by point, the longest of each.</summary>
    public ImmutableDictionary<PointId, Standstill> Standing { get; }

    /// <summary>The points whose next step is late, the latest first, then in order of id; exactly on the day is in time.</summary>
    public ImmutableArray<LatePoint> Late { get; }

    /// <summary>The curve of a target for the whole city, or of the points of one county.</summary>
    /// <param name="target">One of <see cref="StageSteps.Targets"/>.</param>
    /// <param name="county">The county; null for all.</param>
    public ProgressCurve Curve(Stage target, AreaCode? county = null) => new CurveDrawing(
        [.. network.Points.Where(point => county is not { } own || point.Area.County == own)], History, Milestones, today).Draw(target);

    /// <summary>How far the points of each county are, in order of code; a county without points is not left out.</summary>
    public ImmutableArray<CountyStages> ListCounties()
    {
        var byCounty = network.Points.ToLookup(point => point.Area.County);
        var late = Late.ToLookup(late => late.Point.Area.County);
        return
        [
            .. network.Counties.Select(county => new CountyStages(
                county,
                byCounty[county.Code].CountBy(point => point.Stage).ToImmutableDictionary(),
                late[county.Code].Count(),
                byCounty[county.Code].Count(point => Standing.ContainsKey(point.Id)))),
        ];
    }

    private IEnumerable<LatePoint> FindLate() =>
        from point in network.Points
        let due = Milestones.NextDue(point)
        where due < today
        orderby due, point.Id
        select new LatePoint(point, due.Value, today.DayNumber - due.Value.DayNumber, StageSteps.WaitsFor(point.Stage)!.Value, Standing.GetValueOrDefault(point.Id));
}

/// <summary>A point whose next step should have been made.</summary>
/// <param name="Point">The point.</param>
/// <param name="Due">The last day for the step.</param>
/// <param name="Days">How many days ago that was, from 1.</param>
/// <param name="WaitsFor">Whose step it is.</param>
/// <param name="Standstill">Why it stands still; null where nothing is written down.</param>
public sealed record LatePoint(ServicePoint Point, DateOnly Due, int Days, Mover WaitsFor, Standstill? Standstill);

/// <summary>How far the points of a county are.</summary>
/// <param name="County">The county.</param>
/// <param name="Points">How many points of each stage; a stage of none is not there.</param>
/// <param name="Late">How many are late.</param>
/// <param name="Standing">How many stand still.</param>
public sealed record CountyStages(County County, ImmutableDictionary<Stage, int> Points, int Late, int Standing)
{
    /// <summary>All its points.</summary>
    public int All => Points.Values.Sum();

    /// <summary>Those that have come as far as a target.</summary>
    public int Reached(Stage target) => Points.Where(stage => stage.Key.HasReached(target)).Sum(stage => stage.Value);
}
