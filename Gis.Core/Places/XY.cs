using System.Globalization;

namespace Gis.Core.Places;

/// <summary>
/// A pair of coordinates as a table holds them, longitude or easting first. Only a <see cref="Crs"/> gives it a unit and a
/// place: degrees in one, metres in another.
/// </summary>
/// <param name="X">The longitude in degrees or the easting in metres.</param>
/// <param name="Y">The latitude in degrees or the northing in metres.</param>
public readonly record struct XY(double X, double Y)
{
    /// <summary>The pair as "106.2309, 38.4872".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X:0.#########}, {Y:0.#########}");
}

/// <summary>A position in the metres of one projection, to be compared only within that projection.</summary>
/// <param name="Easting">Metres east, false easting included, zone prefix not.</param>
/// <param name="Northing">Metres north of the equator.</param>
public readonly record struct Projected(double Easting, double Northing);
