namespace Gis.Web.Layout;

/// <summary>What stands beside every answer while anything illustrative is in it.</summary>
public static class DataNotice
{
    public static string Head(Language language) => language["含示意数据。", "Includes illustrative data."];

    public static string Text(Language language) => language[
        "名称、编码、总数和县级人口属实;村的位置、村人口和哪些工作室未建成是按规则示意的,导入台账前不可引用。",
        "Names, codes, totals and county populations are facts; village positions, village populations and which rooms are not built are illustrative until a ledger is imported. Not for quotation."];
}
