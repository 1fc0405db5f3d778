using System.Globalization;

namespace Gis.Web.Ogc.Filtering;

/// <summary>Days and moments as RFC 3339 writes them.</summary>
internal static class Instants
{
    private static readonly string[] Timestamps =
        ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    internal static bool TryReadDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    internal static bool TryReadTimestamp(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, Timestamps, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    internal static DateOnly ReadDate(string text, Place at) => TryReadDate(text, out var day) ? day
        : throw new FilterFault(at, $"“{text}”不是日期,应如 2026-05-01", $"'{text}' is not a date like 2026-05-01");

    internal static DateTimeOffset ReadTimestamp(string text, Place at) => TryReadTimestamp(text, out var moment) ? moment
        : throw new FilterFault(at, $"“{text}”不是时刻,应如 2026-05-01T08:30:00Z", $"'{text}' is not a moment like 2026-05-01T08:30:00Z");
}
