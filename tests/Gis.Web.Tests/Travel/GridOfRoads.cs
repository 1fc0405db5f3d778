using System.Globalization;
using System.Text;
using Gis.Core.Network;

namespace Gis.Web.Tests.Travel;

/// <summary>Made-up roads over all positions of a network: straight ones every fiftieth of a degree (some 2 km), as OSM XML.</summary>
internal static class GridOfRoads
{
    private const int PerDegree = 50;

    internal static string Save(string path, ServiceNetwork network)
    {
        var positions = network.Villages.Select(village => village.Position?.At).OfType<Core.Places.LonLat>().ToList();
        var (west, east) = (Floor(positions.Min(at => at.Longitude)), Floor(positions.Max(at => at.Longitude)) + 1);
        var (south, north) = (Floor(positions.Min(at => at.Latitude)), Floor(positions.Max(at => at.Latitude)) + 1);
        var (columns, rows) = (east - west + 1, north - south + 1);
        var xml = new StringBuilder("<osm version=\"0.6\">");
        for (var number = 0; number < columns * rows; number++)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<node id=\"{number + 1}\" version=\"1\" timestamp=\"2026-05-06T00:00:00Z\" lon=\"{(west + (number % columns)) / (double)PerDegree}\" lat=\"{(south + (number / columns)) / (double)PerDegree}\"/>");
        }

        for (var row = 0; row < rows; row++)
            AppendWay(xml, row + 1, Enumerable.Range(0, columns).Select(column => (row * columns) + column + 1));
        for (var column = 0; column < columns; column++)
            AppendWay(xml, rows + column + 1, Enumerable.Range(0, rows).Select(row => (row * columns) + column + 1));
        File.WriteAllText(path, xml.Append("</osm>").ToString());
        return path;
    }

    private static int Floor(double degrees) => (int)Math.Floor(degrees * PerDegree);

    private static void AppendWay(StringBuilder xml, int id, IEnumerable<int> along) => xml
        .Append(CultureInfo.InvariantCulture, $"<way id=\"{id}\" version=\"1\">")
        .AppendJoin("", along.Select(node => $"<nd ref=\"{node}\"/>"))
        .Append("<tag k=\"highway\" v=\"secondary\"/></way>");
}
