using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gis.Core.Places;

/// <summary>A way to write positions as pairs of numbers; the cases are those met in Chinese data.</summary>
/// <remarks>
/// Every case leads to and from <see cref="LonLat"/>, so any two convert into each other. Formulas, sources and measured
/// accuracy: docs/methods/places.md.
/// </remarks>
public abstract record Crs
{
    private protected Crs()
    {
    }

    /// <summary>WGS-84 in degrees, taken as CGCS2000: they agree to within centimetres.</summary>
    public static Crs Wgs84 { get; } = new GeographicDegrees("wgs84");

    /// <summary>CGCS2000 in degrees, EPSG:4490, in which positions are kept here.</summary>
    public static Crs Cgcs2000 { get; } = new GeographicDegrees("cgcs2000");

    /// <summary>GCJ-02 in degrees, of AMap and Tencent.</summary>
    public static Crs Gcj02 { get; } = new ShiftedDegrees("gcj02", Places.Gcj02.Shift);

    /// <summary>BD-09 in degrees, of Baidu.</summary>
    public static Crs Bd09 { get; } = new ShiftedDegrees("bd09", Places.Bd09.Shift);

    /// <summary>BD-09 in the metres of Baidu's own Mercator.</summary>
    public static Crs Bd09Mercator { get; } = new BaiduMercator();

    /// <summary>EPSG:3857 in metres, of most web maps; on the ellipsoid its metres are no ground metres.</summary>
    public static Crs WebMercator { get; } = new WebMercator();

    /// <summary>The name that <see cref="TryParse"/> reads, as "gcj02" or "cgcs2000-gk3:105:zone".</summary>
    public abstract string Name { get; }

    /// <summary>Reads a name; case does not matter.</summary>
    /// <param name="text">wgs84, cgcs2000, gcj02, bd09, bd09mc, epsg:3857, cgcs2000-gk3:105 or cgcs2000-gk3:105:zone.</param>
    /// <param name="crs">What the name stands for.</param>
    /// <param name="fault">What is wrong and what would be right.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Crs? crs, [NotNullWhen(false)] out string? fault)
    {
        var name = text?.Trim().ToLowerInvariant() ?? "";
        crs = Array.Find([Wgs84, Cgcs2000, Gcj02, Bd09, Bd09Mercator, WebMercator], known => known.Name == name);
        fault = null;
        if (crs is null && !GaussKruger.TryFindZone(name, out crs, out fault))
            fault ??= $"'{text}' is no known coordinate system; known are wgs84, cgcs2000, gcj02, bd09, bd09mc, epsg:3857, "
                + "cgcs2000-gk3:105 and cgcs2000-gk3:105:zone (75, 78, … 135 for 105).";
        return crs is not null;
    }

    /// <summary>The position a pair stands for.</summary>
    /// <returns>Whether the pair stands for one; if not, <paramref name="fault"/> names x or y and what would be right.</returns>
    public bool TryToLonLat(XY pair, out LonLat position, [NotNullWhen(false)] out string? fault)
    {
        fault = FaultOfNumbers(pair) ?? FaultOf(pair);
        position = fault is null ? Unproject(pair) : default;
        return fault is null;
    }

    /// <summary>The pair a position is written as.</summary>
    /// <returns>Whether this system reaches the position; if not, <paramref name="fault"/> says which would.</returns>
    public bool TryFromLonLat(LonLat position, out XY pair, [NotNullWhen(false)] out string? fault)
    {
        fault = FaultOf(position);
        pair = fault is null ? Project(position) : default;
        return fault is null;
    }

    /// <summary>The position a pair stands for.</summary>
    /// <exception cref="ArgumentException">The pair is out of range; the message says what would be right.</exception>
    public LonLat ToLonLat(XY pair) =>
        TryToLonLat(pair, out var position, out var fault) ? position : throw new ArgumentException(fault, nameof(pair));

    /// <summary>The pair a position is written as.</summary>
    /// <exception cref="ArgumentException">This system does not reach the position; the message says which would.</exception>
    public XY FromLonLat(LonLat position) =>
        TryFromLonLat(position, out var pair, out var fault) ? pair : throw new ArgumentException(fault, nameof(position));

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    private protected abstract string? FaultOf(XY pair);

    private protected virtual string? FaultOf(LonLat position) => null;

    private protected abstract LonLat Unproject(XY pair);

    private protected abstract XY Project(LonLat position);

    private protected static string? FaultOfRange(char axis, string what, double value, double limit, string unit) =>
        Math.Abs(value) <= limit ? null : Invariant(
            $"{axis} is {value:0.######}, but a {what} lies from {-limit:0.##} to {limit:0.##} {unit} (are the axes swapped?).");

    private protected static string? FaultOfDegrees(XY pair) =>
        FaultOfRange('x', "longitude", pair.X, 180, "degrees") ?? FaultOfRange('y', "latitude", pair.Y, 90, "degrees");

    private protected static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string? FaultOfNumbers(XY pair) =>
        !double.IsFinite(pair.X) ? "x is not a finite number." : !double.IsFinite(pair.Y) ? "y is not a finite number." : null;
}
