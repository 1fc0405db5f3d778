namespace Gis.Core.Units;

/// <summary>The time of all China, UTC+8 the year round.</summary>
public static class ChinaTime
{
    /// <summary>How far clocks in China are ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day it is in China at a moment; it begins at 16:00 UTC of the day before.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).Date);

    /// <summary>The day and time it is in China at a moment.</summary>
    public static DateTime LocalOf(DateTimeOffset moment) => DateTime.SpecifyKind(moment.ToOffset(Offset).DateTime, DateTimeKind.Unspecified);
}
