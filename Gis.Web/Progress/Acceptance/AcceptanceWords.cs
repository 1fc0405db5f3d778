using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Progress.Acceptance;

/// <summary>The words of acceptance, in the language of the page.</summary>
public static partial class AcceptanceWords
{
    public static string Of(this Language language, Verdict verdict) => verdict switch
    {
        Verdict.Met => language["达到", "Met"],
        Verdict.Partly => language["部分达到", "Partly"],
        Verdict.NotMet => language["未达到", "Not met"],
        _ => language["不适用", "Does not apply"],
    };

    /// <summary>A verdict, or that there is none.</summary>
    public static string Of(this Language language, Assessment? sheet, Standard standard) =>
        sheet is not null && sheet.Verdicts.TryGetValue(standard.Code, out var verdict) ? language.Of(verdict) : "–";

    /// <summary>Who inspects, as a column is headed.</summary>
    public static string Of(this Language language, AcceptanceLevel level) => level switch
    {
        AcceptanceLevel.County => language["县(市)区自评", "County"],
        AcceptanceLevel.City => language["市级验收", "City"],
        _ => language["自治区验收", "Region"],
    };

    /// <summary>What waits for a level.</summary>
    public static string Waiting(this Language language, AcceptanceLevel level) => level switch
    {
        AcceptanceLevel.County => language["待县(市)区申报", "For the county to declare"],
        AcceptanceLevel.City => language["待市级验收", "For the city to inspect"],
        _ => language["待自治区验收", "For the region to inspect"],
    };

    public static string Of(this Language language, StandardGroup group) => group switch
    {
        StandardGroup.Facilities => language["基础设施", "Facilities"],
        StandardGroup.Staff => language["人员配备", "Staff"],
        _ => language["业务开展", "Work"],
    };

    public static string Of(this Language language, StandardTopic topic) => topic switch
    {
        StandardTopic.Name => language["名称", "Name"],
        StandardTopic.Sign => language["标识", "Sign"],
        StandardTopic.Zones => language["场所分区", "Place and zones"],
        StandardTopic.Rooms => language["专门用房", "Rooms"],
        StandardTopic.Equipment => language["设备", "Equipment"],
        StandardTopic.Board => language["公示栏", "Notice board"],
        StandardTopic.Institutions => language["机构导引", "Institutions"],
        StandardTopic.Accessibility => language["无障碍", "Accessibility"],
        StandardTopic.Numbers => language["人数", "Numbers"],
        StandardTopic.Posts => language["岗位", "Posts"],
        StandardTopic.Skills => language["专业素质", "Skills"],
        StandardTopic.Training => language["培训", "Training"],
        StandardTopic.Windows => language["服务窗口", "Windows"],
        StandardTopic.Duties => language["职责", "Duties"],
        StandardTopic.Records => language["台账", "Records"],
        StandardTopic.Systems => language["制度", "Written rules"],
        _ => language["服务评价", "Rating"],
    };

    public static string Of(this Language language, AssessmentState state) => state switch
    {
        AssessmentState.Draft => language["草稿", "Draft"],
        AssessmentState.Declared => language["申报达标", "Declared"],
        AssessmentState.Accepted => language["验收合格", "Accepted"],
        AssessmentState.Returned => language["退回整改", "Returned"],
        _ => language["已撤销", "Undone"],
    };

    public static string Of(this Language language, Post post) => post switch
    {
        Post.DutyLawyer => language["值班律师", "Duty lawyers"],
        Post.Professional => language["专业人员", "Professionals"],
        Post.Coordinator => language["协调管理员", "Coordinators"],
        Post.Mediator => language["专职人民调解员", "Full-time mediators"],
        Post.LegalWorker => language["基层法律服务工作者", "Grassroots legal workers"],
        Post.Volunteer => language["法律志愿者", "Volunteers"],
        _ => language["法律顾问", "Advisers"],
    };

    /// <summary>What is asked.</summary>
    public static string Of(this Language language, Standard standard) => language[standard.Text, standard.EnglishText];

    /// <summary>A share, or that there is none.</summary>
    public static string Of(this Language language, Share? share) => share?.ToString() ?? language["没有", "none"];

    /// <summary>A paragraph as the plan numbers it: "3(1)2(3)" is 三(一)2(3).</summary>
    public static string Paragraph(this Language language, Standard standard) => language == Language.English
        ? "§" + standard.Paragraph.Replace("; ", ", §", StringComparison.Ordinal)
        : string.Join('、', standard.Paragraph.Split("; ").Select(one => Head().Replace(one, match => $"{Chinese(match.Groups[1].Value)}({Chinese(match.Groups[2].Value)})")));

    /// <summary>What a score means, in a sentence.</summary>
    public static string Of(this Language language, Finding finding) => finding switch
    {
        Finding.UpToStandard => language["达标。", "Up to standard."],
        Finding.Incomplete incomplete => language[$"还有 {incomplete.Unanswered.Length} 条没填。", $"{incomplete.Unanswered.Length} not answered yet."],
        Finding.Wanting { UnmetMusts.IsEmpty: true } => language["没到合格线。", "Below the pass mark."],
        Finding.Wanting { IsBelowMark: true } wanting => language[$"没到合格线,必达项未达到:{Codes(wanting.UnmetMusts)}。", $"Below the pass mark; musts not met: {Codes(wanting.UnmetMusts)}."],
        Finding.Wanting wanting => language[$"必达项未达到:{Codes(wanting.UnmetMusts)}。", $"Musts not met: {Codes(wanting.UnmetMusts)}."],
        _ => "",
    };

    /// <summary>Why an act may not be done, in a sentence.</summary>
    public static string Of(this Language language, StepOutcome outcome) => outcome switch
    {
        StepOutcome.OtherTurn { Turn: { } turn } => language[$"现在是“{language.Waiting(turn)}”。", $"It is now {Lower(language.Waiting(turn))}."],
        StepOutcome.OtherTurn => language["现在没有谁要验收它:还没建成,或者已经全部合格。", "Nobody is to inspect it now: it is not built, or accepted already."],
        StepOutcome.NotUpToStandard not => language["按这张表还不能通过:", "By this sheet it cannot pass: "] + language.Of(not.Finding),
        StepOutcome.NothingToPutRight => language["要退回,至少有一条是“未达到”或“部分达到”。", "To return it, at least one standard must be not met or partly met."],
        StepOutcome.BadDue due => language[$"整改期限应为 {Wording.Day(due.First)} 到 {Wording.Day(due.Last)} 中的一天。", $"The day by which it is to be put right lies from {Wording.Day(due.First)} to {Wording.Day(due.Last)}."],
        StepOutcome.OtherAct => language["这一级不能这样做。", "This level cannot do that."],
        _ => "",
    };

    /// <summary>How long is left.</summary>
    public static string Left(this Language language, int days) => days switch
    {
        < 0 => language[$"逾期 {-days} 天", $"{-days} days overdue"],
        0 => language["今天到期", "due today"],
        _ => language[$"还有 {days} 天", $"{days} days left"],
    };

    /// <summary>The codes of standards, with commas.</summary>
    public static string Codes(ImmutableArray<Standard> standards) => string.Join(", ", standards.Select(standard => standard.Code));

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static char Chinese(string digit) => "〇一二三四五六七八九"[digit[0] - '0'];

    [GeneratedRegex(@"^(\d)\((\d)\)")]
    private static partial Regex Head();
}
