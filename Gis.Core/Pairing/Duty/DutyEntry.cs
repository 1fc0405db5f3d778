using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Duty;

/// <summary>One line of the log of service (村居法律顾问工作台账) that an adviser keeps.</summary>
/// <param name="Village">The village served.</param>
/// <param name="Firm">The firm that serves it.</param>
/// <param name="Adviser">The post that went, never a person's name.</param>
/// <param name="Day">On which day.</param>
/// <param name="Length">How long it took; above zero and at most a day.</param>
public abstract record DutyEntry(AreaCode Village, string Firm, string Adviser, DateOnly Day, Minutes Length)
{
    /// <summary>Time on the spot for those who come (驻点). It counts for the hours of the month.</summary>
    /// <param name="Village">The village served.</param>
    /// <param name="Firm">The firm that serves it.</param>
    /// <param name="Adviser">The post that went.</param>
    /// <param name="Day">On which day.</param>
    /// <param name="Start">From when; it ends by midnight.</param>
    /// <param name="Length">How long.</param>
    /// <param name="Subjects">What it was about; may be empty.</param>
    /// <param name="Helped">How many people were helped; not negative.</param>
    /// <param name="Instruments">How many instruments (法律文书) were drafted or revised; not negative.</param>
    /// <param name="FromRoom">How far from the room the adviser checked in, as the own phone worked it out; none where it did not. Where somebody was is not kept: only this is, and it is never a ground to refuse the entry.</param>
    public sealed record Visit(
        AreaCode Village,
        string Firm,
        string Adviser,
        DateOnly Day,
        TimeOnly Start,
        Minutes Length,
        ImmutableSortedSet<DutySubject> Subjects,
        int Helped = 0,
        int Instruments = 0,
        Metres? FromRoom = null) : DutyEntry(Village, Firm, Adviser, Day, Length)
    {
        /// <summary>Whether two visits share any time. One that begins when the other ends does not overlap it.</summary>
        internal bool Overlaps(Visit other) =>
            Day == other.Day && DutyCheck.MinuteOf(Start) < other.End && DutyCheck.MinuteOf(other.Start) < End;

        // Counted from the midnight before.
        internal double End => DutyCheck.MinuteOf(Start) + Length.Value;
    }

    /// <summary>A lecture (法治讲座). It counts for the quarter and not for the hours of the month.</summary>
    /// <param name="Village">The village served.</param>
    /// <param name="Firm">The firm that serves it.</param>
    /// <param name="Adviser">The post that held it.</param>
    /// <param name="Day">On which day.</param>
    /// <param name="Length">How long.</param>
    /// <param name="Subject">What it was about, in words; not blank.</param>
    /// <param name="Attendance">How many listened; not negative.</param>
    public sealed record Lecture(
        AreaCode Village, string Firm, string Adviser, DateOnly Day, Minutes Length, string Subject, int Attendance = 0) : DutyEntry(Village, Firm, Adviser, Day, Length);
}

/// <summary>What a visit is about: the duties of a room (plan of 2018, §3(1)2(3)).</summary>
public enum DutySubject
{
    /// <summary>Legal questions of everyday life and work (解答法律问题).</summary>
    Consultation,

    /// <summary>Drafting and revising legal instruments (起草、修改法律文书).</summary>
    Drafting,

    /// <summary>Taking part in lawsuits (参与诉讼活动).</summary>
    Litigation,

    /// <summary>Telling of the law and handing out its leaflets (法治宣传).</summary>
    LegalEducation,

    /// <summary>Disputes settled with the village's mediation committee (纠纷调处).</summary>
    Mediation,

    /// <summary>Village rules and other orders (村规民约).</summary>
    VillageRules,

    /// <summary>Land taken, compensation, resettlement and demolition (征地补偿安置、拆迁).</summary>
    LandAndDemolition,

    /// <summary>Roads, water and other works (基础设施建设).</summary>
    PublicWorks,

    /// <summary>Protection of the environment (环境治理保护).</summary>
    Environment,
}

/// <summary>A village and the firm that serves it, from a day on.</summary>
/// <param name="Village">The village.</param>
/// <param name="Firm">The firm.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; none while it goes on.</param>
public sealed record DutyPairing(AreaCode Village, string Firm, DateOnly From, DateOnly? Until = null)
{
    /// <summary>The pairing of a pair that came of a round.</summary>
    /// <exception cref="FormatException">Its village has no code of a unit.</exception>
    public static DutyPairing Of(StandingPair pair) => new(AreaCode.Parse(pair.Village), pair.Firm, pair.Since, pair.Until);

    /// <summary>Whether a day lies in the pairing, its first and last included.</summary>
    public bool IsOn(DateOnly day) => CountDays(day, day) == 1;

    /// <summary>How many days from a day to another, both included, lie in the pairing.</summary>
    internal int CountDays(DateOnly first, DateOnly last)
    {
        var (from, until) = (From > first ? From : first, Until < last ? Until.Value : last);
        return Math.Max(0, until.DayNumber - from.DayNumber + 1);
    }

    internal bool Has(DutyEntry entry) => entry.Village == Village && entry.Firm == Firm && IsOn(entry.Day);
}

/// <summary>What is owed and from when it is asked for. Places differ: these are parameters, never constants.</summary>
/// <param name="OnSite">Hours on the spot a month in each village; exactly as many are enough.</param>
/// <param name="LecturesAQuarter">Lectures a quarter in each village.</param>
/// <param name="AlertFrom">The day of the month from which on, itself included, a village below its hours is behind; from 1 to 31.</param>
public sealed record DutyTerms(MonthlyHours OnSite, int LecturesAQuarter, int AlertFrom)
{
    /// <summary>Four hours a month and one lecture a quarter (plan of 2018, §3(1)2(3)); the day, the 20th, is an assumption of this program.</summary>
    public static DutyTerms Plan2018 { get; } = new(new MonthlyHours(4), 1, 20);
}
