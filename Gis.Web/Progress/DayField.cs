using System.Globalization;

namespace Gis.Web.Progress;

/// <summary>A day as forms send it.</summary>
internal static class DayField
{
    private const int First = 2000, Last = 2100;

    internal static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= First and < Last;
}
