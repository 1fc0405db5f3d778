using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Progress.Inspection;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Progress.Inspection;

/// <summary>Reads the fields of an inspection.</summary>
internal sealed class InspectionReader(ServiceNetwork network, WorkCalendar calendar, Language language, FormFaults faults)
{
    internal const int MostTeams = 50;
    internal const double MostHours = 11;
    internal const double LongestCheck = 480;
    internal const double LongestNoon = 120;

    private static readonly TimeOnly Earliest = new(5, 0);
    private static readonly TimeOnly Latest = new(10, 0);

    internal InspectionQuestion Read(InspectionForm form)
    {
        var kind = ReadName<InspectionKind>("kind", form.Kind);
        var points = ReadPoints(form).ToLookup(point => form.Without.Contains(point.Id.ToString()));
        var (from, by) = (ReadDay("from", form.From), form.By.Length == 0 ? (DateOnly?)null : ReadDay("by", form.By));
        if (from > by)
            faults.Add("by", form.By, language[$"不早于第一天 {from:yyyy-MM-dd}", $"not before the first day, {from:yyyy-MM-dd}"]);
        else if (by is { } last && calendar.Count(from, last) == 0)
            faults.Add("by", form.By, language["到这天为止没有工作日", "there is no work day until then"]);
        return new InspectionQuestion(
            form.ToString(),
            kind,
            [.. points[false]],
            ReadName<InspectionBase>("base", form.Base),
            ReadTeams(form.Teams),
            new Minutes(60 * ReadNumber("hours", form.Hours, 1, MostHours)),
            new CheckTimes(ReadCheck("centre", form.Centre), ReadCheck("station", form.Station), ReadCheck("room", form.Room)),
            new InspectionClock(from, by, ReadStart(form.Start), new Minutes(ReadNumber("noon", form.Noon, 0, LongestNoon)), calendar))
        { LeftOut = [.. points[true]] };
    }

    private List<ServicePoint> ReadPoints(InspectionForm form)
    {
        var stages = form.Stages.Select(text => ReadName<Stage>("stages", text)).ToHashSet();
        if (form.Stages.IsEmpty)
            faults.Add("stages", "", language["至少选一个阶段:", "choose at least one: "] + string.Join(", ", WrittenName.List<Stage>()));
        foreach (var id in form.Without.Where(text => network.FindPoint(text) is null))
            faults.AddUnknownPoint("without", id, language);
        AreaCode? county = null;
        if (form.Area.Length > 0)
        {
            if (network.FindCounty(form.Area) is { } found)
                county = found.Code;
            else
                faults.Add("area", form.Area, language["应为县(市)区代码,如 ", "the code of a county, as "] + network.Counties[0].Code);
        }

        return [.. network.Points.Where(point => stages.Contains(point.Stage) && (county is null || point.Area.County == county))];
    }

    private T ReadName<T>(string field, string text)
        where T : struct, Enum
    {
        if (!WrittenName.TryRead<T>(text, out var value))
            faults.Add(field, text, language["应为其中之一:", "one of "] + string.Join(", ", WrittenName.List<T>()));
        return value;
    }

    private DateOnly ReadDay(string field, string text)
    {
        // Far enough from the ends of the calendar to count work days on.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100)
            return day;
        faults.Add(field, text, language["应为 2000 至 2100 年的日期,如 2026-11-11", "a day of the years 2000 to 2100, as 2026-11-11"]);
        return default;
    }

    private TimeOnly ReadStart(string text)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time >= Earliest && time <= Latest)
            return time;
        faults.Add("start", text, language[$"应为 {Earliest:HH:mm} 至 {Latest:HH:mm} 的时间,如 08:30", $"a time from {Earliest:HH:mm} to {Latest:HH:mm}, as 08:30"]);
        return default;
    }

    private int ReadTeams(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var teams) && teams is >= 1 and <= MostTeams)
            return teams;
        faults.Add("teams", text, language[$"应为 1 至 {MostTeams} 的整数", $"a whole number from 1 to {MostTeams}"]);
        return 1;
    }

    private Minutes ReadCheck(string field, string text) => new(ReadNumber(field, text, 1, LongestCheck));

    private double ReadNumber(string field, string text, double least, double most)
    {
        // Written as a pattern because every comparison with NaN is false.
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        faults.Add(field, text, language[$"应为 {least} 至 {most} 的数", $"a number from {least} to {most}"]);
        return least;
    }
}
