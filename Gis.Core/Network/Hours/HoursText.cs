using System.Collections.Immutable;
using System.Globalization;

namespace Gis.Core.Network.Hours;

/// <summary>Writes hours: days of the same times are written together, those in a row as a range.</summary>
internal static class HoursText
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    internal static readonly HoursStyle Chinese = new(
        ["周一", "周二", "周三", "周四", "周五", "周六", "周日", "节假日"],
        "至", "、", "休息",
        season => $"{season.FromMonth}月{season.FromDay}日至{season.ToMonth}月{season.ToDay}日 ",
        Write);

    internal static readonly HoursStyle OpenStreetMap = new(
        ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"],
        "-", ",", "off",
        season => string.Create(CultureInfo.InvariantCulture, $"{Months[season.FromMonth - 1]} {season.FromDay:00}-{Months[season.ToMonth - 1]} {season.ToDay:00}: "),
        times => string.Join(',', times.Select(time => $"{time.From.ToPadded()}-{time.To.ToPadded()}")));

    /// <summary>The month that a name or its first three letters mean, from 1; 0 for any other text.</summary>
    internal static int MonthOf(string name) => 1 + Array.FindIndex(Months, month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase));

    internal static string Write(ImmutableArray<OpenSpan> times) => string.Join(' ', times);

    internal static string Write(ImmutableArray<HoursWeek> weeks, HoursStyle style) => string.Join("; ", weeks.SelectMany(week => WriteParts(week, style)));

    private static IEnumerable<string> WriteParts(HoursWeek week, HoursStyle style)
    {
        var season = week.Season is { } written ? style.Season(written) : "";
        var days = week.Days.Select((times, place) => (Times: times, Place: place)).Where(day => day.Times is not null && day.Place != HoursWeek.Holidays);
        var parts = days.GroupBy(day => Write(day.Times!.Value)).Select(group => (Days: Name([.. group.Select(day => day.Place)], style), Times: group.First().Times!.Value));
        if (week.Days[HoursWeek.Holidays] is { } free)
            parts = parts.Append((style.Days[HoursWeek.Holidays], free));
        return parts.Select(part => $"{season}{part.Days} {(part.Times.IsEmpty ? style.Closed : style.Times(part.Times))}");
    }

    private static string Name(List<int> places, HoursStyle style)
    {
        // Days in a row differ from their place in the list by the same number.
        var runs = places.Select((place, i) => (Place: place, Run: place - i)).GroupBy(day => day.Run, day => day.Place).Select(run => (First: run.First(), Last: run.Last()));
        return string.Join(style.And, runs.Select(run => run.First == run.Last ? style.Days[run.First] : $"{style.Days[run.First]}{style.To}{style.Days[run.Last]}"));
    }
}

/// <summary>The words of one way of writing hours.</summary>
internal sealed record HoursStyle(string[] Days, string To, string And, string Closed, Func<YearSeason, string> Season, Func<ImmutableArray<OpenSpan>, string> Times);
