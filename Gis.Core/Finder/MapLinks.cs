using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Places;
using Gis.Core.Travel;

namespace Gis.Core.Finder;

/// <summary>
/// Links that open a place in the map programs of Chinese phones, each in the datum it expects. Sources: lbs.amap.com URI API,
/// lbsyun.baidu.com URI API, lbs.qq.com URI API, as read in 2026; docs/methods/finding.md.
/// </summary>
public static class MapLinks
{
    // All three ask for a name of who links.
    private const string Caller = "legal-service-map";

    /// <summary>The way to a position.</summary>
    /// <param name="app">The program.</param>
    /// <param name="to">The position; outside China GCJ-02 is WGS-84.</param>
    /// <param name="name">What stands there.</param>
    /// <param name="mode">How somebody goes; an electric bicycle rides, where the program knows riding.</param>
    /// <param name="city">The city, which one of them asks for.</param>
    public static Uri Directions(MapApp app, LonLat to, string name, TravelMode mode, string city) => app switch
    {
        MapApp.Amap => Write("https://uri.amap.com/navigation", [
            ("to", $"{Pair(Crs.Gcj02.FromLonLat(to), lonFirst: true)},{Plain(name)}"), ("mode", Mode(mode, "walk", "ride", "car", "bus")), ("src", Caller), ("callnative", "1")]),
        MapApp.Baidu => Write("https://api.map.baidu.com/direction", [
            ("origin", "我的位置"), ("destination", $"latlng:{Pair(Crs.Bd09.FromLonLat(to), lonFirst: false)}|name:{Plain(name)}"), ("coord_type", "bd09ll"),
            ("mode", Mode(mode, "walking", "riding", "driving", "transit")), ("region", city), ("output", "html"), ("src", Caller)]),
        _ => Write("https://apis.map.qq.com/uri/v1/routeplan", [
            ("type", Mode(mode, "walk", "bike", "drive", "bus")), ("to", name), ("tocoord", Pair(Crs.Wgs84.FromLonLat(to), lonFirst: false)), ("coord_type", "1"), ("referer", Caller)]),
    };

    /// <summary>The search for a name, where no position is known that anybody should walk to.</summary>
    /// <param name="app">The program.</param>
    /// <param name="name">What to look for.</param>
    /// <param name="city">The city in which.</param>
    public static Uri Search(MapApp app, string name, string city) => app switch
    {
        MapApp.Amap => Write("https://uri.amap.com/search", [("keyword", name), ("city", city), ("src", Caller), ("callnative", "1")]),
        MapApp.Baidu => Write("https://api.map.baidu.com/place/search", [("query", name), ("region", city), ("output", "html"), ("src", Caller)]),
        _ => Write("https://apis.map.qq.com/uri/v1/search", [("keyword", name), ("region", city), ("referer", Caller)]),
    };

    private static Uri Write(string address, ImmutableArray<(string Key, string Value)> query) =>
        new($"{address}?{string.Join('&', query.Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}"))}");

    private static string Pair(XY pair, bool lonFirst) => lonFirst
        ? string.Create(CultureInfo.InvariantCulture, $"{pair.X:0.000000},{pair.Y:0.000000}")
        : string.Create(CultureInfo.InvariantCulture, $"{pair.Y:0.000000},{pair.X:0.000000}");

    // A comma or a bar would end the name.
    private static string Plain(string name) => name.Replace(',', ' ').Replace('|', ' ');

    private static string Mode(TravelMode mode, string walk, string ride, string drive, string bus) =>
        mode switch { TravelMode.Walk => walk, TravelMode.EBike => ride, TravelMode.Car => drive, _ => bus };
}

/// <summary>The map programs that phones in China have.</summary>
public enum MapApp
{
    /// <summary>高德地图; GCJ-02.</summary>
    Amap,

    /// <summary>百度地图; BD-09.</summary>
    Baidu,

    /// <summary>腾讯地图; takes WGS-84 as "GPS".</summary>
    Tencent,
}
