using System.Net;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;
using ServicePoint = Gis.Core.Network.ServicePoint;

namespace Gis.Web.Tests.Finder.Voice;

public sealed class VoiceOfficerTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly Teller teller = new(app);

    private ServicePoint Room => app.Snapshot.Network.Points.First(point => point is { Tier: Tier.Room, IsOpen: true });

    private County County => app.Snapshot.Network.FindCounty(Room.Area.County.Digits)!;

    private County Other => app.Snapshot.Network.Counties.First(county => county.Code != County.Code);

    [Fact]
    public async Task An_officer_takes_up_answers_and_closes_and_the_number_shows_it()
    {
        var message = await Tell("大门锁着", ("contact", "0951-77777"));
        var officer = await Officer(County);
        Assert.DoesNotContain("0951-77777", await Page(officer, message), StringComparison.Ordinal);
        await Do(officer, message, ("act", "take-up"));
        var page = await Page(officer, message);
        Assert.Contains("大门锁着", page, StringComparison.Ordinal);
        Assert.Contains("0951-77777", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0951-77777", await Page(await Officer(County), message), StringComparison.Ordinal);
        Assert.Contains("正在办", await Follow(message), StringComparison.Ordinal);

        await Do(officer, message, ("act", "note"), ("note", "问过村里"));
        await Do(officer, message, ("act", "answer"), ("answer", "钥匙已换,每天开门。"));
        var follow = await Follow(message);
        Assert.Contains("已答复", follow, StringComparison.Ordinal);
        Assert.Contains("钥匙已换,每天开门。", follow, StringComparison.Ordinal);
        foreach (var hidden in new[] { "大门锁着", "0951-77777", "问过村里" })
            Assert.DoesNotContain(hidden, follow, StringComparison.Ordinal);
        await Do(officer, message, ("act", "close"));
        Assert.Contains("已办结", await Follow(message), StringComparison.Ordinal);
        await Do(officer, message, ("act", "reopen"));
        Assert.Contains("正在办", await Follow(message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_english_pages_is_the_same()
    {
        var message = await Tell("英文页也一样");
        var officer = await Officer(County);
        await Do(officer, message, ("act", "take-up"));
        await Do(officer, message, ("act", "answer"), ("answer", "好的。"));
        var follow = await Teller.Words(await teller.Client.GetAsync($"/en/voice/{message.Number}"));
        Assert.Contains("Answered", follow, StringComparison.Ordinal);
        Assert.Contains("好的。", follow, StringComparison.Ordinal);
        Assert.Contains("Deal with it", await Teller.Words(await officer.Client.GetAsync($"/en/plan/voice/{message.Number}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_is_the_own_countys_and_a_planners_is_the_citys()
    {
        var message = await Tell("只给本县看");
        Assert.Contains(message.Number.ToString(), await Queue(await Officer(County)), StringComparison.Ordinal);
        Assert.DoesNotContain(message.Number.ToString(), await Queue(await Officer(Other)), StringComparison.Ordinal);
        Assert.DoesNotContain(message.Number.ToString(), await Queue(await Officer(Other), $"?bureau={County.Code}"), StringComparison.Ordinal);
        var planner = new Teller(app, await app.SignInAs(AccountRole.Planner));
        Assert.Contains(message.Number.ToString(), await Queue(planner), StringComparison.Ordinal);
        Assert.Contains(message.Number.ToString(), await Queue(planner, $"?bureau={County.Code}"), StringComparison.Ordinal);
        Assert.DoesNotContain(message.Number.ToString(), await Queue(planner, $"?bureau={Other.Code}"), StringComparison.Ordinal);
        Assert.DoesNotContain(message.Number.ToString(), await Queue(planner, "?show=closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_countys_officer_neither_sees_nor_changes_a_message()
    {
        var message = await Tell("别县不能看");
        var other = await Officer(Other);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Client.GetAsync($"/plan/voice/{message.Number}")).StatusCode);
        var own = await Page(await Officer(County), message);
        var token = await new FormReader(app, other.Client).TokenOf("/account");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SendAgain($"/plan/voice/{message.Number}", own, ("act", "take-up"), ("__RequestVerificationToken", token))).StatusCode);
        Assert.Equal(VoiceState.New, (await Read(message)).State);
    }

    [Theory]
    [InlineData(AccountRole.FirmMember), InlineData(AccountRole.VillageClerk), InlineData(AccountRole.Administrator), InlineData(AccountRole.Auditor)]
    public async Task Nobody_else_sees_what_people_tell(AccountRole role)
    {
        using var client = await app.SignInAs(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/plan/voice")).StatusCode);
    }

    [Fact]
    public async Task What_is_forwarded_is_the_other_bureaus()
    {
        var message = await Tell("该市里管");
        var officer = await Officer(County);
        var answer = await Send(officer, message, ("act", "forward"), ("to", app.Snapshot.Network.City.Code.Digits));
        Assert.Equal("/plan/voice?done=forward", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Client.GetAsync($"/plan/voice/{message.Number}")).StatusCode);
        Assert.Contains("已转交", await Follow(message), StringComparison.Ordinal);
        Assert.Equal((app.Snapshot.Network.City.Code, message.DueOn), ((await Read(message)).Bureau, (await Read(message)).DueOn));
    }

    [Theory]
    [InlineData("act", "answer"), InlineData("act", "bribe"), InlineData("act", "forward"), InlineData("act", "")]
    public async Task What_is_not_filled_in_is_refused_and_kept_in_the_form(string field, string value)
    {
        var message = await Tell("少填了" + value);
        var officer = await Officer(County);
        await Do(officer, message, ("act", "take-up"));
        var answer = await Send(officer, message, (field, value), ("note", "备注还在"), ("answer", " "), ("to", "999999"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("备注还在", await Teller.Words(answer), StringComparison.Ordinal);
        Assert.Equal(VoiceState.TakenUp, (await Read(message)).State);
    }

    [Fact]
    public async Task Exactly_a_thousand_characters_answer_and_one_more_do_not()
    {
        var message = await Tell("长答复");
        var officer = await Officer(County);
        await Do(officer, message, ("act", "take-up"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(officer, message, ("act", "answer"), ("answer", new string('答', 1001)))).StatusCode);
        await Do(officer, message, ("act", "answer"), ("answer", new string('答', 1000)));
    }

    [Fact]
    public async Task Who_saw_an_older_version_is_told_and_keeps_what_was_typed()
    {
        var message = await Tell("两个人一起办");
        var (first, second) = (await Officer(County), await Officer(County));
        await Do(first, message, ("act", "take-up"));
        var old = await Page(second, message);
        await Do(first, message, ("act", "answer"), ("answer", "先答的"));
        var late = await second.SendAgain($"/plan/voice/{message.Number}", old, ("act", "answer"), ("answer", "后答的"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Contains("后答的", await Teller.Words(late), StringComparison.Ordinal);
        Assert.Equal("先答的", (await Read(message)).Answer);
    }

    [Fact]
    public async Task What_is_overdue_comes_first_and_is_counted()
    {
        var late = await Tell("十五天前");
        app.Clock.Ahead += TimeSpan.FromDays(22);
        var fresh = await Tell("今天刚说");
        var queue = await Queue(await Officer(County));
        Assert.Contains("件过了答复期限", queue, StringComparison.Ordinal);
        Assert.True(queue.IndexOf(late.Number.ToString(), StringComparison.Ordinal) < queue.IndexOf(fresh.Number.ToString(), StringComparison.Ordinal));
        Assert.Contains("已经超过答复日期", await Follow(late), StringComparison.Ordinal);
        Assert.DoesNotContain("已经超过答复日期", await Follow(fresh), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_leads_to_the_record_of_the_point()
    {
        var message = await teller.Tell($"/sites/{Room.Id}/voice", VoiceKind.Correction, ("about", "place"), ("words", "搬到东头了"));
        var officer = await Officer(County);
        var link = $"/plan/network/point/{Room.Id}";
        Assert.Contains($"href=\"{link}\"", await Page(officer, message), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.Client.GetAsync(link)).StatusCode);
    }

    private Task<VoiceMessage> Tell(string words, params (string Field, string Value)[] more) =>
        teller.Tell($"/sites/{Room.Id}/voice", VoiceKind.Complaint, [("words", words), .. more]);

    private async Task<Teller> Officer(County county) => new(app, await app.SignInAs(AccountRole.CountyOfficer, county.Code.Digits));

    private static async Task<string> Page(Teller officer, VoiceMessage message) => await Teller.Words(await officer.Client.GetAsync($"/plan/voice/{message.Number}"));

    private static async Task<string> Queue(Teller officer, string query = "") => await Teller.Words(await officer.Client.GetAsync("/plan/voice" + query));

    private async Task<string> Follow(VoiceMessage message) => await Teller.Words(await teller.Client.GetAsync($"/voice/{message.Number}"));

    private Task<VoiceMessage> Read(VoiceMessage message) => teller.Find(message.Number);

    private static async Task<HttpResponseMessage> Send(Teller officer, VoiceMessage message, params (string Field, string Value)[] fields) =>
        await officer.SendAgain($"/plan/voice/{message.Number}", await Page(officer, message), fields);

    private static async Task Do(Teller officer, VoiceMessage message, params (string Field, string Value)[] fields)
    {
        var answer = await Send(officer, message, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{answer.StatusCode}: {await Teller.Words(answer)}");
        Assert.Contains("id=\"done\"", await officer.Client.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
    }
}
