using System.Globalization;
using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Web.Layout;

namespace Gis.Web.Progress.Inspection;

/// <summary>An inspection as files: a calendar (iCalendar) and a workbook (XLSX).</summary>
public static class InspectionFiles
{
    /// <summary>An event for each day tour. The same team and day have the same identity in every plan of an inspection, so that a later one replaces an earlier one.</summary>
    public static byte[] ToCalendar(InspectionJson answer, Language language, DateTimeOffset stamp)
    {
        var words = new InspectionWords(answer, language);
        var calendar = new CalendarText($"{words.Kind} {answer.From:yyyy}", stamp);
        foreach (var (part, tour) in answer.Parts.SelectMany(part => part.Tours.Select(tour => (part, tour))))
        {
            calendar.Append(new CalendarEvent(
                string.Create(CultureInfo.InvariantCulture, $"{answer.Kind}-{part.County ?? "city"}-{tour.Date:yyyy-MM-dd}-{tour.Team}@legal-service-inspection"),
                tour.Date,
                tour.Date,
                $"{words.Kind}{language[":", ": "]}{words.Team(part, tour)}",
                string.Join('\n', tour.Visits.Select(visit => $"{visit.Arrival:HH:mm} {visit.Name}").Append(words.Tour(tour)))));
        }

        return calendar.ToBytes();
    }

    /// <summary>Notes, the tours stop by stop, one row for each day tour, and what has no tour.</summary>
    public static byte[] ToWorkbook(InspectionJson answer, Language language)
    {
        var words = new InspectionWords(answer, language);
        var workbook = new Workbook().Add(WriteNotes(answer, words, language)).Add(WriteVisits(answer, words, language)).Add(WriteTours(answer, words, language));
        return (ListLeft(answer, words, language).Any() ? workbook.Add(WriteLeft(answer, words, language)) : workbook).ToBytes();
    }

    private static Sheet WriteNotes(InspectionJson answer, InspectionWords words, Language language)
    {
        var sheet = new Sheet(language["说明", "Notes"], language["项目", "Item"], language["内容", "What it says"])
            .Append(language["检查", "Inspection"], words.Kind)
            .Append(language["服务点", "Points"], answer.Stops)
            .Append(language["趟数(一队一天算一趟)", "Day tours"], answer.Tours)
            .Append(language["路上分钟", "Minutes of driving"], Math.Ceiling(answer.DrivingMinutes))
            .Append(language["路上公里", "Kilometres"], Math.Round(answer.Kilometres, 1))
            .Append(language["期限", "Deadline"], words.InTime())
            .Append(language["日子", "Days"], words.Days());
        foreach (var part in answer.Parts)
            sheet.Append(words.Part(part), words.Ending(part));
        if (answer.Illustrative)
            sheet.AppendDataNotice(null, language);
        return sheet.AppendReceipt(answer.Receipt, language);
    }

    private static Sheet WriteVisits(InspectionJson answer, InspectionWords words, Language language)
    {
        var sheet = new Sheet(
            language["路线", "Routes"], language["日期", "Date"], language["队", "Team"], language["次序", "Order"], language["到达", "Arrival"], language["编号", "Id"],
            language["服务点", "Point"], language["乡镇", "Township"], language["阶段", "Stage"], language["路上分钟", "Minutes of driving"], language["检查分钟", "Minutes of checking"], language["查过", "Done"]);
        foreach (var (part, tour) in answer.Parts.SelectMany(part => part.Tours.Select(tour => (part, tour))))
        {
            foreach (var (visit, order) in tour.Visits.Select((visit, i) => (visit, i + 1)))
            {
                sheet.Append(
                    Wording.Day(tour.Date), words.Team(part, tour), order, Wording.Clock(visit.Arrival), visit.Id, visit.Name, visit.Township,
                    WrittenName.TryRead<Stage>(visit.Stage, out var stage) ? language.Of(stage) : visit.Stage, Math.Ceiling(visit.DrivingMinutes), visit.CheckMinutes, null);
            }
        }

        return sheet;
    }

    private static Sheet WriteTours(InspectionJson answer, InspectionWords words, Language language)
    {
        var sheet = new Sheet(
            language["趟", "Tours"], language["日期", "Date"], language["队", "Team"], language["服务点", "Points"], language["出发", "Out"], language["回到", "Back"],
            language["路上分钟", "Minutes of driving"], language["检查分钟", "Minutes of checking"], language["公里", "Kilometres"]);
        foreach (var (part, tour) in answer.Parts.SelectMany(part => part.Tours.Select(tour => (part, tour))))
        {
            sheet.Append(
                Wording.Day(tour.Date), words.Team(part, tour), tour.Visits.Length, Wording.Clock(tour.Start), Wording.Clock(tour.Back),
                Math.Ceiling(tour.DrivingMinutes), tour.CheckingMinutes, Math.Round(tour.Kilometres, 1));
        }

        return sheet;
    }

    private static Sheet WriteLeft(InspectionJson answer, InspectionWords words, Language language)
    {
        var sheet = new Sheet(language["没有排的", "Without a tour"], language["编号", "Id"], language["服务点", "Point"], language["原因", "Reason"]);
        foreach (var (point, reason) in ListLeft(answer, words, language))
            sheet.Append(point.Id, point.Name, reason);
        return sheet;
    }

    private static IEnumerable<(InspectedPointJson Point, string Reason)> ListLeft(InspectionJson answer, InspectionWords words, Language language) =>
        answer.Unlocated.Select(point => (point, language["没有位置", "No position"]))
            .Concat(answer.LeftOut.Select(point => (point, language["要求不排", "Left out as asked"])))
            .Concat(answer.Parts.Where(part => part.Fault is not null).SelectMany(part => part.Fault!.Points.Select(point => (point, words.Ending(part)))));
}
