using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Coverage;

[Collection(InBrowser.Name)]
public sealed class SelectionTests(GisSite site)
{
    [Fact]
    public async Task By_keyboard_a_row_is_chosen_on_the_map_and_the_map_chooses_the_row()
    {
        await using var visit = await site.Visit("/plan?limit=10");
        await visit.WaitForMap();
        var row = visit["#gap-list tbody tr"].First;
        var show = row.GetByRole(AriaRole.Button);
        var wide = await visit[".maplibregl-ctrl-scale"].InnerTextAsync();

        await show.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(row).ToHaveClassAsync(Chosen);
        await Assertions.Expect(show).ToHaveAttributeAsync("aria-pressed", "true");
        // The map has gone to the village: its scale is another.
        await Assertions.Expect(visit[".maplibregl-ctrl-scale"]).Not.ToHaveTextAsync(wide);

        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(row).Not.ToHaveClassAsync(Chosen);

        await visit[".maplibregl-canvas"].FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(row).ToHaveClassAsync(Chosen);
        await Assertions.Expect(show).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task A_choice_outlives_a_new_answer()
    {
        await using var visit = await site.Visit("/plan?limit=10");
        await visit.WaitForMap();
        var county = visit["#county-table tbody tr"].First;

        await county.GetByRole(AriaRole.Button).PressAsync("Enter");
        await visit["#limit"].PressAsync("ArrowRight");

        await Assertions.Expect(visit["#answer-heading"]).ToContainTextAsync("15");
        await Assertions.Expect(county).ToHaveClassAsync(Chosen);
        await Assertions.Expect(county.GetByRole(AriaRole.Button)).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private static System.Text.RegularExpressions.Regex Chosen { get; } = new(@"\bselected\b");
}
