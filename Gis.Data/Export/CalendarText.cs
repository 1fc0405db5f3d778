using System.Globalization;
using System.Text;

namespace Gis.Data.Export;

/// <summary>Something that is due on whole days.</summary>
/// <param name="Uid">Its identity over all versions of the calendar: the same again replaces the one before.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day, included.</param>
/// <param name="Summary">What is due.</param>
/// <param name="Description">More about it; empty for nothing.</param>
public sealed record CalendarEvent(string Uid, DateOnly First, DateOnly Last, string Summary, string Description);

/// <summary>Days on which something is due, as an iCalendar file (RFC 5545) of all-day events that block no time.</summary>
public sealed class CalendarText
{
    // Octets, the line end not counted (RFC 5545, 3.1).
    private const int LongestLine = 75;

    private readonly StringBuilder text = new();
    private readonly DateTimeOffset stamp;

    /// <summary>Begins a calendar.</summary>
    /// <param name="name">Its name in the reader's list of calendars.</param>
    /// <param name="stamp">When the file is made.</param>
    public CalendarText(string name, DateTimeOffset stamp)
    {
        this.stamp = stamp;
        Write("BEGIN", "VCALENDAR");
        Write("VERSION", "2.0");
        Write("PRODID", "-//GIS planner//Schedule//EN");
        Write("CALSCALE", "GREGORIAN");
        Write("METHOD", "PUBLISH");
        Write("X-WR-CALNAME", Escape(name));
    }

    public CalendarText Append(CalendarEvent due)
    {
        Write("BEGIN", "VEVENT");
        Write("UID", Escape(due.Uid));
        Write("DTSTAMP", stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Write("DTSTART;VALUE=DATE", DayOf(due.First));
        // The end is the first day that no longer belongs to it.
        Write("DTEND;VALUE=DATE", DayOf(due.Last.AddDays(1)));
        Write("SUMMARY", Escape(due.Summary));
        if (due.Description.Length > 0)
            Write("DESCRIPTION", Escape(due.Description));
        Write("TRANSP", "TRANSPARENT");
        Write("END", "VEVENT");
        return this;
    }

    /// <summary>The calendar as a file: UTF-8 without a mark, as the standard has it.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text + "END:VCALENDAR\r\n");

    private static string DayOf(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string value)
    {
        var written = new StringBuilder();
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            if (letter is '\\' or ';' or ',')
                written.Append('\\');
            if (letter == '\n')
                written.Append("\\n");
            else if (!char.IsControl(letter) || letter == '\t')
                written.Append(letter);
        }

        return written.ToString();
    }

    // A line is folded between characters: readers that join octets and those that join text get the same.
    private void Write(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
