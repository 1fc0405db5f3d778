using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Reports;

/// <summary>The sentences that reports share.</summary>
public static class ReportWords
{
    internal static string Receipt(Language language, Receipt receipt) =>
        $"{receipt.Question} · {language["数据", "data"]} {receipt.Data} · {receipt.Travel} · {language["程序", "program"]} {receipt.Program}";

    /// <summary>What fits at the foot of a page: the versions of data and program that all receipts share or differ in.</summary>
    internal static string ShortReceipt(Report report)
    {
        var (language, receipts) = (report.Language, report.Receipts.Select(each => each.Receipt).ToList());
        var data = string.Join(language["、", ", "], receipts.Select(receipt => receipt.Data).Distinct());
        var programs = string.Join(language["、", ", "], receipts.Select(receipt => receipt.Program).Distinct());
        return language[$"凭据:数据 {data} · 程序 {programs}", $"Receipt: data {data} · program {programs}"];
    }

    /// <summary>A month as a title has it.</summary>
    internal static string Of(Language language, Month month) => language[
        $"{month.Year}年{month.Number}月",
        month.FirstDay.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)];
}
