using System.Globalization;
using System.Xml.Linq;

namespace Gis.Web.Charts;

/// <summary>All residents as one bar in parts.</summary>
public static class SplitChart
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Draw(string alternative, params IReadOnlyCollection<(string Kind, long Count)> parts)
    {
        var (all, left) = (Math.Max(1, parts.Sum(part => part.Count)), 0.0);
        var bar = new XElement(Svg + "svg", new XAttribute("class", "split-view"), new XAttribute("role", "img"), new XAttribute("aria-label", alternative));
        foreach (var (kind, count) in parts)
        {
            var width = 100.0 * count / all;
            bar.Add(new XElement(
                Svg + "rect",
                new XAttribute("class", kind), new XAttribute("x", Percent(left)), new XAttribute("width", Percent(width)), new XAttribute("height", "100%")));
            left += width;
        }

        return bar;
    }

    private static string Percent(double value) => value.ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
