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

/// <summary>Something that takes place from a time to a time.</summary>
/// <param name="Uid">Its identity over all versions of the calendar: the same again replaces the one before.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends; after the start.</param>
/// <param name="Summary">What takes place.</param>
/// <param name="Description">More about it; empty for nothing.</param>
/// <param name="Place">Where; empty for nothing.</param>
public sealed record TimedEvent(string Uid, DateTimeOffset Start, DateTimeOffset End, string Summary, string Description, string Place);

/// <summary>An iCalendar file (RFC 5545): all-day events that block no time, and events with times that do.</summary>
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
        Begin(due.Uid);
        Write("DTSTART;VALUE=DATE", DayOf(due.First));
        // The end is the first day that no longer belongs to it.
        Write("DTEND;VALUE=DATE", DayOf(due.Last.AddDays(1)));
        Describe(due.Summary, due.Description);
        return End("TRANSPARENT");
    }

    /// <summary>Adds an event with times, which are written in UTC: that is the same moment everywhere and needs no table of time zones (3.3.5, form 2).</summary>
    /// <exception cref="ArgumentException">It ends before it begins, or with it (3.8.2.2).</exception>
    public CalendarText Append(TimedEvent meeting)
    {
        if (meeting.End <= meeting.Start)
            throw new ArgumentException($"An event ends after it begins; {meeting.Uid} ends at {meeting.End:O} and begins at {meeting.Start:O}.", nameof(meeting));
        Begin(meeting.Uid);
        Write("DTSTART", MomentOf(meeting.Start));
        Write("DTEND", MomentOf(meeting.End));
        Describe(meeting.Summary, meeting.Description);
        if (meeting.Place.Length > 0)
            Write("LOCATION", Escape(meeting.Place));
        return End("OPAQUE");
    }

    /// <summary>The calendar as a file: UTF-8 without a mark, as the standard has it.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text + "END:VCALENDAR\r\n");

    private void Begin(string uid)
    {
        Write("BEGIN", "VEVENT");
        Write("UID", Escape(uid));
        Write("DTSTAMP", MomentOf(stamp));
    }

    private void Describe(string summary, string description)
    {
        Write("SUMMARY", Escape(summary));
        if (description.Length > 0)
            Write("DESCRIPTION", Escape(description));
    }

    private CalendarText End(string transparency)
    {
        Write("TRANSP", transparency);
        Write("END", "VEVENT");
        return this;
    }

    private static string MomentOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

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
