using System.Globalization;
using Gis.Core.Pairing.Duty;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Pairing.Duty;

/// <summary>Duty in words.</summary>
public static class DutyWords
{
    // Hours in doubles are off by far less than a hundredth.
    private const int Certain = 6;

    /// <summary>Hours that are owed or missing, without the unit, rounded up to hundredths: what is missing never reads as nothing.</summary>
    public static string Owed(MonthlyHours hours) => Write(Math.Ceiling(Math.Round(hours.Value * 100, Certain)) / 100);

    /// <summary>Hours that are done, without the unit, rounded down to hundredths: less than is owed never reads as enough.</summary>
    public static string Done(MonthlyHours hours) => Write(Math.Floor(Math.Round(hours.Value * 100, Certain)) / 100);

    /// <summary>A time on the spot in hours, without the unit.</summary>
    public static string Hours(Minutes time) => Done(new MonthlyHours(time.Value / 60));

    /// <summary>How a month stands, as a sentence.</summary>
    public static string Of(this Language language, MonthMeter meter)
    {
        var hours = $"{Done(meter.Done)} / {Owed(meter.Owed)}";
        return meter.Hours == DutyState.Done
            ? language[$"{hours} 小时,够了", $"{hours} h, enough"]
            : language[$"{hours} 小时,还差 {Owed(meter.Missing)} 小时", $"{hours} h, {Owed(meter.Missing)} h to go"];
    }

    /// <summary>How the lecture of the quarter stands, as a sentence.</summary>
    public static string LectureOf(this Language language, MonthMeter meter) => meter switch
    {
        { LecturesOwed: 0 } => language["这一季不用讲座", "no lecture owed this quarter"],
        { LecturesMissing: 0 } => language["这一季讲座已办", "lecture of the quarter held"],
        { IsLastOfQuarter: true } => language[$"这一季还差 {meter.LecturesMissing} 次讲座", $"{meter.LecturesMissing} lecture to hold this quarter"],
        _ => language["这一季讲座还没办", "lecture of the quarter not held yet"],
    };

    public static string Of(this Language language, DutyState state) => state switch
    {
        DutyState.Done => language["完成", "Done"],
        DutyState.OnTrack => language["进行中", "On track"],
        _ => language["落后", "Behind"],
    };

    /// <summary>What is missing, and how long there is for it.</summary>
    public static string Of(this Language language, DutyAlert alert)
    {
        var hours = alert.Missing.Value > 0 ? language[$"还差 {Owed(alert.Missing)} 小时", $"{Owed(alert.Missing)} h to go"] : null;
        var lecture = alert.LecturesMissing > 0 ? language[$"还差 {alert.LecturesMissing} 次讲座", $"{alert.LecturesMissing} lecture to hold"] : null;
        var left = alert.WorkDaysLeft > 0
            ? language[$"这个月还有 {alert.WorkDaysLeft} 个工作日", $"working days left: {alert.WorkDaysLeft}"]
            : language["这个月已过", "the month is over"];
        return string.Join(language[",", ", "], new[] { hours, lecture, left }.OfType<string>());
    }

    /// <summary>One of a firm's advisers, by number.</summary>
    public static string Post(this Language language, string number) => language[$"律师 {number}", $"Lawyer {number}"];

    public static string Of(this Language language, DutySubject subject) => subject switch
    {
        DutySubject.Consultation => language["解答法律问题", "Legal questions"],
        DutySubject.Drafting => language["起草、修改文书", "Drafting"],
        DutySubject.Litigation => language["参与诉讼", "Lawsuits"],
        DutySubject.LegalEducation => language["法治宣传", "Telling of the law"],
        DutySubject.Mediation => language["纠纷调处", "Disputes"],
        DutySubject.VillageRules => language["村规民约", "Village rules"],
        DutySubject.LandAndDemolition => language["征地补偿、拆迁", "Land and demolition"],
        DutySubject.PublicWorks => language["基础设施建设", "Public works"],
        _ => language["环境治理", "The environment"],
    };

    /// <summary>What an entry is about, on one line.</summary>
    public static string About(this Language language, DutyEntry entry) => entry switch
    {
        DutyEntry.Visit visit => string.Join(language["、", ", "], visit.Subjects.Select(subject => language.Of(subject))),
        DutyEntry.Lecture lecture => lecture.Subject,
        _ => "",
    };

    /// <summary>Whether somebody came, drafted or listened, on one line.</summary>
    public static string Count(this Language language, DutyEntry entry) => entry switch
    {
        DutyEntry.Visit visit => language[$"帮了 {visit.Helped} 人,文书 {visit.Instruments} 份", $"people helped: {visit.Helped}, instruments: {visit.Instruments}"]
            + (visit.FromRoom is { } distance ? language[$",签到处离工作室 {language.Of(distance)}", $", checked in {language.Of(distance)} from the room"] : ""),
        DutyEntry.Lecture lecture => language[$"{lecture.Attendance} 人听", $"listeners: {lecture.Attendance}"],
        _ => "",
    };

    /// <summary>A month as a heading has it.</summary>
    public static string Of(this Language language, Gis.Core.Units.Month month) =>
        language[$"{month.Year} 年 {month.Number} 月", month.FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture)];

    private static string Write(double hours) => hours.ToString("#,0.##", CultureInfo.InvariantCulture);
}
