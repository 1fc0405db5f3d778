using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Tests.Finder.Voice;

public sealed class VoiceRulesTests
{
    private static readonly AreaCode City = AreaCode.Parse("640100");
    private static readonly AreaCode County = AreaCode.Parse("640104");
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData(Tier.Room, "640104100201"), InlineData(Tier.Station, "640104100"), InlineData(Tier.Centre, "640104")]
    public void What_is_told_of_a_point_goes_to_the_bureau_of_its_county(Tier tier, string area)
    {
        foreach (var kind in Enum.GetValues<VoiceKind>().Where(kind => tier != Tier.Centre || kind != VoiceKind.Complaint))
            Assert.Equal(County, VoiceSteps.BureauFor(kind, Point(tier, area), City));
    }

    [Fact]
    public void A_complaint_about_a_centre_goes_to_the_city() =>
        Assert.Equal(City, VoiceSteps.BureauFor(VoiceKind.Complaint, Point(Tier.Centre, "640104"), City));

    [Fact]
    public void What_is_about_no_one_point_goes_to_the_city() =>
        Assert.All(Enum.GetValues<VoiceKind>(), kind => Assert.Equal(City, VoiceSteps.BureauFor(kind, null, City)));

    [Fact]
    public void A_correction_is_due_five_working_days_after_the_day_it_came() =>
        // Tuesday, Wednesday, Thursday, Friday, and over the weekend Monday.
        Assert.Equal(new DateOnly(2026, 3, 9), new VoiceTerms().DueOn(VoiceKind.Correction, Monday, WorkCalendar.Unannounced));

    [Theory]
    [InlineData(VoiceKind.Complaint), InlineData(VoiceKind.Suggestion)]
    public void A_complaint_or_suggestion_is_due_after_fifteen(VoiceKind kind) =>
        Assert.Equal(new DateOnly(2026, 3, 23), new VoiceTerms().DueOn(kind, Monday, WorkCalendar.Unannounced));

    [Fact]
    public void What_comes_on_a_weekend_is_counted_from_monday() =>
        Assert.Equal(new DateOnly(2026, 3, 6), new VoiceTerms().DueOn(VoiceKind.Correction, new DateOnly(2026, 2, 28), WorkCalendar.Unannounced));

    [Fact]
    public void Holidays_are_not_counted_and_days_made_up_are()
    {
        // Tuesday is a holiday and Saturday is worked for it: Wednesday, Thursday, Friday, Saturday, Monday.
        var calendar = new WorkCalendar([new DateOnly(2026, 3, 3)], [new DateOnly(2026, 3, 7)]);
        Assert.Equal(new DateOnly(2026, 3, 9), new VoiceTerms().DueOn(VoiceKind.Correction, Monday, calendar));
    }

    [Fact]
    public void The_due_day_is_always_worked_and_so_many_working_days_off()
    {
        for (var (day, terms) = (Monday, new VoiceTerms()); day < Monday.AddDays(40); day = day.AddDays(1))
        {
            var due = terms.DueOn(VoiceKind.Complaint, day, WorkCalendar.Unannounced)!.Value;
            Assert.True(WorkCalendar.Unannounced.IsWork(due));
            Assert.Equal(15, WorkCalendar.Unannounced.Count(day.AddDays(1), due));
        }
    }

    [Fact]
    public void A_rating_is_never_due() => Assert.Null(new VoiceTerms().DueOn(VoiceKind.Rating, Monday, WorkCalendar.Unannounced));

    [Fact]
    public void On_the_due_day_itself_nothing_is_overdue_and_on_the_next_it_is()
    {
        var message = Message(VoiceKind.Correction) with { DueOn = Monday };
        Assert.False(message.IsOverdue(Monday));
        Assert.True(message.IsOverdue(Monday.AddDays(1)));
        Assert.False((message with { State = VoiceState.Answered }).IsOverdue(Monday.AddDays(1)));
        Assert.False((message with { DueOn = null }).IsOverdue(Monday.AddDays(1)));
    }

    [Fact]
    public void A_contact_is_past_exactly_so_many_days_after_closing()
    {
        var terms = new VoiceTerms { ContactDays = 30 };
        Assert.False(terms.IsContactPast(Monday, Monday.AddDays(29)));
        Assert.True(terms.IsContactPast(Monday, Monday.AddDays(30)));
        Assert.True((terms with { ContactDays = 0 }).IsContactPast(Monday, Monday));
    }

    [Theory]
    [InlineData(VoiceState.New, VoiceAct.TakeUp, VoiceState.TakenUp), InlineData(VoiceState.Forwarded, VoiceAct.TakeUp, VoiceState.TakenUp)]
    [InlineData(VoiceState.TakenUp, VoiceAct.TakeUp, VoiceState.TakenUp), InlineData(VoiceState.TakenUp, VoiceAct.Answer, VoiceState.Answered)]
    [InlineData(VoiceState.Answered, VoiceAct.Answer, VoiceState.Answered), InlineData(VoiceState.Answered, VoiceAct.Close, VoiceState.Closed)]
    [InlineData(VoiceState.New, VoiceAct.Forward, VoiceState.Forwarded), InlineData(VoiceState.TakenUp, VoiceAct.Forward, VoiceState.Forwarded)]
    [InlineData(VoiceState.Closed, VoiceAct.Reopen, VoiceState.TakenUp), InlineData(VoiceState.Closed, VoiceAct.Note, VoiceState.Closed)]
    public void An_officer_leads_a_message_on(VoiceState state, VoiceAct act, VoiceState then) =>
        Assert.Equal(then, VoiceSteps.After(Message(VoiceKind.Complaint) with { State = state }, act));

    [Theory]
    [InlineData(VoiceState.New, VoiceAct.Answer), InlineData(VoiceState.Forwarded, VoiceAct.Answer), InlineData(VoiceState.New, VoiceAct.Close)]
    [InlineData(VoiceState.TakenUp, VoiceAct.Close), InlineData(VoiceState.Answered, VoiceAct.Forward), InlineData(VoiceState.Answered, VoiceAct.TakeUp)]
    [InlineData(VoiceState.Closed, VoiceAct.Answer), InlineData(VoiceState.Answered, VoiceAct.Reopen), InlineData(VoiceState.New, VoiceAct.Release)]
    public void Nothing_else_is_done_with_it(VoiceState state, VoiceAct act) =>
        Assert.Null(VoiceSteps.After(Message(VoiceKind.Complaint) with { State = state }, act));

    [Fact]
    public void A_rating_and_what_is_held_may_be_closed_without_an_answer_once_taken_up()
    {
        Assert.Equal(VoiceState.Closed, VoiceSteps.After(Message(VoiceKind.Rating) with { State = VoiceState.TakenUp }, VoiceAct.Close));
        Assert.Equal(VoiceState.Closed, VoiceSteps.After(Message(VoiceKind.Complaint) with { State = VoiceState.TakenUp, IsHeld = true }, VoiceAct.Close));
    }

    [Fact]
    public void A_rating_without_words_is_closed_from_the_start()
    {
        Assert.Equal(VoiceState.Closed, VoiceSteps.Begin(VoiceKind.Rating, ""));
        Assert.Equal(VoiceState.New, VoiceSteps.Begin(VoiceKind.Rating, "好"));
        Assert.Equal(VoiceState.New, VoiceSteps.Begin(VoiceKind.Correction, ""));
    }

    [Fact]
    public void A_queue_has_the_open_first_and_of_these_what_is_due_first()
    {
        var later = Message(VoiceKind.Complaint) with { DueOn = Monday.AddDays(9) };
        var sooner = Message(VoiceKind.Correction) with { DueOn = Monday.AddDays(3) };
        var answered = Message(VoiceKind.Correction) with { DueOn = Monday, State = VoiceState.Answered };
        var rating = Message(VoiceKind.Rating);
        Assert.Equal([sooner, later, rating, answered], VoiceMessage.InOrder([answered, rating, later, sooner]));
    }

    [Theory]
    [InlineData("", 0), InlineData("没有链接", 0), InlineData("http://a.cn", 1), InlineData("看 https://www.a.cn 和 WWW.b.cn。", 2), InlineData("http://a http://b http://c", 3), InlineData("http://", 0)]
    public void Links_are_counted_once_each(string text, int links) => Assert.Equal(links, VoiceWords.CountLinks(text));

    [Fact]
    public void Exactly_two_links_pass_and_three_are_held()
    {
        Assert.False(VoiceWords.IsHeld("www.a.cn www.b.cn"));
        Assert.True(VoiceWords.IsHeld("www.a.cn www.b.cn www.c.cn"));
    }

    [Theory]
    [InlineData(2.999, WritingPace.TooFast), InlineData(3, WritingPace.Right), InlineData(86_400, WritingPace.Right), InlineData(86_400.001, WritingPace.TooOld)]
    public void Three_seconds_and_a_day_are_both_right(double seconds, WritingPace pace) => Assert.Equal(pace, VoiceWords.PaceOf(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(null, ""), InlineData("  门锁着  ", "门锁着"), InlineData("一\r\n二\r三", "一\n二\n三"), InlineData("a\0b\u0007\u202Ec", "abc"), InlineData("😀 👨‍👩‍👧", "😀 👨‍👩‍👧"), InlineData("'; DROP TABLE voice; --", "'; DROP TABLE voice; --")]
    public void Words_are_kept_but_for_what_cannot_be(string? text, string clean) => Assert.Equal(clean, VoiceWords.Clean(text));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_an_unknown_one()
    {
        Assert.Equal("门\uFFFD锁", VoiceWords.Clean("门" + (char)0xD83D + "锁"));
        Assert.Equal("\uFFFD", VoiceWords.Clean(((char)0xDE00).ToString()));
    }

    private static VoiceMessage Message(VoiceKind kind) =>
        new(VoiceNumber.Of("343333333"), kind, null, City, "", Monday, VoiceState.New);

    private static ServicePoint Point(Tier tier, string area) =>
        new(PointId.Parse("p-1"), "", tier, AreaCode.Parse(area), null, new Bank(""), Stage.Built, new Provenance(Basis.Fact, ""));
}
