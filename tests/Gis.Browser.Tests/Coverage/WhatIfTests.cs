using System.Globalization;
using System.Text.RegularExpressions;
using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Coverage;

[Collection(InBrowser.Name)]
public sealed class WhatIfTests(GisSite site)
{
    [Fact]
    public async Task By_keyboard_a_room_is_opened_from_the_list_of_gaps_and_taken_back_and_opened_again()
    {
        await using var visit = await site.Visit("/plan?limit=30");
        await visit.WaitForMap();
        var asItIs = await Seen.In(visit);

        await visit["#gap-list .edit"].First.PressAsync("Enter");
        await WaitForChanges(visit, 1);
        var opened = await Seen.In(visit);
        Assert.True(opened.Share > asItIs.Share, $"{asItIs} then {opened}");
        Assert.Equal(opened.Covered - asItIs.Covered, await Number(visit, "#won") - await Number(visit, "#lost"));
        Assert.Contains("with=room-", visit.Page.Url, StringComparison.Ordinal);

        await visit.Page.Keyboard.PressAsync("Control+z");
        await WaitForChanges(visit, 0);
        Assert.Equal(asItIs, await Seen.In(visit));
        await visit.Page.Keyboard.PressAsync("Control+Shift+z");
        await WaitForChanges(visit, 1);
        Assert.Equal(opened, await Seen.In(visit));

        await visit.Page.ReloadAsync();
        Assert.Equal(opened, await Seen.In(visit));
        await visit["#undo"].ClickAsync();
        await WaitForChanges(visit, 0);
        Assert.Equal(asItIs, await Seen.In(visit));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_back_button_of_the_browser_goes_from_question_to_question()
    {
        await using var visit = await site.Visit("/plan?limit=30");
        await visit["#candidates .edit"].First.ClickAsync();
        await WaitForChanges(visit, 1);
        await visit["#candidates .edit"].First.ClickAsync();
        await WaitForChanges(visit, 2);

        await visit.Page.GoBackAsync();
        await WaitForChanges(visit, 1);
        await visit.Page.GoBackAsync();
        await WaitForChanges(visit, 0);
        await visit.Page.GoForwardAsync();
        await WaitForChanges(visit, 1);
    }

    [Fact]
    public async Task By_keyboard_a_point_is_chosen_by_its_name_and_moved_on_the_map()
    {
        await using var visit = await site.Visit("/plan?limit=10");
        await visit.WaitForMap();
        await Choose(visit, "立岗村");

        await visit["#point-card [data-place]"].PressAsync("Enter");
        await Assertions.Expect(visit["#map-task"]).ToBeVisibleAsync();
        await Assertions.Expect(visit[".maplibregl-canvas"]).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.Page.Keyboard.PressAsync("Enter");

        await WaitForChanges(visit, 1);
        Assert.Contains("&move=room-", visit.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(visit[".change-list .badge"]).ToHaveTextAsync("移动");
        await Assertions.Expect(visit["#map-task"]).ToBeHiddenAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_chosen_point_is_dragged_to_another_place()
    {
        await using var visit = await site.Visit("/plan?limit=10");
        await visit.WaitForMap();
        await Choose(visit, "立岗村");
        var mark = visit[".chosen-point"];
        await mark.ScrollIntoViewIfNeededAsync();
        var box = await mark.BoundingBoxAsync();
        var (x, y) = (box!.X + (box.Width / 2), box.Y + (box.Height / 2));

        await visit.Page.Mouse.MoveAsync(x, y);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(x + 40, y + 10, new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();

        await WaitForChanges(visit, 1);
        Assert.Contains("&move=room-", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_added_on_the_map_loses_nobody_and_is_removed_again()
    {
        await using var visit = await site.Visit("/plan?limit=10");
        await visit.WaitForMap();
        var before = await Seen.In(visit);

        await visit["[data-place='add:room']"].ClickAsync();
        await visit[".maplibregl-canvas"].ClickAsync();
        await WaitForChanges(visit, 1);
        Assert.Contains("&add=room@", visit.Page.Url, StringComparison.Ordinal);
        Assert.True((await Seen.In(visit)).Covered >= before.Covered);

        await visit[".change-list .edit"].ClickAsync();
        await WaitForChanges(visit, 0);
        Assert.Equal(before, await Seen.In(visit));
    }

    [Fact]
    public async Task Escape_gives_up_a_place_that_was_asked_for()
    {
        await using var visit = await site.Visit("/plan");
        await visit.WaitForMap();

        await visit["[data-place='add:station']"].PressAsync("Enter");
        await Assertions.Expect(visit["#map-task"]).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visit["#map-task"]).ToBeHiddenAsync();
        await WaitForChanges(visit, 0);
    }

    [Fact]
    public async Task The_order_of_a_table_outlives_a_change_and_a_reload()
    {
        await using var visit = await site.Visit("/plan?limit=10");
        var minutes = visit["#gap-list thead th:nth-child(3)"];
        await minutes.GetByRole(AriaRole.Button).PressAsync("Enter");
        await Assertions.Expect(minutes).ToHaveAttributeAsync("aria-sort", "descending");

        await visit["#gap-list .edit"].First.PressAsync("Enter");
        await WaitForChanges(visit, 1);
        await visit.Page.ReloadAsync();

        await Assertions.Expect(minutes).ToHaveAttributeAsync("aria-sort", "descending");
        var shown = await visit["#gap-list tbody td:nth-child(3)"].EvaluateAllAsync<double[]>("cells => cells.map(cell => Number(cell.dataset.value))");
        Assert.Equal(shown.OrderDescending(), shown);
    }

    [Fact]
    public async Task Without_scripts_the_same_changes_are_links()
    {
        await using var visit = await site.Visit("/plan?limit=30", new Reader(Width: 360, Height: 740) { HasScripts = false });
        var asItIs = await Seen.In(visit);

        await visit["#gap-list .edit"].First.ClickAsync();
        Assert.True((await Seen.In(visit)).Share > asItIs.Share);
        await visit["#find-point"].FillAsync("习岗镇公共法律服务工作站");
        await visit["#point-search button"].ClickAsync();
        await visit["#point-card [data-edit^='close:']"].ClickAsync();
        Assert.Equal(2, await visit["[data-change]"].CountAsync());
        Assert.Contains("without=station-640122100", visit.Page.Url, StringComparison.Ordinal);

        await visit["[data-edit='reset']"].ClickAsync();
        Assert.Equal(asItIs, await Seen.In(visit));
    }

    private static async Task Choose(Visit visit, string name)
    {
        await visit["#find-point"].FillAsync(name);
        await visit["#find-point"].PressAsync("Enter");
        await visit["#point-card, .point-panel .chip"].First.WaitForAsync();
        if (await visit["#point-card"].CountAsync() == 0)
            await visit[".point-panel .chip[data-choose^='room-']"].First.PressAsync("Enter");
        await Assertions.Expect(visit["#point-card"]).ToBeFocusedAsync();
    }

    private static async Task WaitForChanges(Visit visit, int count)
    {
        await Assertions.Expect(visit["[data-change]"]).ToHaveCountAsync(count);
        await visit["#results:not([aria-busy])"].WaitForAsync();
    }

    private static async Task<long> Number(Visit visit, string selector) =>
        long.Parse(await visit[selector].GetAttributeAsync("value") ?? "", CultureInfo.InvariantCulture);

    private sealed record Seen(double Share, long Covered, string Gaps)
    {
        internal static async Task<Seen> In(Visit visit) => new(
            double.Parse(await visit["#covered-share"].GetAttributeAsync("value") ?? "", CultureInfo.InvariantCulture),
            await Number(visit, "#covered"),
            Regex.Replace(await visit["#gaps-heading"].InnerTextAsync(), @"\s+", " "));
    }
}
