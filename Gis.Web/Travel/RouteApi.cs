using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Data.Roads;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Travel;

public static class RouteApi
{
    public static void MapRoute(this IEndpointRouteBuilder app) => app.MapGroup("/api").WithTags("Travel").AllowAnonymous().AddEndpointFilter<DataVersionTag>()
        .MapGet("/route", Find).WithSummary("The way from a village to a point as a GeoJSON line, with minutes and metres");

    private static Results<Ok<RouteJson>, ValidationProblem, ProblemHttpResult> Find(
        string? from, string? to, string? mode, CurrentNetwork current, Language language)
    {
        var (snapshot, faults) = (current.Snapshot, new FormFaults());
        if (!AreaCode.TryParse(from, out var code) || code.Level != AreaLevel.Village)
            faults.Add("from", from ?? "", language["应为 12 位村(居)编码", "the 12 digits of a village's code"]);
        if (!PointId.TryParse(to, out var id))
            faults.Add("to", to ?? "", language["应为服务点编号", "the id of a point"]);
        if (!WrittenName.TryRead<TravelMode>(mode ?? "walk", out var read))
            faults.Add("mode", mode ?? "", language["应为其中之一:", "one of "] + string.Join(", ", WrittenName.List<TravelMode>()));
        if (!faults.IsEmpty)
            return TypedResults.ValidationProblem(faults.ToDictionary(), title: language["问题填写有误", "The question is not right"]);
        if (snapshot.Network.FindVillage(code) is not { } village)
            return NotFound(language["没有这个村(居)", "There is no such village"], language["请从 /areas 取得编码。", "Take its code from /areas."]);
        if (snapshot.Network.FindPoint(id) is not { } point)
            return NotFound(language["没有这个服务点", "There is no such point"], language["请从 /api/network 或地图取得服务点编号。", "Take the id of a point from the map or a list."]);
        return RouteJson.Find(snapshot, village, point, read) is { } route ? TypedResults.Ok(route) : NotFound(
            language["到不了", "There is no way"],
            language["起点或终点没有位置、附近没有路,或一天之内到不了。", "The one or the other has no position or no road near it, or the way takes longer than a day."]);
    }

    private static ProblemHttpResult NotFound(string title, string detail) =>
        TypedResults.Problem(title: title, detail: detail, statusCode: StatusCodes.Status404NotFound);
}

/// <summary>A way as a GeoJSON feature; where it is estimated, the line is the straight one, which nobody can follow.</summary>
public sealed record RouteJson(string Type, RouteLineJson Geometry, RoutePropertiesJson Properties)
{
    /// <summary>The way from a village to a point; null where there is none.</summary>
    public static RouteJson? Find(Snapshot snapshot, Village village, ServicePoint point, TravelMode mode)
    {
        if (village.Position is not { At: var start } || point.Position is not { At: var end })
            return null;
        var (trip, line) = ((Trip?)null, new[] { start, end }.AsEnumerable());
        if (!snapshot.Travel.IsByRoads(mode))
            trip = snapshot.Estimate.Estimate(start, village.Bank, end, point.Bank, ModePace.Defaults[mode]);
        else if (snapshot.Travel.Roads!.Travel(mode, RoadConditions.Usual).FindRoute(start, end, RoadTables.Limit) is { } route)
            (trip, line) = (route.Trip, route.Line);
        return trip is not { } found ? null : new RouteJson(
            "Feature",
            new RouteLineJson("LineString", [.. line.Select(at => new[] { at.Longitude, at.Latitude })]),
            new RoutePropertiesJson(village.Code.Digits, point.Id.ToString(), mode.Written(), found.Time.Value, found.Way.Value, !snapshot.Travel.IsByRoads(mode), snapshot.Table(mode).Version));
    }
}

public sealed record RouteLineJson(string Type, double[][] Coordinates);

/// <summary>What is known of a way.</summary>
public sealed record RoutePropertiesJson(string From, string To, string Mode, double Minutes, double Metres, bool Estimated, string Travel);
