using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Core.Units;
using Gis.Web.Finder.Hours;
using Gis.Web.Layout;
using Gis.Web.Network;
using Gis.Web.Tests.Pairing;
using Gis.Web.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;
using ServicePoint = Gis.Core.Network.ServicePoint;

namespace Gis.Web.Tests.Finder;

/// <summary>What the page of a point says to somebody who wants to go there, its poster, and what other programs are told of it.</summary>
public sealed class SitePageTests : IDisposable
{
    private static readonly Provenance Ledger = new(Basis.Fact, "司法局台账");

    private readonly GisApp app = new();

    public void Dispose() => app.Dispose();

    private ServiceNetwork Network => app.Snapshot.Network;

    private ServicePoint Station => Network.Points.First(point => point.Tier == Tier.Station);

    private Task<string> Read(string path) => Read(app.CreateClient(), path);

    private static async Task<string> Read(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path));

    private void Know(ServicePoint point, Reception? reception, Position? position = null)
    {
        var known = point with { Reception = reception, Position = position ?? point.Position, StageProvenance = Ledger };
        app.Services.GetRequiredService<CurrentNetwork>().Serve(long.MaxValue, new ServiceNetwork(Network.Parts with { Points = [.. Network.Points.Select(each => each.Id == point.Id ? known : each)] }));
    }

    private static Reception Known => new(Ledger)
    {
        Address = "立岗镇政府院内",
        Phone = "0951-8012345",
        Hours = new StatedHours(WeeklyHours.Parse("周一至周五 8:30-12:00 14:30-18:00"), Ledger),
        WaysIn = [WayIn.Ramp],
        Checked = new DateOnly(2026, 11, 2),
    };

    [Fact]
    public async Task A_point_says_whether_it_is_open_its_week_its_number_and_how_to_get_in()
    {
        Know(Station, Known);
        var page = await Read($"/sites/{Station.Id}");
        var (open, clock) = (app.Services.GetRequiredService<OpenNow>(), app.Services.GetRequiredService<OpenNow>().Today);
        Assert.Contains(Language.Chinese.Of(open.At(Network, Network.FindPoint(Station.Id)!), clock), page, StringComparison.Ordinal);
        foreach (var said in new[] { "立岗镇政府院内", "tel:0951-8012345", "坡道", "2026-11-02", "8:30-12:00、14:30-18:00", "不开门" })
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("时间是示意的", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_illustrates_is_said_to_and_nobody_is_led_to_it()
    {
        var page = await Read($"/sites/{Station.Id}");
        Assert.Contains("时间是示意的", page, StringComparison.Ordinal);
        Assert.Contains("(示意)", page, StringComparison.Ordinal);
        Assert.Contains("按名字在地图里找", page, StringComparison.Ordinal);
        Assert.DoesNotContain("uri.amap.com/navigation", page, StringComparison.Ordinal);
        Assert.DoesNotContain("GeoCoordinates", page, StringComparison.Ordinal);
        Assert.DoesNotContain("openingHours", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_position_is_known_each_map_program_is_given_the_way()
    {
        Know(Station, Known, Station.Position! with { Placement = Placement.Surveyed, Accuracy = new Metres(20) });
        var page = await Read($"/sites/{Station.Id}");
        foreach (var link in new[] { "https://uri.amap.com/navigation?to=", "https://api.map.baidu.com/direction?origin=", "https://apis.map.qq.com/uri/v1/routeplan?type=walk" })
            Assert.Contains(link, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_are_told_what_is_known_in_the_words_of_schema_org()
    {
        Know(Station, Known, Station.Position! with { Placement = Placement.Surveyed, Accuracy = new Metres(20) });
        var written = Regex.Match(await app.CreateClient().GetStringAsync($"/sites/{Station.Id}"), "<script type=\"application/ld(?:\\+|&#x2B;)json\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        var told = JsonDocument.Parse(written).RootElement;
        Assert.Equal(("https://schema.org", "0951-8012345"), (told.GetProperty("@context").GetString(), told.GetProperty("telephone").GetString()));
        Assert.Equal("Mo-Fr 08:30-12:00,14:30-18:00", told.GetProperty("openingHours")[0].GetString());
        Assert.Equal(Station.Position!.At.Latitude, told.GetProperty("geo").GetProperty("latitude").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task A_name_cannot_break_out_of_what_search_engines_are_told()
    {
        Know(Station with { Name = "</script><script>alert(1)</script>" }, Known);
        Assert.DoesNotContain("<script>alert", await app.CreateClient().GetStringAsync($"/sites/{Station.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_says_on_which_days_its_adviser_comes_and_so_does_the_list()
    {
        var room = Network.Points.First(point => point is { Tier: Tier.Room, IsOpen: true } && point.Area.County == Network.Firms[0].County);
        await app.Pair(new DateOnly(2026, 1, 1), (room.Area.Digits, Network.Firms[0].Id));
        var page = await Read($"/sites/{room.Id}");
        Assert.Contains("id=\"adviser-days\"", page, StringComparison.Ordinal);
        Assert.Contains($"/advisers/{room.Area}.ics", page, StringComparison.Ordinal);
        Assert.Contains("法律顾问下次来", await Read($"/find?place={room.Area}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_closed_for_works_says_until_when_and_where_to_go_meanwhile()
    {
        var today = app.Services.GetRequiredService<OpenNow>().Today;
        var network = new ServiceNetwork(Network.Parts with { SpecialHours = [new SpecialHours(Station.Id, today, today.AddDays(9), null, "维修")] });
        app.Services.GetRequiredService<CurrentNetwork>().Serve(long.MaxValue, network);
        var page = await Read($"/sites/{Station.Id}");
        Assert.Contains("维修关闭", page, StringComparison.Ordinal);
        Assert.Contains("这里暂时关闭,请先去", page, StringComparison.Ordinal);
        Assert.Contains("维修关闭", await Read($"/find?place={Station.Area}"), StringComparison.Ordinal);
    }

    [Theory, InlineData("", 595), InlineData("?size=a4", 595), InlineData("?size=a3", 841)]
    public async Task The_poster_holds_the_name_hours_number_and_code_on_one_sheet(string query, int width)
    {
        Know(Station, Known);
        var pdf = await app.CreateClient().GetByteArrayAsync($"/sites/{Station.Id}/poster.pdf{query}");
        var text = await PdfText.Read(pdf);
        foreach (var said in new[] { "哪天开门", "8:30-12:00", "0951-8012345", "能办什么" })
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Matches($"MediaBox \\[0 0 {width}", System.Text.Encoding.Latin1.GetString(pdf));
    }

    [Fact]
    public async Task A_poster_on_other_paper_is_refused_in_words_and_one_of_no_point_is_not_there()
    {
        var client = app.CreateClient();
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/sites/{Station.Id}/poster.pdf?size=a0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/sites/nowhere/poster.pdf")).StatusCode);
    }

    [Fact]
    public async Task Directories_are_given_the_points_with_what_is_known_of_them_and_nothing_that_only_illustrates()
    {
        Know(Station, Known);
        var page = JsonDocument.Parse(await app.CreateClient().GetStringAsync("/api/hsds/services")).RootElement;
        Assert.Equal(3, page.GetProperty("total_items").GetInt32());
        var stations = page.GetProperty("contents")[1].GetProperty("service_at_locations").EnumerateArray().ToList();
        var station = stations.Single(each => each.GetProperty("location").GetProperty("name").GetString() == Station.Name);
        Assert.Equal(JsonValueKind.Null, station.GetProperty("location").GetProperty("latitude").ValueKind);
        var schedules = station.GetProperty("schedules").EnumerateArray().ToList();
        Assert.Equal(["MO,TU,WE,TH,FR", "MO,TU,WE,TH,FR"], schedules.Select(each => each.GetProperty("byday").GetString()));
        Assert.Equal("08:30", schedules[0].GetProperty("opens_at").GetString());
        Assert.All(page.GetProperty("contents").EnumerateArray(), service => Assert.True(Guid.TryParse(service.GetProperty("id").GetString(), out _)));
        var again = JsonDocument.Parse(await app.CreateClient().GetStringAsync("/api/hsds/services")).RootElement;
        Assert.Equal(page.GetProperty("contents")[0].GetProperty("id").GetString(), again.GetProperty("contents")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("%F0%9F%98%80"), InlineData("'; DROP TABLE points; --"), InlineData("%ED%A0%80"), InlineData("%00")]
    public async Task Whatever_is_asked_for_the_answer_is_a_page_that_helps(string text)
    {
        var answer = await app.CreateClient().GetAsync("/find?q=" + text);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("12348", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_points_open_now_are_listed_where_that_is_asked_and_a_matter_of_care_is_kept_by_no_phone()
    {
        var client = app.CreateClient();
        var open = app.Services.GetRequiredService<Gis.Web.Finder.PointDesk>();
        var page = await Read(client, "/find?place=640122100&open=now&all=true");
        foreach (var id in Regex.Matches(page, "/sites/([a-z0-9-]+)\"").Select(match => match.Groups[1].Value))
            Assert.True(open.IsOpenNow(Network, Network.FindPoint(id)!));
        Assert.True((await client.GetAsync("/find?q=" + Uri.EscapeDataString("家暴"))).Headers.CacheControl!.NoStore);
        Assert.Null((await client.GetAsync("/find?q=" + Uri.EscapeDataString("土地"))).Headers.CacheControl);
    }
}
