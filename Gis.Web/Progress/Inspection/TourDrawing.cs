using System.Globalization;
using System.Xml.Linq;
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
        var at = Place(places);
        return new XElement(
            Svg + "svg",
            new XAttribute("class", "tour-drawing"),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Side} {Side}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", language[$"走法示意,{tour.Visits.Length} 个点,次序和表里一样", $"The way of the tour, {tour.Visits.Length} points in the order of the table"]),
            new XElement(Svg + "path", new XAttribute("class", "tour-line"), new XAttribute("d", $"M{string.Join('L', at.Select(place => $"{Number(place.X)} {Number(place.Y)}"))}Z")),
            at.Skip(1).Select((place, i) => new[]
            {
                new XElement(Svg + "circle", new XAttribute("class", "tour-stop"), new XAttribute("cx", Number(place.X)), new XAttribute("cy", Number(place.Y)), new XAttribute("r", "8")),
                new XElement(
                    Svg + "text", new XAttribute("class", "tour-number"), new XAttribute("x", Number(place.X)), new XAttribute("y", Number(place.Y)),
                    new XAttribute("dy", "0.35em"), new XAttribute("text-anchor", "middle"), (i + 1).ToString(CultureInfo.InvariantCulture)),
            }),
            new XElement(
                Svg + "rect", new XAttribute("class", "tour-base"), new XAttribute("x", Number(at[0].X - 7)), new XAttribute("y", Number(at[0].Y - 7)), new XAttribute("width", "14"), new XAttribute("height", "14")));
    }

    // A degree of longitude is shorter than one of latitude by the cosine; over a county that is near enough for a sketch.
    private static List<(double X, double Y)> Place(List<PlaceJson> places)
    {
        var shrink = Math.Cos(places[0].Latitude * Math.PI / 180);
        var flat = places.Select(place => (X: place.Longitude * shrink, Y: -place.Latitude)).ToList();
        var (left, top) = (flat.Min(place => place.X), flat.Min(place => place.Y));
        var (wide, high) = (flat.Max(place => place.X) - left, flat.Max(place => place.Y) - top);
        var span = Math.Max(1e-6, Math.Max(wide, high));
        var scale = (Side - (2 * Margin)) / span;
        return [.. flat.Select(place => (Margin + ((place.X - left + ((span - wide) / 2)) * scale), Margin + ((place.Y - top + ((span - high) / 2)) * scale)))];
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
