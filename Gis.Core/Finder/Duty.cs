using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>One thing the points of a tier help with.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Code">Its name in the table of matters, unique within the tier.</param>
/// <param name="Chinese">What it is, in plain words.</param>
/// <param name="English">The same in English.</param>
public sealed record Duty(Tier Tier, string Code, string Chinese, string English);

/// <summary>What each tier helps with: the six windows of a centre, and the duties of stations and rooms.</summary>
/// <remarks>Plan of 2018-03-13, §3(1)2.</remarks>
public static class Duties
{
    private static readonly ImmutableArray<Duty> All =
    [
        new(Tier.Centre, "advice", "律师咨询", "Advice from a lawyer"),
        new(Tier.Centre, "aid", "法律援助:受理、审批、指派", "Legal aid: applied for, decided and assigned here"),
        new(Tier.Centre, "mediation", "调解", "Mediation"),
        new(Tier.Centre, "notary", "公证", "Notary"),
        new(Tier.Centre, "forensic", "司法鉴定", "Forensic expertise"),
        new(Tier.Centre, "rights", "妇女、儿童、老人等特殊群体维权", "Rights of women, children, the old and others in need"),
        new(Tier.Centre, "complaints", "投诉与建议", "Complaints and suggestions"),
        new(Tier.Station, "advice", "法律咨询", "Legal advice"),
        new(Tier.Station, "aid-check", "法律援助申请初审", "First check of an application for legal aid"),
        new(Tier.Station, "mediation", "人民调解", "People's mediation"),
        new(Tier.Station, "guide", "指引公证、司法鉴定、律师服务", "The way to a notary, an expert or a lawyer"),
        new(Tier.Station, "release", "刑满释放人员帮教政策告知", "Support after prison: what there is and where"),
        new(Tier.Room, "advice", "生产生活中的法律问题解答", "Answers to legal questions of daily life and work"),
        new(Tier.Room, "papers", "代写、修改法律文书,参与诉讼", "Help with legal papers and in court"),
        new(Tier.Room, "quarrel", "参与纠纷调处", "Help to settle a quarrel"),
        new(Tier.Room, "decisions", "为征地、拆迁等村里大事提意见", "Advice on the village's decisions, as on land taken or houses pulled down"),
        new(Tier.Room, "talks", "法治讲座,每季度至少一次", "A talk on the law, at least once a quarter"),
        new(Tier.Room, "visits", "法律顾问每月现场服务不少于 4 小时", "A legal adviser on the spot at least 4 hours a month"),
    ];

    /// <summary>What a tier helps with.</summary>
    public static IEnumerable<Duty> Of(Tier tier) => All.Where(duty => duty.Tier == tier);

    /// <summary>A duty of a tier by its code, or null.</summary>
    public static Duty? Find(Tier tier, string code) => All.FirstOrDefault(duty => duty.Tier == tier && duty.Code == code);
}
