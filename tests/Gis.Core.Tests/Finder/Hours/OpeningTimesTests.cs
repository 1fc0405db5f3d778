using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Gis.Core.Finder.Hours;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Core.Tests.Network.Hours;
using Gis.Core.Units;

namespace Gis.Core.Tests.Finder.Hours;

public sealed class OpeningTimesTests
{
    private const string Weekdays = "周一至周五 8:30-12:00 14:30-18:00";

    private static readonly PointId Room = Town.RoomId(0);

    // As announced for 2026: National Day from Thursday the 1st to Wednesday the 7th of October; Sunday 20 September and Saturday 10 October are worked.
    private static readonly WorkCalendar Year2026 = WorkCalendar.Of(
    [
        .. Enumerable.Range(1, 7).Select(day => new CalendarDay(new DateOnly(2026, 10, day), false, "国庆节", "test")),
        new(new DateOnly(2026, 9, 20), true, "国庆节", "test"),
        new(new DateOnly(2026, 10, 10), true, "国庆节", "test"),
    ]);

    // 2026-06-01 is a Monday.
    [Theory]
    [InlineData("2026-06-01 08:29:59", "closed, 06-01 8:30")]
    [InlineData("2026-06-01 08:30:00", "open to 12:00")]
    [InlineData("2026-06-01 11:59:59", "open to 12:00")]
    [InlineData("2026-06-01 12:00:00", "pause to 14:30")]
    [InlineData("2026-06-01 13:50:00", "pause to 14:30")]
    [InlineData("2026-06-01 14:30:00", "open to 18:00")]
    [InlineData("2026-06-01 18:00:00", "closed, 06-02 8:30")]
    [InlineData("2026-06-01 23:59:59", "closed, 06-02 8:30")]
    [InlineData("2026-06-02 00:00:00", "closed, 06-02 8:30")]
    [InlineData("2026-06-05 18:00:00", "closed, 06-08 8:30")]
    [InlineData("2026-06-06 10:00:00", "closed, 06-08 8:30")]
    public void A_usual_week(string at, string state) => AssertState(state, Of(Weekdays), at);

    [Theory]
    [InlineData("2026-09-30 19:00", "closed, 10-08 8:30")]
    [InlineData("2026-10-01 10:00", "国庆节, 10-08 8:30")]
    [InlineData("2026-10-03 10:00", "国庆节, 10-08 8:30")]
    [InlineData("2026-10-07 23:59", "国庆节, 10-08 8:30")]
    [InlineData("2026-10-08 08:30", "open to 12:00")]
    public void A_holiday_is_closed_to_its_last_minute(string at, string state) => AssertState(state, Of(Weekdays), at);

    [Fact]
    public void Hours_said_for_holidays_hold_on_them() => AssertState("open to 11:00", Of(Weekdays + "; 节假日 9:00-11:00"), "2026-10-01 10:00");

    [Theory]
    [InlineData(Weekdays, "open to 12:00")]
    [InlineData(Weekdays + "; 周六 9:00-9:30", "open to 12:00")]
    [InlineData("周二 9:00-12:00", "closed, 10-13 9:00")]
    [InlineData("周二 9:00-12:00; 周六 10:00-11:00", "open to 11:00")]
    [InlineData("周一、周二 9:00-12:00; 周三、周四 14:00-17:00; 周五 9:00-10:30", "open to 12:00")]
    public void A_Saturday_made_up_has_the_times_of_most_weekdays_or_its_own(string hours, string state) => AssertState(state, Of(hours), "2026-10-10 10:00");

    [Fact]
    public void A_Saturday_that_is_not_made_up_is_a_Saturday() => AssertState("closed, 10-19 8:30", Of(Weekdays), "2026-10-17 10:00");

    [Theory]
    [InlineData("2026-12-31 23:59:59", "closed, 01-04 8:30, not announced")]
    [InlineData("2027-01-01 00:00:00", "元旦, 01-04 8:30, not announced")]
    [InlineData("2027-02-08 10:00:00", "open to 12:00, not announced")]
    public void Of_a_year_without_a_calendar_New_Year_is_known_and_that_the_rest_is_not(string at, string state) => AssertState(state, Of(Weekdays), at);

    [Fact]
    public void The_last_minute_of_a_day_may_be_open_and_the_first_of_the_next() => Assert.All(
        ["2026-12-30 23:59:59", "2026-12-30 00:00:00"], at => AssertState("open to 24:00", Of("每天 0:00-24:00"), at));

    [Theory]
    [InlineData("2026-04-30 14:40", "open to 18:00")]
    [InlineData("2026-05-04 14:40", "pause to 15:00")]
    [InlineData("2026-09-30 14:40", "pause to 15:00")]
    [InlineData("2026-10-08 14:40", "open to 18:00")]
    [InlineData("2026-06-06 10:00", "open to 11:00")]
    public void A_season_begins_and_ends_with_its_days_and_leaves_other_days_as_they_are(string at, string state) => AssertState(
        state, Of(Weekdays + "; 周六 10:00-11:00; 5月1日至9月30日 周一至周五 8:30-12:00 15:00-18:30"), at);

    [Theory]
    [InlineData("2026-06-01 10:00", true)]
    [InlineData("2026-10-31 10:00", true)]
    [InlineData("2026-11-02 10:00", false)]
    [InlineData("2026-02-27 10:00", false)]
    [InlineData("2026-03-02 10:00", true)]
    public void A_season_may_go_over_New_Year(string at, bool isOpen) =>
        Assert.Equal(isOpen, Of("每天 9:00-12:00; 11月1日至2月29日 每天 休息").At(Moment(at)) is OpenState.Open);

    [Theory]
    [InlineData("2026-11-29 10:00", "closed, 12-21 8:30")]
    [InlineData("2026-12-01 00:00", "施工 to 12-20, 12-21 8:30")]
    [InlineData("2026-12-20 23:59", "施工 to 12-20, 12-21 8:30")]
    [InlineData("2026-12-21 08:30", "open to 12:00")]
    public void Closed_for_building_works_says_the_reason_and_the_last_day(string at, string state) => AssertState(
        state, Of(Weekdays, Closed("2026-11-30", "2026-12-20", "施工")), at);

    [Theory]
    [InlineData("2026-06-01 10:00", "open to 11:00")]
    [InlineData("2026-06-01 11:00", "closed, 06-02 9:00")]
    [InlineData("2026-06-02 11:00", "closed, 06-03 8:30")]
    public void Special_hours_may_have_other_hours(string at, string state) => AssertState(
        state, Of(Weekdays, Closed("2026-06-01", "2026-06-02", "农忙") with { Hours = WeeklyHours.Parse("每天 9:00-11:00") }), at);

    [Fact]
    public void Special_hours_open_a_holiday_only_where_they_say_so()
    {
        var special = Closed("2026-10-01", "2026-10-03", "值班") with { Hours = WeeklyHours.Parse("每天 9:00-11:00") };
        AssertState("国庆节, 10-08 8:30", Of(Weekdays, special), "2026-10-01 10:00");
        AssertState("open to 11:00", Of(Weekdays, special with { Hours = WeeklyHours.Parse("节假日 9:00-11:00") }), "2026-10-01 10:00");
    }

    [Fact]
    public void A_point_without_hours_is_unknown_but_for_the_days_said_of_it()
    {
        var times = new OpeningTimes(null, [Closed("2026-06-01", "2026-06-01", "施工")], Year2026);
        Assert.IsType<OpenState.Unknown>(times.At(Moment("2026-06-02 10:00")));
        AssertState("施工 to 06-01, never", times, "2026-06-01 10:00");
    }

    // From the 1st of June, sixty days ahead is the 31st of July.
    [Theory, InlineData("2026-07-31", "施工 to 07-30, 07-31 8:30"), InlineData("2026-08-01", "施工 to 07-31, never")]
    public void Sixty_days_ahead_an_opening_is_seen_and_no_farther(string first, string state)
    {
        var last = DateOnly.Parse(first, CultureInfo.InvariantCulture).AddDays(-1);
        AssertState(state, Of("每天 8:30-12:00", Closed("2026-06-01", $"{last:yyyy-MM-dd}", "施工")), "2026-06-01 10:00");
    }

    [Fact]
    public void The_last_day_of_the_calendar_has_no_next() =>
        Assert.Null(Assert.IsType<OpenState.Closed>(Of("每天 8:30-12:00").At(new DateTime(9999, 12, 31, 23, 59, 0))).Next);

    // Holidays and days made up fall on any days; the weeks are scanned minute by minute from a table that was never text. Asked is a
    // minute drawn by chance, and every minute at which something changes with the one before it.
    [Fact]
    public void At_any_minute_it_is_what_a_scan_of_all_minutes_finds() => Gen.Select(
            RandomWeek.Weeks, Gen.Int[1, 27].Array[0, 4], Gen.Int[1, 27].Array[0, 4], Gen.Int[1, (27 * Day) - 1])
        .Sample((week, free, madeUp, drawn) =>
        {
            var calendar = new WorkCalendar([new DateOnly(2026, 10, 1), .. free.Select(DayOf)], [.. madeUp.Select(DayOf)]);
            var isOpen = Enumerable.Range(0, 62 * Day).Select(each => IsOpen(week, calendar, DayOf(each / Day), each % Day)).ToArray();
            var times = new OpeningTimes(WeeklyHours.Parse(week.Text), [], calendar);
            foreach (var minute in Enumerable.Range(1, 27 * Day).Where(each => isOpen[each] != isOpen[each - 1]).SelectMany(each => new[] { each - 1, each }).Append(drawn))
                AssertScan(isOpen, minute, times.At(DayOf(0).ToDateTime(TimeOnly.MinValue).AddMinutes(minute)), calendar);
        }, iter: 100);

    private const int Day = 1440;

    private static DateOnly DayOf(int number) => new DateOnly(2026, 6, 1).AddDays(number);

    private static void AssertScan(bool[] isOpen, int minute, OpenState state, WorkCalendar calendar)
    {
        var (today, next) = (minute / Day, Array.FindIndex(isOpen, minute, open => open != isOpen[minute]));
        switch (state)
        {
            case OpenState.Open open:
                Assert.True(isOpen[minute]);
                // What goes on past midnight ends with the day.
                Assert.Equal(Math.Min(next, (today + 1) * Day), (today * Day) + MinuteOf(open.Until));
                return;
            case OpenState.Pause pause:
                Assert.Contains(true, isOpen[(today * Day)..minute]);
                Assert.Equal(next, (today * Day) + MinuteOf(pause.Again));
                break;
            case OpenState.Holiday holiday:
                Assert.True(calendar.IsHoliday(DayOf(today)));
                Assert.Equal(next, MinutesTo(holiday.Next!.Value));
                break;
            default:
                Assert.Equal(next, MinutesTo(Assert.IsType<OpenState.Closed>(state).Next!.Value));
                break;
        }

        Assert.False(isOpen[minute]);

        static int MinuteOf(ClockTime time) => (time.Hour * 60) + time.Minute;

        static int MinutesTo(Opening opening) => ((opening.Day.DayNumber - DayOf(0).DayNumber) * Day) + MinuteOf(opening.At);
    }

    private static bool IsOpen(RandomWeek week, WorkCalendar calendar, DateOnly day, int minute)
    {
        var own = week.Days[day.DayOfWeek == DayOfWeek.Sunday ? 6 : (int)day.DayOfWeek - 1];
        var times = calendar.IsHoliday(day) ? week.Days[7] : own;
        if (calendar.MadeUp.Contains(day))
        {
            var most = week.Days.Take(5).Max(one => week.Days.Take(5).Count(other => one.SequenceEqual(other)));
            var usual = week.Days.Take(5).First(one => week.Days.Take(5).Count(other => one.SequenceEqual(other)) == most);
            times = usual.Length > 0 ? usual : own;
        }

        return times.Any(time => time.From <= minute && minute < time.To);
    }

    private static OpeningTimes Of(string hours, params ImmutableArray<SpecialHours> special) => new(WeeklyHours.Parse(hours), special, Year2026);

    private static SpecialHours Closed(string from, string to, string reason) =>
        new(Room, DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture), null, reason);

    private static DateTime Moment(string at) => DateTime.Parse(at, CultureInfo.InvariantCulture);

    private static void AssertState(string expected, OpeningTimes times, string at)
    {
        var state = times.At(Moment(at));
        var said = state switch
        {
            OpenState.Open open => $"open to {open.Until}",
            OpenState.Pause pause => $"pause to {pause.Again}",
            OpenState.Closed closed => $"closed, {Say(closed.Next)}",
            OpenState.Holiday holiday => $"{holiday.Name}, {Say(holiday.Next)}",
            OpenState.Suspended suspended => $"{suspended.Reason} to {suspended.To:MM-dd}, {Say(suspended.Next)}",
            _ => "unknown",
        };
        Assert.Equal(expected, said + (state.IsAnnounced ? "" : ", not announced"));

        static string Say(Opening? next) => next is { } opening ? $"{opening.Day:MM-dd} {opening.At}" : "never";
    }
}
