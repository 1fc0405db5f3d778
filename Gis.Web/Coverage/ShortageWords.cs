using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Layout;

namespace Gis.Web.Coverage;

/// <summary>The plan's three shortages in a sentence each, and the names of posts.</summary>
public sealed class ShortageWords(Language language)
{
    public string Of(PointShortage shortage) => language[
        $"按方案还缺 {shortage.Missing.Length} 个服务点,涉及居民 {shortage.Concerned} 人。",
        $"{shortage.Missing.Length} points of the plan are missing; {shortage.Concerned} residents live in their units."];

    /// <summary>What is not reported is never called vacant.</summary>
    public string Of(StaffShortage shortage) => shortage.Total switch
    {
        { Unreported: 0 } all => language[
            $"方案要求 {all.Required} 个岗位,空缺 {all.Vacant} 个。",
            $"Of {all.Required} posts the plan asks for, {all.Vacant} are vacant."],
        var all => language[
            $"方案要求 {all.Required} 个岗位,已报空缺 {all.Vacant} 个,另有 {all.Unreported} 个未报,是否空缺不明:缺员在 {all.Vacant} 至 {all.MostMissing} 之间。",
            $"Of {all.Required} posts the plan asks for, {all.Vacant} are reported vacant and {all.Unreported} are not reported, so whether they are is not known: from {all.Vacant} to {all.MostMissing} are missing."],
    };

    public string Of(UnevenShortage shortage) =>
        (shortage.Gini is { } gini
            ? language[
                $"到最近服务点的出行时间基尼系数 {gini:0.000};{shortage.Counties.Length} 个县(市)区、{shortage.Townships.Length} 个乡镇街道低于全市覆盖率。",
                $"The Gini coefficient of the minutes to the nearest point is {gini:0.000}; {shortage.Counties.Length} counties and {shortage.Townships.Length} townships are below the city's covered share."]
            : language["没有可比较的出行时间。", "There are no minutes to compare."])
        + (shortage.Unreached == default ? "" : language[
            $"另有 {shortage.Unreached} 人到不了任何服务点,不在上述数字内。",
            $" Another {shortage.Unreached} residents reach no point at all and are in none of these figures."]);

    public string Of(Post post) => post switch
    {
        Post.DutyLawyer => language["值班律师", "duty lawyer"],
        Post.Professional => language["专业人员", "professional"],
        Post.Coordinator => language["协调管理员", "coordinator"],
        Post.Mediator => language["专职人民调解员", "mediator"],
        Post.LegalWorker => language["基层法律服务工作者", "grassroots legal worker"],
        Post.Volunteer => language["法律志愿者", "volunteer"],
        _ => language["法律顾问", "adviser"],
    };

    /// <summary>How much of the hours is known.</summary>
    public string Of(HoursSupply supply) => supply.Assumed == default
        ? language[$"每月 {supply.Total.Value:0.#} 小时,均为上报。", $"{supply.Total.Value:0.#} hours a month, all reported."]
        : language[
            $"每月 {supply.Total.Value:0.#} 小时,其中上报 {supply.Reported.Value:0.#} 小时,其余 {supply.Assumed.Value:0.#} 小时按方案下限等假定推算,不是实数。",
            $"{supply.Total.Value:0.#} hours a month: {supply.Reported.Value:0.#} reported, and {supply.Assumed.Value:0.#} assumed by the plan's least and the stated parameters, not known."];

    public string Of(RaamEnding ending) => ending switch
    {
        RaamEnding.Converged found => language[$"已平衡({found.Rounds} 轮)。", $"Balanced after {found.Rounds} rounds."],
        RaamEnding.Stopped stopped => language[
            $"{stopped.Rounds} 轮后仍未平衡,仅供参考:还有人改去别处可省 {stopped.Gap:0.###}。",
            $"Not balanced after {stopped.Rounds} rounds, only a hint: someone could still save {stopped.Gap:0.###} by going elsewhere."],
        _ => language["没有服务时间可分。", "There are no hours to share."],
    };
}
