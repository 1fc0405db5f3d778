using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Network.Hours;

/// <summary>
/// When a point is open in a usual week, in seasons of the year where these differ. Written in one line as people do:
/// "周一至周五 8:30-12:00 14:30-18:00; 周六 9:00-12:00". Method, grammar and edges: docs/methods/hours.md.
/// </summary>
public sealed class WeeklyHours : IEquatable<WeeklyHours>
{
    /// <summary>The most characters of a text that is read.</summary>
    public const int LongestText = 400;

    private readonly HoursWeek usual;
    private readonly ImmutableArray<HoursWeek> seasons;
    private readonly string written;

    internal WeeklyHours(HoursWeek usual, ImmutableArray<HoursWeek> seasons)
    {
        (this.usual, this.seasons) = (usual, seasons);
        written = HoursText.Write([usual, .. seasons], HoursText.Chinese);
    }

    /// <summary>Reads hours as people write them in Chinese, or as OpenStreetMap does; null and the fault for any other text.</summary>
    public static WeeklyHours? TryParse(string text, out HoursFault? fault) => HoursReader.Read(text, out fault);

    /// <summary>Reads hours that were written by this program.</summary>
    /// <exception cref="FormatException">The text holds no hours.</exception>
    public static WeeklyHours Parse(string text) =>
        TryParse(text, out var fault) ?? throw new FormatException($"'{text}' are no hours: {fault!.Kind.Written()}, '{fault.Part}'.");

    /// <summary>
    /// The times of a day, in order; none where it is closed. A holiday is closed unless hours for holidays are said. A day made
    /// up has the times that most of Monday to Friday have (of equally many, the first); where these are closed, its own (decision 41).
    /// </summary>
    public ImmutableArray<OpenSpan> On(DateOnly day, WorkCalendar calendar)
    {
        if (calendar.IsHoliday(day))
            return Find(day, HoursWeek.Holidays);
        return calendar.MadeUp.Contains(day) && FindUsual(day) is { IsEmpty: false } usualTimes ? usualTimes : Find(day, HoursWeek.PlaceOf(day.DayOfWeek));
    }

    /// <inheritdoc/>
    public bool Equals(WeeklyHours? other) => other is not null && written == other.written;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    /// <inheritdoc/>
    public override int GetHashCode() => written.GetHashCode(StringComparison.Ordinal);

    /// <summary>The one way in which these hours are kept and shown in Chinese.</summary>
    public override string ToString() => written;

    /// <summary>These hours as OpenStreetMap's opening_hours: "Mo-Fr 08:30-12:00,14:30-18:00; Sa 09:00-12:00".</summary>
    public string ToOpenStreetMap() => HoursText.Write([usual, .. seasons], HoursText.OpenStreetMap);

    // What a season does not say of a day is as in the rest of the year.
    private ImmutableArray<OpenSpan> Find(DateOnly day, int place) =>
        seasons.FirstOrDefault(week => week.Season!.Value.Contains(day))?.Days[place] ?? usual.Days[place] ?? [];

    private ImmutableArray<OpenSpan> FindUsual(DateOnly day) => Enumerable.Range(0, 5).Select(place => Find(day, place))
        .GroupBy(HoursText.Write).MaxBy(group => group.Count())!.First();
}
