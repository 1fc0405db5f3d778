using Gis.Core.Network;

namespace Gis.Web.Finder;

/// <summary>What each tier helps with, in plain words, after §3(1)2 of the plan.</summary>
public static class Duties
{
    private static readonly Duty[] Centre =
    [
        new("律师咨询", "Advice from a lawyer"),
        new("法律援助:受理、审批、指派", "Legal aid: applied for, decided and assigned here"),
        new("调解", "Mediation"),
        new("公证", "Notary"),
        new("司法鉴定", "Forensic expertise"),
        new("妇女、儿童、老人等特殊群体维权", "Rights of women, children, the old and others in need"),
        new("投诉与建议", "Complaints and suggestions"),
    ];

    private static readonly Duty[] Station =
    [
        new("法律咨询", "Legal advice"),
        new("法律援助申请初审", "First check of an application for legal aid"),
        new("人民调解", "People's mediation"),
        new("指引公证、司法鉴定、律师服务", "The way to a notary, an expert or a lawyer"),
        new("刑满释放人员帮教政策告知", "Support after prison: what there is and where"),
    ];

    private static readonly Duty[] Room =
    [
        new("生产生活中的法律问题解答", "Answers to legal questions of daily life and work"),
        new("代写、修改法律文书,参与诉讼", "Help with legal papers and in court"),
        new("参与纠纷调处", "Help to settle a quarrel"),
        new("法治讲座,每季度至少一次", "A talk on the law, at least once a quarter"),
        new("法律顾问每月现场服务不少于 4 小时", "A legal adviser on the spot at least 4 hours a month"),
    ];

    public static IReadOnlyList<Duty> Of(Tier tier) => tier switch { Tier.Centre => Centre, Tier.Station => Station, _ => Room };
}

/// <summary>One thing a point helps with.</summary>
public sealed record Duty(string Chinese, string English);
