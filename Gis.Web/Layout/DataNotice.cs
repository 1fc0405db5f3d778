using Gis.Core.Network;

namespace Gis.Web.Layout;

/// <summary>What is said beside every answer while anything illustrative is in it, or something that it needs is missing.</summary>
/// <param name="Network">The network asked about.</param>
/// <param name="Area">The unit the answer is about; null for the whole city. A unit is judged by its county.</param>
public sealed record DataNotice(ServiceNetwork Network, AreaCode? Area = null)
{
    /// <summary>Whether anything illustrative is in the answer.</summary>
    public bool IsDue => Network.HasIllustrationOf(Area);

    /// <summary>What the answer lacks.</summary>
    public DataGaps Gaps => DataGaps.Of(Network, Area);

    public static string Head(Language language) => language["含示意数据。", "Includes illustrative data."];

    /// <summary>What is illustrative and, where only some counties still are, which.</summary>
    public string Text(Language language) => (Area is null ? Which(language) : "") + What(language);

    /// <summary>What is illustrative, of an answer that was kept without its network.</summary>
    public static string What(Language language) => language[
        "名称、编码、总数和县级人口属实;村的位置、村人口和哪些工作室未建成是按规则示意的,导入台账前不可引用。",
        "Names, codes, totals and county populations are facts; village positions, village populations and which rooms are not built are illustrative until a ledger is imported. Not for quotation."];

    /// <summary>What is missing and what to do about it; nothing where nothing is.</summary>
    public string? Missing(Language language)
    {
        var gaps = Gaps;
        if (gaps.IsEmpty)
            return null;
        string?[] parts =
        [
            gaps.WithoutResidents > 0 ? language[$"{gaps.Villages} 个村(居)中有 {gaps.WithoutResidents} 个没有人口数", $"{gaps.WithoutResidents} of {gaps.Villages} villages have no residents given"] : null,
            gaps.NotLocated > 0 ? language[$"{gaps.Villages} 个村(居)中有 {gaps.NotLocated} 个没有位置", $"{gaps.NotLocated} of {gaps.Villages} villages have no position"] : null,
            gaps.HasPoints ? null : language["还没有服务点", "there are no service points yet"],
        ];
        return string.Join(language[";", "; "], parts.OfType<string>()) + language["。没有的不算在数字里。", ". What is not known is in no figure."];
    }

    private string Which(Language language) => Network.IllustrativeCounties switch
    {
        { IsEmpty: true } => language["仍为示意的只有律师事务所。", "Only the law firms still are. "],
        var counties when counties.Length == Network.Counties.Length => "",
        var counties => language[
            $"仍为示意的县(市)区:{string.Join('、', counties.Select(county => county.Name))}。",
            $"Counties still illustrative: {string.Join(", ", counties.Select(county => county.Name))}. "],
    };
}
