using System.Collections.Immutable;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Siting;

/// <summary>One line of the list of actions: what a county finishes in a month, or what the plan wants done by a date.</summary>
/// <param name="Uid">Its identity, the same in every version of the schedule.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">The day by which it is done.</param>
/// <param name="When">Its time in words.</param>
/// <param name="County">The county, whose name stays Chinese on an English page; empty for all.</param>
/// <param name="What">What is done.</param>
/// <param name="Rooms">The names of the points finished, which stay Chinese too.</param>
/// <param name="Sum">How many, and what they cost; empty for a date of the plan.</param>
public sealed record ScheduleAction(
    string Uid, DateOnly First, DateOnly Last, string When, string County, string What, ImmutableArray<string> Rooms, string Sum)
{
    /// <summary>The actions of a schedule in the order they are done.</summary>
    public static ImmutableArray<ScheduleAction> List(ScheduleJson answer, Language language)
    {
        var words = new ScheduleWords(answer, language);
        var built = answer.Months.SelectMany(month => month.Rooms.GroupBy(room => room.County).Select(county => OfCounty(words, language, month.Month, [.. county])));
        var dates = answer.Dates.Select(date => new ScheduleAction($"{date.Duty}-{date.Last.Year}", date.First, date.Last, words.Days(date), "", words.Duty(date.Duty), [], ""));
        return [.. built.Concat(dates).OrderBy(action => action.Last).ThenBy(action => action.Rooms.IsEmpty)];
    }

    /// <summary>The line as it is read.</summary>
    public string Text(Language language)
    {
        var place = County.Length > 0 ? County + language[":", ": "] : "";
        return Rooms.IsEmpty
            ? $"{When} · {place}{What}{language["。", "."]}"
            : $"{When} · {place}{What}{language["", " "]}{string.Join(language["、", ", "], Rooms)}{language["。", ". "]}{Sum}{language["。", "."]}";
    }

    private static ScheduleAction OfCounty(ScheduleWords words, Language language, string written, ImmutableArray<ScheduledRoomJson> rooms)
    {
        var last = Month.TryParse(written, out var month) ? month.LastDay : throw new FormatException($"'{written}' is not a month as 2027-05.");
        return new ScheduleAction(
            $"built-{rooms[0].County}-{written}",
            last,
            last,
            words.Month(written),
            rooms[0].CountyName,
            language["建成", "finish"],
            [.. rooms.Select(room => room.Name)],
            words.Sum(rooms.Length, rooms.Sum(room => room.Cost)));
    }
}
