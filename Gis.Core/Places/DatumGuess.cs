using System.Diagnostics.CodeAnalysis;

namespace Gis.Core.Places;

/// <summary>A way in which a file may write its positions.</summary>
/// <param name="Crs">The reference system.</param>
/// <param name="Writing">How its two numbers are written down.</param>
public sealed record DatumGuess(Crs Crs, PairWriting Writing)
{
    // Without rounding, 106.16 would have 15.999999999999 minutes. Eight decimals of a minute are 0.02 mm.
    private const int Decimals = 8;

    /// <summary>The position that a written pair stands for, if this guess is right.</summary>
    /// <returns>Whether it stands for one; if not, <paramref name="fault"/> says what would be right.</returns>
    public bool TryToLonLat(XY written, out LonLat position, [NotNullWhen(false)] out string? fault)
    {
        position = default;
        if (Unpack(written) is { } pair)
            return Crs.TryToLonLat(pair, out position, out fault);
        fault = "it has 60 or more minutes or seconds after the point.";
        return false;
    }

    /// <summary>The guess in words, as "gcj02, swapped".</summary>
    public override string ToString() => Writing == PairWriting.Plain ? Crs.Name : $"{Crs.Name}, {Writing switch
    {
        PairWriting.Swapped => "swapped",
        PairWriting.MinutesAfterPoint => "minutes after the point",
        _ => "minutes and seconds after the point",
    }}";

    private XY? Unpack(XY written) => Writing switch
    {
        PairWriting.Plain => written,
        PairWriting.Swapped => new XY(written.Y, written.X),
        PairWriting.MinutesAfterPoint => Unpack(written, Minutes),
        _ => Unpack(written, MinutesAndSeconds),
    };

    private static XY? Unpack(XY written, Func<double, double?> degrees) =>
        degrees(written.X) is { } x && degrees(written.Y) is { } y ? new XY(x, y) : null;

    private static double? Minutes(double written) => Part(written, out var minutes) is { } degrees && minutes < 60
        ? Math.CopySign(degrees + (minutes / 60), written)
        : null;

    private static double? MinutesAndSeconds(double written) =>
        Part(written, out var rest) is { } degrees && Part(rest, out var seconds) is { } minutes && minutes < 60 && seconds < 60
            ? Math.CopySign(degrees + (minutes / 60) + (seconds / 3600), written)
            : null;

    // The digits before the point, and those after it as hundredths: 106.1641 gives 106 and 16.41.
    private static double? Part(double written, out double hundredths)
    {
        var whole = Math.Truncate(Math.Abs(written));
        hundredths = Math.Round((Math.Abs(written) - whole) * 100, Decimals);
        return double.IsFinite(written) ? whole : null;
    }
}

/// <summary>How the two numbers of a pair are written down.</summary>
public enum PairWriting
{
    /// <summary>As the reference system has them, longitude or easting first.</summary>
    Plain,

    /// <summary>Latitude or northing first.</summary>
    Swapped,

    /// <summary>Degrees, a point, and minutes with two digits: 106.1669 for 106°16.69′.</summary>
    MinutesAfterPoint,

    /// <summary>Degrees, a point, minutes and seconds with two digits each: 106.1641 for 106°16′41″.</summary>
    SecondsAfterPoint,
}
