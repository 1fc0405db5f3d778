using Gis.Core.Pairing.Duty;
using Gis.Core.Units;
using static Gis.Core.Tests.Pairing.Duty.Logs;
using CalendarMonth = Gis.Core.Units.Month;

namespace Gis.Core.Tests.Pairing.Duty;

public sealed class MonthMeterTests
{
    private static readonly CalendarMonth InMarch = new(2027, 3);

    private static MonthMeter Read(DateOnly today, params DutyEntry[] entries) => Assert.Single(Book(entries).Read(InMarch, today));

    [Theory, InlineData(240, DutyState.Done), InlineData(239, DutyState.OnTrack), InlineData(241, DutyState.Done)]
    public void Exactly_four_hours_are_enough(double minutes, DutyState state)
    {
        var meter = Read(March(10), Visit(March(2), 80), Visit(March(3), minutes - 80));
        Assert.Equal(state, meter.Hours);
        Assert.Equal(Math.Max(0, 240 - minutes) / 60, meter.Missing.Value, 9);
        Assert.Equal(2, meter.Visits);
    }

    [Theory, InlineData(19, DutyState.OnTrack), InlineData(20, DutyState.Behind), InlineData(31, DutyState.Behind)]
    public void From_the_20th_on_and_on_it_what_is_missing_is_behind(int day, DutyState state) => Assert.Equal(state, Read(March(day)).Hours);

    [Fact]
    public void The_month_after_it_is_still_behind_and_what_was_done_stays_done()
    {
        Assert.Equal(DutyState.Behind, Read(new DateOnly(2027, 4, 2)).Hours);
        Assert.Equal(DutyState.Done, Read(new DateOnly(2027, 4, 2), Visit(March(31), 240)).Hours);
    }

    [Fact]
    public void Entries_of_other_months_villages_and_firms_and_of_days_to_come_do_not_count()
    {
        var meter = Read(
            March(10), Visit(new DateOnly(2027, 2, 28), 60), Visit(new DateOnly(2027, 4, 1), 60), Visit(March(11), 60), Visit(March(5), 60, village: West), Visit(March(5), 60, firm: "g"));
        Assert.Equal((0, 0), (meter.Done.Value, meter.Visits));
    }

    [Fact]
    public void A_lecture_does_not_count_for_the_hours() => Assert.Equal(0, Read(March(10), Lecture(March(5))).Done.Value);

    [Theory]
    [InlineData(1, 15, DutyState.Done)]
    [InlineData(3, 31, DutyState.Done)]
    [InlineData(12, 31, DutyState.Behind)]
    public void A_lecture_of_any_month_of_the_quarter_is_the_quarters(int month, int day, DutyState state) =>
        Assert.Equal(state, Read(March(31), Lecture(new DateOnly(month == 12 ? 2026 : 2027, month, day))).Lecture);

    [Fact]
    public void A_lecture_is_asked_for_in_the_last_month_of_the_quarter_alone()
    {
        var february = Assert.Single(Book(Visit(new DateOnly(2027, 2, 3), 240)).Read(new CalendarMonth(2027, 2), new DateOnly(2027, 2, 28)));
        Assert.Equal((DutyState.OnTrack, 1), (february.Lecture, february.LecturesMissing));
        Assert.Equal(DutyState.OnTrack, Read(March(19)).Lecture);
        Assert.Equal(DutyState.Behind, Read(March(20)).Lecture);
    }

    // From the 16th on 16 of 31 days are left.
    [Fact]
    public void A_month_in_which_the_pairing_begins_owes_its_share_of_the_days_and_no_lecture()
    {
        var book = new DutyBook([Paired with { From = March(16) }], [], DutyTerms.Plan2018);
        var meter = Assert.Single(book.Read(InMarch, March(20)));
        Assert.Equal(4 * 16 / 31.0, meter.Owed.Value, 9);
        Assert.Equal(0, meter.LecturesOwed);
        Assert.Empty(book.Read(new CalendarMonth(2027, 2), March(20)));
    }

    [Fact]
    public void From_the_20th_on_every_village_below_is_alerted_with_what_is_missing_and_the_days_left()
    {
        var book = Book(Visit(March(2), 150));
        Assert.Empty(book.ListAlerts(InMarch, March(19), WorkCalendar.Unannounced));
        // Monday the 22nd to Friday the 26th, and Monday the 29th to Wednesday the 31st.
        var alert = Assert.Single(book.ListAlerts(InMarch, March(20), WorkCalendar.Unannounced));
        Assert.Equal((1.5, 1, 8), (alert.Missing.Value, alert.LecturesMissing, alert.WorkDaysLeft));
        Assert.Equal(7, Assert.Single(book.ListAlerts(InMarch, March(20), new WorkCalendar([March(31)], []))).WorkDaysLeft);
        Assert.Equal(1, Assert.Single(book.ListAlerts(InMarch, March(31), WorkCalendar.Unannounced)).WorkDaysLeft);
        Assert.Equal(0, Assert.Single(book.ListAlerts(InMarch, new DateOnly(2027, 4, 1), WorkCalendar.Unannounced)).WorkDaysLeft);
    }

    [Fact]
    public void Who_has_done_what_is_owed_is_not_alerted() =>
        Assert.Empty(Book(Visit(March(2), 240), Lecture(March(3))).ListAlerts(InMarch, March(31), WorkCalendar.Unannounced));

    [Fact]
    public void The_day_of_the_alert_is_a_parameter_and_a_shorter_month_alerts_on_its_last()
    {
        var book = new DutyBook([Paired], [], DutyTerms.Plan2018 with { AlertFrom = 31 });
        var february = new CalendarMonth(2027, 2);
        Assert.Empty(book.ListAlerts(february, new DateOnly(2027, 2, 27), WorkCalendar.Unannounced));
        Assert.Single(book.ListAlerts(february, new DateOnly(2027, 2, 28), WorkCalendar.Unannounced));
    }
}
