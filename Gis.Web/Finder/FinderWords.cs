using Gis.Core.Finder;
using Gis.Web.Layout;

namespace Gis.Web.Finder;

/// <summary>What the pages of the finder say of what they show.</summary>
public static class FinderWords
{
    public static string Of(Language language, MapApp app) => app switch
    {
        MapApp.Amap => language["高德", "Amap"],
        MapApp.Baidu => language["百度", "Baidu"],
        _ => language["腾讯", "Tencent"],
    };
}
