using System.Collections.Immutable;
using Gis.Core.Units;
using Gis.Data.Import.Files;
using Gis.Data.Import.Holidays;

namespace Gis.Data.Tests.Import.Holidays;

public sealed class HolidayListTests
{
    private const string Year = "2028-01-01,休,元旦;2028-05-01,放假,劳动节;2028-10-01,休,国庆节";

    // Counted by hand in the two announcements.
    [Theory]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void The_program_knows_the_holidays_of_two_years(int year, int free, int worked)
    {
        var days = HolidaysFile.Read().Where(day => day.Day.Year == year).ToList();
        Assert.Equal((free, worked), (days.Count(day => !day.IsWorked), days.Count(day => day.IsWorked)));
        Assert.True(WorkCalendar.Of(days).IsAnnounced(year));
        Assert.All(days.Where(day => day.IsWorked), day => Assert.True(day.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    // 2026 has 261 weekdays; 19 of the 33 free days are weekdays, and 6 weekend days are worked.
    [Fact]
    public void The_working_days_of_a_year_are_the_weekdays_less_holidays_and_more_what_is_made_up()
    {
        var calendar = WorkCalendar.Of(HolidaysFile.Read());
        Assert.Equal(261 - 19 + 6, calendar.Count(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));
        Assert.Equal("春节", calendar.NameOf(new DateOnly(2026, 2, 23)));
        Assert.Null(calendar.NameOf(new DateOnly(2026, 2, 24)));
        Assert.True(calendar.IsWork(new DateOnly(2026, 2, 28)));
    }

    [Fact]
    public void A_list_of_a_year_is_read_with_its_announcement()
    {
        var list = Read(Year + ";2028/10/14,上班,国庆节");
        Assert.Empty(list.Faults);
        Assert.Equal(new CalendarDay(new DateOnly(2028, 10, 14), true, "国庆节", "国办发明电〔2027〕1号"), list.Days[^1]);
    }

    [Theory]
    [InlineData(Year + ";2028-13-01,休,元旦", HolidayFaultKind.BadDay, 5, "2028-13-01")]
    [InlineData(Year + ";2028-10-02,也许,国庆节", HolidayFaultKind.BadKind, 5, "也许")]
    [InlineData(Year + ";2028-10-02,休,", HolidayFaultKind.BadName, 5, "")]
    [InlineData(Year + ";2028-10-09,班,国庆节", HolidayFaultKind.NoWeekend, 5, "2028-10-09")]
    [InlineData(Year + ";2028-10-01,休,国庆节", HolidayFaultKind.Twice, 5, "2028-10-01")]
    [InlineData("2028-01-01,休,元旦;2028-05-01,休,劳动节", HolidayFaultKind.NotWhole, null, "2028-10-01")]
    [InlineData(Year + ";2029-01-01,休,元旦;2029-05-01,休,劳动节;2029-10-01,班,国庆节", HolidayFaultKind.NoWeekend, 7, "2029-10-01")]
    [InlineData("", HolidayFaultKind.NoRows, null, "")]
    public void What_is_wrong_is_told_with_its_row(string rows, HolidayFaultKind kind, int? row, string found)
    {
        var fault = Assert.Single(Read(rows).Faults);
        Assert.Equal((kind, row, found), (fault.Kind, fault.Row, fault.Found));
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Assert.Equal("kind", Assert.Single(HolidayList.Read(Table("日期,名称", ["2028-01-01,元旦"]), "x", ImmutableHashSet<int>.Empty).Faults).Field);

    [Fact]
    public void A_year_announced_again_replaces_itself_and_a_single_day_is_added()
    {
        var known = Read(Year + ";2028-10-02,休,国庆节").Days;
        Assert.Equal((CalendarDay[])[.. Read(Year).Days], HolidayList.Join(known, Read(Year).Days));

        var added = HolidayList.Read(Table("日期,类别,名称", ["2028-12-31,休,元旦"]), "y", ImmutableHashSet.Create(2028));
        Assert.Empty(added.Faults);
        Assert.Equal(5, HolidayList.Join(known, added.Days).Length);
        Assert.Equal(5, HolidayList.Join(HolidayList.Join(known, added.Days), added.Days).Length);
    }

    private static HolidayList Read(string rows) =>
        HolidayList.Read(Table("日期,类别,名称", rows.Split(';', StringSplitOptions.RemoveEmptyEntries)), "国办发明电〔2027〕1号", ImmutableHashSet<int>.Empty);

    private static SourceTable Table(string heads, string[] rows) =>
        new("list.csv", "list", [.. heads.Split(',')], [.. rows.Select((row, i) => new SourceRow(i + 2, [.. row.Split(',')], null))]);
}
