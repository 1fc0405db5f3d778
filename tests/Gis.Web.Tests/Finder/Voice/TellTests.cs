using System.Net;
using System.Text;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Web.Finder.Hours;
using Microsoft.Extensions.DependencyInjection;
using ServicePoint = Gis.Core.Network.ServicePoint;

namespace Gis.Web.Tests.Finder.Voice;

/// <summary>Each test says words of its own: the same words twice from one household are one message.</summary>
public sealed class TellTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly Teller teller = new(app);

    private ServicePoint Room => app.Snapshot.Network.Points.First(point => point is { Tier: Tier.Room, IsOpen: true });

    private string AtRoom => $"/sites/{Room.Id}/voice";

    [Theory]
    [InlineData("", "地点或时间不对", "不用登录"), InlineData("/en", "Wrong place or hours", "No account")]
    public async Task A_point_asks_first_what_it_is(string language, string choice, string lead)
    {
        var page = await Teller.Words(await teller.Client.GetAsync(language + AtRoom));
        Assert.Contains(choice, page, StringComparison.Ordinal);
        Assert.Contains(lead, page, StringComparison.Ordinal);
        Assert.Contains(Room.Name, page, StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<VoiceKind>())
            Assert.Contains($"href=\"?kind={kind.Written()}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_point_nothing_is_rated()
    {
        Assert.DoesNotContain("kind=rating", await teller.Client.GetStringAsync("/voice"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"voice-form\"", await teller.Client.GetStringAsync("/voice?kind=rating"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_that_is_not_built_is_not_rated()
    {
        var unbuilt = app.Snapshot.Network.Points.First(point => !point.IsOpen);
        Assert.DoesNotContain("kind=rating", await teller.Client.GetStringAsync($"/sites/{unbuilt.Id}/voice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_page_for_a_point_that_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await teller.Client.GetAsync("/sites/room-none/voice")).StatusCode);

    [Fact]
    public async Task A_correction_goes_to_the_county_with_a_due_day()
    {
        var message = await teller.Tell(AtRoom, VoiceKind.Correction, ("about", "hours"), ("words", "下午不开门"));
        Assert.Equal((Room.Id, Room.Area.County, CorrectionAbout.Hours, VoiceState.New), (message.Point, message.Bureau, message.About, message.State));
        Assert.Equal(new VoiceTerms().DueOn(VoiceKind.Correction, message.ReceivedOn, app.Services.GetRequiredService<CurrentCalendar>().Calendar), message.DueOn);
    }

    [Fact]
    public async Task A_correction_needs_no_words_unless_it_is_something_else()
    {
        Assert.Equal("", (await teller.Tell(AtRoom, VoiceKind.Correction, ("about", "telephone"))).Words);
        await Refused(AtRoom, VoiceKind.Correction, "请写几个字。", ("about", "other"));
        await Refused(AtRoom, VoiceKind.Correction, "请选一项。", ("words", "没选"));
    }

    [Fact]
    public async Task A_complaint_about_a_centre_and_what_is_about_no_point_go_to_the_city()
    {
        var centre = app.Snapshot.Network.Points.First(point => point.Tier == Tier.Centre);
        Assert.Equal(app.Snapshot.Network.City.Code, (await teller.Tell($"/sites/{centre.Id}/voice", VoiceKind.Complaint, ("words", "中心等太久"))).Bureau);
        Assert.Equal(app.Snapshot.Network.City.Code, (await teller.Tell("/voice", VoiceKind.Suggestion, ("words", "晚上也开门"))).Bureau);
    }

    [Fact]
    public async Task A_rating_has_three_grades_and_without_words_it_is_done()
    {
        var message = await teller.Tell(AtRoom, VoiceKind.Rating, ("attitude", "5"), ("speed", "4"), ("knowledge", "3"));
        Assert.Equal((new Rating(5, 4, 3), VoiceState.Closed, null), (message.Rating, message.State, message.DueOn));
        await Refused(AtRoom, VoiceKind.Rating, "请选一个。", ("attitude", "5"), ("speed", "6"), ("knowledge", "3"));
    }

    [Theory]
    [InlineData("", "谢谢,收到了", "请抄下这个号码"), InlineData("/en", "Thank you, we have it", "write this number down")]
    public async Task The_number_is_told_at_once_and_shows_how_far_it_is_and_no_words(string language, string thanks, string hint)
    {
        var answer = await teller.Send(language + AtRoom, VoiceKind.Complaint, 10, ("words", "窗口没人" + language), ("contact", "13912345678"));
        var message = await teller.Kept(answer);
        Assert.StartsWith(language + "/voice/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await Teller.Words(await teller.Client.GetAsync(answer.Headers.Location));
        Assert.Contains(thanks, page, StringComparison.Ordinal);
        Assert.Contains(hint, page, StringComparison.Ordinal);
        Assert.Contains(message.Number.ToString(), page, StringComparison.Ordinal);
        Assert.DoesNotContain("窗口没人", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_mistyped_or_nobodys_is_told_kindly()
    {
        var wrong = await teller.Client.GetAsync("/voice/34333-33337");
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Contains("有字写错了", await Teller.Words(wrong), StringComparison.Ordinal);
        Assert.Contains("没有这个号码", await Teller.Words(await teller.Client.GetAsync("/voice/34333-33336")), StringComparison.Ordinal);
        Assert.Contains("号码不对", await Teller.Words(await teller.Client.GetAsync("/voice?number=abc")), StringComparison.Ordinal);
        Assert.Equal("/en/voice/34333-33336", (await teller.Client.GetAsync("/en/voice?number=34333%2033336")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("😀👨‍👩‍👧"), InlineData("'; DROP TABLE voice; --"), InlineData("<script>alert(1)</script>"), InlineData("一行\n两行")]
    public async Task Whatever_is_written_is_kept_as_it_is(string words) =>
        Assert.Equal(words, (await teller.Tell(AtRoom, VoiceKind.Suggestion, ("words", words))).Words);

    [Theory]
    [InlineData(VoiceKind.Complaint), InlineData(VoiceKind.Suggestion)]
    public async Task Nothing_but_blanks_is_nothing(VoiceKind kind) => await Refused(AtRoom, kind, "请写几个字。", ("words", " \n "));

    [Fact]
    public async Task Exactly_as_many_characters_as_may_be_are_taken_and_one_more_is_not()
    {
        Assert.Equal(VoiceWords.Longest, (await teller.Tell(AtRoom, VoiceKind.Complaint, ("words", new string('长', VoiceWords.Longest)))).Words.Length);
        await Refused(AtRoom, VoiceKind.Complaint, "写了 1001 个字,最多 1000 个", ("words", new string('长', VoiceWords.Longest + 1)));
        await Refused(AtRoom, VoiceKind.Complaint, "写了 61 个字,最多 60 个", ("words", "电话太长"), ("contact", new string('1', 61)));
    }

    [Fact]
    public async Task Ten_thousand_characters_come_back_and_none_is_lost()
    {
        var all = new string('万', 10_000);
        Assert.Contains(all, await Refused(AtRoom, VoiceKind.Complaint, "最多 1000 个", ("words", all), ("contact", "0951-1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Halves_of_characters_break_nothing()
    {
        var page = await teller.Client.GetStringAsync(AtRoom + "?kind=suggestion");
        app.Clock.Ahead += TimeSpan.FromSeconds(5);
        var token = new Func<string, string>(name => Uri.EscapeDataString(WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value)));
        using var body = new StringContent($"kind=suggestion&shown={token("shown")}&__RequestVerificationToken={token("__RequestVerificationToken")}&words=%ED%A0%BDhalf", Encoding.ASCII, "application/x-www-form-urlencoded");
        Assert.EndsWith("half", (await teller.Kept(await teller.Client.PostAsync(AtRoom, body))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_kind_asks_again_what_it_is()
    {
        var page = await teller.Client.GetStringAsync(AtRoom + "?kind=complaint");
        var answer = await teller.SendAgain(AtRoom, page, ("kind", "bribe"), ("words", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("id=\"kinds\"", await Teller.Words(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_faster_than_anybody_reads_is_asked_to_press_once_more()
    {
        var answer = await teller.Send(AtRoom, VoiceKind.Complaint, 0, ("words", "一下就按"), ("contact", "0951-2"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Teller.Words(answer);
        Assert.Contains("按得太快了", page, StringComparison.Ordinal);
        Assert.Contains(">一下就按</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"0951-2\"", page, StringComparison.Ordinal);
        app.Clock.Ahead += TimeSpan.FromSeconds(3);
        Assert.Equal("一下就按", (await teller.Kept(await teller.SendAgain(AtRoom, page, ("words", "一下就按"), ("contact", "0951-2")))).Words);
    }

    [Theory]
    [InlineData(86_401, null), InlineData(10, "forged"), InlineData(10, "")]
    public async Task A_form_that_stood_for_a_day_or_has_another_ones_mark_comes_back_filled(int seconds, string? mark)
    {
        (string, string)[] fields = [("words", "放了很久" + seconds + mark), .. mark is null ? Array.Empty<(string, string)>() : [("shown", mark)]];
        var answer = await teller.Send(AtRoom, VoiceKind.Complaint, seconds, fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Teller.Words(answer);
        Assert.Contains("放得太久了", page, StringComparison.Ordinal);
        app.Clock.Ahead += TimeSpan.FromSeconds(3);
        await teller.Kept(await teller.SendAgain(AtRoom, page, ("words", "放了很久" + seconds + mark)));
    }

    [Fact]
    public async Task Who_fills_in_the_field_that_nobody_sees_is_asked_again_and_loses_nothing()
    {
        var before = await teller.CountAll();
        var page = await Refused(AtRoom, VoiceKind.Complaint, "这一格请留空", ("words", "全都填了"), ("leave-blank", "http://spam"));
        Assert.Equal(before, await teller.CountAll());
        Assert.DoesNotContain("http://spam", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"visually-hidden\" aria-hidden=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("tabindex=\"-1\" autocomplete=\"off\"", page, StringComparison.Ordinal);
        await teller.Kept(await teller.SendAgain(AtRoom, page, ("words", "全都填了")));
    }

    [Fact]
    public async Task Two_links_pass_and_three_wait_for_a_look()
    {
        Assert.False((await teller.Tell(AtRoom, VoiceKind.Suggestion, ("words", "www.a.cn www.b.cn"))).IsHeld);
        Assert.True((await teller.Tell(AtRoom, VoiceKind.Suggestion, ("words", "www.a.cn www.b.cn www.c.cn"))).IsHeld);
    }

    [Fact]
    public async Task The_same_words_twice_are_one_message_with_one_number()
    {
        var first = await teller.Tell(AtRoom, VoiceKind.Complaint, ("words", "说两遍"));
        var count = await teller.CountAll();
        Assert.Equal(first.Number, (await teller.Tell(AtRoom, VoiceKind.Complaint, ("words", "说两遍"))).Number);
        Assert.Equal(count, await teller.CountAll());
        Assert.NotEqual(first.Number, (await teller.Tell(AtRoom, VoiceKind.Suggestion, ("words", "说两遍"))).Number);
        Assert.NotEqual(first.Number, (await teller.Tell(AtRoom, VoiceKind.Complaint, ("words", "说两遍"), ("contact", "0951-3"))).Number);
    }

    [Fact]
    public async Task What_somebody_wrote_is_kept_by_no_cache_and_found_by_no_search_engine()
    {
        var form = await teller.Client.GetAsync(AtRoom + "?kind=complaint");
        Assert.Contains("no-store", form.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("noindex", Assert.Single((await teller.Client.GetAsync("/voice/34333-33336")).Headers.GetValues("X-Robots-Tag")));
    }

    private async Task<string> Refused(string address, VoiceKind kind, string why, params (string Field, string Value)[] fields)
    {
        var before = await teller.CountAll();
        var answer = await teller.Send(address, kind, 10, fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Teller.Words(answer);
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Equal(before, await teller.CountAll());
        return page;
    }
}
