using System.Text;
using Gis.Data.Export;

namespace Gis.Data.Tests.Export;

public sealed class CalendarTextTests
{
    private static readonly DateTimeOffset Stamp = new(2027, 2, 1, 8, 30, 0, TimeSpan.FromHours(8));

    private static byte[] Write(params CalendarEvent[] events)
    {
        var calendar = new CalendarText("建设安排", Stamp);
        foreach (var due in events)
            calendar.Append(due);
        return calendar.ToBytes();
    }

    // As RFC 5545, 3.1 has it: the break and the one space after it go.
    private static string[] Unfold(byte[] file) => Encoding.UTF8.GetString(file).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void An_event_lasts_whole_days_and_its_end_is_the_day_after()
    {
        var lines = Unfold(Write(new CalendarEvent("due-1@plan", new DateOnly(2027, 10, 1), new DateOnly(2027, 10, 31), "申报", "")));
        Assert.Equal(
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//GIS planner//Schedule//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:建设安排"], lines[..6]);
        Assert.Equal(
            [
                "BEGIN:VEVENT", "UID:due-1@plan", "DTSTAMP:20270201T003000Z", "DTSTART;VALUE=DATE:20271001", "DTEND;VALUE=DATE:20271101",
                "SUMMARY:申报", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
            ],
            lines[6..]);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut()
    {
        var names = string.Concat(Enumerable.Repeat("立岗镇兰星村公共法律服务工作室🏠", 20));
        var file = Write(new CalendarEvent("a", new DateOnly(2027, 5, 31), new DateOnly(2027, 5, 31), names, "x" + names));
        var folded = Encoding.UTF8.GetString(file).Split("\r\n");
        Assert.All(folded, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(file));
        Assert.Contains($"SUMMARY:{names}", Unfold(file));
        Assert.Contains($"DESCRIPTION:x{names}", Unfold(file));
        Assert.DoesNotContain('\n', string.Concat(folded));
    }

    [Theory, InlineData(66, 1), InlineData(67, 1), InlineData(68, 2)]
    public void A_line_of_exactly_75_octets_is_not_folded(int letters, int lines)
    {
        // "SUMMARY:" has eight.
        var file = Encoding.UTF8.GetString(Write(new CalendarEvent("a", default, default, new string('x', letters), "")));
        var from = file.IndexOf("SUMMARY", StringComparison.Ordinal);
        Assert.Equal(lines, file[from..file.IndexOf("TRANSP", StringComparison.Ordinal)].Split("\r\n").Length - 1);
    }

    [Fact]
    public void What_means_something_to_the_format_is_escaped() =>
        Assert.Contains(@"DESCRIPTION:a\, b\; c\\d\ne", Unfold(Write(new CalendarEvent("a", default, default, "s", "a, b; c\\d\r\ne\u0007"))));

    private static string[] Write(TimedEvent meeting) => Unfold(new CalendarText("n", Stamp).Append(meeting).ToBytes());

    [Fact]
    public void An_event_with_times_is_written_in_utc_and_blocks_its_time()
    {
        var start = new DateTimeOffset(2027, 2, 3, 7, 30, 0, TimeSpan.FromHours(8));
        var lines = Write(new TimedEvent("v-1@plan", start, start.AddHours(4), "s", "", "a; b"));
        Assert.Equal(
            [
                "BEGIN:VEVENT", "UID:v-1@plan", "DTSTAMP:20270201T003000Z", "DTSTART:20270202T233000Z", "DTEND:20270203T033000Z", "SUMMARY:s",
                @"LOCATION:a\; b", "TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR",
            ],
            lines[6..]);
    }

    [Fact]
    public void An_event_that_does_not_end_after_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => Write(new TimedEvent("a", Stamp, Stamp, "s", "", "")));

    // RFC 5545, 3.6.1: UID, DTSTAMP, DTSTART, DTEND and what describes an event must not occur more than once.
    [Fact]
    public void Every_event_has_each_property_at_most_once()
    {
        var lines = Write(new TimedEvent("a", Stamp, Stamp.AddMinutes(1), "s", "d", "p"))[6..].Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ToList();
        Assert.Equal(lines.Where(name => name != "END").Distinct().Count(), lines.Count(name => name != "END"));
        Assert.Superset(new HashSet<string> { "UID", "DTSTAMP", "DTSTART", "DTEND" }, lines.ToHashSet());
    }
}
