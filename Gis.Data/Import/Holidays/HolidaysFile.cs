using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Data.Import.Holidays;

/// <summary>The holidays that the program comes with, from holidays.csv in geodata; geodata/README.md says where they come from.</summary>
public static class HolidaysFile
{
    private static readonly string[] Columns = ["day", "kind", "name", "source"];

    /// <summary>Reads the file of the program.</summary>
    /// <exception cref="TableException">It is missing or wrong; the message names file, line and column.</exception>
    public static ImmutableArray<CalendarDay> Read() =>
        [.. CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "holidays.csv"), Columns).ReadUnique("day", ReadDay, day => day.Day)];

    private static CalendarDay ReadDay(CsvRow row) => new(
        WrittenDay.Read(row.Text("day")) ?? throw row.Wrong("day", "a day, as 2026-10-01"),
        HolidayList.ReadKind(row.Text("kind")) ?? throw row.Wrong("kind", "休 or 班"),
        row.Text("name"),
        row.Text("source"));
}
