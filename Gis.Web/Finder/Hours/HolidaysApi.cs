using Gis.Data.Export;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Finder.Hours;

/// <summary>The holidays as a table to take along, and to fill in for another year.</summary>
public static class HolidaysApi
{
    public static void MapHolidays(this IEndpointRouteBuilder app) =>
        app.MapGet("/plan/holidays.csv", Write).AllowAnonymous().ExcludeFromDescription();

    private static FileContentHttpResult Write(CurrentCalendar current)
    {
        var table = new CsvText("日期", "类别", "名称", "来源");
        foreach (var day in current.Days)
            table.Append(Wording.Day(day.Day), day.IsWorked ? "班" : "休", day.Name, day.Source);
        return TypedResults.File(table.ToBytes(), "text/csv; charset=utf-8", "holidays.csv");
    }
}
