using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gis.Core.Places;
using Gis.Web.Maps;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc;

/// <summary>
/// A box of the parameter bbox or of BBOX in a filter, as rectangles of degrees: more than one where it crosses the 180th meridian.
/// </summary>
public sealed class OgcBox
{
    private const double HalfTurnMetres = 20037508.342789244;

    // A map that is zoomed far out asks for more than the world; what is far beyond is a mistake.
    private const double MostTurns = 2;

    // A tenth of a millimetre: positions of an answer are rounded to that, and a box round them must hold the features they came from.
    private const double Rounding = 1e-9;

    private readonly ImmutableArray<Geometry> parts;

    private OgcBox(double west, double south, double east, double north) => parts =
    [
        .. new[] { -360.0, 0, 360 }
            .Where(turn => west + turn <= 180 && east + turn >= -180)
            .Select(turn => Ground.Shapes.ToGeometry(new Envelope(
                Math.Max(west + turn, -180) - Rounding, Math.Min(east + turn, 180) + Rounding, south - Rounding, north + Rounding))),
    ];

    /// <summary>Reads four numbers, or six with heights, which nothing here has.</summary>
    /// <param name="numbers">The lower corner and the upper, in the order of the axes.</param>
    /// <param name="crs">What the numbers mean.</param>
    /// <param name="box">The box.</param>
    /// <param name="fault">What is wrong, in both languages.</param>
    public static bool TryRead(ImmutableArray<double> numbers, OgcCrs crs, [NotNullWhen(true)] out OgcBox? box, out (string Chinese, string English) fault)
    {
        box = null;
        if (numbers.Length is not (4 or 6))
        {
            fault = ($"应有 4 或 6 个数,现有 {numbers.Length} 个", $"it has {numbers.Length} numbers, expected 4 or 6");
            return false;
        }

        var half = numbers.Length / 2;
        var (low, high) = (crs.Swap(new XY(numbers[0], numbers[1])), crs.Swap(new XY(numbers[half], numbers[half + 1])));
        fault = FindFault(low, high, half == 3 && numbers[2] > numbers[5], crs);
        if (fault.English.Length > 0)
            return false;
        box = crs.IsDegrees ? Of(low.X, low.Y, high.X, high.Y) : Of(Longitude(low), Latitude(low, crs), Longitude(high), Latitude(high, crs));
        return true;
    }

    /// <summary>Reads numbers with commas between them.</summary>
    public static bool TryRead(string text, OgcCrs crs, [NotNullWhen(true)] out OgcBox? box, out (string Chinese, string English) fault)
    {
        var numbers = ImmutableArray.CreateBuilder<double>();
        foreach (var part in text.Split(','))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                (box, fault) = (null, ($"“{part}”不是数", $"'{part}' is not a number"));
                return false;
            }

            numbers.Add(number);
        }

        return TryRead(numbers.ToImmutable(), crs, out box, out fault);
    }

    /// <summary>Whether a geometry has a place in common with the box, its edge included; what is not located has none.</summary>
    public bool Touches(Geometry? shape) => shape is not null && parts.Any(part => part.Intersects(shape));

    internal Geometry ToGeometry() => parts.Length == 1 ? parts[0] : Ground.Shapes.BuildGeometry(parts);

    private static OgcBox Of(double west, double south, double east, double north) => new(west, south, west > east ? east + 360 : east, north);

    private static (string Chinese, string English) FindFault(XY low, XY high, bool areHeightsSwapped, OgcCrs crs)
    {
        var (most, mostNorth) = crs.IsDegrees ? (180 * MostTurns, 90 * MostTurns) : (HalfTurnMetres * MostTurns, HalfTurnMetres * MostTurns);
        if (!(Math.Abs(low.X) <= most && Math.Abs(high.X) <= most && Math.Abs(low.Y) <= mostNorth && Math.Abs(high.Y) <= mostNorth))
            return ("超出坐标系的范围(是不是经纬度写反了?)", "it lies outside the coordinate system (are the axes swapped?)");
        return low.Y > high.Y || areHeightsSwapped
            ? ("下角大于上角(是不是经纬度写反了?)", "its lower corner lies above its upper corner (are the axes swapped?)")
            : ("", "");
    }

    private static double Longitude(XY pair) => pair.X / HalfTurnMetres * 180;

    private static double Latitude(XY pair, OgcCrs crs) => crs.System.ToLonLat(new XY(0, Math.Clamp(pair.Y, -HalfTurnMetres, HalfTurnMetres))).Latitude;
}
