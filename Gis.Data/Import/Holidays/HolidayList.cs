using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Units;
using Gis.Data.Import.Files;

namespace Gis.Data.Import.Holidays;

/// <summary>A list of holidays as it was read: taken whole, or not at all.</summary>
/// <param name="Days">The days, in order; of use only where nothing is wrong.</param>
/// <param name="Faults">What is wrong, row by row.</param>
public sealed record HolidayList(ImmutableArray<CalendarDay> Days, ImmutableArray<HolidayFault> Faults)
{
    private static readonly (string Field, string[] Heads)[] Heads =
    [
        ("day", ["day", "date", "日期", "日子", "时间"]),
        ("kind", ["kind", "type", "类别", "类型", "休班", "安排"]),
        ("name", ["name", "名称", "节日", "节假日", "假日"]),
        ("source", ["source", "来源", "文号", "依据"]),
    ];

    private static readonly string[] Free = ["休", "放假", "休息", "假", "holiday", "off"];

    private static readonly string[] Worked = ["班", "上班", "补班", "调休上班", "workday", "work"];

    /// <summary>Reads a table with a row for each day.</summary>
    /// <param name="table">The table.</param>
    /// <param name="source">The announcement, for rows that name none.</param>
    /// <param name="announced">The years of which something is announced already, so that single days may be added to them.</param>
    public static HolidayList Read(SourceTable table, string source, IReadOnlySet<int> announced)
    {
        var columns = Heads.ToDictionary(head => head.Field, head => FindColumn(table, head.Heads));
        var missing = columns.Where(column => column.Value is null && column.Key != "source").Select(column => new HolidayFault(HolidayFaultKind.NoColumn, null, column.Key, "")).ToList();
        if (missing.Count > 0)
            return new HolidayList([], [.. missing]);
        var faults = new List<HolidayFault>();
        var rows = table.Rows.Where(row => row.Cells.Any(cell => cell.Trim().Length > 0)).Select(row => (Row: row.Number, Day: ReadRow(row, columns, source, faults))).Where(row => row.Day is not null).ToList();
        foreach (var again in rows.GroupBy(row => row.Day!.Day).SelectMany(group => group.Skip(1)))
            faults.Add(new HolidayFault(HolidayFaultKind.Twice, again.Row, "day", Text(again.Day!.Day)));
        ImmutableArray<CalendarDay> days = [.. rows.Select(row => row.Day!).OrderBy(day => day.Day)];
        if (faults.Count == 0)
            faults.AddRange(FindNotWhole(days, announced));
        return new HolidayList(days, [.. faults]);
    }

    /// <summary>The days known, with those of another list: a year that the list announces whole stands in the place of what was known of it, other days are added.</summary>
    public static ImmutableArray<CalendarDay> Join(ImmutableArray<CalendarDay> known, ImmutableArray<CalendarDay> list)
    {
        var (calendar, days) = (WorkCalendar.Of(list), list.Select(day => day.Day).ToHashSet());
        return [.. known.Where(day => !calendar.IsAnnounced(day.Day.Year) && !days.Contains(day.Day)).Concat(list).OrderBy(day => day.Day)];
    }

    /// <summary>Whether a word says that a day is worked; null for any other word than the known.</summary>
    internal static bool? ReadKind(string text) =>
        Free.Contains(text, StringComparer.OrdinalIgnoreCase) ? false : Worked.Contains(text, StringComparer.OrdinalIgnoreCase) ? true : null;

    private static CalendarDay? ReadRow(SourceRow row, Dictionary<string, int?> columns, string source, List<HolidayFault> faults)
    {
        string Cell(string field) => columns[field] is { } column && column < row.Cells.Length ? row.Cells[column].Trim() : "";
        var (day, isWorked, name) = (WrittenDay.Read(Cell("day")), ReadKind(Cell("kind")), Cell("name"));
        if (day is null)
            faults.Add(new HolidayFault(HolidayFaultKind.BadDay, row.Number, "day", Cell("day")));
        if (isWorked is null)
            faults.Add(new HolidayFault(HolidayFaultKind.BadKind, row.Number, "kind", Cell("kind")));
        if (name.Length is 0 or > 20)
            faults.Add(new HolidayFault(HolidayFaultKind.BadName, row.Number, "name", name));
        if (day is { } worked && isWorked == true && WorkCalendar.MondayToFriday.Contains(worked.DayOfWeek))
            faults.Add(new HolidayFault(HolidayFaultKind.NoWeekend, row.Number, "day", Cell("day")));
        return day is null || isWorked is null ? null : new CalendarDay(day.Value, isWorked.Value, name, Cell("source") is { Length: > 0 } own ? own : source);
    }

    // Every announcement has these three days free: a list without one of them is of another year, or cut off.
    private static IEnumerable<HolidayFault> FindNotWhole(ImmutableArray<CalendarDay> days, IReadOnlySet<int> announced)
    {
        if (days.IsEmpty)
            yield return new HolidayFault(HolidayFaultKind.NoRows, null, "day", "");
        var free = days.Where(day => !day.IsWorked).Select(day => day.Day).ToHashSet();
        foreach (var year in days.Select(day => day.Day.Year).Distinct().Where(year => !announced.Contains(year)))
        {
            foreach (var day in new DateOnly[] { new(year, 1, 1), new(year, 5, 1), new(year, 10, 1) }.Where(day => !free.Contains(day)))
                yield return new HolidayFault(HolidayFaultKind.NotWhole, null, "day", Text(day));
        }
    }

    private static int? FindColumn(SourceTable table, string[] heads) =>
        table.Columns.Select((head, column) => (head, column)).Where(each => heads.Contains(each.head.Trim(), StringComparer.OrdinalIgnoreCase)).Select(each => (int?)each.column).FirstOrDefault();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What is wrong with a list of holidays.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Row">The row as its reader sees it; none where it is about the whole list.</param>
/// <param name="Field">day, kind or name.</param>
/// <param name="Found">What stands there, or what does not.</param>
public sealed record HolidayFault(HolidayFaultKind Kind, int? Row, string Field, string Found);

/// <summary>What may be wrong with a list of holidays.</summary>
public enum HolidayFaultKind
{
    /// <summary>A column is not there.</summary>
    NoColumn,

    /// <summary>There is no row.</summary>
    NoRows,

    /// <summary>No day.</summary>
    BadDay,

    /// <summary>Neither free nor worked.</summary>
    BadKind,

    /// <summary>No name, or a long one.</summary>
    BadName,

    /// <summary>A day from Monday to Friday is said to be made up.</summary>
    NoWeekend,

    /// <summary>The day is given before.</summary>
    Twice,

    /// <summary>A day that every announcement has free is not in the list of its year.</summary>
    NotWhole,
}
