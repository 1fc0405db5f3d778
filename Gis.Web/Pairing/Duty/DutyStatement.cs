using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Web.Layout;
using Gis.Web.Reports;
using CalendarMonth = Gis.Core.Units.Month;

namespace Gis.Web.Pairing.Duty;

/// <summary>A statement of service as a report: what firms or counties did over some months, and what one firm did day by day.</summary>
public static class DutyStatement
{
    public static Report Build(StatementAnswer answer, Language language) => new(
        language[$"{answer.Place}村(居)法律顾问服务清单", $"Statement of service of village advisers, {answer.Place}"],
        SpanOf(answer, language),
        language,
        [
            new ReportPart.Heading(language["主要数字", "Key figures"]),
            new ReportPart.Figures([.. ListFigures(answer, language)]),
            new ReportPart.Paragraph(language[
                "小时只算驻点,不算讲座。来过两次的人算两次。换过律所的村,两家各算一个。",
                "Hours are those on the spot, without lectures. Who came twice is counted twice. A village that changed its firm counts for both."]),
            new ReportPart.Heading(HeadOf(answer, language)),
            new ReportPart.Table(WriteRows(answer, language)),
            new ReportPart.Heading(language["逐月", "By month"]),
            new ReportPart.Table(WriteMonths(answer, language)),
            .. answer.Entries.IsEmpty ? ImmutableArray<ReportPart>.Empty : [new ReportPart.Heading(Log(language)), new ReportPart.Table(WriteEntries(answer, language))],
        ],
        [(language["服务登记", "Log of duty"], answer.Receipt)],
        answer.IsIllustrative);

    private static string SpanOf(StatementAnswer answer, Language language) =>
        (answer.First == answer.Last ? language.Of(answer.First) : language[$"{language.Of(answer.First)}到{language.Of(answer.Last)}", $"{language.Of(answer.First)} to {language.Of(answer.Last)}"])
        + language[" · 截至 ", " · as of "] + Wording.Day(answer.AsOf);

    private static string HeadOf(StatementAnswer answer, Language language) => answer.ByCounty ? language["按县(市)区", "By county"] : language["按律所", "By firm"];

    private static string Log(Language language) => language["逐次", "Log"];

    private static IEnumerable<ReportFigure> ListFigures(StatementAnswer answer, Language language)
    {
        var (sheet, total) = (HeadOf(answer, language), TotalOf(answer));
        yield return new(language["驻点小时", "Hours on the spot"], total[2]) { TotalOf = (sheet, 2) };
        yield return new(language["驻点次数", "Visits"], total[3]) { TotalOf = (sheet, 3) };
        yield return new(language["讲座", "Lectures"], total[4]) { TotalOf = (sheet, 4) };
        yield return new(language["帮助人次", "People helped"], total[7]) { TotalOf = (sheet, 7) };
    }

    private static ReportTable WriteRows(StatementAnswer answer, Language language) => new(
        HeadOf(answer, language),
        HeadOf(answer, language),
        [
            ReportColumn.Words(answer.ByCounty ? language["县(市)区", "County"] : language["律所", "Firm"]), ReportColumn.Summed(language["结对的村", "Villages"]),
            .. CountColumns(language), ReportColumn.Summed(language["落后过的村", "Villages behind"]),
        ],
        answer.Rows.Select(row => (ImmutableArray<ReportCell>)[row.Name, .. CellsOf(row.Sum)]))
    {
        Total = answer.Rows.IsEmpty ? [] : TotalOf(answer),
        Empty = language["这几个月没有结对,也没有登记。", "There was no pair and no entry in these months."],
    };

    private static ImmutableArray<ReportColumn> CountColumns(Language language) =>
    [
        ReportColumn.Summed(language["驻点小时", "Hours on the spot"]), ReportColumn.Summed(language["驻点次数", "Visits"]), ReportColumn.Summed(language["讲座", "Lectures"]),
        ReportColumn.Summed(language["听讲人次", "Listeners"]), ReportColumn.Summed(language["文书", "Instruments"]), ReportColumn.Summed(language["帮助人次", "People helped"]),
    ];

    private static ImmutableArray<ReportCell> CellsOf(ServiceStatement sum) =>
        [sum.Villages, HoursOf(sum.OnSite.Value / 60), sum.Visits, sum.Lectures, sum.Attendance, sum.Instruments, sum.Helped, sum.Below];

    // Added up from the cells in their order, as the workbook does.
    private static ImmutableArray<ReportCell> TotalOf(StatementAnswer answer)
    {
        var sums = answer.Rows.Select(row => row.Sum).ToList();
        return
        [
            answer.TotalName, sums.Sum(sum => sum.Villages), HoursOf(sums.Sum(sum => sum.OnSite.Value / 60)), sums.Sum(sum => sum.Visits), sums.Sum(sum => sum.Lectures),
            sums.Sum(sum => sum.Attendance), sums.Sum(sum => sum.Instruments), sums.Sum(sum => sum.Helped), sums.Sum(sum => sum.Below),
        ];
    }

    private static ReportTable WriteMonths(StatementAnswer answer, Language language) => new(
        language["逐月", "Months"],
        language["逐月", "By month"],
        [ReportColumn.Words(language["月份", "Month"]), .. CountColumns(language)],
        answer.Months.Select(month => (ImmutableArray<ReportCell>)[month.First.ToString(), .. CellsOf(month)[1..7]]))
    {
        Total =
        [
            answer.TotalName, HoursOf(answer.Months.Sum(month => month.OnSite.Value / 60)), answer.Months.Sum(month => month.Visits), answer.Months.Sum(month => month.Lectures),
            answer.Months.Sum(month => month.Attendance), answer.Months.Sum(month => month.Instruments), answer.Months.Sum(month => month.Helped),
        ],
    };

    private static ReportTable WriteEntries(StatementAnswer answer, Language language) => new(
        Log(language),
        Log(language),
        [
            ReportColumn.Words(language["日期", "Day"]), ReportColumn.Words(language["村(居)", "Village"]), ReportColumn.Words(language["谁", "Who"]), ReportColumn.Words(language["什么", "What"]),
            ReportColumn.Summed(language["分钟", "Minutes"]), ReportColumn.Words(language["事项", "About"]), ReportColumn.Summed(language["人数", "People"]), ReportColumn.Summed(language["文书", "Instruments"]),
        ],
        answer.Entries.Select(each => RowOf(each.Entry, each.Village, language)))
    {
        Total =
        [
            answer.TotalName, "", "", "", answer.Entries.Sum(each => (long)each.Entry.Length.Value), "",
            answer.Entries.Sum(each => PeopleOf(each.Entry)), answer.Entries.Sum(each => InstrumentsOf(each.Entry)),
        ],
    };

    private static ImmutableArray<ReportCell> RowOf(DutyEntry entry, string village, Language language) =>
    [
        new ReportCell.Day(entry.Day), village, language.Post(entry.Adviser), entry is DutyEntry.Visit ? language["驻点", "Visit"] : language["讲座", "Lecture"],
        (long)entry.Length.Value, language.About(entry), PeopleOf(entry), InstrumentsOf(entry),
    ];

    private static long PeopleOf(DutyEntry entry) => entry switch { DutyEntry.Visit visit => visit.Helped, DutyEntry.Lecture lecture => lecture.Attendance, _ => 0 };

    private static long InstrumentsOf(DutyEntry entry) => (entry as DutyEntry.Visit)?.Instruments ?? 0;

    private static ReportCell.Amount HoursOf(double hours) => new(hours, 2);
}

/// <summary>What a statement of service is written from.</summary>
/// <param name="Place">The city, or the firm it is of.</param>
/// <param name="ByCounty">Whether its rows are counties; else firms.</param>
/// <param name="First">The first month.</param>
/// <param name="Last">The last, included.</param>
/// <param name="AsOf">The last day it tells of.</param>
/// <param name="TotalName">What the row of totals is called.</param>
/// <param name="Rows">The firms or counties, each with what it did.</param>
/// <param name="Months">What all did, month by month.</param>
/// <param name="Entries">The entries, each with the name of its village; of one firm alone.</param>
/// <param name="Receipt">What it was computed from.</param>
/// <param name="IsIllustrative">Whether anything illustrative is in it.</param>
public sealed record StatementAnswer(
    string Place,
    bool ByCounty,
    CalendarMonth First,
    CalendarMonth Last,
    DateOnly AsOf,
    string TotalName,
    ImmutableArray<(string Name, ServiceStatement Sum)> Rows,
    ImmutableArray<ServiceStatement> Months,
    ImmutableArray<(DutyEntry Entry, string Village)> Entries,
    Receipt Receipt,
    bool IsIllustrative)
{
    /// <summary>What was asked, answered from the log.</summary>
    /// <param name="question">Which months, and by what.</param>
    /// <param name="view">The log of those months.</param>
    /// <param name="network">The network that names villages, firms and counties.</param>
    /// <param name="own">The one firm it is of, whose entries stand in it too; null for all.</param>
    /// <param name="language">The language.</param>
    public static StatementAnswer Of(DutyQuestion question, DutyView view, ServiceNetwork network, Firm? own, Language language)
    {
        var (book, first, last) = (view.Book, question.First, question.Last);
        var rows = question.ByCounty
            ? ServiceStatements.ByCounty(book, first, last, view.Today).Select(row => (network.FindAreaName(row.Key) ?? row.Key.Digits, row.Value))
            : ServiceStatements.ByFirm(book, first, last, view.Today).Select(row => (PairingWords.FirmName(network, row.Key), row.Value));
        return new StatementAnswer(
            own?.Name ?? network.City.Name,
            question.ByCounty,
            first,
            last,
            view.Today,
            language["合计", "Total"],
            [.. rows],
            [.. Enumerable.Range(0, last.Since(first) + 1).Select(first.Plus).Select(month => ServiceStatements.OfAll(book, month, month, view.Today))],
            own is null ? [] : [.. view.Entries.Select(kept => (kept.Entry, network.FindAreaName(kept.Entry.Village) ?? kept.Entry.Village.Digits))],
            new Receipt(network.Version, $"{Wording.Day(view.Today)}, {view.Entries.Length}", $"statement&{question}{(own is null ? "" : $"&firm={own.Id}")}", Gis.Data.ProgramVersion.Text),
            network.HasIllustration);
    }
}
