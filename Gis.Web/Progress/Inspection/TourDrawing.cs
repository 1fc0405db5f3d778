using System.Globalization;
using System.Xml.Linq;
using Gis.Web.Charts;
using Gis.Web.Layout;

namespace Gis.Web.Progress.Inspection;

/// <summary>
/// The order of a tour as SVG: the base, and the stops with their numbers, joined by straight lines. North is up and both ways have
/// one scale, but it is no map: neither roads nor bounds are on it.
/// </summary>
internal static class TourDrawing
{
    private const double Side = 240;
    private const double Margin = 18;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    internal static XElement Draw(PlaceJson from, DayTourJson tour, Language language)
    {
        List<PlaceJson> places = [from, .. tour.Visits.Select(visit => visit.At)];
        var at = Sketch.Place([.. places.Select(place => (place.Longitude, place.Latitude))], Side, Margin);
        return new XElement(
            Svg + "svg",
            new XAttribute("class", "tour-drawing"),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Side} {Side}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", language[$"走法示意,{tour.Visits.Length} 个点,次序和表里一样", $"The way of the tour, {tour.Visits.Length} points in the order of the table"]),
            new XElement(Svg + "path", new XAttribute("class", "tour-line"), new XAttribute("d", $"M{string.Join('L', at.Select(place => $"{Sketch.Number(place.X)} {Sketch.Number(place.Y)}"))}Z")),
            at.Skip(1).Select((place, i) => new[]
            {
                new XElement(Svg + "circle", new XAttribute("class", "tour-stop"), new XAttribute("cx", Sketch.Number(place.X)), new XAttribute("cy", Sketch.Number(place.Y)), new XAttribute("r", "8")),
                new XElement(
                    Svg + "text", new XAttribute("class", "tour-number"), new XAttribute("x", Sketch.Number(place.X)), new XAttribute("y", Sketch.Number(place.Y)),
                    new XAttribute("dy", "0.35em"), new XAttribute("text-anchor", "middle"), (i + 1).ToString(CultureInfo.InvariantCulture)),
            }),
            new XElement(
                Svg + "rect", new XAttribute("class", "tour-base"), new XAttribute("x", Sketch.Number(at[0].X - 7)), new XAttribute("y", Sketch.Number(at[0].Y - 7)), new XAttribute("width", "14"), new XAttribute("height", "14")));
    }
}
