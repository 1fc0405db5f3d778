using System.Globalization;
using System.Xml;
using NetTopologySuite.Geometries;

namespace Gis.Data.Import.Files;

/// <summary>One geometry of a placemark as it is written: its kind and the coordinates of its lines, of a polygon the outer ring first.</summary>
internal sealed record KmlGeometry(string Kind, IReadOnlyList<string> Lines)
{
    internal static readonly string[] Kinds = ["Point", "LineString", "LinearRing", "Polygon"];

    private static readonly GeometryFactory Geometries = new();

    /// <summary>Reads up to the end of the element.</summary>
    internal static KmlGeometry Read(XmlReader xml, SourceReading reading)
    {
        var (kind, lines, isCoordinates) = (xml.LocalName, new List<string>(), false);
        foreach (var node in SafeXml.Within(xml, reading))
        {
            if (node == XmlNodeType.Element)
                isCoordinates = xml.LocalName == "coordinates";
            else if (isCoordinates && node is XmlNodeType.Text or XmlNodeType.CDATA)
                lines.Add(xml.Value);
        }

        return new KmlGeometry(kind, lines);
    }

    /// <summary>The geometry of a placemark, of several their collection; null where none has coordinates.</summary>
    /// <exception cref="Exception">It is none; of whatever kind the readers of numbers and of geometry have.</exception>
    internal static Geometry? Build(IEnumerable<KmlGeometry> geometries)
    {
        var built = geometries.Where(geometry => geometry.Lines.Count > 0).Select(geometry => geometry.Build()).ToArray();
        return built switch { [] => null, [var one] => one, _ => Geometries.CreateGeometryCollection(built) };
    }

    private Geometry Build() => Kind switch
    {
        "Point" => Geometries.CreatePoint(ReadLine(Lines[0])[0]),
        "Polygon" => Geometries.CreatePolygon(Geometries.CreateLinearRing(ReadLine(Lines[0])), [.. Lines.Skip(1).Select(line => Geometries.CreateLinearRing(ReadLine(line)))]),
        _ => Geometries.CreateLineString(ReadLine(Lines[0])),
    };

    // Longitude, latitude and perhaps a height, by commas; some write a blank after the comma.
    private static Coordinate[] ReadLine(string text)
    {
        var joined = string.Join(',', text.Split(',', StringSplitOptions.TrimEntries));
        return [.. joined.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(place => place.Split(',')).Select(parts => new Coordinate(Number(parts[0]), Number(parts[1])))];
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
