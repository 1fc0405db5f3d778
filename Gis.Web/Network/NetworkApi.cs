using Gis.Core.Network;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Network;

public static class NetworkApi
{
    public static void MapNetwork(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Network").AllowAnonymous().AddEndpointFilter<DataVersionTag>();
        api.MapGet("/network", Summarise).WithSummary("The network in totals, by tier and by county");
        api.MapGet("/sites/{id}", GetSite).WithSummary("One service point");
    }

    private static Ok<NetworkJson> Summarise(CurrentNetwork current) =>
        TypedResults.Ok(NetworkJson.Of(current.Snapshot.Network));

    private static Results<Ok<SiteJson>, ProblemHttpResult> GetSite(string id, CurrentNetwork current, Language language) =>
        current.Snapshot.Network.FindPoint(id) is { } point
            ? TypedResults.Ok(SiteJson.Of(current.Snapshot.Network, point))
            : TypedResults.Problem(
                title: language["没有这个服务点", "There is no such point"],
                detail: language["请从 /api/network 或地图取得服务点编号。", "Take the id of a point from the map or a list."],
                statusCode: StatusCodes.Status404NotFound);
}

public sealed record NetworkJson(
    string City,
    string Name,
    string DataVersion,
    bool Illustrative,
    long Residents,
    TotalsJson Totals,
    IEnumerable<CountyJson> Counties)
{
    public static NetworkJson Of(ServiceNetwork network) => new(
        network.City.Code.Digits,
        network.City.Name,
        network.Version,
        network.HasIllustration,
        network.Residents.Count,
        TotalsJson.Of(network),
        CountyJson.List(network));
}

/// <summary>The five totals of the plan, and the firms; every one counted from the records.</summary>
public sealed record TotalsJson(int Centres, int Stations, int Rooms, int RoomsBuilt, int RoomsUnbuilt, int Firms, int Lawyers)
{
    public static TotalsJson Of(ServiceNetwork network)
    {
        var rooms = network.Count(Tier.Room);
        return new(
            network.Count(Tier.Centre).All,
            network.Count(Tier.Station).All,
            rooms.All,
            rooms.Built,
            rooms.Unbuilt,
            network.Firms.Length,
            network.Firms.Sum(firm => firm.Lawyers));
    }
}

public sealed record CountyJson(string Code, string Name, long Residents, int Townships, int Villages, int Rooms, int RoomsUnbuilt)
{
    public static IEnumerable<CountyJson> List(ServiceNetwork network)
    {
        var rooms = network.Points.Where(point => point.Tier == Tier.Room).ToLookup(point => point.Area.County);
        var townships = network.Townships.ToLookup(township => township.Code.County);
        var villages = network.Villages.ToLookup(village => village.Code.County);
        return network.Counties.Select(county => new CountyJson(
            county.Code.Digits,
            county.Name,
            villages[county.Code].Sum(village => village.Residents.Count),
            townships[county.Code].Count(),
            villages[county.Code].Count(),
            rooms[county.Code].Count(),
            rooms[county.Code].Count(room => !room.IsOpen)));
    }
}

public sealed record SiteJson(
    string Id,
    string Name,
    string Tier,
    string Stage,
    bool Open,
    bool Illustrative,
    string Area,
    string AreaName,
    PositionJson? Position)
{
    public static SiteJson Of(ServiceNetwork network, ServicePoint point) => new(
        point.Id.ToString(),
        point.Name,
        point.Tier.Written(),
        point.Stage.Written(),
        point.IsOpen,
        point.IsIllustrative,
        point.Area.Digits,
        network.FindAreaName(point.Area)!,
        point.Position is { } position ? PositionJson.Of(position) : null);
}

/// <summary>A position in degrees on CGCS2000, its accuracy in metres.</summary>
public sealed record PositionJson(double Lon, double Lat, string Placement, double AccuracyMetres, string Source)
{
    public static PositionJson Of(Position position) => new(
        position.At.Longitude,
        position.At.Latitude,
        position.Placement.Written(),
        position.Accuracy.Value,
        position.Source);
}
