using Gis.Data.Export;
using Gis.Web.Layout;

namespace Gis.Web.Siting;

/// <summary>A schedule as files: a calendar (iCalendar) and a workbook (XLSX), both from what is kept of the answer.</summary>
public static class ScheduleFiles
{
    /// <summary>
    /// A milestone for each county on the last day of each month in which it finishes something, and the dates of the plan. The
    /// same county and month have the same identity in every schedule, so that a later one replaces an earlier one.
    /// </summary>
    public static byte[] ToCalendar(ScheduleJson answer, Language language, DateTimeOffset stamp)
    {
        var calendar = new CalendarText(language["公共法律服务点建设安排", "Schedule of legal service points"], stamp);
        foreach (var action in ScheduleAction.List(answer, language))
        {
            var place = action.County.Length > 0 ? action.County + language[":", ": "] : "";
            calendar.Append(new CalendarEvent(
                $"{action.Uid}@legal-service-schedule",
                action.First,
                action.Last,
                action.Rooms.IsEmpty ? action.What : language[$"{place}{action.What} {action.Rooms.Length} 个", $"{place}{action.What} {action.Rooms.Length}"],
                action.Rooms.IsEmpty ? "" : string.Join('\n', action.Rooms.Append(action.Sum))));
        }

        return calendar.ToBytes();
    }

    /// <summary>Notes, the schedule room by room, counties by month, who is covered month by month, what moved, and the list of actions.</summary>
    public static byte[] ToWorkbook(ScheduleJson answer, Language language)
    {
        var words = new ScheduleWords(answer, language);
        var workbook = new Workbook()
            .Add(WriteNotes(answer, words, language))
            .Add(WriteRooms(answer, language))
            .Add(WriteCounties(answer, language))
            .Add(WriteMonths(answer, words, language));
        if (answer.Change is { } change)
            workbook.Add(WriteMoves(change, language));
        return workbook.Add(WriteActions(answer, language)).ToBytes();
    }

    private static Sheet WriteNotes(ScheduleJson answer, ScheduleWords words, Language language)
    {
        var sheet = new Sheet(language["说明", "Notes"], language["项目", "Item"], language["内容", "What it says"])
            .Append(language["结果", "Ending"], words.Ending)
            .Append(words.Unit, answer.PersonMonths)
            .Append(language["上限", "Bound"], answer.Bound)
            .Append(language["计算月份", "Months counted"], $"{answer.From} – {answer.Until}")
            .Append(language["何时算起", "Served from"], language["某月建成,下月起服务", "What is finished in a month serves from the next"])
            .Append(language["经费", "Money"], language["当月没用完的留到以后", "What is not spent stays for later months"]);
        if (answer.Fault is { } fault)
            sheet.Append(language["原因", "Reason"], words.Fault(fault));
        if (answer.Change is { } change)
            sheet.Append(language["改排前", "Before the change"], change.Before).Append(language["最少要动几个", "Fewest that must move"], change.Fewest);
        if (answer.Illustrative)
            sheet.AppendDataNotice(null, language);
        return sheet.AppendReceipt(answer.Receipt, language);
    }

    private static Sheet WriteRooms(ScheduleJson answer, Language language)
    {
        var sheet = new Sheet(
            language["安排", "Schedule"], language["月份", "Month"], language["县(市)区", "County"], language["编号", "Id"], language["服务点", "Point"], language["经费", "Cost"], language["新增", "Added"]);
        foreach (var month in answer.Months)
        {
            foreach (var room in month.Rooms)
                sheet.Append(month.Month, room.CountyName, room.Id, room.Name, room.Cost, room.Added);
        }

        foreach (var room in answer.LeftOut)
            sheet.Append(null, room.CountyName, room.Id, room.Name, room.Cost, null);
        return sheet;
    }

    private static Sheet WriteCounties(ScheduleJson answer, Language language)
    {
        var sheet = new Sheet(
            language["县区月份", "Counties by month"], language["代码", "Code"], language["县(市)区", "County"], language["月份", "Month"], language["建成", "Finished"], language["能建", "Crews"], language["经费", "Cost"], language["可用经费", "Money"]);
        foreach (var county in answer.Counties)
        {
            foreach (var month in county.Months)
                sheet.Append(county.Code, county.Name, month.Month, month.Rooms, month.Crews, month.Cost, month.Money);
        }

        return sheet;
    }

    private static Sheet WriteMonths(ScheduleJson answer, ScheduleWords words, Language language)
    {
        var sheet = new Sheet(language["逐月", "Month by month"], language["月份", "Month"], language["建成", "Finished"], words.Covered);
        foreach (var month in answer.Months)
            sheet.Append(month.Month, month.Rooms.Length, month.Covered);
        return sheet;
    }

    private static Sheet WriteMoves(ScheduleChangeJson change, Language language)
    {
        var sheet = new Sheet(language["改动", "Moved"], language["县(市)区", "County"], language["编号", "Id"], language["服务点", "Point"], language["原月份", "Month before"], language["新月份", "Month now"]);
        foreach (var move in change.Moves)
            sheet.Append(move.CountyName, move.Id, move.Name, move.From, move.To);
        return sheet;
    }

    private static Sheet WriteActions(ScheduleJson answer, Language language)
    {
        var sheet = new Sheet(language["行动清单", "Actions"], language["最后一天", "Last day"], language["县(市)区", "County"], language["做什么", "What to do"]);
        foreach (var action in ScheduleAction.List(answer, language))
            sheet.Append(action.Last.ToString("O", System.Globalization.CultureInfo.InvariantCulture), action.County, action.Text(language));
        return sheet;
    }
}
