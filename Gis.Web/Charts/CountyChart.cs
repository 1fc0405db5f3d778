using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Maps;

namespace Gis.Web.Charts;

/// <summary>The residents of each county by class of minutes, the counties beside each other on one scale.</summary>
public static class CountyChart
{
    private static readonly CoverageClass[] Classes = [CoverageClass.Near, CoverageClass.Midway, CoverageClass.Within, CoverageClass.Beyond, CoverageClass.Far];

    public static Chart Draw(ServiceNetwork network, CoverageAnswer answer, Language language)
    {
        var limit = answer.Question.Limit;
        var counties = network.Counties.Select(county => (county.Name, Shares: CountClasses(network, answer, county.Code))).ToList();
        return new Chart(
            "counties",
            language["各县(市)区居民要走多久", "How long residents need, county by county"],
            language["各图同一比例:蓝绿的柱够得着,橙色的够不着。", "All on one scale: blue and green bars are within reach, orange ones are not."],
            [.. counties.Select(county => DrawOne(county.Name, county.Shares, limit, language))],
            new ChartTable(
                [language["县(市)区", "County"], .. Classes.Select(each => MapWords.Class(language, each, limit))],
                [.. counties.Select(county => (ImmutableArray<string>)[county.Name, .. county.Shares.Select(share => share?.ToString() ?? "–")])],
                NamesPlaces: true));
    }

    private static ChartPicture DrawOne(string county, Share?[] shares, Minutes limit, Language language)
    {
        var across = new Axis(language["分钟", "minutes"], Classes.Length, [.. TicksOf(limit)]);
        var plot = new Plot(across, PercentAxis.For(language["居民(%)", "Residents (%)"]));
        for (var i = 0; i < shares.Length; i++)
            plot.Bar($"bar class-{i + 1}", i + 0.08, i + 0.92, (shares[i]?.Value ?? 0) * 100);
        var words = shares.Select((share, i) => $"{MapWords.Class(language, Classes[i], limit)} {share?.ToString() ?? "–"}");
        // The county's name stands before it in the page.
        return plot.Picture(language[$"居民:{string.Join(",", words)}。", $"Residents: {string.Join(", ", words)}."], county);
    }

    // At the borders of the classes: a third of the limit, two thirds, the limit, twice the limit.
    private static IEnumerable<Tick> TicksOf(Minutes limit) => new[] { 1 / 3.0, 2 / 3.0, 1, 2 }
        .Select((part, index) => new Tick(index + 1, (limit.Value * part).ToString("0.#", CultureInfo.InvariantCulture)));

    private static Share?[] CountClasses(ServiceNetwork network, CoverageAnswer answer, AreaCode county)
    {
        var classes = network.Villages.Zip(answer.Villages)
            .Where(pair => pair.First.Code.County == county)
            .ToLookup(pair => MapPalette.Default.ClassOf(pair.Second.Nearest?.Time, answer.Question.Limit), pair => pair.First.Residents);
        var all = classes.Sum(group => group.Sum(residents => residents));
        return [.. Classes.Select(each => Share.Of(classes[each].Sum(residents => residents), all))];
    }
}
