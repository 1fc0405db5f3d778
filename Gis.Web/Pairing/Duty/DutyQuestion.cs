using Gis.Web.Layout;
using CalendarMonth = Gis.Core.Units.Month;

namespace Gis.Web.Pairing.Duty;

/// <summary>What a statement of service is asked for.</summary>
/// <param name="ByCounty">Whether by county; else by firm.</param>
/// <param name="First">The first month.</param>
/// <param name="Last">The last, included.</param>
public sealed record DutyQuestion(bool ByCounty, CalendarMonth First, CalendarMonth Last)
{
    /// <summary>The months a statement may span.</summary>
    public const int MostMonths = 24;

    /// <summary>Reads it from an address; what is wrong is among the faults. This month by firm where nothing is said.</summary>
    public static DutyQuestion Read(IQueryCollection query, CalendarMonth now, Language language, FormFaults faults)
    {
        var by = query["by"].ToString();
        if (by is not ("" or "firm" or "county"))
            faults.Add("by", by, language["应为 firm(按律所)或 county(按县市区)", "firm or county"]);
        var first = ReadMonth("from", query["from"], now, language, faults);
        var last = ReadMonth("to", query["to"], now, language, faults);
        if (first > last || last.Since(first) >= MostMonths)
        {
            faults.Add("from", $"{first}", language[$"应不晚于 {last},最多 {MostMonths} 个月", $"not after {last}, and {MostMonths} months at most"]);
            first = last;
        }

        return new DutyQuestion(by == "county", first, last);
    }

    /// <summary>Reads a month from an address; this month where there is none, or it is wrong, and then the faults say so.</summary>
    public static CalendarMonth ReadMonth(string field, string? text, CalendarMonth now, Language language, FormFaults faults)
    {
        if (string.IsNullOrEmpty(text))
            return now;
        if (!CalendarMonth.TryParse(text, out var month) || month.Year < 2000)
            faults.Add(field, text, language[$"应为年月,如 {now}", $"a month as {now}"]);
        else if (month > now)
            faults.Add(field, text, language[$"还没到,最晚 {now}", $"has not begun; {now} at the latest"]);
        else
            return month;
        return now;
    }

    /// <summary>As it stands in a link.</summary>
    public override string ToString() => $"by={(ByCounty ? "county" : "firm")}&from={First}&to={Last}";
}
