using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress;

/// <summary>By when each point is to have come how far.</summary>
/// <param name="Calendar">The days of the year.</param>
/// <param name="Plans">What is intended for points.</param>
/// <param name="ReturnDue">By when points that were sent back are to be put right.</param>
public sealed record Milestones(YearCalendar Calendar, ImmutableDictionary<PointId, PointPlan> Plans, ImmutableDictionary<PointId, DateOnly> ReturnDue)
{
    /// <summary>The last day on which a point is in time to reach a target; nobody is asked to declare what is not yet to be built.</summary>
    /// <param name="point">The point.</param>
    /// <param name="target">One of <see cref="StageSteps.Targets"/>.</param>
    public DateOnly DueFor(ServicePoint point, Stage target)
    {
        var built = Plans.GetValueOrDefault(point.Id)?.Due ?? Calendar.BuildBy;
        var day = target switch
        {
            Stage.Declared => Calendar.DeclareBy,
            Stage.CityAccepted => Calendar.InspectBy,
            Stage.ProvinceAccepted => Calendar.RegionBy,
            _ => built,
        };
        return day < built ? built : day;
    }

    /// <summary>The last day for a point's next step; null where it has come to the end.</summary>
    public DateOnly? NextDue(ServicePoint point) => point.Stage switch
    {
        Stage.Planned or Stage.Building => DueFor(point, Stage.Built),
        Stage.Built => DueFor(point, Stage.Declared),
        Stage.Declared => DueFor(point, Stage.CityAccepted),
        Stage.CityAccepted => DueFor(point, Stage.ProvinceAccepted),
        Stage.Returned => ReturnDue.TryGetValue(point.Id, out var due) ? due : DueFor(point, Stage.CityAccepted),
        _ => null,
    };
}
