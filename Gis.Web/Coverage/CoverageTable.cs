using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Data.Export;

namespace Gis.Web.Coverage;

/// <summary>A coverage answer as a CSV table (RFC 4180): the city, its counties, townships and villages, a row each.</summary>
public static class CoverageTable
{
    public static CsvText Write(CoverageAnswer answer, Receipt receipt)
    {
        var network = answer.Network;
        var table = new CsvText(
            "level", "code", "name", "residents", "covered", "share", "minutes", "nearest_point",
            "illustrative", "question", "data_version", "travel_version", "program_version",
            "share_low", "share_high");
        Append("city", network.City.Code, network.City.Name, answer.Total, null);
        foreach (var county in answer.Counties)
            Append("county", county.Area!.Value, network.FindAreaName(county.Area.Value)!, county, null);
        foreach (var township in answer.Townships)
            Append("township", township.Area!.Value, network.FindAreaName(township.Area.Value)!, township, null);
        for (var row = 0; row < network.Villages.Length; row++)
        {
            var village = network.Villages[row];
            Append("village", village.Code, village.Name, answer.CoverageOf(row), answer.Villages[row].Nearest);
        }

        return table;

        bool IsIllustrative(string level, AreaCode code) => network.HasIllustrationOf(level == "city" ? null : code);

        void Append(string level, AreaCode code, string name, AreaCoverage area, Reach? nearest) => table.Append(
            level, code.Digits, name,
            area.Residents.ToString(), area.Covered.ToString(), CsvText.Number(area.Share?.Value),
            CsvText.Number(nearest?.Time.Value), nearest is { } reach ? network.Points[reach.Point].Id.ToString() : "",
            IsIllustrative(level, code) ? "yes" : "no", receipt.Question, receipt.Data, receipt.Travel, receipt.Program,
            CsvText.Number(area.Interval?.Low.Value), CsvText.Number(area.Interval?.High.Value));
    }
}
