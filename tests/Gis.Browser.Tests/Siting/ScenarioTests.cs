using System.Globalization;
using Gis.Browser.Tests.Running;
using Gis.Data.Store.Accounts;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Siting;

[Collection(InBrowser.Name)]
public sealed class ScenarioTests(GisSite site)
{
    private static readonly Reader Planner = new() { Role = AccountRole.Planner };

    [Fact]
    public async Task A_planner_makes_a_scenario_stops_it_computes_it_again_plays_compares_and_hands_it_on()
    {
        await using var visit = await site.Visit("/plan?limit=30", Planner);
        await visit["a[href*='/plan/scenarios?']"].ClickAsync();
        await site.KeepBusy(runs: 60);
        await visit["#make [name=name]"].FillAsync("今年先建的");
        await visit["#make [name=steps]"].FillAsync("40");
        await visit["#make button[value=compute]"].ClickAsync();

        // Those asked for before it are computed first, so there is time to think again.
        await Assertions.Expect(visit["h1"]).ToHaveTextAsync("今年先建的");
        await visit["#cancel button"].ClickAsync();
        await Assertions.Expect(visit["#run-state"]).ToContainTextAsync("已停止");

        await visit["#save button[value=compute]"].ClickAsync();
        await Assertions.Expect(visit["#order[data-status=optimal]"]).ToBeVisibleAsync(new() { Timeout = 180_000 });
        await Assertions.Expect(visit["#save"]).ToHaveCountAsync(0);

        await Play(visit);
        await Export(visit);
        await HandOn(visit);
        await Compare(visit);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Without_scripts_there_are_the_list_a_drawn_map_and_the_forms()
    {
        await using var visit = await site.Visit(KnownScenario.Path, Planner with { Width = 360, Height = 740, HasScripts = false });

        await Assertions.Expect(visit["#steps-table tbody tr"]).ToHaveCountAsync(12);
        await Assertions.Expect(visit["#player"]).ToBeHiddenAsync();
        await Assertions.Expect(visit["#map img"]).ToBeVisibleAsync();
        await visit.GoTo("/plan/scenarios");
        await visit["#make [name=name]"].FillAsync("没有脚本也能做");
        await visit["#make button[value='']"].ClickAsync();
        await Assertions.Expect(visit["h1"]).ToHaveTextAsync("没有脚本也能做");
    }

    [Fact]
    public async Task A_question_changed_on_the_map_is_taken_over_into_a_scenario_once_saved()
    {
        await using var visit = await site.Visit("/plan/scenarios", Planner);
        await visit["#make [name=name]"].FillAsync("要改起点的");
        await visit["#make button[value='']"].ClickAsync();
        await visit["#save a[href*='/plan?']"].ClickAsync();
        await visit.WaitForMap();
        await visit["#limit-field"].FillAsync("45");
        await visit["a[href*='/plan/scenarios?'][href*='limit=45']"].ClickAsync();
        await visit["#adopt select"].SelectOptionAsync(new SelectOptionValue { Label = "要改起点的" });
        await visit["#adopt button"].ClickAsync();
        await Assertions.Expect(visit["#proposed"]).ToContainTextAsync("45 分钟");
        await visit["#save button[value='']"].ClickAsync();
        await Assertions.Expect(visit[".intention"].First).ToContainTextAsync("45 分钟");
    }

    private static async Task Play(Visit visit)
    {
        await visit.WaitForMap();
        await visit["#play"].ClickAsync();
        await Assertions.Expect(visit["#map"]).ToHaveAttributeAsync("data-step", "2");
        await Assertions.Expect(visit["#steps-table tr.selected"]).ToHaveCountAsync(1);
        await visit["#play"].ClickAsync();
        await Assertions.Expect(visit["#play"]).ToHaveAttributeAsync("aria-pressed", "false");

        var row = visit["#steps-table tr[data-step='3']"];
        await row.Locator("td").First.ClickAsync();
        await Assertions.Expect(visit["#step-words"]).ToContainTextAsync("第 3 个");
        Assert.Equal("3", await visit["#step"].InputValueAsync());
    }

    private static async Task Export(Visit visit)
    {
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit["a[href$='order.csv']"].ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.Equal(41, lines.Length);
        Assert.Contains(await visit["#steps-table tr[data-step='1'] a"].InnerTextAsync(), lines[1], StringComparison.Ordinal);
    }

    private async Task HandOn(Visit visit)
    {
        await using var other = await site.Visit(new Uri(visit.Page.Url).AbsolutePath);
        Assert.Equal(await visit["#steps-table tbody"].InnerTextAsync(), await other["#steps-table tbody"].InnerTextAsync());
        Assert.Equal(await visit["#covered-end"].InnerTextAsync(), await other["#covered-end"].InnerTextAsync());
    }

    private static async Task Compare(Visit visit)
    {
        var end = await visit["#covered-end"].GetAttributeAsync("value");
        await visit["#order a[href*='/plan/compare?']"].ClickAsync();
        var covered = await visit["#figures tbody tr:nth-child(3) td"].AllInnerTextsAsync();
        Assert.Equal(end, covered[1].Replace(",", "", StringComparison.Ordinal));
        Assert.True(long.Parse(covered[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) < long.Parse(end!, CultureInfo.InvariantCulture));

        await visit["#cut"].FillAsync("20");
        Assert.Equal("20%", await visit.Ask<string>("() => document.getElementById('swipe').style.getPropertyValue('--cut')"));
    }
}
