using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gis.Core.Places;

/// <summary>
/// CGCS2000 in 3-degree Gauss-Krüger zones: metres with a false easting of 500 km, EPSG:4534 to 4554 (central meridians 75°
/// to 135° E) and, with the zone's number before the easting, EPSG:4513 to 4533 (zones 25 to 45).
/// </summary>
public sealed record GaussKruger : Crs
{
    private const string Prefix = "cgcs2000-gk3:";
    private const int FirstZone = 25;
    private const int LastZone = 45;
    private const double FalseEasting = 500_000;
    private const double ZoneStep = 1_000_000;

    private static readonly TransverseMercator Projection = new(Ellipsoid.Cgcs2000);

    private GaussKruger(int zone, bool hasZonePrefix)
    {
        Zone = zone;
        HasZonePrefix = hasZonePrefix;
    }

    /// <summary>The number of the 3-degree zone, 25 to 45; its central meridian lies at three times as many degrees east.</summary>
    public int Zone { get; }

    /// <summary>Whether eastings carry the zone's number in front, as 35 607 391 m.</summary>
    public bool HasZonePrefix { get; }

    /// <inheritdoc/>
    public override string Name => Invariant($"{Prefix}{CentralMeridian}{(HasZonePrefix ? ":zone" : "")}");

    private int CentralMeridian => Zone * 3;

    private double PrefixMetres => HasZonePrefix ? Zone * ZoneStep : 0;

    /// <summary>
    /// The zone to measure a place in, without prefix: that of the nearest central meridian, the eastern one half-way between
    /// two. Inside its 3 degrees its metres are too long by at most 0.035 %.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The place lies west of 72° or east of 138° E, outside China.</exception>
    public static GaussKruger For(LonLat place)
    {
        if (place.Longitude is not (>= 72 and <= 138))
            throw new ArgumentOutOfRangeException(nameof(place), place, "The zones of CGCS2000 reach from 72 to 138 degrees east.");
        var zone = (int)Math.Floor((place.Longitude / 3) + 0.5);
        return new GaussKruger(Math.Clamp(zone, FirstZone, LastZone), hasZonePrefix: false);
    }

    /// <summary>The zones a place may have been written in, without prefix and with: the nearest and those beside it; none outside China.</summary>
    internal static IEnumerable<GaussKruger> ListAround(LonLat place) => place.Longitude is not (>= 72 and <= 138) ? [] :
        Enumerable.Range(For(place).Zone - 1, 3)
            .Where(zone => zone is >= FirstZone and <= LastZone)
            .SelectMany(zone => (GaussKruger[])[new(zone, hasZonePrefix: false), new(zone, hasZonePrefix: true)]);

    /// <summary>The position in the zone's metres, false easting included, zone prefix not.</summary>
    /// <exception cref="ArgumentException">The position lies more than 500 km from the central meridian.</exception>
    public Projected ToMetres(LonLat position)
    {
        var pair = FromLonLat(position);
        return new Projected(pair.X - PrefixMetres, pair.Y);
    }

    /// <summary>The position at the zone's metres, false easting included, zone prefix not.</summary>
    /// <exception cref="ArgumentException">The point lies outside the zone's 1000 km.</exception>
    public LonLat FromMetres(Projected point) => ToLonLat(new XY(point.Easting + PrefixMetres, point.Northing));

    internal static bool TryFindZone(string name, [NotNullWhen(true)] out Crs? crs, out string? fault)
    {
        (crs, fault) = (null, null);
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        var parts = name[Prefix.Length..].Split(':');
        if (parts.Length > 2 || (parts.Length == 2 && parts[1] != "zone"))
            fault = $"'{name}' ends in what is not understood; right are {Prefix}105 and {Prefix}105:zone.";
        else if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var meridian)
            || meridian % 3 != 0 || meridian / 3 is < FirstZone or > LastZone)
            fault = $"'{parts[0]}' is no central meridian of a 3-degree zone; those are 75, 78, 81 and so on to 135.";
        else
            crs = new GaussKruger(meridian / 3, hasZonePrefix: parts.Length == 2);
        return crs is not null;
    }

    private protected override string? FaultOf(XY pair) =>
        FaultOfEasting(pair.X) ?? FaultOfRange('y', "northing", pair.Y, Projection.QuarterMeridian, "metres");

    private string? FaultOfEasting(double easting)
    {
        var prefix = Math.Floor(easting / ZoneStep);
        if (prefix == (HasZonePrefix ? Zone : 0))
            return null;
        if (HasZonePrefix && prefix == 0)
            return Invariant($"x is {easting:0.###}, which lacks the zone prefix {Zone}; without it the system is {Prefix}{CentralMeridian}.");
        if (prefix is >= FirstZone and <= LastZone)
            return Invariant($"x is {easting:0.###}, which has the zone prefix {prefix:0}; the system is then {Prefix}{prefix * 3:0}:zone.");
        return Invariant($"x is {easting:0.###}, but an easting in {Name} lies from {PrefixMetres:0} to {PrefixMetres + ZoneStep:0} metres (are the axes swapped?).");
    }

    private protected override string? FaultOf(LonLat position)
    {
        var apart = Math.Abs(Math.IEEERemainder(position.Longitude - CentralMeridian, 360));
        return apart < 90 && Math.Abs(Projection.Project(position, CentralMeridian).Easting) < FalseEasting
            ? null
            : Invariant($"{Name} reaches 500 km to either side of {CentralMeridian}° E and not to longitude {position.Longitude:0.######}; choose the zone nearest to it.");
    }

    private protected override XY Project(LonLat position)
    {
        var point = Projection.Project(position, CentralMeridian);
        return new XY(point.Easting + FalseEasting + PrefixMetres, point.Northing);
    }

    private protected override LonLat Unproject(XY pair) =>
        Projection.Unproject(new Projected(pair.X - FalseEasting - PrefixMetres, pair.Y), CentralMeridian);
}
