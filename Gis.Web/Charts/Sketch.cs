using System.Globalization;

namespace Gis.Web.Charts;

/// <summary>Places laid out on a square: north is up and both ways have one scale, but it is no map.</summary>
internal static class Sketch
{
    /// <summary>Where places come to lie within the margins of a square, in their order; there is at least one.</summary>
    // A degree of longitude is shorter than one of latitude by the cosine; over a county that is near enough for a sketch.
    internal static List<(double X, double Y)> Place(IReadOnlyList<(double Longitude, double Latitude)> places, double side, double margin)
    {
        var shrink = Math.Cos(places[0].Latitude * Math.PI / 180);
        var flat = places.Select(place => (X: place.Longitude * shrink, Y: -place.Latitude)).ToList();
        var (left, top) = (flat.Min(place => place.X), flat.Min(place => place.Y));
        var (wide, high) = (flat.Max(place => place.X) - left, flat.Max(place => place.Y) - top);
        var span = Math.Max(1e-6, Math.Max(wide, high));
        var scale = (side - (2 * margin)) / span;
        return [.. flat.Select(place => (margin + ((place.X - left + ((span - wide) / 2)) * scale), margin + ((place.Y - top + ((span - high) / 2)) * scale)))];
    }

    /// <summary>A length as SVG has it.</summary>
    internal static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
