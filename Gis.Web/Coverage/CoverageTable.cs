using System.Globalization;
using System.Text;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Web.Coverage;

/// <summary>A coverage answer as a CSV table (RFC 4180): the city, its counties, townships and villages, a row each.</summary>
public static class CoverageTable
{
    private const string Header =
        "level,code,name,residents,covered,share,minutes,nearest_point,question,data_version,travel_version,program_version";

    public static string Write(ServiceNetwork network, CoverageAnswer answer, Receipt receipt)
    {
        var table = new StringBuilder(Header).Append("\r\n");
        var tail = new[] { receipt.Question, receipt.Data, receipt.Travel, receipt.Program };
        Append("city", network.City.Code, network.City.Name, answer.Total, null);
        foreach (var county in answer.Counties)
            Append("county", county.Area!.Value, network.FindAreaName(county.Area.Value)!, county, null);
        foreach (var township in answer.Townships)
            Append("township", township.Area!.Value, network.FindAreaName(township.Area.Value)!, township, null);
        for (var row = 0; row < network.Villages.Length; row++)
        {
            var village = network.Villages[row];
            Append("village", village.Code, village.Name, answer.CoverageOf(network, row), answer.Villages[row].Nearest);
        }

        return table.ToString();

        void Append(string level, AreaCode code, string name, AreaCoverage area, Reach? nearest) => table.AppendRow(
        [
            level, code.Digits, name,
            area.Residents.ToString(), area.Covered.ToString(), Number(area.Share?.Value),
            Number(nearest?.Time.Value), nearest is { } reach ? network.Points[reach.Point].Id.ToString() : "",
            .. tail,
        ]);
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static void AppendRow(this StringBuilder table, IEnumerable<string> cells) =>
        table.AppendJoin(',', cells.Select(Escape)).Append("\r\n");

    private static string Escape(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
