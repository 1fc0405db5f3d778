using Gis.Core.Places;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;
using Gis.Web.Finder.Hours;
using Gis.Web.Layout;

namespace Gis.Web.Import;

/// <summary>The words of an import, in the language of the page.</summary>
public static class ImportWords
{
    private const int MostOptions = 5;

    public static string Of(this Language language, LedgerKind kind) => kind switch
    {
        LedgerKind.Points => language["服务点(位置、建设状态)", "Points (positions, stages)"],
        LedgerKind.Villages => language["村(居)(位置、人口)", "Villages (positions, residents)"],
        LedgerKind.Staff => language["岗位(人数、时长)", "Posts (people, hours)"],
        _ => language["律所", "Law firms"],
    };

    public static string Of(this Language language, LedgerField field) => field switch
    {
        LedgerField.Code => language["区划代码", "Division code"],
        LedgerField.Id => language["编号", "Identifier"],
        LedgerField.Name => language["名称", "Name"],
        LedgerField.County => language["县(市)区", "County"],
        LedgerField.Township => language["乡镇(街道)", "Township"],
        LedgerField.Village => language["村(居)", "Village"],
        LedgerField.Area => language["服务单位", "Unit served"],
        LedgerField.Tier => language["层级", "Tier"],
        LedgerField.Kind => language["村居类型", "Kind of unit"],
        LedgerField.Residents => language["人口", "Residents"],
        LedgerField.Stage => language["建设状态", "Stage"],
        LedgerField.Post => language["岗位", "Post"],
        LedgerField.Count => language["在岗人数", "People in post"],
        LedgerField.Hours => language["每月服务时长", "Hours a month"],
        LedgerField.Lawyers => language["律师人数", "Lawyers"],
        LedgerField.Position => language["坐标", "Coordinates"],
        LedgerField.Longitude => language["经度", "Longitude"],
        LedgerField.Latitude => language["纬度", "Latitude"],
        LedgerField.Accuracy => language["位置精度", "Accuracy of the position"],
        LedgerField.Placement => language["定位方式", "How the position is known"],
        LedgerField.PositionSource => language["位置来源", "Source of the position"],
        LedgerField.OpenHours => language["开放时间", "Opening hours"],
        LedgerField.HoursBasis => language["开放时间性质", "Basis of the hours"],
        LedgerField.HoursSource => language["开放时间来源", "Source of the hours"],
        LedgerField.Address => language["地址", "Address"],
        LedgerField.Phone => language["电话", "Telephone"],
        LedgerField.WaysIn => language["无障碍", "Ways in"],
        LedgerField.Languages => language["语言", "Languages"],
        LedgerField.CheckedOn => language["核对日期", "Last checked"],
        LedgerField.DetailsBasis => language["地址等的性质", "Basis of address and so on"],
        LedgerField.DetailsSource => language["地址等的来源", "Source of address and so on"],
        LedgerField.Basis => language["数据性质", "Basis"],
        _ => language["数据来源", "Source"],
    };

    public static string Of(this Language language, RowState state) => state switch
    {
        RowState.New => language["新增", "New"],
        RowState.Changed => language["改动", "Changed"],
        RowState.Unchanged => language["不变", "Unchanged"],
        RowState.InDoubt => language["存疑", "In doubt"],
        _ => language["有误", "Wrong"],
    };

    /// <summary>What is the matter and what would put it right, as one sentence.</summary>
    public static string Of(this Language language, Remedy remedy)
    {
        var field = remedy.Field is { } which ? language.Of(which) + language[":", ": "] : "";
        var found = remedy.Found.Length > 0 ? language[$"“{remedy.Found}”", $"\"{remedy.Found}\" "] : "";
        return field + found + Say(language, remedy) + (remedy.Kind == RemedyKind.BadHours ? "" : Options(language, remedy));
    }

    public static string Of(this Language language, PairWriting writing) => writing switch
    {
        PairWriting.Plain => language["先经度(东),后纬度(北)", "longitude (east) first"],
        PairWriting.Swapped => language["先纬度(北),后经度(东)", "latitude (north) first"],
        PairWriting.MinutesAfterPoint => language["度.分,如 106.1669 是 106°16.69′", "degrees.minutes, 106.1669 being 106°16.69′"],
        _ => language["度.分秒,如 106.1641 是 106°16′41″", "degrees.minutes and seconds, 106.1641 being 106°16′41″"],
    };

    /// <summary>A warning where the list seems to be in another datum than it is read in; null where all is well, or nobody can tell.</summary>
    public static string? Of(this Language language, DatumVerdict verdict, DatumGuess used) => verdict switch
    {
        DatumVerdict.Clear { Evidence: var evidence } when Places(evidence.Guess) != Places(used) => language[
            $"这份名单的坐标看来是 {evidence.Guess.Crs.Name}({language.Of(evidence.Guess.Writing)}):{evidence.Pairs} 个已知位置里有 {evidence.Fitting} 个这样才对得上。",
            $"The coordinates seem to be in {evidence.Guess.Crs.Name} ({language.Of(evidence.Guess.Writing)}): only so do {evidence.Fitting} of {evidence.Pairs} known positions fit."],
        DatumVerdict.Mixed mixed => language["名单里混着几种坐标:", "The list mixes several datums: "]
            + string.Join(language[";", "; "], mixed.Groups.Select(group => $"{group.Guess.Crs.Name}: {Some(language, group.Rows)}")),
        DatumVerdict.NoneFits => language["哪种坐标系都对不上已知的位置,请核对。", "In no datum do the positions fit those that are known; check them."],
        _ => null,
    };

    /// <summary>The ways of writing that a verdict names.</summary>
    public static IEnumerable<DatumGuess> ListFitting(DatumVerdict verdict) => verdict switch
    {
        DatumVerdict.Clear clear => [clear.Evidence.Guess],
        DatumVerdict.Mixed mixed => mixed.Groups.Select(group => group.Guess),
        DatumVerdict.Unclear unclear => unclear.Candidates.Select(evidence => evidence.Guess),
        DatumVerdict.NoneFits none => none.Nearest.Select(evidence => evidence.Guess),
        _ => [],
    };

    // The two names of what is the same to a millimetre.
    private static (string, PairWriting) Places(DatumGuess guess) => (guess.Crs == Crs.Wgs84 ? Crs.Cgcs2000.Name : guess.Crs.Name, guess.Writing);

    private static string Some(Language language, IReadOnlyList<int> rows) =>
        language[$"第 {string.Join('、', rows.Take(MostOptions))} 行", $"rows {string.Join(", ", rows.Take(MostOptions))}"] + (rows.Count > MostOptions ? language["等", ", …"] : "");

    /// <summary>Why a file cannot be read, and what would help.</summary>
    public static string Of(this Language language, SourceFileException fault) => fault.Fault switch
    {
        SourceFault.Empty => language["文件是空的。请重新导出再上传。", "The file is empty. Export it again."],
        SourceFault.TooLarge => language["文件太大。请按县(市)区分开导入。", "The file is too large. Import it county by county."],
        SourceFault.Encrypted => language["文件有密码。请去掉密码,另存后再上传。", "The file has a password. Save it without one."],
        SourceFault.OldWorkbook => language["这是旧的 .xls 格式。请另存为 .xlsx 再上传。", "This is an old .xls workbook. Save it as .xlsx."],
        SourceFault.ActiveContent => language["文件带宏。请另存为不带宏的 .xlsx 再上传。", "The workbook has macros. Save it as .xlsx, without them."],
        SourceFault.Truncated => language["文件不完整,可能没传完。请重新导出再上传。", "The file is cut off. Export or copy it again."],
        SourceFault.ZipBomb => language["压缩文件解开后过大,不予打开。", "The archive unpacks to far more than it should, and is not opened."],
        SourceFault.UnknownKind => language["看不懂这种文件。请用 XLSX、CSV、GeoJSON、Shapefile(zip)、GeoPackage 或 KML。", "Not a kind of file that can be read. Use XLSX, CSV, GeoJSON, a zipped Shapefile, GeoPackage or KML."],
        _ => language["文件读不出来:", "The file cannot be read: "] + fault.Message,
    };

    private static string Say(Language language, Remedy remedy) => remedy.Kind switch
    {
        RemedyKind.Missing => language["没有填,请补上", "is empty; fill it in"],
        RemedyKind.NotANumber => language["不是可用的数字,请改成数字", "is no number that may stand here"],
        RemedyKind.NotAChoice => language["不在可填的词里", "is none of the words that may stand here"],
        RemedyKind.NoSuchUnit => language["名录里没有这个单位,请核对名称或代码", "is no unit of the register; check its name or code"],
        RemedyKind.OtherCity => language["是别的市的代码,不导入", "is the code of another city, and not taken"],
        RemedyKind.UnsureUnit => language["和名录写法不同,请确认是哪一个", "is not written as in the register; say which is meant"],
        RemedyKind.NoSuchPoint => language["网络里没有这个服务点,请核对", "is no point of the network"],
        RemedyKind.SeveralPoints => language["对得上好几个服务点,请写明编号", "may be several points; give the identifier"],
        RemedyKind.BadId => language["不能作编号:只用字母、数字和连字符,最多 64 个", "cannot be an identifier: letters, digits and hyphens, at most 64"],
        RemedyKind.Repeated => language[$"第 {remedy.OtherRow} 行说的是同一个,内容不同。请只留一行", $"Row {remedy.OtherRow} says something else of the same; keep one of them"],
        RemedyKind.SameAgain => language[$"和第 {remedy.OtherRow} 行完全相同,只算一次", $"Says just what row {remedy.OtherRow} says; taken once"],
        RemedyKind.BadPosition => language["读不成位置,例如应为 106.2309 和 38.4872", "cannot be read as a position, as 106.2309 and 38.4872"],
        RemedyKind.FarAway => language["离所在乡镇太远。坐标系选对了吗?经纬度写反了吗?", "lies far from its township. Is the datum right, and are the axes in order?"],
        RemedyKind.ReadAs => language["按名录读作", "was read as"],
        RemedyKind.UnknownCode => language["名录里没有这个代码,按名称对上了", "is no code of the register; the names were gone by"],
        RemedyKind.NoPosition => language["没有位置:照样导入,列为“没有位置”", "No position: taken all the same, and listed as not located"],
        RemedyKind.BadHours => language.OfHours(remedy.Options[0].Key, remedy.Options[0].Name),
        RemedyKind.BadPhone => language["不是电话号码,例如应为 0951-1234567", "is no telephone number, as 0951-1234567"],
        RemedyKind.MobilePhone => language.OfMobile(),
        RemedyKind.BadDay => language["不是日期,例如应为 2026-04-01", "is no day, as 2026-04-01"],
        RemedyKind.TooLong => language["太长,或太多", "is too long, or too many"],
        RemedyKind.NotYours => language["不归您管,不能改", "is not yours to change"],
        _ => language["和其他内容对不上", "does not go together with the rest"],
    };

    private static string Options(Language language, Remedy remedy) => remedy.Options.IsEmpty ? "" :
        language[":", ": "] + string.Join(language["、", ", "], remedy.Options.Take(MostOptions).Select(option => option.Name))
        + (remedy.Options.Length > MostOptions ? language["等", ", …"] : "");
}
