using System.Globalization;

namespace Gis.Data.Import.Files;

/// <summary>The days by which spreadsheets write dates, as a person would write them: 2026-03-04, 08:30, 2026-03-04 08:30.</summary>
internal static class SerialDate
{
    private const int SecondsPerDay = 86_400;

    // Spreadsheets hold 1900 to be a leap year, so days after February of that year count one too many.
    private const int FirstTrueDay = 61;

    private const int DaysUpTo1904 = 1462;

    // The last day of the year 9999.
    private const int LastDay = 2_958_465;

    // Nobody's duration is 27 years; a time of so many days is a date of which only the time is shown.
    private const int LongestDuration = 10_000;

    /// <summary>The date or time a number stands for; null where it stands for none.</summary>
    internal static string? Write(double serial, CellFormat format, bool from1904)
    {
        if (!(serial >= 0 && serial <= LastDay))
            return null;
        var seconds = (long)Math.Round(serial * SecondsPerDay);
        if (!format.HasDate && serial < LongestDuration)
            return WriteTime(TimeSpan.FromSeconds(seconds));
        var day = (seconds / SecondsPerDay) + (from1904 ? DaysUpTo1904 : 0);
        if (day > LastDay)
            return null;
        var time = TimeSpan.FromSeconds(seconds % SecondsPerDay);
        var date = new DateTime(1899, 12, day < FirstTrueDay ? 31 : 30).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return format.HasTime || time > TimeSpan.Zero ? $"{date} {WriteTime(time)}" : date;
    }

    // More than a day of hours is a duration and stays one.
    private static string WriteTime(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:00}:{time.Minutes:00}") + (time.Seconds == 0 ? "" : $":{time.Seconds:00}");
}
