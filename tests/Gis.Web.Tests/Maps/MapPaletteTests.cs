using System.Runtime.CompilerServices;
using Gis.Core.Units;
using Gis.Web.Maps;

namespace Gis.Web.Tests.Maps;

public sealed class MapPaletteTests
{
    [Theory]
    [InlineData(0, CoverageClass.Near), InlineData(10, CoverageClass.Near), InlineData(10.001, CoverageClass.Midway)]
    [InlineData(20, CoverageClass.Midway), InlineData(20.001, CoverageClass.Within)]
    [InlineData(30, CoverageClass.Within), InlineData(30.001, CoverageClass.Beyond)]
    [InlineData(60, CoverageClass.Beyond), InlineData(60.001, CoverageClass.Far), InlineData(1000, CoverageClass.Far)]
    public void Of_a_limit_of_thirty_minutes_the_classes_end_at_ten_twenty_thirty_and_sixty(double minutes, CoverageClass expected) =>
        Assert.Equal(expected, MapPalette.Default.ClassOf(new Minutes(minutes), new Minutes(30)));

    [Fact]
    public void A_village_without_a_way_is_far() =>
        Assert.Equal(CoverageClass.Far, MapPalette.Default.ClassOf(null, new Minutes(240)));

    [Theory, InlineData(0.1), InlineData(7), InlineData(20), InlineData(45.3), InlineData(239.9)]
    public void Exactly_at_any_limit_is_covered_and_just_above_it_is_not(double limit)
    {
        Assert.Equal(CoverageClass.Within, MapPalette.Default.ClassOf(new Minutes(limit), new Minutes(limit)));
        Assert.Equal(CoverageClass.Beyond, MapPalette.Default.ClassOf(new Minutes(Math.BitIncrement(limit)), new Minutes(limit)));
    }

    [Fact]
    public void The_browser_paints_in_the_same_colours()
    {
        var client = Path.Combine(Path.GetDirectoryName(Here())!, "../../../Gis.Web/client/src");
        var script = File.ReadAllText(Path.Combine(client, "coverage/classes.ts"));
        var styles = File.ReadAllText(Path.Combine(client, "style/tokens.css"));
        foreach (var (each, number) in MapPalette.Default.Classes.Select((each, index) => (each, index + 1)))
        {
            Assert.Contains($"{number}: '{each.Colour}'", script, StringComparison.Ordinal);
            Assert.Contains($"--class-{number}: {each.Colour};", styles, StringComparison.OrdinalIgnoreCase);
        }

        static string Here([CallerFilePath] string file = "") => file;
    }
}
