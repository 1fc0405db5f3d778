using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Cities;

/// <summary>What is asked of all cities together, at the root of the store: their tiles, and what is nearest wherever one is.</summary>
public static class CitiesApi
{
    /// <summary>The most points that are given at once.</summary>
    public const int MostNearest = 100;

    private const int UsualNearest = 5;

    public static void MapCities(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/cities/nearest", FindNearest).WithTags("Cities").AllowAnonymous()
            .WithSummary("The open points of all cities nearest to a place in a straight line; for programs: no page sends where anybody is");
        var tiles = app.MapGroup("/cities/tiles").WithTags("Cities").AllowAnonymous();
        tiles.MapGet("/{set}.json", Describe).WithSummary("A set of vector tiles of all cities, as TileJSON 3.0.0");
        tiles.MapGet("/{set}/{z}/{x}/{y}.mvt", GetTile).WithSummary("One vector tile of all cities; 204 where it is empty");
    }

    private static async Task<Results<Ok<NearestJson>, ProblemHttpResult>> FindNearest(
        string? lon, string? lat, string? count, string? tiers, AllCities cities, Language language, CancellationToken cancel)
    {
        if (ReadPlace(lon, lat) is not { } at)
            return Refuse(language, "lon, lat", "应为经纬度,如 lon=106.23&lat=38.48", "should be degrees, as lon=106.23&lat=38.48");
        if (!int.TryParse(count ?? UsualNearest.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > MostNearest)
            return Refuse(language, "count", $"应为 1 至 {MostNearest} 的整数", $"should be a whole number from 1 to {MostNearest}");
        if (ReadTiers(tiers) is not { } asked)
            return Refuse(language, "tiers", "应为 centre, station, room 中的一个或几个", "should be one or some of centre, station, room");
        var all = await cities.WaitForAll(cancel);
        return TypedResults.Ok(NearestJson.Of(all, at, all.Points.FindNearest(at, asked, most)));
    }

    private static async Task<IResult> Describe(string set, HttpRequest request, AllCities cities, IConfiguration settings, Language language, CancellationToken cancel)
    {
        if (!TileSet.OfAllCities.TryGetValue(set, out var known))
            return TileApi.RefuseSet(set, TileSet.OfAllCities.Keys, language);
        var all = await cities.WaitForAll(cancel);
        var tiles = $"{PageLinks.Root(request)}/cities/tiles/{set}/{{z}}/{{x}}/{{y}}.mvt?v={all.Tag}";
        return TypedResults.Ok(TileJson.Of(known, tiles, all.Bounds, MapWords.OfPoints(all.Networks, settings["Maps:ReviewNumber"], language)));
    }

    private static async Task<IResult> GetTile(
        string set, string z, string x, string y, HttpContext context, AllCities cities, CityMaps maps, Language language, CancellationToken cancel)
    {
        if (!TileSet.OfAllCities.TryGetValue(set, out var known))
            return TileApi.RefuseSet(set, TileSet.OfAllCities.Keys, language);
        if (!TileAddress.TryParse(z, x, y, out var address))
            return TileApi.RefuseAddress(language);
        var all = await cities.WaitForAll(cancel);
        return TileApi.Give(context, all.Tag, () => maps.FindTile(all.Version, known, address, () => all.Draw(known, address)));
    }

    private static LonLat? ReadPlace(string? lon, string? lat) =>
        double.TryParse(lon, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && longitude is >= -180 and <= 180
        && double.TryParse(lat, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && latitude is >= -90 and <= 90
            ? LonLat.Of(longitude, latitude)
            : null;

    private static ImmutableSortedSet<Tier>? ReadTiers(string? tiers)
    {
        if (tiers is null)
            return CoverageQuestion.AllTiers;
        var read = tiers.Split(',').Select(word => WrittenName.TryRead<Tier>(word, out var tier) ? tier : (Tier?)null).ToList();
        return read.Contains(null) ? null : [.. read.OfType<Tier>()];
    }

    private static ProblemHttpResult Refuse(Language language, string field, string zh, string en) => TypedResults.Problem(
        title: language["参数有误", "A parameter is wrong"], detail: language[$"{field}:{zh}。", $"{field} {en}."], statusCode: StatusCodes.Status400BadRequest);
}

/// <summary>The points nearest to a place.</summary>
/// <param name="Version">Of which data.</param>
/// <param name="Points">Nearest first.</param>
public sealed record NearestJson(string Version, IReadOnlyList<NearPointJson> Points)
{
    internal static NearestJson Of(CitiesSnapshot all, LonLat at, IEnumerable<CityPoint> nearest) => new(
        all.Version,
        [
            .. nearest.Select(near => new NearPointJson(
                near.Point.Id.ToString(), near.Point.Name, near.Point.Tier.Written(), near.City.Code.Digits, near.City.Name,
                Math.Round(Geodesic.Distance(at, near.Point.Position!.At).Value, 1), [near.Point.Position.At.Longitude, near.Point.Position.At.Latitude], near.Point.IsIllustrative)),
        ]);
}

/// <summary>One of them.</summary>
/// <param name="Id">Its identifier, unique in its city.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Centre, station or room.</param>
/// <param name="City">The code of its city, below which its page is.</param>
/// <param name="CityName">The city's name.</param>
/// <param name="Metres">How far it is in a straight line over the ellipsoid.</param>
/// <param name="Position">Longitude and latitude.</param>
/// <param name="Illustrative">Whether anything of it stands in for facts.</param>
public sealed record NearPointJson(string Id, string Name, string Tier, string City, string CityName, double Metres, double[] Position, bool Illustrative);
