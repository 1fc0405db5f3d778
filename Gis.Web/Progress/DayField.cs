using System.Globalization;
using Gis.Web.Layout;

namespace Gis.Web.Progress;

/// <summary>A day as forms send it.</summary>
internal static class DayField
{
    private const int First = 2000, Last = 2100;

    internal static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= First and < Last;

    /// <summary>Reads a day that must be there; the fault says what would be right.</summary>
    internal static DateOnly? Read(string field, string text, Language language, FormFaults faults)
    {
        if (TryRead(text, out var day))
            return day;
        faults.Add(field, text, language["应为日期,例如“2027-03-01”", "a date, as \"2027-03-01\""]);
        return null;
    }
}
