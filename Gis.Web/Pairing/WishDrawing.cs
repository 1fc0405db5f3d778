using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Web.Charts;
using Gis.Web.Layout;

namespace Gis.Web.Pairing;

/// <summary>
/// Whom one side may choose among as SVG: itself, and the others as dots that are the darker the shorter the way, with the place of those
/// wished for. It previews the travel before anybody wishes; it is no map, neither roads nor bounds are on it.
/// </summary>
internal static class WishDrawing
{
    private const double Side = 360;
    private const double Margin = 18;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The thirds of the limit, the nearest first: the class of a way.</summary>
    internal static int ClassOf(Minutes way, Minutes limit) => way.Value * 3 <= limit.Value ? 1 : way.Value * 3 <= 2 * limit.Value ? 2 : 3;

    /// <summary>The drawing; null where the position of whoever chooses, or of all others, is not known.</summary>
    internal static XElement? Draw(LonLat? own, ImmutableArray<(Candidate Candidate, LonLat At)> others, WishForm wishes, Minutes limit, Language language)
    {
        if (own is not { } home || others.IsEmpty)
            return null;
        var at = Sketch.Place([(home.Longitude, home.Latitude), .. others.Select(other => (other.At.Longitude, other.At.Latitude))], Side, Margin);
        // Those wished for are drawn last, so that no other hides their number.
        var dots = others.Zip(at.Skip(1)).OrderBy(each => wishes.Places.ContainsKey(each.First.Candidate.Unit.Id));
        return new XElement(
            Svg + "svg",
            new XAttribute("class", "wish-drawing"),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Side} {Side}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", language[$"{others.Length} 个可选的在哪里;名称和路程在表里", $"Where the {others.Length} to choose among are; names and ways are in the table"]),
            dots.Select(each => Dot(each.First.Candidate, each.Second, wishes, limit)),
            new XElement(
                Svg + "rect", new XAttribute("class", "wish-home"), new XAttribute("x", Sketch.Number(at[0].X - 7)), new XAttribute("y", Sketch.Number(at[0].Y - 7)), new XAttribute("width", "14"), new XAttribute("height", "14")));
    }

    private static IEnumerable<XElement> Dot(Candidate candidate, (double X, double Y) at, WishForm wishes, Minutes limit)
    {
        var place = wishes.Places.GetValueOrDefault(candidate.Unit.Id);
        yield return new XElement(
            Svg + "circle",
            new XAttribute("class", $"way-{ClassOf(candidate.Way, limit)}"), new XAttribute("cx", Sketch.Number(at.X)), new XAttribute("cy", Sketch.Number(at.Y)), new XAttribute("r", place is null ? "4" : "9"),
            new XElement(Svg + "title", $"{candidate.Unit.Name} {PairingWords.Way(candidate.Way)}"));
        if (place is not null)
            yield return new XElement(
                Svg + "text", new XAttribute("class", "wish-place"), new XAttribute("x", Sketch.Number(at.X)), new XAttribute("y", Sketch.Number(at.Y)), new XAttribute("dy", "0.35em"), new XAttribute("text-anchor", "middle"), place);
    }
}
