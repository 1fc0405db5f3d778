using Gis.Core.Pairing.Duty;
using Gis.Core.Units;
using static Gis.Core.Tests.Pairing.Duty.Logs;

namespace Gis.Core.Tests.Pairing.Duty;

public sealed class DutyCheckTests
{
    private static readonly DateOnly Today = March(15);

    private static List<DutyFault> Find(DutyEntry entry, params DutyEntry[] others) => [.. DutyCheck.Find(entry, others, [Paired], Today)];

    [Fact]
    public void An_entry_of_today_and_one_of_the_first_day_of_the_pairing_may_stand()
    {
        Assert.Empty(Find(Visit(Today, 240)));
        Assert.Empty(Find(Visit(Paired.From, 240)));
        Assert.Empty(Find(Lecture(Today)));
    }

    [Fact]
    public void A_day_to_come_is_refused_and_today_told() => Assert.Equal([new DutyFault.InFuture(March(16), Today)], Find(Visit(March(16), 240)));

    [Fact]
    public void A_day_before_the_pairing_is_refused_and_its_first_day_told() =>
        Assert.Equal([new DutyFault.BeforePairing(new DateOnly(2026, 12, 31), Paired.From)], Find(Visit(new DateOnly(2026, 12, 31), 240)));

    [Fact]
    public void A_day_after_the_pairing_is_refused_and_its_last_day_told()
    {
        var ended = Paired with { Until = March(9) };
        Assert.Empty(DutyCheck.Find(Visit(March(9), 60), [], [ended], Today));
        Assert.Equal([new DutyFault.AfterPairing(March(10), March(9))], DutyCheck.Find(Visit(March(10), 60), [], [ended], Today).AsEnumerable());
        Assert.Empty(DutyCheck.Find(Visit(March(10), 60), [], [ended, Paired with { From = March(10) }], Today));
    }

    [Fact]
    public void A_village_of_another_firm_is_refused() => Assert.Equal([new DutyFault.NotPaired(West, "f")], Find(Visit(Today, 60, village: West)));

    [Theory, InlineData(0, false), InlineData(1, true), InlineData(1440, true), InlineData(1441, false)]
    public void An_entry_takes_more_than_nothing_and_at_most_a_day(double minutes, bool stands)
    {
        var faults = Find(Visit(Today, minutes, hour: 0));
        if (stands)
            Assert.Empty(faults);
        else
            Assert.Equal([new DutyFault.WrongLength(new Minutes(minutes), new Minutes(1440))], faults);
    }

    [Theory, InlineData(60, true), InlineData(61, false)]
    public void A_visit_ends_by_midnight(double minutes, bool stands) =>
        Assert.Equal(stands ? [] : [new DutyFault.PastMidnight(new Minutes(60))], Find(Visit(Today, minutes, hour: 23)));

    // From nine to ten stands.
    [Theory, InlineData(8, 60, true), InlineData(8, 61, false), InlineData(10, 60, true), InlineData(9, 1, false), InlineData(7, 600, false)]
    public void Visits_of_an_adviser_may_follow_but_not_overlap(int hour, double minutes, bool stands)
    {
        var standing = Visit(Today, 60);
        Assert.Equal(stands ? [] : [new DutyFault.Overlap(standing)], Find(Visit(Today, minutes, hour), standing));
    }

    [Fact]
    public void Another_adviser_another_firm_and_another_day_may_share_the_hour() =>
        Assert.Empty(Find(Visit(Today, 60), Visit(Today, 60, adviser: "p2"), Visit(Today, 60, firm: "g"), Visit(March(14), 60), Lecture(Today)));

    [Fact]
    public void The_same_adviser_in_another_village_is_overlapped_too() => Assert.Single(Find(Visit(Today, 60), Visit(Today, 60, village: West)));

    [Fact]
    public void Counts_below_zero_and_a_lecture_on_nothing_are_refused()
    {
        Assert.Equal(
            [new DutyFault.NegativeCount(DutyCount.Helped, -1), new DutyFault.NegativeCount(DutyCount.Instruments, -2)], Find(Visit(Today, 60) with { Helped = -1, Instruments = -2 }));
        Assert.Equal([new DutyFault.NoSubject(), new DutyFault.NegativeCount(DutyCount.Attendance, -1)], Find(Lecture(Today, attendance: -1) with { Subject = " " }));
    }

    [Fact]
    public void How_far_from_the_room_the_adviser_checked_in_refuses_nothing() =>
        Assert.Empty(Find(Visit(Today, 60) with { FromRoom = new Metres(25_000) }));
}
