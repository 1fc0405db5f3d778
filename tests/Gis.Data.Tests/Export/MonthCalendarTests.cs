using System.Text;
using Gis.Core.Pairing.Month;
using Gis.Core.Units;
using Gis.Data.Export;

namespace Gis.Data.Tests.Export;

public sealed class MonthCalendarTests
{
    private static readonly DateTimeOffset Stamp = new(2027, 1, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly MonthWords Words = new("on the spot", "on the spot, with a lecture", id => "Village " + id, id => id == "v1" ? "Room 1, Main Street" : "");

    private static readonly MonthPlan Plan = new(
    [
        new AdviserMonth("a", new MonthlyHours(40), [Day(3, Visit("v1", 30, 120, 90), Visit("v2", 260, 120)), Day(17, Visit("v1", 30, 120))]),
        new AdviserMonth("b", new MonthlyHours(40), [Day(5, Visit("v3", 10, 240))]),
    ]);

    private static MonthDay Day(int day, params MonthVisit[] visits) => new(new DateOnly(2027, 2, day), [.. visits], default);

    private static MonthVisit Visit(string village, double arrival, double minutes, double lecture = 0) =>
        new(village, default, new Minutes(arrival), new Minutes(minutes), new Minutes(lecture), false);

    private static string[] Unfold(byte[] file) => Encoding.UTF8.GetString(file).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string[] Find(byte[] file, string name) => [.. Unfold(file).Where(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Select(line => line[(name.Length + 1)..])];

    // Set out at 8:30 in China, which is 0:30 UTC; there at 9:00, and gone at 12:30, as 120 minutes and a lecture of 90 are three and a half hours.
    [Fact]
    public void An_advisers_visits_have_their_times_in_utc_their_village_and_place()
    {
        var file = MonthCalendar.OfAdviser(Plan, DutyRules.Plan2018, "a", "A", Words, Stamp);
        Assert.Equal(["20270203T010000Z", "20270203T045000Z", "20270217T010000Z"], Find(file, "DTSTART"));
        Assert.Equal(["20270203T043000Z", "20270203T065000Z", "20270217T030000Z"], Find(file, "DTEND"));
        Assert.Equal(["Village v1: on the spot\\, with a lecture", "Village v2: on the spot", "Village v1: on the spot"], Find(file, "SUMMARY"));
        Assert.Equal(["Room 1\\, Main Street", "Room 1\\, Main Street"], Find(file, "LOCATION"));
        Assert.All(Find(file, "TRANSP"), value => Assert.Equal("OPAQUE", value));
        Assert.Equal(["20270125T120000Z"], Find(file, "DTSTAMP").Distinct());
    }

    [Fact]
    public void A_village_sees_its_own_visits_alone()
    {
        var file = MonthCalendar.OfVillage([Plan], DutyRules.Plan2018, "v1", "V1", Words, Stamp);
        Assert.Equal(["v1-2027-02-1@legal-service-visit", "v1-2027-02-2@legal-service-visit"], Find(file, "UID"));
        Assert.Empty(Find(MonthCalendar.OfVillage([Plan], DutyRules.Plan2018, "v9", "V9", Words, Stamp), "UID"));
    }

    [Fact]
    public void Another_plan_moves_the_same_events()
    {
        var moved = new MonthPlan([Plan.Advisers[0] with { Days = [Day(9, Visit("v1", 20, 120)), Day(23, Visit("v2", 10, 120), Visit("v1", 200, 120))] }]);
        string[] before = Find(MonthCalendar.OfAdviser(Plan, DutyRules.Plan2018, "a", "A", Words, Stamp), "UID");
        string[] after = Find(MonthCalendar.OfAdviser(moved, DutyRules.Plan2018, "a", "A", Words, Stamp), "UID");
        Assert.Equal(before.Order(), after.Order());
        Assert.Equal(after.Length, after.Distinct().Count());
    }

    [Fact]
    public void The_two_calendars_of_a_visit_name_it_alike() => Assert.Subset(
        Find(MonthCalendar.OfAdviser(Plan, DutyRules.Plan2018, "a", "A", Words, Stamp), "UID").ToHashSet(),
        Find(MonthCalendar.OfVillage([Plan], DutyRules.Plan2018, "v1", "V1", Words, Stamp), "UID").ToHashSet());

    [Fact]
    public void An_adviser_the_plan_has_not_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => MonthCalendar.OfAdviser(Plan, DutyRules.Plan2018, "x", "X", Words, Stamp));
}
