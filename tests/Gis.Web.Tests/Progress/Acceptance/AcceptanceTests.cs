using System.Net;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Web.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Progress.Acceptance;

/// <summary>Each test has a room of its own, so one program serves them all.</summary>
public sealed class AcceptanceTests(GisApp app) : IClassFixture<GisApp>
{
    private static int Taken;

    [Fact]
    public async Task A_room_goes_from_the_county_over_a_return_to_the_region()
    {
        var (room, officer, planner) = (TakeRoom(), await Inspector.Officer(app), await Inspector.Of(app));
        await officer.Do(room, "declare", "met");
        Assert.Equal(Stage.Declared, StageOf(room));
        await planner.Do(room, "return", "met", ("R04", "not-met"), ("note", "补做公示栏"), ("due", Wording.Day(app.Clock.GetUtcNow().AddDays(10))));
        Assert.Equal(Stage.Returned, StageOf(room));

        var returned = await officer.Read("/plan/acceptance/" + room);
        Assert.Contains("R04 有法律服务公示栏: 未达到", returned, StringComparison.Ordinal);
        Assert.Contains("补做公示栏", returned, StringComparison.Ordinal);
        Assert.Contains("还有 10 天", returned, StringComparison.Ordinal);
        // The county goes on from what it found, the city from what it found.
        await officer.Do(room, "declare");
        await planner.Do(room, "accept", null, ("R04", "met"));
        Assert.Equal(Stage.CityAccepted, StageOf(room));
        await planner.Do(room, "accept", "met");
        Assert.Equal(Stage.ProvinceAccepted, StageOf(room));

        var log = await app.Services.GetRequiredService<NetworkHistory>().ListAsync(new LogFilter(Record: new RecordKey(RecordKind.Point, room)));
        Assert.Equal(["acceptance.accept", "acceptance.accept", "acceptance.declare", "acceptance.return", "acceptance.declare"], log.Take(5).Select(line => line.Command));
        Assert.DoesNotContain("补做公示栏", string.Join(' ', log.Select(line => line.Reason)), StringComparison.Ordinal);
        Assert.Contains("R04", log[3].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AccountRole.CountyOfficer, "640104", true)]
    [InlineData(AccountRole.CountyOfficer, "640105", false)]
    [InlineData(AccountRole.Planner, null, false)]
    [InlineData(AccountRole.Auditor, null, false)]
    public async Task Only_the_officer_of_its_county_declares_a_room_and_others_only_read(AccountRole role, string? scope, bool may)
    {
        var (room, officer, who) = (TakeRoom(), await Inspector.Officer(app), await Inspector.Of(app, role, scope));
        var page = await who.Read("/plan/acceptance/" + room);
        Assert.Equal(may, Inspector.FormOf(page, "sheet") is not null);
        var answer = await who.SendAsOwn("/plan/acceptance/" + room, Inspector.Answer(await officer.Read("/plan/acceptance/" + room), "declare", "met"));
        Assert.Equal(may ? HttpStatusCode.Found : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(may ? Stage.Declared : Stage.Built, StageOf(room));
    }

    [Theory]
    [InlineData(AccountRole.FirmMember)]
    [InlineData(AccountRole.VillageClerk)]
    [InlineData(AccountRole.Administrator)]
    public async Task Who_has_nothing_to_do_with_acceptance_does_not_see_it(AccountRole role)
    {
        var who = await Inspector.Of(app, role);
        foreach (var address in new[] { "/plan/acceptance", "/plan/acceptance/" + TakeRoom(), "/api/plan/acceptance" })
            Assert.Equal(HttpStatusCode.Forbidden, (await who.Get(address)).StatusCode);
    }

    [Fact]
    public async Task An_officer_does_not_inspect_for_the_city()
    {
        var (room, officer) = (TakeRoom(), await Inspector.Officer(app));
        await officer.Do(room, "declare", "met");
        Assert.Null(Inspector.FormOf(await officer.Read("/plan/acceptance/" + room), "sheet"));
        var planner = await Inspector.Of(app);
        var answer = await officer.SendAsOwn("/plan/acceptance/" + room, Inspector.Answer(await planner.Read("/plan/acceptance/" + room), "accept", "met"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(Stage.Declared, StageOf(room));
    }

    [Fact]
    public async Task A_draft_is_kept_with_all_that_was_filled_in_and_scored()
    {
        var (room, officer) = (TakeRoom(), await Inspector.Officer(app));
        await officer.Do(room, "save", null, ("R01", "met"), ("R08", "not-applicable"), ("note", "先填两条"));
        var page = await officer.Read("/plan/acceptance/" + room);
        var fields = Inspector.FieldsOf(page, "sheet");
        Assert.Equal(["met", "not-applicable"], fields.Where(each => each.Key.StartsWith("v.", StringComparison.Ordinal)).Select(each => each.Value));
        Assert.Contains(KeyValuePair.Create("note", "先填两条"), fields);
        Assert.Contains("还有 19 条没填", page, StringComparison.Ordinal);
        Assert.Equal(Stage.Built, StageOf(room));

        await officer.Do(room, "fill");
        Assert.Contains("达标。", await officer.Read("/plan/acceptance/" + room), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R01", "splendid", "R01")]
    [InlineData("R01", "not-applicable", "必达项")]
    [InlineData("note", "long", "最多 1000 个字")]
    [InlineData("due", "soon", "应为日期")]
    public async Task What_is_filled_in_wrongly_is_named_and_nothing_else_is_lost(string field, string value, string words)
    {
        var (room, officer) = (TakeRoom(), await Inspector.Officer(app));
        var answer = await officer.Send(room, "save", null, ("R02", "partly"), (field, value == "long" ? new string('长', 1001) : value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await Inspector.Faults(answer), StringComparison.Ordinal);
        Assert.Contains(KeyValuePair.Create("v.R02", "partly"), Inspector.FieldsOf(await Inspector.Words(answer), "sheet"));
        Assert.DoesNotContain(Inspector.FieldsOf(await officer.Read("/plan/acceptance/" + room), "sheet"), each => each.Key.StartsWith("v.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "R01", "met", "还有 20 条没填")]
    [InlineData("met", "R04", "not-met", "必达项未达到:R04")]
    [InlineData("met", "R04", "partly", "必达项未达到:R04")]
    [InlineData("not-met", "R01", "met", "没到合格线")]
    public async Task What_is_not_up_to_standard_is_not_declared(string? all, string code, string verdict, string words)
    {
        var (room, officer) = (TakeRoom(), await Inspector.Officer(app));
        var answer = await officer.Send(room, "declare", all, (code, verdict));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await Inspector.Faults(answer), StringComparison.Ordinal);
        Assert.Equal(Stage.Built, StageOf(room));
    }

    [Fact]
    public async Task To_return_a_room_takes_an_item_a_note_and_a_day_ahead()
    {
        var (room, officer, planner) = (TakeRoom(), await Inspector.Officer(app), await Inspector.Of(app));
        await officer.Do(room, "declare", "met");
        var (today, tomorrow) = (Wording.Day(app.Clock.GetUtcNow()), Wording.Day(app.Clock.GetUtcNow().AddDays(1)));
        foreach (var (verdict, note, due, words) in new[]
        {
            ("met", "补", tomorrow, "至少有一条"), ("not-met", "", tomorrow, "写明整改什么"), ("not-met", "补", "", "整改期限应为"),
            ("not-met", "补", today, "整改期限应为"), ("not-met", "补", "2099-01-01", "整改期限应为"),
        })
        {
            var answer = await planner.Send(room, "return", null, ("R07", verdict), ("note", note), ("due", due));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(words, await Inspector.Faults(answer), StringComparison.Ordinal);
        }

        Assert.Equal(Stage.Declared, StageOf(room));
        await planner.Do(room, "return", null, ("R07", "not-met"), ("note", "补"), ("due", tomorrow));
    }

    [Fact]
    public async Task Who_saw_an_older_sheet_is_answered_412_with_both_and_may_save_once_more()
    {
        var (room, one, other) = (TakeRoom(), await Inspector.Officer(app), await Inspector.Officer(app));
        var seen = await one.Read("/plan/acceptance/" + room);
        await other.Do(room, "save", null, ("R01", "not-met"));
        var answer = await one.Post("/plan/acceptance/" + room, Inspector.Answer(seen, "save", null, ("R01", "met")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Contains("<td>未达到</td><td>达到</td>", await Inspector.Faults(answer), StringComparison.Ordinal);

        var again = Inspector.Answer(await Inspector.Words(answer), "save");
        Assert.Contains(KeyValuePair.Create("v.R01", "met"), again);
        Assert.Equal(HttpStatusCode.Found, (await one.Post("/plan/acceptance/" + room, again)).StatusCode);
    }

    [Fact]
    public async Task Who_saw_an_older_stage_is_told_that_it_moved_on()
    {
        var (room, one, other) = (TakeRoom(), await Inspector.Officer(app), await Inspector.Officer(app));
        var seen = await one.Read("/plan/acceptance/" + room);
        await other.Do(room, "declare", "met");
        var answer = await one.Post("/plan/acceptance/" + room, Inspector.Answer(seen, "declare", "met"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Contains("已经到了下一步", await Inspector.Faults(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_sheets_are_declared_together_and_the_others_are_not_offered()
    {
        var (rooms, officer) = (new[] { TakeRoom(), TakeRoom(), TakeRoom() }, await Inspector.Officer(app));
        await officer.Do(rooms[0], "fill");
        await officer.Do(rooms[1], "fill");
        await officer.Do(rooms[2], "save", null, ("R01", "met"));
        var address = "/plan/acceptance?turn=county&county=640104";
        var fields = await Find(officer, address, rooms[0]);
        Assert.DoesNotContain(fields, each => each.Value.StartsWith(rooms[2], StringComparison.Ordinal));

        var chosen = fields.Where(each => each.Key != "ready").Concat(fields.Where(each => each.Key == "ready" && rooms.Any(room => each.Value.StartsWith(room, StringComparison.Ordinal)))
            .Select(each => KeyValuePair.Create("point", each.Value))).ToList();
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Post("/plan/acceptance", fields.Where(each => each.Key != "ready"))).StatusCode);
        foreach (var other in new[] { await Inspector.Of(app, AccountRole.CountyOfficer, "640105"), await Inspector.Of(app, AccountRole.Auditor) })
            Assert.Equal(HttpStatusCode.Forbidden, (await other.SendAsOwn("/plan/acceptance", chosen)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await officer.Post("/plan/acceptance", chosen)).StatusCode);
        Assert.Equal([Stage.Declared, Stage.Declared, Stage.Built], rooms.Select(StageOf));
        // Sent once more, they have moved on.
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await officer.Post("/plan/acceptance", chosen)).StatusCode);
    }

    [Fact]
    public async Task An_overdue_room_is_told_the_day_after_its_day_and_comes_first()
    {
        var (room, officer, planner) = (TakeRoom(), await Inspector.Officer(app), await Inspector.Of(app));
        await officer.Do(room, "declare", "met");
        await planner.Do(room, "return", "met", ("R07", "partly"), ("note", "补"), ("due", Wording.Day(app.Clock.GetUtcNow().AddDays(1))));
        var json = await Json(planner, room);
        Assert.Equal((1, "R07"), (json.GetProperty("daysLeft").GetInt32(), json.GetProperty("items")[0].GetString()));
        app.Clock.Ahead += TimeSpan.FromDays(2);
        // No session lasts as long.
        planner = await Inspector.Of(app);
        Assert.Equal(-1, (await Json(planner, room)).GetProperty("daysLeft").GetInt32());
        var page = await planner.Read("/plan/acceptance?turn=returned&county=all");
        Assert.Contains("逾期 1 天", page, StringComparison.Ordinal);
        Assert.Contains("id=\"overdue\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_says_what_the_pages_say()
    {
        var (room, officer) = (TakeRoom(), await Inspector.Officer(app));
        await officer.Do(room, "declare", "met", ("R08", "not-met"));
        var json = await Json(officer, room);
        Assert.Equal(("declared", "city", "county"), (json.GetProperty("stage").GetString(), json.GetProperty("turn").GetString(), json.GetProperty("level").GetString()));
        // Of the facilities 7 of 8, of the rest all: (7/8 + 1 + 1) / 3.
        Assert.Equal(2.875 / 3, json.GetProperty("score").GetDouble(), 12);
        Assert.Contains("95.8 %", await officer.Read("/plan/acceptance/" + room), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Get("/api/plan/acceptance?county=1")).StatusCode);
    }

    [Theory]
    [InlineData("/plan/acceptance/room-1")]
    [InlineData("/plan/acceptance/..")]
    public async Task A_point_that_is_not_there_is_not_found(string address) =>
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await (await Inspector.Of(app)).Get(address)).StatusCode);

    [Theory]
    [InlineData("turn=nobody&county=640104")]
    [InlineData("turn=city&county=999999&part=99")]
    [InlineData("turn=done&county=all&part=-1")]
    public async Task A_queue_asked_for_oddly_is_shown_all_the_same(string query) =>
        Assert.Contains("id=\"ranking\"", await (await Inspector.Of(app)).Read("/plan/acceptance?" + query), StringComparison.Ordinal);

    // A built room of Xingqing that no other test has.
    private string TakeRoom() => app.Snapshot.Network.Points.Where(point => point.Tier == Tier.Room && point.Stage == Stage.Built && point.Area.County.Digits == "640104")
        .OrderBy(point => point.Id).ElementAt(100 - Interlocked.Increment(ref Taken)).Id.ToString();

    private Stage StageOf(string room) => app.Snapshot.Network.FindPoint(PointId.Parse(room))!.Stage;

    private static async Task<JsonElement> Json(Inspector who, string room)
    {
        using var document = JsonDocument.Parse(await (await who.Get("/api/plan/acceptance?county=640104")).Content.ReadAsStringAsync());
        return document.RootElement.GetProperty("points").EnumerateArray().Single(each => each.GetProperty("id").GetString() == room).Clone();
    }

    // The form of the page of the queue on which a room stands.
    private static async Task<List<KeyValuePair<string, string>>> Find(Inspector who, string address, string room)
    {
        for (var part = 1; part < 20; part++)
        {
            var fields = await who.Open($"{address}&part={part}", "hand-in");
            if (fields.Any(each => each.Value.StartsWith(room, StringComparison.Ordinal)))
                return fields;
        }

        throw new InvalidOperationException($"{room} is on no page of {address}");
    }
}
