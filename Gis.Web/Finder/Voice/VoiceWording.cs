using System.Globalization;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Web.Layout;
using Gis.Web.Progress.Acceptance;

namespace Gis.Web.Finder.Voice;

/// <summary>The words of what people tell, in the language of the page.</summary>
public static class VoiceWording
{
    public static string Of(this Language language, VoiceKind kind) => kind switch
    {
        VoiceKind.Correction => language["纠错", "Correction"],
        VoiceKind.Complaint => language["投诉", "Complaint"],
        VoiceKind.Suggestion => language["建议", "Suggestion"],
        _ => language["评价", "Rating"],
    };

    /// <summary>What somebody comes to say.</summary>
    public static (string Head, string Text) ChoiceOf(this Language language, VoiceKind kind) => kind switch
    {
        VoiceKind.Correction => (language["地点或时间不对", "Wrong place or hours"], language["门没开、电话打不通,都可以说。", "Closed door, dead number: tell us."]),
        VoiceKind.Complaint => (language["我要投诉", "Make a complaint"], language["服务不好,请告诉我们。", "Poor service? Tell us."]),
        VoiceKind.Suggestion => (language["我有建议", "Make a suggestion"], language["怎样做更好,您说说。", "How could it be better?"]),
        _ => (language["我来过,打个分", "Rate a visit"], language["三道题,不用写字。", "Three questions; nothing to write."]),
    };

    public static string Of(this Language language, CorrectionAbout about) => about switch
    {
        CorrectionAbout.Place => language["地点不对", "The place is wrong"],
        CorrectionAbout.Hours => language["开门时间不对", "The hours are wrong"],
        CorrectionAbout.Telephone => language["电话不对", "The number is wrong"],
        CorrectionAbout.Closed => language["关门了,搬走了", "It has closed or moved"],
        _ => language["别的", "Something else"],
    };

    public static string Of(this Language language, VoiceState state) => state switch
    {
        VoiceState.New => language["已收到", "Received"],
        VoiceState.TakenUp => language["正在办", "Being dealt with"],
        VoiceState.Forwarded => language["已转交", "Forwarded"],
        VoiceState.Answered => language["已答复", "Answered"],
        _ => language["已办结", "Closed"],
    };

    /// <summary>What was done, once it is.</summary>
    public static string Done(this Language language, VoiceAct act) => act switch
    {
        VoiceAct.TakeUp => language["已接办,由您办。", "Taken up: it is yours."],
        VoiceAct.Answer => language["已答复,群众凭号码能看到。", "Answered: the person sees it by the number."],
        VoiceAct.Forward => language["已转交。", "Forwarded."],
        VoiceAct.Close => language["已办结。", "Closed."],
        VoiceAct.Reopen => language["已重新办理,由您办。", "Open again: it is yours."],
        VoiceAct.Release => language["已核实,从现在起算数。", "It counts from now on."],
        _ => language["备注已保存。", "The note is saved."],
    };

    /// <summary>What a visit is rated by.</summary>
    public static string Aspect(this Language language, string aspect) => aspect switch
    {
        "attitude" => language["服务态度好不好?", "Were they friendly?"],
        "speed" => language["办事快不快?", "Were they quick?"],
        _ => language["懂不懂政策和业务?", "Did they know the law and their work?"],
    };

    public static string Grade(this Language language, int grade) => grade switch
    {
        5 => language["很好", "very good"],
        4 => language["好", "good"],
        3 => language["一般", "fair"],
        2 => language["差", "poor"],
        _ => language["很差", "very poor"],
    };

    /// <summary>The bureau of a county or of the city, in Chinese as all names.</summary>
    public static string BureauName(ServiceNetwork network, AreaCode bureau) =>
        (bureau == network.City.Code ? network.City.Name : network.FindAreaName(bureau) ?? bureau.Digits) + "司法局";

    /// <summary>A grade with one decimal, as "4.6"; a bound is rounded down, never up.</summary>
    public static string Mean(double mean) => mean.ToString("0.0", CultureInfo.InvariantCulture);

    public static string AtLeast(double least) => Mean(Math.Floor((least * 10) + 1e-9) / 10);

    /// <summary>What ratings say to the standard of ratings, beside it.</summary>
    public static string Of(this Language language, RatingResult ratings) => (ratings, RatingVerdict.Of(ratings)) switch
    {
        (RatingResult.Enough enough, { } verdict) => language[
            $"群众评价 {enough.Count} 份,综合至少 {AtLeast(enough.Overall.AtLeast)} 分:按评价为“{language.Of(verdict)}”。",
            $"{enough.Count} ratings, at least {AtLeast(enough.Overall.AtLeast)} overall: by them, {language.Of(verdict).ToLowerInvariant()}."],
        _ => language[$"群众评价不足 {RatingResult.Fewest} 份,请按现场情况填。", $"Fewer than {RatingResult.Fewest} ratings: answer by what you see."],
    };
}
