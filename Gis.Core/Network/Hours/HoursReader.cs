using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gis.Core.Network.Hours;

/// <summary>Reads hours part by part; the first fault ends it.</summary>
internal static partial class HoursReader
{
    /// <summary>What stands between the days, and between the times, of a part.</summary>
    internal static readonly char[] Separators = [',', '、', ' ', '和'];

    internal static WeeklyHours? Read(string text, out HoursFault? fault)
    {
        fault = null;
        try
        {
            if (text.Length > WeeklyHours.LongestText)
                throw new HoursFaultException(HoursFaultKind.TooLong, text);
            var weeks = Plain(text).Split([';', '\n', '。'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(ReadPart).GroupBy(part => part.Season).Select(Join).ToList();
            CheckSeasons(weeks);
            if (!weeks.Exists(week => week.IsEverOpen))
                throw new HoursFaultException(HoursFaultKind.NoTime, text);
            var usual = weeks.Find(week => week.Season is null) ?? new HoursWeek(null, Nothing());
            return new WeeklyHours(LeaveOutClosed(usual), [.. weeks.Where(week => week.Season is not null).OrderBy(week => (week.Season!.Value.FromMonth, week.Season.Value.FromDay))]);
        }
        catch (HoursFaultException found)
        {
            fault = found.Fault;
            return null;
        }
    }

    // One sign for each thing that people write in several ways.
    private static string Plain(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace('\r', '\n').Replace('\t', ' ');
        plain = Dash().Replace(plain, "-");
        plain = Week().Replace(plain, "周").Replace("周天", "周日", StringComparison.Ordinal);
        plain = HourAndMinute().Replace(plain, "$1:$2");
        plain = HalfHour().Replace(plain, "$1:30");
        plain = FullHour().Replace(plain, "$1:00");
        return PartOfDay().Replace(plain, "$1");
    }

    private static HoursPart ReadPart(string part)
    {
        var season = ReadSeason(part, out var rest);
        var at = TimesBegin().Match(rest);
        var named = (at.Success ? rest[..at.Index] : rest).Trim([' ', ':', ',', '、']);
        if (named.Length == 0)
            throw new HoursFaultException(HoursFaultKind.NoDay, part);
        var days = HoursDays.Read(named);
        if (!at.Success)
            throw new HoursFaultException(HoursFaultKind.NoTime, part);
        return new HoursPart(part, season, days, IsClosed().IsMatch(rest[at.Index..]) ? [] : ReadTimes(rest[at.Index..], part));
    }

    private static YearSeason? ReadSeason(string part, out string rest)
    {
        var (chinese, english) = (ChineseSeason().Match(part), EnglishSeason().Match(part));
        var match = chinese.Success ? chinese : english;
        rest = part[(match.Success ? match.Length : 0)..];
        if (!match.Success)
            return null;
        var (from, to) = (MonthOf(match.Groups["from"].Value), MonthOf(match.Groups["to"].Value));
        var season = new YearSeason(from, DayOf(match.Groups["first"], 1), to, DayOf(match.Groups["last"], to is >= 1 and <= 12 ? DateTime.DaysInMonth(2000, to) : 0));
        return season.IsValid ? season : throw new HoursFaultException(HoursFaultKind.BadSeason, match.Value.Trim([' ', ':', ',']));

        static int MonthOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : HoursText.MonthOf(text);

        static int DayOf(Group day, int otherwise) => day.Success ? int.Parse(day.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
    }

    private static ImmutableArray<OpenSpan> ReadTimes(string text, string part)
    {
        var times = new List<OpenSpan>();
        foreach (var time in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(HoursTime.Read).OrderBy(time => time.From))
        {
            if (times.Count > 0 && time.From < times[^1].To)
                throw new HoursFaultException(HoursFaultKind.Overlap, part);
            // Without a break between them two times are one.
            if (times.Count > 0 && time.From == times[^1].To)
                times[^1] = times[^1] with { To = time.To };
            else
                times.Add(time);
        }

        return [.. times];
    }

    private static HoursWeek Join(IGrouping<YearSeason?, HoursPart> parts)
    {
        var days = Nothing().ToBuilder();
        foreach (var part in parts)
        {
            foreach (var place in part.Days)
                days[place] = days[place] is null ? part.Times : throw new HoursFaultException(HoursFaultKind.DayTwice, part.Written);
        }

        return new HoursWeek(parts.Key, days.MoveToImmutable());
    }

    private static void CheckSeasons(List<HoursWeek> weeks)
    {
        var seasons = weeks.Where(week => week.Season is not null).ToList();
        foreach (var (week, i) in seasons.Select((week, i) => (week, i)))
        {
            if (seasons.Take(i).Any(other => other.Season!.Value.Overlaps(week.Season!.Value)))
                throw new HoursFaultException(HoursFaultKind.SeasonOverlap, HoursText.Chinese.Season(week.Season!.Value).Trim());
        }
    }

    // Outside of seasons what is not said is closed, and so need not be said.
    private static HoursWeek LeaveOutClosed(HoursWeek usual) => usual with { Days = [.. usual.Days.Select(day => day is { IsEmpty: true } ? null : day)] };

    private static ImmutableArray<ImmutableArray<OpenSpan>?> Nothing() => [.. new ImmutableArray<OpenSpan>?[HoursWeek.Holidays + 1]];

    [GeneratedRegex(@"\s*(?:[-–—―−~至到]+)\s*")]
    private static partial Regex Dash();

    [GeneratedRegex("星期|礼拜")]
    private static partial Regex Week();

    [GeneratedRegex(@"(\d{1,2})[点时](\d{2})分?")]
    private static partial Regex HourAndMinute();

    [GeneratedRegex(@"(\d{1,2})[点时]半")]
    private static partial Regex HalfHour();

    [GeneratedRegex(@"(\d{1,2})[点时]整?")]
    private static partial Regex FullHour();

    [GeneratedRegex($"({HoursTime.PartsOfDay}):?\\s*")]
    private static partial Regex PartOfDay();

    [GeneratedRegex($@"\d|{HoursTime.PartsOfDay}|休息|关门|不开|\boff\b|\bclosed\b", RegexOptions.IgnoreCase)]
    private static partial Regex TimesBegin();

    [GeneratedRegex(@"^(?:休息|关门|不开门?|off|closed)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex IsClosed();

    [GeneratedRegex(@"^(?<from>\d{1,2})月(?:(?<first>\d{1,2})[日号]?)?-(?<to>\d{1,2})月(?:(?<last>\d{1,2})[日号]?)?[:,\s]*")]
    private static partial Regex ChineseSeason();

    [GeneratedRegex(@"^(?<from>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s*(?<first>\d{1,2})?-(?<to>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:\s*(?<last>\d{1,2})(?!\d|:\d))?[:,\s]*", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishSeason();
}

/// <summary>One part of hours: the days it is about, and their times.</summary>
internal sealed record HoursPart(string Written, YearSeason? Season, ImmutableArray<int> Days, ImmutableArray<OpenSpan> Times);

/// <summary>Ends the reading of hours at a fault; it never leaves the reader.</summary>
internal sealed class HoursFaultException(HoursFaultKind kind, string part) : Exception
{
    internal HoursFault Fault { get; } = new(kind, part);
}
