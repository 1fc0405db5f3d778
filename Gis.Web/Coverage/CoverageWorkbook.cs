using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Data.Export;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Coverage;

/// <summary>A coverage answer as a workbook, for those who go on calculating.</summary>
public sealed class CoverageWorkbook(AskedCoverage asked, Language language)
{
    private readonly ServiceNetwork network = asked.Answer.Network;

    private readonly CoverageAnswer answer = asked.Answer;

    private string Counted => QuestionWords.Counted(language, answer.Question.Weighting);

    public byte[] Write() => new Workbook()
        .Add(WriteNotes())
        .Add(WriteTotals())
        .Add(WriteAreas(language["县区", "Counties"], answer.Counties))
        .Add(WriteAreas(language["乡镇", "Townships"], answer.Townships))
        .Add(WriteVillages())
        .Add(WriteGaps())
        .Add(WriteCandidates())
        .ToBytes();

    private Sheet WriteNotes()
    {
        var receipt = asked.Receipt;
        var sheet = new Sheet(language["说明", "Notes"], language["项目", "Item"], language["内容", "What it says"])
            .Append(language["网络", "Network"], language[network.City.Name, network.City.EnglishName])
            .Append(language["问题", "Question"], QuestionWords.Of(language, answer.Question));
        foreach (var supposition in QuestionWords.Suppositions(language, network, answer.Question))
            sheet.Append(language["假定", "Supposed"], supposition.ToString());
        sheet.Append(language["覆盖", "Covered"], QuestionWords.Covered(language))
            .Append(language["单位", "Units"], language["时间为分钟,路程为米,居民为人,覆盖率从 0 到 1", "Trips in minutes and metres, residents in people, shares from 0 to 1"])
            .Append(language["时间", "Travel times"], QuestionWords.Travel(language, receipt));
        if (network.HasIllustration)
            sheet.AppendDataNotice(network, language);
        sheet.AppendReceipt(receipt, language);
        foreach (var (source, basis, values) in NetworkSources.List(network))
            sheet.Append(language[$"来源({language.Of(basis)})", $"Source ({language.Of(basis).ToLowerInvariant()})"], language[$"{source}:{values} 个值", $"{source}: {values} values"]);
        return sheet;
    }

    private Sheet WriteTotals()
    {
        var (total, spread) = (answer.Total, answer.Spread);
        var (counted, people, minutes) = (Counted, QuestionWords.Unit(language, answer.Question.Weighting), language["分钟", "minutes"]);
        return new Sheet(language["总体", "Totals"], language["项目", "Item"], language["数值", "Value"], language["单位", "Unit"])
            .Append(language[$"全部{counted}", $"All {counted}"], total.Residents.Count, people)
            .Append(language[$"够得着的{counted}", $"Within reach, {counted}"], total.Covered.Count, people)
            .Append(language[$"够不着的{counted}", $"Out of reach, {counted}"], total.Gap.Count, people)
            .Append(language["覆盖率", "Share covered"], total.Share?.Value, language["0 到 1", "0 to 1"])
            .Append(language["覆盖率,位置误差往差里算", "Share covered, positions off for worse"], answer.Interval?.Low.Value, language["0 到 1", "0 to 1"])
            .Append(language["覆盖率,位置误差往好里算", "Share covered, positions off for better"], answer.Interval?.High.Value, language["0 到 1", "0 to 1"])
            .Append(language["平均时间", "Mean time"], spread.Mean?.Value, minutes)
            .Append(language["中位时间", "Median time"], spread.Median?.Value, minutes)
            .Append(language["最远一成居民的平均时间", "Mean time of the worst-off tenth"], spread.WorstDecile?.Value, minutes)
            .Append(language["基尼系数", "Gini coefficient"], spread.Gini, language["0 到 1", "0 to 1"])
            .Append(language["帕尔马比", "Palma ratio"], spread.Palma, language["倍", "times"])
            .Append(language["一个点也到不了的居民", "Residents who reach no point"], spread.Unreached.Count, people);
    }

    private Sheet WriteAreas(string name, IEnumerable<AreaCoverage> areas)
    {
        var sheet = new Sheet(
            name, language["编码", "Code"], language["名称", "Name"], language["所属县(市)区", "County"], char.ToUpperInvariant(Counted[0]) + Counted[1..],
            language["够得着", "Within reach"], language["够不着", "Out of reach"], language["覆盖率", "Share covered"]);
        foreach (var area in areas)
        {
            var code = area.Area!.Value;
            sheet.Append(
                code.Digits, network.FindAreaName(code), network.FindAreaName(code.County),
                area.Residents.Count, area.Covered.Count, area.Gap.Count, area.Share?.Value);
        }

        return sheet;
    }

    private Sheet WriteVillages()
    {
        var sheet = new Sheet(
            language["村", "Villages"], [.. VillageHeads(), language["覆盖", "Covered"], .. ReachHeads(),
            language["最近中心(分钟)", "Nearest centre (minutes)"], language["最近工作站(分钟)", "Nearest station (minutes)"], language["最近工作室(分钟)", "Nearest room (minutes)"],
            language["经度", "Longitude"], language["纬度", "Latitude"], language["位置来源", "Placement"], language["位置误差(米)", "Accuracy (metres)"],
            language["居民数性质", "Basis of residents"]]);
        for (var row = 0; row < network.Villages.Length; row++)
        {
            var (village, reach) = (network.Villages[row], answer.Villages[row]);
            sheet.Append([
                .. Cells(village), answer.IsCovered(row) ? language["是", "yes"] : language["否", "no"], .. Cells(reach.Nearest),
                reach.Centre?.Time.Value, reach.Station?.Time.Value, reach.Room?.Time.Value,
                village.Position?.At.Longitude, village.Position?.At.Latitude,
                village.Position is { } position ? language.Of(position.Placement) : null, village.Position?.Accuracy.Value,
                language.Of(village.ResidentsProvenance.Basis)]);
        }

        return sheet;
    }

    private Sheet WriteGaps()
    {
        var sheet = new Sheet(
            language["缺口", "Gaps"], [.. VillageHeads(), .. ReachHeads(),
            language["可补的点编号", "Remedy id"], language["可补的点", "Remedy"], language["补后(分钟)", "Then (minutes)"]]);
        foreach (var gap in answer.Gaps)
            sheet.Append([.. Cells(gap.Village), .. Cells(gap.Nearest), .. Cells(gap.Remedy).Take(3)]);
        return sheet;
    }

    private Sheet WriteCandidates()
    {
        var sheet = new Sheet(
            language["可建", "Candidates"], language["名次", "Rank"], language["编号", "Id"], language["服务点", "Point"], language["层级", "Tier"],
            language["阶段", "Stage"], language["所属县(市)区", "County"], language[$"新增{Counted}", $"Added, {Counted}"], language["涉及村数", "Villages"]);
        foreach (var (candidate, rank) in answer.Candidates.Select((candidate, index) => (candidate, index + 1)))
        {
            var point = candidate.Point;
            sheet.Append(
                rank, point.Id.ToString(), point.Name, language.Of(point.Tier), language.Of(point.Stage),
                network.FindAreaName(point.Area.County), candidate.Added.Count, candidate.Villages);
        }

        return sheet;
    }

    private string[] VillageHeads() =>
        [language["编码", "Code"], language["村(居)", "Village"], language["乡镇(街道)", "Township"], language["所属县(市)区", "County"], language["居民", "Residents"]];

    private object?[] Cells(Village village) =>
    [
        village.Code.Digits, village.Name, network.FindAreaName(village.Code.Township), network.FindAreaName(village.Code.County), village.Residents.Count,
    ];

    private string[] ReachHeads() =>
        [language["最近点编号", "Nearest id"], language["最近开放点", "Nearest open point"], language["时间(分钟)", "Time (minutes)"], language["路程(米)", "Way (metres)"]];

    private object?[] Cells(Reach? reach) => reach is { } found
        ? [network.Points[found.Point].Id.ToString(), network.Points[found.Point].Name, found.Time.Value, found.Way.Value]
        : [null, null, null, null];
}
