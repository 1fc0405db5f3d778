using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Units;

namespace Gis.Web.Siting;

/// <summary>How the order of building is to be chosen.</summary>
/// <param name="Steps">How many points are built, one a step.</param>
/// <param name="Aim">What matters more, the way or the end.</param>
/// <param name="Floor">What may not fall behind; none.</param>
/// <param name="Pace">How fast is built, where the months count; none where each step counts one.</param>
/// <param name="Patience">How long to look for a proof before the best found is given with its gap.</param>
public sealed record OrderSettings(int Steps, OrderAim Aim, OrderFloor? Floor, OrderPace? Pace, TimeSpan Patience)
{
    /// <summary>The settings as they stand in a form or a link; equal settings read the same.</summary>
    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"steps={Steps}&aim={Aim.Written()}");
        if (Floor is { } floor)
            text += string.Create(CultureInfo.InvariantCulture, $"&floor={floor.Share.Value * 100:0.###}&among={floor.Among.Written()}&from={floor.FromStep}");
        if (Pace is { } pace)
            text += string.Create(CultureInfo.InvariantCulture, $"&rate={pace.PointsAMonth}&months={pace.Months}");
        return text + string.Create(CultureInfo.InvariantCulture, $"&seconds={Patience.TotalSeconds}");
    }

    /// <summary>The problem of an instance.</summary>
    public SitingTask.Order TaskOf(SitingInstance instance, Minutes limit) => new(limit.Value, Steps, Pace?.WeighSteps(Steps) ?? [])
    {
        Aim = Aim,
        Floors = Floor is { } floor ? floor.Of(instance) : [],
    };
}

/// <summary>From a step on, at least a share of the residents of each of some groups is within reach.</summary>
/// <param name="Share">The share; exactly at it is enough.</param>
/// <param name="Among">Which groups.</param>
/// <param name="FromStep">The first step after which it holds; 0 before anything is built.</param>
public sealed record OrderFloor(Share Share, FloorAmong Among, int FromStep)
{
    /// <summary>What the tenth who have it farthest is called where a floor breaks; a county is called by its code.</summary>
    internal const string WorstTenth = "worst-tenth";

    internal ImmutableArray<SitingFloor> Of(SitingInstance instance) => Among == FloorAmong.Counties
        ? SitingFloor.ByGroup(instance, Share.Value, FromStep)
        : [SitingFloor.WorstDecile(instance, WorstTenth, Share.Value, FromStep)];
}

/// <summary>Whom a floor protects.</summary>
public enum FloorAmong
{
    /// <summary>Each county.</summary>
    Counties,

    /// <summary>The tenth of the residents who have it farthest today.</summary>
    WorstTenth,
}

/// <summary>How fast is built, so that a step counts for as long as the network stands as it leaves it.</summary>
/// <param name="PointsAMonth">How many points are finished in a month, evenly.</param>
/// <param name="Months">The months from the beginning to the end of the count; the last step counts until then.</param>
public sealed record OrderPace(int PointsAMonth, int Months)
{
    /// <summary>The weights of the steps in parts of a month, of which a month has <see cref="PointsAMonth"/>, so that all are whole.</summary>
    internal ImmutableArray<double> WeighSteps(int steps)
    {
        var total = PointsAMonth * Months;
        return [.. Enumerable.Range(1, steps).Select(step => step < steps ? Math.Clamp(total - step, 0, 1) : (double)Math.Max(0, total - step))];
    }

    /// <summary>A sum over the weighed steps in person-months.</summary>
    internal double InMonths(double weighed) => weighed / PointsAMonth;
}
