using Gis.Core.Units;

namespace Gis.Core.Pairing.Month;

/// <summary>What an adviser owes a village, and how long a day away may be. Places differ: these are parameters, never constants.</summary>
/// <param name="OnSite">Hours on the spot a month in each village (现场法律服务); above zero.</param>
/// <param name="VisitsAMonth">Over how many visits they are spread, evenly; from 1 to 28.</param>
/// <param name="Lecture">What a lecture (法治讲座) adds to the first visit of a month in which one is held.</param>
/// <param name="Day">The longest day from setting out at the office to being back; exactly as long fits. Above zero.</param>
/// <param name="SetOut">When a day begins.</param>
public sealed record DutyRules(MonthlyHours OnSite, int VisitsAMonth, Minutes Lecture, Minutes Day, TimeOnly SetOut)
{
    /// <summary>
    /// Four hours a month and a lecture a quarter (plan of 2018, §3(1)2(3)). In one visit, with 90 minutes for a lecture and days of eight
    /// hours from half past eight: these four are assumptions of this program, the plan gives none.
    /// </summary>
    public static DutyRules Plan2018 { get; } = new(new MonthlyHours(4), 1, new Minutes(90), new Minutes(480), new TimeOnly(8, 30));
}
