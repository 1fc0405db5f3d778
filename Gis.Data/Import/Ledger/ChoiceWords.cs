using System.Text;
using Gis.Core.Network;

namespace Gis.Data.Import.Ledger;

/// <summary>The words that lists have for the cases of an enumeration, beside their written forms.</summary>
internal static class ChoiceWords
{
    private static readonly (Tier, string[])[] Tiers =
    [
        (Tier.Centre, ["中心", "县级", "公共法律服务中心"]),
        (Tier.Station, ["工作站", "站", "乡级", "乡镇级", "公共法律服务工作站"]),
        (Tier.Room, ["工作室", "室", "村级", "公共法律服务工作室"]),
    ];

    private static readonly (Stage, string[])[] Stages =
    [
        (Stage.Planned, ["未建成", "未建", "未开工", "计划", "规划", "待建", "否", "未启动"]),
        (Stage.Building, ["在建", "建设中", "施工中", "正在建设"]),
        (Stage.Built, ["已建成", "已建", "建成", "完成", "已完成", "是", "已挂牌", "投入使用"]),
        (Stage.Declared, ["已申报", "申报"]),
        (Stage.CityAccepted, ["市级验收", "市级已验收", "市级验收合格", "市验收"]),
        (Stage.ProvinceAccepted, ["自治区验收", "自治区已验收", "自治区验收合格", "区级验收", "省级验收"]),
        (Stage.Returned, ["退回", "退回整改", "整改", "限期整改"]),
    ];

    private static readonly (VillageKind, string[])[] VillageKinds =
    [
        (VillageKind.Village, ["村", "行政村", "村委会"]),
        (VillageKind.Community, ["社区", "居委会", "社区居委会"]),
        (VillageKind.VillageLike, ["类似村", "村级单位"]),
        (VillageKind.CommunityLike, ["类似居委会", "类似社区"]),
    ];

    private static readonly (Post, string[])[] Posts =
    [
        (Post.DutyLawyer, ["值班律师"]),
        (Post.Professional, ["专业人员"]),
        (Post.Coordinator, ["协调管理员", "管理员"]),
        (Post.Mediator, ["专职人民调解员", "人民调解员", "调解员"]),
        (Post.Adviser, ["法律顾问", "村居法律顾问", "村(居)法律顾问", "顾问"]),
        (Post.LegalWorker, ["基层法律服务工作者", "法律工作者"]),
        (Post.Volunteer, ["法律志愿者", "志愿者"]),
    ];

    private static readonly (Placement, string[])[] Placements =
    [
        (Placement.Illustrative, ["示意"]),
        (Placement.Approximate, ["估计", "大致"]),
        (Placement.Seat, ["驻地"]),
        (Placement.Surveyed, ["实测", "测量", "台账"]),
    ];

    private static readonly (Basis, string[])[] Bases =
    [
        (Basis.Fact, ["事实", "实际"]),
        (Basis.Illustrative, ["示意"]),
    ];

    private static readonly (WayIn, string[])[] WaysIn =
    [
        (WayIn.Ramp, ["坡道", "无障碍坡道", "轮椅坡道", "无台阶"]),
        (WayIn.Lift, ["电梯", "无障碍电梯"]),
        (WayIn.AccessibleToilet, ["无障碍卫生间", "无障碍厕所"]),
        (WayIn.HearingLoop, ["助听感应线圈", "助听线圈", "助听环路"]),
    ];

    private static readonly Dictionary<Type, object> All = new()
    {
        [typeof(Tier)] = Tiers,
        [typeof(Stage)] = Stages,
        [typeof(VillageKind)] = VillageKinds,
        [typeof(Post)] = Posts,
        [typeof(Placement)] = Placements,
        [typeof(Basis)] = Bases,
        [typeof(WayIn)] = WaysIn,
    };

    /// <summary>The cases with their words, the usual one first.</summary>
    internal static (T Case, string[] Words)[] Of<T>()
        where T : struct, Enum => ((T, string[])[])All[typeof(T)];

    /// <summary>The usual word for a case.</summary>
    internal static string Usual<T>(T value)
        where T : struct, Enum => Array.Find(Of<T>(), choice => EqualityComparer<T>.Default.Equals(choice.Case, value)).Words[0];

    /// <summary>The usual words that may stand in a field; none where anything may.</summary>
    internal static IReadOnlyList<string> ListFor(LedgerField field) => field switch
    {
        LedgerField.Tier => List<Tier>(),
        LedgerField.Stage => List<Stage>(),
        LedgerField.Kind => List<VillageKind>(),
        LedgerField.Post => List<Post>(),
        _ => [],
    };

    private static IReadOnlyList<string> List<T>()
        where T : struct, Enum => [.. Of<T>().Select(choice => choice.Words[0])];

    /// <summary>Reads a word; null for any other text.</summary>
    internal static T? Read<T>(string text)
        where T : struct, Enum
    {
        var plain = Plain(text);
        if (WrittenName.TryRead<T>(plain.ToLowerInvariant(), out var written))
            return written;
        return Of<T>().Where(choice => Array.Exists(choice.Words, word => Plain(word) == plain)).Select(choice => (T?)choice.Case).FirstOrDefault();
    }

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
}
