using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Progress.Acceptance;

namespace Gis.Web.Pairing;

/// <summary>Rounds, wishes and pairs in words.</summary>
public static class PairingWords
{
    /// <summary>The name of a firm, or of the post of those who help beside the firms; its identifier where it is no longer there.</summary>
    public static string FirmName(ServiceNetwork network, string firm) => network.FindFirm(firm)?.Name
        ?? (HelperPost.TryParse(firm, out var helper) && network.FindPoint(helper.Point) is { } point ? $"{point.Name}{Language.Chinese.Of(helper.Post)}" : firm);

    /// <summary>The names of a village's county and township.</summary>
    public static string WhereOf(ServiceNetwork network, AreaCode village) => $"{network.FindAreaName(village.County)} {network.FindAreaName(village.Township)}";

    /// <summary>A way in minutes without the unit, rounded up to tenths: what is beyond a limit never reads as the limit.</summary>
    public static string Way(Minutes way) => (Math.Ceiling(way.Value * 10) / 10).ToString("#,0.#", CultureInfo.InvariantCulture);

    public static string Of(this Language language, RoundState state) => state switch
    {
        RoundState.Open => language["填志愿中", "Taking wishes"],
        RoundState.Closed => language["志愿已截止", "Wishes are in"],
        RoundState.Proposed => language["已公示,可提异议", "Proposed; objections may be made"],
        RoundState.Confirmed => language["已确认", "Confirmed"],
        RoundState.Published => language["已公布,生效", "Published and in force"],
        _ => language["已撤销", "Called off"],
    };

    public static string Of(this Language language, RoundAct act) => act switch
    {
        RoundAct.Close => language["截止填志愿", "Close the wishing"],
        RoundAct.Reopen => language["重新开放", "Open it again"],
        RoundAct.Propose => language["配对并公示", "Pair and propose"],
        RoundAct.Confirm => language["确认", "Confirm"],
        RoundAct.Publish => language["公布", "Publish"],
        _ => language["撤销这一轮", "Call it off"],
    };

    /// <summary>What an act does, for those who are about to do it.</summary>
    public static string Meaning(this Language language, RoundAct act) => act switch
    {
        RoundAct.Close => language["志愿不能再改。没有交的,按没有意见算。", "Wishes no longer change. Who has handed in none has no opinion."],
        RoundAct.Reopen => language["两边又可以改志愿。", "Both sides may change their wishes again."],
        RoundAct.Propose => language["按志愿和规则配对,给两边看。", "Pairs by wishes and rules, and shows both sides."],
        RoundAct.Confirm => language["异议都答复了,配对定下来。", "Every objection is answered; the pairing is settled."],
        RoundAct.Publish => language["从今天起生效,大家都能看到。", "It holds from today, and everybody may see it."],
        _ => language["这一轮作废,什么都不生效。", "Nothing of this round holds."],
    };

    /// <summary>An act on a round; one that has a proposal already is paired anew.</summary>
    public static string Of(Language language, RoundAct act, Round round) =>
        act == RoundAct.Propose && round.Proposal is not null ? language["重新配对,改动最少", "Pair anew with the fewest changes"] : language.Of(act);

    /// <summary>What an act does with a round.</summary>
    public static string Meaning(Language language, RoundAct act, Round round) => act == RoundAct.Propose && round.Proposal is not null
        ? language["换顾问的村尽可能少,再给两边看。已生效的照旧,到公布为止。", "As few villages as can be change their adviser, and both sides see it. What is in force goes on until it is published."]
        : language.Meaning(act);

    public static string Of(this Language language, PairingAim aim) => aim switch
    {
        PairingAim.VillageBest => language["对村最好", "Best for the villages"],
        PairingAim.FirmBest => language["对律所最好", "Best for the firms"],
        PairingAim.LeastTravel => language["路程最少", "Least travel"],
        _ => language["负担最均", "Fairest load"],
    };

    /// <summary>What an aim means for who tells the truth.</summary>
    public static string Meaning(this Language language, PairingAim aim) => aim switch
    {
        PairingAim.VillageBest => language[
            "每个村都得到它在任何稳定配对里能得到的最好律所。村照实填最有利,瞒报得不到更好的。",
            "Every village gets the best firm it can have in any stable pairing. Telling the truth is best for a village; hiding a wish gains it nothing."],
        PairingAim.FirmBest => language[
            "每个律所都得到它在任何稳定配对里能得到的最好的村。只接一个村的律所照实填最有利。",
            "Every firm gets the best villages it can have in any stable pairing. Telling the truth is best for a firm that takes one village."],
        PairingAim.LeastTravel => language[
            "在所有稳定配对里,先让最多的村有顾问,再让路程最少。没有哪一边能保证照实填最有利。",
            "Of all stable pairings, the most villages served and then the least travel. Truth is not sure to be best for either side."],
        _ => language[
            "在所有稳定配对里,先让最多的村有顾问,再让路跑得最多的律所少跑。没有哪一边能保证照实填最有利。",
            "Of all stable pairings, the most villages served and then the least travel for the firm that travels most. Truth is not sure to be best for either side."],
    };

    /// <summary>What a rule means for who tells the truth, with what serving as many villages as possible takes from it.</summary>
    public static string Meaning(this Language language, RoundRules rules) => language.Meaning(rules.Aim)
        + (rules is { ServeAll: true, Aim: PairingAim.VillageBest or PairingAim.FirmBest }
            ? language["要是为了村村都有而拆开好配对,这一条就不保证。", " Where good pairs are parted so that more villages are served, this is not promised."]
            : "");

    public static string Of(this Language language, LegalField field) => field switch
    {
        LegalField.Land => language["土地征用补偿", "Land and compensation"],
        LegalField.Demolition => language["拆迁建设", "Demolition and building"],
        LegalField.Family => language["婚姻家庭", "Family and inheritance"],
        LegalField.Labour => language["劳动工资", "Work and wages"],
        LegalField.Contracts => language["合同债务", "Contracts and debts"],
        LegalField.Neighbours => language["邻里纠纷", "Neighbours and injury"],
        LegalField.Environment => language["环境保护", "The environment"],
        LegalField.VillageRules => language["村规民约", "Village rules"],
        LegalField.Welfare => language["低保养老", "Allowances and pensions"],
        _ => language["产业旅游", "Trade and tourism"],
    };

    public static string Of(this Language language, ObjectionState state) => state switch
    {
        ObjectionState.Open => language["待答复", "Not answered"],
        ObjectionState.Upheld => language["成立,重新配对", "Upheld; to be paired anew"],
        _ => language["不成立", "Dismissed"],
    };

    public static string Of(this Language language, PairSource source) => source switch
    {
        PairSource.Choice => language["双向选择", "Chosen"],
        PairSource.Placed => language["就近安排", "Placed"],
        _ => language["保留", "Kept"],
    };

    /// <summary>Why a village has no adviser, and what would help.</summary>
    public static string Of(Language language, RoundView view, UnservedVillage none)
    {
        var limit = language.Of(view.Round.Rules.Limit);
        var proof = none.Among == 1
            ? language[$"{limit}以内没有还能接的律所。", $"No firm within {limit} has room for it. "]
            : language[$"和它一起的 {none.Among} 个村,{limit}以内的律所一共只能再接 {none.Room} 个。", $"It is one of {none.Among} villages; the firms within {limit} have room for {none.Room} of them. "];
        var reach = none.Reach is { } farther ? language[$"放宽到{language.Of(farther)}可以多接。", $"A limit of {language.Of(farther)} would serve more. "] : "";
        var more = none.More is { } firm ? language[$"“{view.FirmName(firm)}”多接几个也可以。", $"So would more room at {view.FirmName(firm)}."] : "";
        return proof + reach + more;
    }

    public static string Of(this Language language, PairingSide side) => side == PairingSide.Village ? language["村(居)", "Village"] : language["律所", "Firm"];

    public static string Of(this Language language, StepAnswer answer) => answer switch
    {
        StepAnswer.Unanswered none => language[$"还有 {none.Count} 条异议没有答复", $"{none.Count} objections are not answered"],
        StepAnswer.NotYetMended pairs => language[$"{pairs.Count} 条异议成立,但公示里还是那一对,请先重新配对", $"{pairs.Count} objections were upheld and the proposal still has their pairs; pair anew first"],
        StepAnswer.NotNow now => language[$"这一轮现在是“{language.Of(now.State)}”,不能这样做", $"the round is now \"{language.Of(now.State)}\", and this cannot be done"],
        _ => "",
    };
}
