using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Data.Export;
using Gis.Web.Layout;

namespace Gis.Web.Progress;

/// <summary>The year as a workbook.</summary>
public static class ProgressFiles
{
    /// <summary>How it stands, the lines day by day, counties by stage, and what is late.</summary>
    public static byte[] ToWorkbook(ServiceNetwork network, YearProgress progress, ProgressQuestion question, Language language)
    {
        var answer = ProgressJson.Of(network, progress, question);
        return new Workbook()
            .Add(WriteNotes(network, answer, progress, question, language))
            .Add(WriteLines(answer, language))
            .Add(WriteCounties(progress, language))
            .Add(WriteLate(answer, language))
            .ToBytes();
    }

    private static Sheet WriteNotes(ServiceNetwork network, ProgressJson answer, YearProgress progress, ProgressQuestion question, Language language)
    {
        var sheet = new Sheet(language["说明", "Notes"], language["项目", "Item"], language["内容", "What it says"])
            .Append(language["统计", "Counted"], language.Of(question.Target))
            .Append(language["范围", "Where"], question.County?.Name ?? language["全市", "the whole city"]);
        foreach (var sentence in language.Sum(progress.Curve(question.Target, question.County?.Code), progress.Calendar, progress.Today))
            sheet.Append("", sentence);
        if (answer.Illustrative)
            sheet.AppendDataNotice(network, language, question.County?.Code);
        return sheet.AppendReceipt(answer.Receipt, language);
    }

    private static Sheet WriteLines(ProgressJson answer, Language language)
    {
        var sheet = new Sheet(language["曲线", "Lines"], language["线", "Line"], language["日期", "Day"], language["个数", "Points"]);
        foreach (var (name, line) in new[] { (language["计划", "Plan"], answer.Plan), (language["实际", "Actual"], answer.Actual), (language["预测", "Forecast"], answer.Forecast) })
        {
            foreach (var step in line)
                sheet.Append(name, Wording.Day(step.On), step.Points);
        }

        return sheet;
    }

    private static Sheet WriteCounties(YearProgress progress, Language language)
    {
        var stages = Enum.GetValues<Stage>();
        var sheet = new Sheet(
            language["各县(市)区", "Counties"],
            [language["代码", "Code"], language["县(市)区", "County"], language["共", "Points"], .. stages.Select(stage => language.Of(stage)), language["逾期", "Late"], language["停滞", "At a standstill"]]);
        foreach (var county in progress.ListCounties())
        {
            object?[] counts = [.. stages.Select(stage => (object)county.Points.GetValueOrDefault(stage))];
            sheet.Append([county.County.Code.Digits, county.County.Name, county.All, .. counts, county.Late, county.Standing]);
        }

        return sheet;
    }

    private static Sheet WriteLate(ProgressJson answer, Language language)
    {
        var sheet = new Sheet(
            language["逾期", "Late"], language["县(市)区", "County"], language["编号", "Id"], language["服务点", "Point"], language["期限", "Due"], language["逾期天数", "Days late"], language["该谁办", "Whose move"]);
        foreach (var late in answer.Late)
            sheet.Append(late.County, late.Id, late.Name, Wording.Day(late.Due), late.DaysLate, language.Of(WrittenName.TryRead<Mover>(late.WaitsFor, out var mover) ? mover : default));
        return sheet;
    }
}
