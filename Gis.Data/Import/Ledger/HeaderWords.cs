using System.Text;

namespace Gis.Data.Import.Ledger;

/// <summary>The heads that lists have over their columns: those of our own exports, and those that bureaus write.</summary>
public static class HeaderWords
{
    private static readonly Dictionary<LedgerField, string[]> Words = new()
    {
        [LedgerField.Code] = ["code", "area_code", "county_code", "行政区划代码", "区划代码", "统计用区划代码", "村代码", "村居代码", "单位代码", "代码", "编码"],
        [LedgerField.Id] = ["id", "point_id", "编号", "服务点编号", "律所编号", "序列号"],
        [LedgerField.Name] = ["name", "point_name", "名称", "姓名", "服务点名称", "服务点", "工作室名称", "工作站名称", "中心名称", "机构名称", "律所名称", "律师事务所", "村居名称", "村(社区)名称", "村名", "社区名称", "平台名称"],
        [LedgerField.County] = ["county", "county_name", "县", "县区", "县(市)区", "县市区", "区县", "所属县区", "所在县区"],
        [LedgerField.Township] = ["township", "township_name", "乡镇", "街道", "乡镇街道", "乡镇(街道)", "乡(镇)", "所属乡镇", "所在乡镇", "镇街"],
        [LedgerField.Village] = ["village", "village_name", "村", "村居", "村(居)", "村社区", "村(社区)", "社区", "所在村", "行政村", "所属村居"],
        [LedgerField.Area] = ["area_name", "服务单位", "服务区域", "所在单位", "覆盖区域"],
        [LedgerField.Tier] = ["tier", "层级", "级别", "平台层级", "平台级别", "平台类型"],
        [LedgerField.Kind] = ["kind", "类型", "村居类型", "性质"],
        [LedgerField.Residents] = ["residents", "人口", "人口数", "人数", "常住人口", "户籍人口", "居民", "居民数", "总人口"],
        [LedgerField.Stage] = ["stage", "状态", "进度", "建设状态", "建设进度", "建设情况", "是否建成", "阶段", "完成情况"],
        [LedgerField.Post] = ["post", "岗位", "岗位类别", "人员类别"],
        [LedgerField.Count] = ["count", "在岗人数", "配备人数", "人员数"],
        [LedgerField.Hours] = ["hours", "hours_a_month", "每月服务时长", "月服务时长", "服务时长", "每月小时"],
        [LedgerField.Lawyers] = ["lawyers", "律师数", "律师人数", "执业律师数"],
        [LedgerField.Position] = ["position", "坐标", "经纬度", "位置坐标", "地理坐标"],
        [LedgerField.Longitude] = ["longitude", "lon", "lng", "x", "经度", "东经", "横坐标"],
        [LedgerField.Latitude] = ["latitude", "lat", "y", "纬度", "北纬", "纵坐标"],
        [LedgerField.Accuracy] = ["accuracy_m", "accuracy", "精度", "位置精度"],
        [LedgerField.Placement] = ["placement", "位置来源类别", "定位方式"],
        [LedgerField.PositionSource] = ["position_source", "位置来源", "坐标来源"],
        [LedgerField.OpenHours] = ["hours", "opening_hours", "开放时间", "办公时间", "服务时间", "工作时间", "上班时间", "开门时间"],
        [LedgerField.HoursBasis] = ["hours_basis", "开放时间性质"],
        [LedgerField.HoursSource] = ["hours_source", "开放时间来源"],
        [LedgerField.Address] = ["address", "地址", "详细地址", "办公地址", "服务地址"],
        [LedgerField.Phone] = ["phone", "telephone", "tel", "电话", "联系电话", "办公电话", "咨询电话", "服务电话", "座机"],
        [LedgerField.WaysIn] = ["ways_in", "无障碍", "无障碍设施"],
        [LedgerField.Languages] = ["languages", "语言", "服务语言", "语种"],
        [LedgerField.CheckedOn] = ["checked_on", "核对日期", "核实日期", "核对时间"],
        [LedgerField.DetailsBasis] = ["details_basis"],
        [LedgerField.DetailsSource] = ["details_source"],
        [LedgerField.Basis] = ["basis", "stage_basis", "residents_basis", "firm_basis", "数据性质"],
        [LedgerField.Source] = ["source", "stage_source", "residents_source", "firm_source", "数据来源", "来源"],
    };

    private static readonly Dictionary<LedgerKind, (LedgerField[] Fields, string[] Words)> Marks = new()
    {
        [LedgerKind.Staff] = ([LedgerField.Post, LedgerField.Count], []),
        [LedgerKind.Firms] = ([LedgerField.Lawyers], ["律所", "律师事务所", "firm", "firms"]),
        [LedgerKind.Points] = ([LedgerField.Stage, LedgerField.Tier], ["服务点", "工作室", "工作站", "point", "points", "室", "站"]),
        [LedgerKind.Villages] = ([LedgerField.Residents, LedgerField.Kind], ["村居", "人口", "village", "villages"]),
    };

    /// <summary>The kind that a list most likely is, by its columns and, where those leave it open, its name.</summary>
    public static LedgerKind GuessKind(string name, IReadOnlyList<string> heads)
    {
        var fields = heads.SelectMany(Meanings).ToHashSet();
        return Marks.Where(mark => Array.Exists(mark.Value.Fields, fields.Contains)).Select(mark => (LedgerKind?)mark.Key).FirstOrDefault()
            ?? Marks.Where(mark => Array.Exists(mark.Value.Words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(mark => (LedgerKind?)mark.Key).FirstOrDefault()
            ?? LedgerKind.Points;
    }

    /// <summary>Which column says what, as far as the heads tell; each column and each field is used once, the first first.</summary>
    public static Dictionary<LedgerField, int> Guess(LedgerKind kind, IReadOnlyList<string> heads)
    {
        var found = new Dictionary<LedgerField, int>();
        for (var column = 0; column < heads.Count; column++)
        {
            var field = Meanings(heads[column]).Select(meaning => MeantBy(kind, meaning)).Cast<LedgerField?>()
                .FirstOrDefault(meaning => LedgerFields.Of(kind).Contains(meaning!.Value) && !found.ContainsKey(meaning.Value));
            if (field is { } use)
                found[use] = column;
        }

        return found;
    }

    // In a list of villages 村 heads their names, in one of firms 所在县 and 县 are the county.
    private static LedgerField MeantBy(LedgerKind kind, LedgerField field) => (kind, field) switch
    {
        (LedgerKind.Villages, LedgerField.Village or LedgerField.Area) => LedgerField.Name,
        (LedgerKind.Points, LedgerField.Kind) => LedgerField.Tier,
        _ => field,
    };

    // A head in two rows, joined as "位置 / 经度", is told by its last part.
    private static IEnumerable<LedgerField> Meanings(string head)
    {
        var (plain, last) = (Plain(head), Plain(head.Split('/')[^1]));
        return List(word => word == plain).Concat(List(word => word == last)).Concat(List(word => IsCutOff(plain) && word.StartsWith(plain, StringComparison.Ordinal))).Distinct();

        static IEnumerable<LedgerField> List(Func<string, bool> isMeant) => Words.Where(words => words.Value.Select(Plain).Any(isMeant)).Select(words => words.Key);
    }

    // A Shapefile's table keeps so many letters of a head.
    private static bool IsCutOff(string head) => head.Length == 10 && head.All(char.IsAscii);

    // Without spaces, marks and the unit behind them; full-width letters as plain ones.
    private static string Plain(string head)
    {
        var text = new string([.. head.Normalize(NormalizationForm.FormKC).Where(letter => char.IsLetterOrDigit(letter) || letter is '_' or '(' or ')')]);
        foreach (var unit in (string[])["(人)", "(米)", "(小时)", "(m)", "(度)", "(名)", "(°)", "(个)"])
            text = text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : text;
        return text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).ToLowerInvariant();
    }
}
