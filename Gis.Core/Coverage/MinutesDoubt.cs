using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Between what the minutes to the nearest open point lie, if the doubt of both ends is for the better and for the worse.</summary>
/// <param name="Median">Of half of the residents; none if nobody reaches a point.</param>
/// <param name="WorstDecile">The mean of the tenth of the residents who need longest.</param>
/// <remarks>
/// Of the residents who reach a point, as in <see cref="MinutesSpread"/>. Both figures grow with the minutes of any one village
/// and shrink with them, so their bounds are those over villages each at its own bound. What is not located has no minutes
/// and is in neither.
/// </remarks>
public sealed record MinutesDoubt(MinutesInterval? Median, MinutesInterval? WorstDecile)
{
    internal static MinutesDoubt Measure(CoverageGround ground, Openness openness, Weighting weighting)
    {
        var groups = ground.Network.Villages
            .Select((village, row) => (Weight: weighting.Of(village), Bounds: openness.BoundMinutes(row)))
            .ToList();
        var low = MinutesSpread.Measure(groups.Select(group => (group.Weight, group.Bounds?.Low)));
        var high = MinutesSpread.Measure(groups.Select(group => (group.Weight, group.Bounds?.High)));
        return new MinutesDoubt(Join(low.Median, high.Median), Join(low.WorstDecile, high.WorstDecile));
    }

    private static MinutesInterval? Join(Minutes? low, Minutes? high) =>
        low is { } least && high is { } most ? new MinutesInterval(least, most) : null;
}

/// <summary>Minutes known only to lie between two values.</summary>
/// <param name="Low">The least they can be.</param>
/// <param name="High">The most they can be.</param>
public readonly record struct MinutesInterval(Minutes Low, Minutes High);
