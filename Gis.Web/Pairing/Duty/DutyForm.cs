using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Progress;

namespace Gis.Web.Pairing.Duty;

/// <summary>A visit or a lecture as it was filled in.</summary>
/// <param name="Village">The code of the village.</param>
/// <param name="Adviser">Which of the firm's advisers, from 1.</param>
/// <param name="Day">The day.</param>
/// <param name="Start">The hour a visit began; nothing of a lecture.</param>
/// <param name="Length">How long, in minutes.</param>
/// <param name="Subjects">What a visit was about.</param>
/// <param name="Subject">What a lecture was about.</param>
/// <param name="People">Who was helped, or listened.</param>
/// <param name="Instruments">The instruments drafted.</param>
/// <param name="Distance">How far from the room somebody checked in, in metres, as the phone worked it out.</param>
public sealed record DutyForm(
    string Village, string Adviser, string Day, string Start, string Length, ImmutableArray<string> Subjects, string Subject, string People, string Instruments, string Distance)
{
    public const int LongestSubject = 100;

    private const int MostPeople = 10_000;

    // Half the way round the earth.
    private const int Farthest = 20_100_000;

    /// <summary>What is proposed to who logs a visit today.</summary>
    public static DutyForm VisitOn(DateOnly today) => new("", "1", Wording.Day(today), "09:00", "120", [], "", "0", "0", "");

    /// <summary>What is proposed to who logs a lecture of today.</summary>
    public static DutyForm LectureOn(DateOnly today) => new("", "1", Wording.Day(today), "", "90", [], "", "0", "", "");

    public static DutyForm Of(IFormCollection form) => new(
        form["village"].ToString(), form["adviser"].ToString(), form["day"].ToString(), form["start"].ToString(), form["length"].ToString().Trim(), [.. form["subjects"].OfType<string>()],
        form["subject"].ToString().Trim(), form["people"].ToString().Trim(), form["instruments"].ToString().Trim(), form["distance"].ToString().Trim());

    /// <summary>Reads a visit of a firm; what is wrong is among the faults.</summary>
    public DutyEntry.Visit ReadVisit(Firm firm, Language language, FormFaults faults)
    {
        if (!TimeOnly.TryParseExact(Start, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
            faults.Add("start", Start, language["应为几点几分,例如 09:00", "an hour, as 09:00"]);
        return new DutyEntry.Visit(
            ReadVillage(language, faults),
            firm.Id,
            ReadAdviser(firm, language, faults),
            DayField.Read("day", Day, language, faults) ?? default,
            start,
            ReadLength(language, faults),
            ReadSubjects(language, faults),
            new NumberFields(language, faults).Whole("people", People, 0, MostPeople),
            new NumberFields(language, faults).Whole("instruments", Instruments, 0, MostPeople),
            Distance.Length == 0 ? null : new Metres(new NumberFields(language, faults).Whole("distance", Distance, 0, Farthest)));
    }

    /// <summary>Reads a lecture of a firm; what is wrong is among the faults.</summary>
    public DutyEntry.Lecture ReadLecture(Firm firm, Language language, FormFaults faults)
    {
        if (Subject.Length is 0 or > LongestSubject)
            faults.Add("subject", Subject, language[$"讲了什么,1 到 {LongestSubject} 个字", $"what it was about, 1 to {LongestSubject} characters"]);
        return new DutyEntry.Lecture(
            ReadVillage(language, faults),
            firm.Id,
            ReadAdviser(firm, language, faults),
            DayField.Read("day", Day, language, faults) ?? default,
            ReadLength(language, faults),
            Subject,
            new NumberFields(language, faults).Whole("people", People, 0, MostPeople));
    }

    /// <summary>Says what is wrong with an entry that was read, by the fields of the form.</summary>
    public void Add(IEnumerable<DutyFault> found, Language language, FormFaults faults)
    {
        foreach (var fault in found)
        {
            switch (fault)
            {
                case DutyFault.WrongLength length:
                    faults.Add("length", Length, language[$"应为 1 到 {length.Longest.Value:0} 分钟", $"1 to {length.Longest.Value:0} minutes"]);
                    break;
                case DutyFault.PastMidnight midnight:
                    faults.Add("length", Length, language[$"过了半夜。最多 {midnight.Longest.Value:0} 分钟,剩下的记到第二天", $"goes past midnight; {midnight.Longest.Value:0} minutes at most, the rest is of the next day"]);
                    break;
                case DutyFault.NegativeCount count:
                    faults.Add(count.Of == DutyCount.Instruments ? "instruments" : "people", $"{count.Count}", language["应为 0 或更多", "0 or more"]);
                    break;
                case DutyFault.NoSubject:
                    faults.Add("subject", Subject, language["请写讲了什么", "say what it was about"]);
                    break;
                case DutyFault.Overlap overlap:
                    faults.Add("start", Start, Of(overlap.Other, language));
                    break;
                default:
                    AddDay(fault, language, faults);
                    break;
            }
        }
    }

    private void AddDay(DutyFault fault, Language language, FormFaults faults)
    {
        if (fault is DutyFault.NotPaired)
            faults.Add("village", Village, language["没有和这个村结对", "the firm is not paired with this village"]);
        else
            faults.Add("day", Day, fault switch
            {
                DutyFault.InFuture future => language[$"还没到,最晚 {Wording.Day(future.Today)}", $"has not come; {Wording.Day(future.Today)} at the latest"],
                DutyFault.BeforePairing before => language[$"那时还没有结对,最早 {Wording.Day(before.From)}", $"before the pairing; {Wording.Day(before.From)} at the earliest"],
                DutyFault.AfterPairing after => language[$"结对已经结束,最晚 {Wording.Day(after.Until)}", $"after the pairing; {Wording.Day(after.Until)} at the latest"],
                _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault of a day."),
            });
    }

    private static string Of(DutyEntry.Visit other, Language language)
    {
        var (from, until) = (Wording.Clock(other.Start), Wording.Clock(other.Start.AddMinutes(other.Length.Value)));
        return language[
            $"{language.Post(other.Adviser)}那天 {from} 到 {until} 已经登记过;可以从 {until} 起,或在 {from} 前结束",
            $"{language.Post(other.Adviser)} is logged from {from} to {until} on that day; begin at {until} or end by {from}"];
    }

    private AreaCode ReadVillage(Language language, FormFaults faults)
    {
        if (!AreaCode.TryParse(Village, out var code))
            faults.Add("village", Village, language["请选一个村", "choose a village"]);
        return code;
    }

    private string ReadAdviser(Firm firm, Language language, FormFaults faults)
    {
        if (!int.TryParse(Adviser, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > firm.Lawyers)
            faults.Add("adviser", Adviser, language[$"应为 1 到 {firm.Lawyers}", $"1 to {firm.Lawyers}"]);
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private Minutes ReadLength(Language language, FormFaults faults)
    {
        var most = (int)DutyCheck.LongestEntry.Value;
        if (!int.TryParse(Length, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes < 1 || minutes > most)
            faults.Add("length", Length, language[$"应为 1 到 {most} 的整数,单位分钟", $"whole minutes from 1 to {most}"]);
        return new Minutes(minutes);
    }

    private ImmutableSortedSet<DutySubject> ReadSubjects(Language language, FormFaults faults)
    {
        var subjects = ImmutableSortedSet.CreateBuilder<DutySubject>();
        foreach (var text in Subjects)
        {
            if (WrittenName.TryRead<DutySubject>(text, out var subject))
                subjects.Add(subject);
            else
                faults.Add("subjects", text, language["没有这个事项", "there is no such subject"]);
        }

        return subjects.ToImmutable();
    }
}
