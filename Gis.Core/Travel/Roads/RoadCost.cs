using Gis.Core.Units;

namespace Gis.Core.Travel.Roads;

/// <summary>
/// The cost of a way in one whole number: its milliseconds in the upper bits, its millimetres in the lower 34. Sums are exact
/// in any order, so that every method gives the same bits, and comparing costs compares the time, then the length.
/// </summary>
internal static class RoadCost
{
    internal const long Unreached = long.MaxValue;

    /// <summary>No question asks further; 24 hours stay below 17,179 km, so that millimetres never spill into milliseconds.</summary>
    internal const int LongestLimitMinutes = 24 * 60;

    // Above any road and any train; keeps the length of a day's way within its bits.
    private const double FastestKilometresPerHour = 500;

    private const int LengthBits = 34;
    private const long LengthMask = (1L << LengthBits) - 1;
    private const long LongestMilliseconds = LongestLimitMinutes * 60_000L;

    /// <summary>The highest cost any question asks for; twice as much still fits.</summary>
    internal static long Highest => (LongestMilliseconds << LengthBits) + LengthMask;

    /// <summary>The cost of going a length at a speed; null where it takes longer than any limit, which is as good as closed.</summary>
    internal static long? Of(double metres, Speed speed, double slowing)
    {
        var milliseconds = Math.Round(metres * 3600 / Math.Min(speed.KilometresPerHour, FastestKilometresPerHour) * slowing);
        return milliseconds > LongestMilliseconds ? null : ((long)milliseconds << LengthBits) + (long)Math.Round(metres * 1000);
    }

    /// <summary>A part of a cost, rounded to whole milliseconds and millimetres; the rest is the whole less this.</summary>
    internal static long PartOf(long cost, double fraction) =>
        ((long)Math.Round((cost >> LengthBits) * fraction) << LengthBits) + (long)Math.Round((cost & LengthMask) * fraction);

    /// <summary>The highest cost within a limit, the limit included.</summary>
    internal static long Within(Minutes limit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit.Value, LongestLimitMinutes, nameof(limit));
        // Multiplying may land one off either way; what counts is that the minutes written down are at most the limit.
        var milliseconds = (long)Math.Round(limit.Value * 60_000) + 1;
        while (milliseconds / 60_000.0 > limit.Value)
            milliseconds--;
        return (milliseconds << LengthBits) + LengthMask;
    }

    internal static Trip ToTrip(long cost) =>
        new(new Minutes((cost >> LengthBits) / 60_000.0), new Metres((cost & LengthMask) / 1000.0));
}
