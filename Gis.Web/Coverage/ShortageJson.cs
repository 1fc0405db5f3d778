using Gis.Core.Coverage;
using Gis.Core.Network;

namespace Gis.Web.Coverage;

/// <summary>实体网点不足: the number, its sentence and its list. Unplanned are the villages for which the plan has no room.</summary>
public sealed record PointShortageJson(
    int Missing,
    long Residents,
    string Words,
    IEnumerable<CountyShortageJson> ByCounty,
    IEnumerable<MissingPointJson> Points,
    IEnumerable<CrowdedJson> Unplanned)
{
    public static PointShortageJson Of(ServiceNetwork network, PointShortage shortage, ShortageWords words) => new(
        shortage.Missing.Length,
        shortage.Concerned.Count,
        words.Of(shortage),
        shortage.Counties.Select(county => new CountyShortageJson(
            county.County.Digits, network.FindAreaName(county.County)!, county.Missing, county.Concerned.Count)),
        shortage.Missing.Select(missing => new MissingPointJson(
            missing.Tier.Written(), missing.Area.Digits, network.FindAreaName(missing.Area)!,
            missing.Point?.Id.ToString(), missing.Point?.Stage.Written(), missing.Residents.Count)),
        shortage.Unplanned.Select(village => new CrowdedJson(village.Code.Digits, village.Name, village.Residents.Count)));
}

public sealed record CountyShortageJson(string Code, string Name, int Missing, long Residents);

/// <summary>A missing point; without an id where the unit has no point at all.</summary>
public sealed record MissingPointJson(string Tier, string Area, string AreaName, string? Point, string? Stage, long Residents);

/// <summary>服务人员缺乏: vacant are posts reported and lacking; unreported are those nobody has told of, which is not vacant.</summary>
public sealed record StaffShortageJson(
    int Required,
    int Filled,
    int Vacant,
    int Unreported,
    string Words,
    IEnumerable<PostCountJson> ByPost,
    IEnumerable<PostCountJson> ByCounty,
    IEnumerable<PostCountJson> Points)
{
    public static StaffShortageJson Of(ServiceNetwork network, StaffShortage shortage, ShortageWords words) => new(
        shortage.Total.Required,
        shortage.Total.Filled,
        shortage.Total.Vacant,
        shortage.Total.Unreported,
        words.Of(shortage),
        shortage.ByPost.Select(post => PostCountJson.Of(post.Post.Written(), words.Of(post.Post), null, post.Count)),
        shortage.ByCounty.Select(county => PostCountJson.Of(county.County.Digits, network.FindAreaName(county.County)!, null, county.Count)),
        shortage.Points.Select(point => PostCountJson.Of(
            point.Point.Id.ToString(), point.Point.Name, point.Post.Written(), point.Count)));
}

/// <summary>Posts of one kind, of one county, or of one kind at one point.</summary>
public sealed record PostCountJson(string Id, string Name, string? Post, int Required, int Filled, int Vacant, int Unreported)
{
    public static PostCountJson Of(string id, string name, string? post, PostCount count) =>
        new(id, name, post, count.Required, count.Filled, count.Vacant, count.Unreported);
}

/// <summary>资源分布不均: the Gini coefficient is the number; the units below the city's covered share are the list.</summary>
public sealed record UnevenJson(
    double? Gini,
    double? HoursGini,
    double? WorstDecileMinutes,
    long Unreached,
    double? MeanMinutesWidth,
    double? ShareWidth,
    string Words,
    IEnumerable<AreaJson> Counties,
    IEnumerable<AreaJson> Townships)
{
    public static UnevenJson Of(ServiceNetwork network, UnevenShortage shortage, ShortageWords words) => new(
        shortage.Gini,
        shortage.HoursGini,
        shortage.WorstDecile?.Value,
        shortage.Unreached.Count,
        shortage.MeanWidth?.Value,
        shortage.ShareWidth?.Value,
        words.Of(shortage),
        shortage.Counties.Select(area => AreaJson.Of(network, area)),
        shortage.Townships.Select(area => AreaJson.Of(network, area)));
}
