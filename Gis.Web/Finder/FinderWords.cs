using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Web.Layout;

namespace Gis.Web.Finder;

/// <summary>What the pages of the finder say of what they show.</summary>
internal static class FinderWords
{
    /// <summary>How a place was found; null where that goes without saying.</summary>
    internal static string? Of(this Language language, FoundPlace found) => found.How switch
    {
        MatchHow.OldName => language["又名 ", "also called "] + found.By,
        MatchHow.Landmark => found.By + language["在这里", " stands here"],
        MatchHow.Homophone => language["同音", "sounds alike"],
        MatchHow.Pinyin => language["按拼音", "by its pinyin"],
        MatchHow.Initials => language["按首字母", "by first letters"],
        MatchHow.OneCharacter => language["差一个字", "one character differs"],
        MatchHow.Start or MatchHow.Part => language["名字里有", "part of the name"],
        _ => null,
    };

    /// <summary>The name of a matter.</summary>
    internal static string Of(this Language language, Matter matter) => language[matter.Chinese, matter.English];

    /// <summary>What the points of a tier do for a matter, as a list in words.</summary>
    internal static string DutiesOf(this Language language, Matter matter, Tier tier) =>
        string.Join(language["、", "; "], matter.Duties.Where(duty => duty.Tier == tier).Select(duty => language[duty.Chinese, duty.English]));

    /// <summary>The number to call for a point: its office's, else that of the hotline, which serves everywhere.</summary>
    internal static string NumberOf(ServicePoint point) => point.Reception is { Phone.Length: > 0 } reception ? reception.Phone.Replace(" ", "", StringComparison.Ordinal) : "12348";

    /// <summary>The name of a map program.</summary>
    internal static string Of(this Language language, MapApp app) => app switch
    {
        MapApp.Amap => language["高德", "Amap"],
        MapApp.Baidu => language["百度", "Baidu"],
        _ => language["腾讯", "Tencent"],
    };
}
