using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Web.Layout;

namespace Gis.Web.Siting;

/// <summary>An order of building as a table to take along.</summary>
internal static class OrderTable
{
    internal static CsvText Write(OrderJson order, ServiceNetwork network)
    {
        var receipt = order.Receipt;
        var table = new CsvText(
            "step", "site", "name", "county", "township", "added", "covered", "free_optimum", "free_proven",
            "status", "objective", "bound", "gap", "question", "data_version", "travel_version", "program_version");
        foreach (var row in order.Steps)
        {
            var area = AreaCode.Parse(row.Area);
            table.Append(
                $"{row.Step}", row.Site, row.Name, network.FindAreaName(area.County), area.Level == AreaLevel.County ? "" : network.FindAreaName(area.Township),
                CsvText.Number(row.Added), CsvText.Number(row.Covered), CsvText.Number(row.FreeOptimum), row.FreeProven ? "yes" : "no",
                order.Status, CsvText.Number(order.Objective), CsvText.Number(order.Bound), CsvText.Number(order.Gap),
                receipt.Question, receipt.Data, receipt.Travel, receipt.Program);
        }

        return table;
    }

    internal static byte[] WriteWorkbook(OrderJson order, ServiceNetwork network, Language language) =>
        new Workbook().Add(WriteNotes(order, network, language)).Add(WriteSteps(order, network, language)).ToBytes();

    private static Sheet WriteNotes(OrderJson order, ServiceNetwork network, Language language)
    {
        var sheet = new Sheet(language["说明", "Notes"], language["项目", "Item"], language["内容", "What it says"])
            .Append(language["结论", "Result"], OrderWords.Ending(language, order))
            .Append(language["目标值", "Objective"], order.Objective)
            .Append(language["上界", "Bound"], order.Bound)
            .Append(language["差距", "Gap"], order.Gap)
            .AppendReceipt(order.Receipt, language);
        return network.HasIllustration
            ? sheet.AppendDataNotice(network, language)
            : sheet;
    }

    private static Sheet WriteSteps(OrderJson order, ServiceNetwork network, Language language)
    {
        var sheet = new Sheet(
            language["次序", "Order"], language["第几个", "Step"], language["服务点", "Point"], language["编号", "Id"], language["所属县(市)区", "County"], language["乡镇(街道)", "Township"],
            language["新够得着", "Added"], language["累计够得着", "Covered"], language["任选同样多个,最多", "At most, chosen freely"]);
        foreach (var row in order.Steps)
        {
            var area = AreaCode.Parse(row.Area);
            sheet.Append(
                row.Step, row.Name, row.Site, network.FindAreaName(area.County), area.Level == AreaLevel.County ? null : network.FindAreaName(area.Township),
                row.Added, row.Covered, row.FreeOptimum);
        }

        return sheet;
    }
}
