using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gis.Web.Tests.Finder;

public sealed class FindTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    private async Task<string> Find(string query, string language = "") =>
        WebUtility.HtmlDecode(await client.GetStringAsync($"{language}/find?{query}"));

    private static string Q(string text) => "q=" + Uri.EscapeDataString(text);

    [Fact]
    public async Task A_place_and_a_matter_in_one_box_say_what_to_do_first_and_list_the_tiers_that_help()
    {
        var page = await Find(Q("立岗镇 公证"));
        Assert.Contains("带身份证，去县公证窗口。", page, StringComparison.Ordinal);
        Assert.Contains("立岗镇</span> 附近的服务点", page, StringComparison.Ordinal);
        Assert.Contains("badge tier-centre", page, StringComparison.Ordinal);
        Assert.DoesNotContain("badge tier-room", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tiers_may_be_changed_for_the_matter_they_were_chosen_for_and_start_anew_with_another()
    {
        Assert.Contains("badge tier-room", await Find(Q("立岗镇 公证") + "&tiers=room&for=notary"), StringComparison.Ordinal);
        Assert.DoesNotContain("badge tier-room", await Find(Q("立岗镇 公证") + "&tiers=room&for=divorce"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_chosen_from_the_list_counts_more_than_the_text()
    {
        var page = await Find(Q("立岗镇 公证") + "&matter=divorce");
        Assert.Contains("带上结婚证", page, StringComparison.Ordinal);
        Assert.Contains("value=\"divorce\" selected", page, StringComparison.Ordinal);
        Assert.Contains("您也可能是问", page, StringComparison.Ordinal);
    }

    [Theory, InlineData("", "您在哪里?", "按地区找"), InlineData("/en", "Where are you?", "Browse by area")]
    public async Task A_matter_without_a_place_asks_for_the_place_and_lists_nothing(string language, string question, string areas)
    {
        var page = await Find("matter=wages", language);
        Assert.Contains(question, page, StringComparison.Ordinal);
        Assert.Contains(areas, page, StringComparison.Ordinal);
        Assert.Contains("12333", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<li class=\"point\"", page, StringComparison.Ordinal);
    }

    [Theory, InlineData("利岗镇", "同音"), InlineData("ligang", "按拼音"), InlineData("水洞沟", "在这一带"), InlineData("花样年华社区", "又名 花样年华社区")]
    public async Task A_place_found_by_likeness_says_by_which(string text, string words) => Assert.Contains(words, await Find(Q(text)), StringComparison.Ordinal);

    [Fact]
    public async Task Of_several_places_alike_each_is_a_link_that_keeps_the_question()
    {
        var page = await Find(Q("团结村 离婚"));
        Assert.Contains("还有 3 个相近的地方", page, StringComparison.Ordinal);
        Assert.Contains($"/find?place=640181101216&{Q("团结村 离婚")}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_outside_the_city_gets_the_number_that_answers_everywhere()
    {
        var page = await Find(Q("固原离婚"));
        Assert.Contains("固原市</span>不在银川市", page, StringComparison.Ordinal);
        Assert.Contains("各省都有", page, StringComparison.Ordinal);
        Assert.Contains("带上结婚证", page, StringComparison.Ordinal);
    }

    [Theory, InlineData("", "快速离开", "打 110"), InlineData("/en", "Leave quickly", "Call 110")]
    public async Task Who_speaks_of_violence_can_leave_quickly_and_call_the_police(string language, string leave, string police)
    {
        var page = await Find(Q("老公打我怎么办"), language);
        Assert.Contains("href=\"https://www.baidu.com/\" rel=\"noreferrer\"", page, StringComparison.Ordinal);
        Assert.Contains(leave, page, StringComparison.Ordinal);
        Assert.Contains(police, page, StringComparison.Ordinal);
        Assert.DoesNotContain("baidu", await Find(Q("离婚"), language), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_door_of_the_site_and_the_empty_page_lead_to_place_and_matter()
    {
        Assert.Contains("有什么事", await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("/find?matter=land", await Find(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_says_what_a_text_means()
    {
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/search?" + Q("lgz 离婚"));
        Assert.Equal("divorce", answer.GetProperty("matters")[0].GetProperty("code").GetString());
        var place = answer.GetProperty("places")[0];
        Assert.Equal(("640122102", "initials"), (place.GetProperty("area").GetString(), place.GetProperty("how").GetString()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("elsewhere").ValueKind);
        var far = await client.GetFromJsonAsync<JsonElement>("/api/search?" + Q("吴忠"));
        Assert.Equal(("吴忠市", "12348"), (far.GetProperty("elsewhere").GetProperty("name").GetString(), far.GetProperty("elsewhere").GetProperty("hotline").GetString()));
    }

    [Theory, InlineData("/api/search"), InlineData("/en/api/search?q=%20")]
    public async Task The_api_refuses_an_empty_question_and_names_the_field(string path)
    {
        var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEqual("", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("q")[0].GetString());
    }
}
