using System.Collections.Immutable;
using System.Net;
using Gis.Core.Network;
using Gis.Core.Pairing.Month;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Gis.Web.Pairing;
using Gis.Web.Pairing.Months;
using Gis.Web.Tests.Accounts;
using Gis.Web.Tests.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Pairing;

/// <summary>The months of firms and the notice boards of villages, with pairs that stand.</summary>
public sealed class MonthPageTests : IDisposable
{
    private static readonly DateOnly From = new(2026, 1, 1);

    private static readonly Month March = new(2027, 3);

    private readonly GisApp app = new();

    public void Dispose() => app.Dispose();

    private Firm Firm => app.Snapshot.Network.Firms[0];

    private ImmutableArray<Village> Villages => [.. app.Snapshot.Network.Villages.Where(village => village.Code.County == Firm.County).Take(3)];

    [Fact]
    public async Task Hours_and_travel_of_a_month_add_up_and_every_village_has_its_four()
    {
        await Pair();
        var planned = (await app.Services.GetRequiredService<MonthDesk>().Plan(Firm.Id, March, default))!;
        var plan = planned.Plan!;
        Assert.Equal(12, plan.OnSite.Value, 9);
        Assert.Equal(plan.Hours.Value, plan.Advisers.Sum(adviser => adviser.Days.Sum(day => day.Away.Value)) / 60, 9);
        foreach (var village in Villages)
            Assert.Equal(240, planned.DaysAt(village.Code.Digits).Sum(day => day.Visit.OnSite.Value), 9);
        Assert.Single(Villages, village => planned.DaysAt(village.Code.Digits).Any(day => day.Visit.HasLecture));
        var page = await (await Editor.Of(app, AccountRole.FirmMember)).Read($"/firm/month?month={March}");
        foreach (var hours in new[] { plan.OnSite, plan.Lectures, plan.Driving, plan.Hours })
            Assert.Contains($"<dd>{MonthWording.Hours(hours)}</dd>", page, StringComparison.Ordinal);
        Assert.Contains("假定", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_cannot_be_says_why_in_numbers_and_what_would_help()
    {
        await Pair();
        var firm = await Editor.Of(app, AccountRole.FirmMember);
        var fields = (await firm.Open("/firm", "profile")).Where(field => field.Key != "field").ToDictionary();
        fields["hours"] = "12";
        Assert.Equal(HttpStatusCode.Found, (await firm.Post("/firm?handler=Profile", fields)).StatusCode);
        var page = await firm.Read($"/firm/month?month={March}");
        Assert.Contains("排不下", page, StringComparison.Ordinal);
        Assert.Contains("id=\"remedies\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("假定", page, StringComparison.Ordinal);
        Assert.Contains("排不下", await (await Editor.Of(app)).Read($"/plan/pairing/month?month={March}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_of_a_lawyer_has_the_visits_of_the_page()
    {
        await Pair();
        var client = await app.SignInAs(AccountRole.FirmMember);
        var plan = (await app.Services.GetRequiredService<MonthDesk>().Plan(Firm.Id, March, default))!.Plan!;
        var adviser = plan.Advisers.First(adviser => !adviser.Days.IsEmpty);
        var calendar = await client.GetStringAsync($"/api/firm/month.ics?month={March}&post={adviser.Adviser}");
        Assert.Equal(adviser.Days.Sum(day => day.Visits.Length), calendar.Split("BEGIN:VEVENT").Length - 1);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/firm/month.ics?month={March}&post=99")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/firm/month.ics?month=2027-13&post=1")).StatusCode);
    }

    [Fact]
    public async Task The_notice_board_of_a_village_names_its_firm_its_days_and_nobody_without_consent()
    {
        await Pair();
        var anyone = app.CreateClient();
        var board = WebUtility.HtmlDecode(await anyone.GetStringAsync($"/advisers/{Villages[0].Code}"));
        Assert.Contains(Firm.Name, board, StringComparison.Ordinal);
        Assert.Contains("id=\"vacant\"", board, StringComparison.Ordinal);
        Assert.Contains("<svg", board, StringComparison.Ordinal);
        var other = app.Snapshot.Network.Villages.First(village => Villages.All(own => own.Code != village.Code));
        Assert.Contains("id=\"nobody\"", await anyone.GetStringAsync($"/advisers/{other.Code}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/advisers/999999999999")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/advisers/x")).StatusCode);
    }

    [Fact]
    public async Task The_calendar_of_a_village_has_the_days_of_this_month_and_the_next()
    {
        await Pair();
        var (anyone, desk, today) = (app.CreateClient(), app.Services.GetRequiredService<MonthDesk>(), app.Services.GetRequiredService<RoundDesk>().Today);
        var calendar = await anyone.GetStringAsync($"/advisers/{Villages[0].Code}.ics");
        var months = await desk.PlanAhead(Firm.Id, today, default);
        Assert.Equal(months.Sum(month => month.DaysAt(Villages[0].Code.Digits).Count()), calendar.Split("BEGIN:VEVENT").Length - 1);
        var other = app.Snapshot.Network.Villages.First(village => Villages.All(own => own.Code != village.Code));
        Assert.DoesNotContain("BEGIN:VEVENT", await anyone.GetStringAsync($"/advisers/{other.Code}.ics"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/advisers/999999999999.ics")).StatusCode);
    }

    [Fact]
    public async Task A_village_without_a_position_is_told_and_not_planned()
    {
        var lost = Villages[0] with { Position = null };
        var network = app.Snapshot.Network;
        app.Services.GetRequiredService<Gis.Web.Network.CurrentNetwork>().Serve(long.MaxValue, new ServiceNetwork(network.Parts with
        {
            Villages = [.. network.Villages.Select(village => village.Code == lost.Code ? lost : village)],
        }));
        await Pair();
        var planned = (await app.Services.GetRequiredService<MonthDesk>().Plan(Firm.Id, March, default))!;
        Assert.Equal(lost.Code, Assert.Single(planned.Unlocated).Code);
        Assert.Equal(2, planned.Villages.Length);
        Assert.IsType<MonthOutcome.Planned>(planned.Outcome);
    }

    [Fact]
    public async Task A_city_without_pairs_says_what_comes_first() =>
        Assert.Contains("id=\"no-pairs\"", await (await Editor.Of(app)).Read("/plan/pairing/month"), StringComparison.Ordinal);

    private Task Pair() => app.Pair(From, [.. Villages.Select(village => (village.Code.Digits, Firm.Id))]);
}
