using System.Globalization;
using System.Text.RegularExpressions;
using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Coverage;

[Collection(InBrowser.Name)]
public sealed partial class LimitTests(GisSite site)
{
    [Fact]
    public async Task A_longer_limit_never_loses_a_resident_and_recolours_the_map()
    {
        await using var visit = await site.Visit("/plan?limit=10");
        await visit.WaitForMap();
        var near = await MapColours.When(visit, map => map.Beyond > 0);
        var seen = new List<Seen> { await Read(visit) };

        await visit["#limit"].FocusAsync();
        for (var limit = 15; limit <= 60; limit += 5)
        {
            await visit.Page.Keyboard.PressAsync("ArrowRight");
            await WaitForAnswer(visit, limit);
            seen.Add(await Read(visit));
        }

        foreach (var (shorter, longer) in seen.Zip(seen.Skip(1)))
            Assert.True(longer.Share >= shorter.Share && longer.Gap <= shorter.Gap && longer.Villages <= shorter.Villages, $"{shorter} then {longer}");
        Assert.True(seen[^1].Share > seen[0].Share && seen[^1].Villages < seen[0].Villages, $"{seen[0]} to {seen[^1]}");
        await MapColours.When(visit, map => map.Within > near.Within && map.Beyond < near.Beyond);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_address_asks_the_same_question_again()
    {
        await using var visit = await site.Visit("/plan?limit=40");
        await visit["#limit"].FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await WaitForAnswer(visit, 45);
        var before = await Read(visit);

        await visit.Page.ReloadAsync();

        Assert.Contains("limit=45", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(before, await Read(visit));
        await Assertions.Expect(visit["#limit"]).ToHaveValueAsync("45");
        await Assertions.Expect(visit["#limit-field"]).ToHaveValueAsync("45");
    }

    private static async Task WaitForAnswer(Visit visit, int limit)
    {
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex($"limit={limit}&"));
        await visit["#results:not([aria-busy])"].WaitForAsync();
        await Assertions.Expect(visit["#map"]).ToHaveAttributeAsync("data-limit", limit.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<Seen> Read(Visit visit) => new(
        await Value(visit, "#covered-share"),
        await Value(visit, "#gap"),
        int.Parse(Number().Match(await visit["#gaps-heading"].InnerTextAsync()).Value, CultureInfo.InvariantCulture));

    private static async Task<double> Value(Visit visit, string selector) =>
        double.Parse(await visit[selector].GetAttributeAsync("value") ?? "", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    private sealed record Seen(double Share, double Gap, int Villages);
}
