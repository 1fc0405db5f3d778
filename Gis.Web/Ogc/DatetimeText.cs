using Gis.Web.Ogc.Filtering;

namespace Gis.Web.Ogc;

/// <summary>
/// The parameter datetime. No feature here has a time of its own, so that all of them match whatever it says, as the standard has it
/// for such features; what is no time at all is refused.
/// </summary>
internal static class DatetimeText
{
    /// <exception cref="OgcFault">It is neither a day, a moment nor an interval of them.</exception>
    internal static void Check(string? text)
    {
        if (text is null)
            return;
        var ends = text.Split('/');
        var isRight = ends.Length switch
        {
            1 => TryRead(text, out _),
            2 => TryReadEnd(ends[0], DateTimeOffset.MinValue, out var begin) && TryReadEnd(ends[1], DateTimeOffset.MaxValue, out var end)
                && begin <= end && !(IsOpen(ends[0]) && IsOpen(ends[1])),
            _ => false,
        };
        if (!isRight)
        {
            throw OgcFault.OfParameter(
                "datetime",
                "应为时刻或时段,如 2026-05-01T00:00:00Z、2026-01-01/2026-12-31、../2026-12-31",
                "It should be a moment or an interval like 2026-05-01T00:00:00Z, 2026-01-01/2026-12-31 or ../2026-12-31");
        }
    }

    private static bool IsOpen(string end) => end is "" or "..";

    private static bool TryReadEnd(string text, DateTimeOffset whereOpen, out DateTimeOffset moment)
    {
        moment = whereOpen;
        return IsOpen(text) || TryRead(text, out moment);
    }

    private static bool TryRead(string text, out DateTimeOffset moment)
    {
        if (!Instants.TryReadDate(text, out var day))
            return Instants.TryReadTimestamp(text, out moment);
        moment = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return true;
    }
}
