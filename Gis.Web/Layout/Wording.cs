using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Web.Layout;

/// <summary>The words for the terms of the glossary, in the language of the page.</summary>
public static class Wording
{
    public static string Of(this Language language, Tier tier) => tier switch
    {
        Tier.Centre => language["中心", "Centre"],
        Tier.Station => language["工作站", "Station"],
        _ => language["工作室", "Room"],
    };

    public static string Of(this Language language, Stage stage) => stage switch
    {
        Stage.Planned => language["未建成", "Not built"],
        Stage.Building => language["在建", "Being built"],
        Stage.Built => language["已建成", "Built"],
        Stage.Declared => language["已申报", "Declared"],
        Stage.CityAccepted => language["市级验收合格", "Accepted by the city"],
        Stage.ProvinceAccepted => language["自治区验收合格", "Accepted by the region"],
        _ => language["退回整改", "Returned"],
    };

    public static string Of(this Language language, TravelMode mode) => mode switch
    {
        TravelMode.Walk => language["步行", "On foot"],
        TravelMode.EBike => language["电动车", "E-bike"],
        TravelMode.Car => language["驾车", "Car"],
        _ => language["公交", "Bus"],
    };

    /// <summary>Who is counted, as the subject of a sentence.</summary>
    public static string Of(this Language language, Weighting weighting) => weighting switch
    {
        Weighting.Villages => language["村(居)", "Villages"],
        Weighting.Rural => language["农村居民", "Rural residents"],
        _ => language["居民", "Residents"],
    };

    /// <summary>A season or a day.</summary>
    public static string Of(this Language language, CaseKind kind) => kind switch
    {
        CaseKind.Winter => language["冬天(冰雪)", "Winter (snow and ice)"],
        CaseKind.Flood => language["洪水(桥全断)", "Flood (all bridges closed)"],
        CaseKind.FloodEach => language["洪水(逐座断桥)", "Flood (one bridge closed)"],
        CaseKind.MarketDay => language["集日(工作室不开)", "Market day (no room serves)"],
        _ => language["平常", "As usual"],
    };

    /// <summary>A moment as clocks in China show it.</summary>
    public static string Time(DateTimeOffset moment) =>
        moment.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment in China, as forms write it.</summary>
    public static string Day(DateTimeOffset moment) => Day(ChinaTime.DayOf(moment));

    /// <summary>A day as forms and tables write it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time of day.</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Of(this Language language, Placement placement) => placement switch
    {
        Placement.Surveyed => language["实测", "Surveyed"],
        Placement.Seat => language["驻地(地名库)", "Seat (gazetteer)"],
        Placement.Approximate => language["估计", "Estimated"],
        _ => language["示意", "Illustrative"],
    };

    public static string Of(this Language language, Basis basis) => basis switch
    {
        Basis.Fact => language["事实", "Fact"],
        Basis.Unknown => language["未知", "Not known"],
        _ => language["示意", "Illustrative"],
    };

    /// <summary>A limit, as it was asked.</summary>
    public static string Of(this Language language, Minutes limit) =>
        limit.Value.ToString("0.###", CultureInfo.InvariantCulture) + language[" 分钟", " min"];

    /// <summary>A trip, rounded up: what is beyond a limit never reads as the limit.</summary>
    public static string Trip(this Language language, Minutes time) =>
        (Math.Ceiling(time.Value * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture) + language[" 分钟", " min"];

    /// <summary>A trip in whole minutes, rounded up, for someone who will make it.</summary>
    public static string About(this Language language, Minutes time) =>
        language["约 ", "about "] + Math.Ceiling(time.Value).ToString("0", CultureInfo.InvariantCulture) + language[" 分钟", " min"];

    public static string Of(this Language language, Metres metres) => metres.Value < 1000
        ? (Math.Round(metres.Value / 10) * 10).ToString("0", CultureInfo.InvariantCulture) + language[" 米", " m"]
        : metres.Kilometres.ToString("0.0", CultureInfo.InvariantCulture) + language[" 公里", " km"];

    public static string Of(this Language language, Residents residents) =>
        residents.Count.ToString("#,0", CultureInfo.InvariantCulture) + language[" 人", residents.Count == 1 ? " person" : " people"];

    public static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
