using System.IO.Compression;
using Gis.Web.Layout;
using Gis.Web.Maps.Base;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gis.Web.Maps;

public static class TileApi
{
    // Every map of ours asks for this set, so that the base map needs no request of its own.
    private const string GroundSet = "areas";

    internal const string MediaType = "application/vnd.mapbox-vector-tile";

    public static void AddMaps(this IServiceCollection services)
    {
        services.AddSingleton<CityMaps>();
        services.AddSingleton<MapFont>();
        services.AddSingleton(provider => BaseMapSettings.Read(provider.GetRequiredService<IConfiguration>()));
    }

    public static void MapTiles(this IEndpointRouteBuilder app)
    {
        var tiles = app.MapGroup("/tiles").WithTags("Maps").AllowAnonymous();
        tiles.MapGet("/{set}.json", Describe).WithSummary("A set of vector tiles, as TileJSON 3.0.0").AddEndpointFilter<DataVersionTag>();
        tiles.MapGet("/base.pmtiles", SendBase).WithSummary("The base map, where it is a file of the data folder; answers ranges");
        tiles.MapGet("/{set}/{z}/{x}/{y}.mvt", GetTile).WithSummary("One vector tile; 204 where it is empty")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaType)
            .Produces(StatusCodes.Status204NoContent)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<TileJson>, ProblemHttpResult> Describe(
        string set, HttpRequest request, CurrentNetwork current, CityMaps maps, BaseMap baseMap, IConfiguration settings, Language language)
    {
        if (!TileSet.All.TryGetValue(set, out var known))
            return RefuseSet(set, TileSet.All.Keys, language);
        var network = current.Snapshot.Network;
        // Tiles are the same in every language, so both pages share one address and one cache.
        var json = TileJson.Of(known, network, maps.CellsOf(network), PageLinks.Root(request), language);
        return TypedResults.Ok(set == GroundSet ? json with { Base = baseMap.Describe(language, PageLinks.Root(request), settings["Maps:ReviewNumber"]) } : json);
    }

    // In ranges, of which a map asks for few.
    private static Results<PhysicalFileHttpResult, ProblemHttpResult> SendBase(BaseMap baseMap, Language language)
    {
        if (baseMap.File is not { } name || new FileInfo(name) is not { Exists: true } file)
            return RefuseBase(language);
        var tag = new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"");
        return TypedResults.PhysicalFile(name, "application/vnd.pmtiles", lastModified: file.LastWriteTimeUtc, entityTag: tag, enableRangeProcessing: true);
    }

    private static IResult GetTile(string set, string z, string x, string y, HttpContext context, CityMaps maps, Language language)
    {
        if (!TileSet.All.TryGetValue(set, out var known))
            return RefuseSet(set, TileSet.All.Keys, language);
        if (!TileAddress.TryParse(z, x, y, out var address))
            return RefuseAddress(language);
        var network = context.RequestServices.GetRequiredService<CurrentNetwork>().Snapshot.Network;
        return Give(context, TileJson.TagOf(network), () => maps.FindTile(network, known, address));
    }

    /// <summary>A tile of data of a version, which the client may have already; 204 where it is empty.</summary>
    internal static IResult Give(HttpContext context, string version, Func<byte[]?> find)
    {
        if (IsKnown(context, version))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return find() is { } tile ? Send(tile, context) : TypedResults.NoContent();
    }

    // Marks the answer and lets it be kept: for good under the address that names the version, else for a minute.
    private static bool IsKnown(HttpContext context, string version)
    {
        var headers = context.Response.GetTypedHeaders();
        var tag = new EntityTagHeaderValue($"\"{version}\"", isWeak: true);
        var isNamed = context.Request.Query["v"] == version;
        headers.ETag = tag;
        var keeping = new CacheControlHeaderValue { Public = true, MaxAge = isNamed ? TimeSpan.FromDays(365) : TimeSpan.FromMinutes(1) };
        if (isNamed)
            keeping.Extensions.Add(new NameValueHeaderValue("immutable"));
        headers.CacheControl = keeping;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        return context.Request.Has(tag);
    }

    private static IResult Send(byte[] tile, HttpContext context)
    {
        if (!context.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality != 0))
            return TypedResults.Stream(new GZipStream(new MemoryStream(tile), CompressionMode.Decompress), MediaType);
        context.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(tile, MediaType);
    }

    internal static ProblemHttpResult RefuseSet(string set, IEnumerable<string> known, Language language) => TypedResults.Problem(
        title: language["没有这组图层", "There is no such set of layers"],
        detail: language[$"“{set}”不在其中:", $"'{set}' is none of: "] + string.Join(", ", known),
        statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult RefuseBase(Language language) => TypedResults.Problem(
        title: language["没有底图文件", "There is no file of a base map"],
        detail: language["底图未设置,或不在本服务器上。", "No base map is set, or it is not on this server."],
        statusCode: StatusCodes.Status404NotFound);

    internal static ProblemHttpResult RefuseAddress(Language language) => TypedResults.Problem(
        title: language["没有这块瓦片", "There is no such tile"],
        detail: language[
            $"层级为 0 至 {TileAddress.DeepestZoom},行列号从 0 起,小于 2 的层级次方。",
            $"The zoom is from 0 to {TileAddress.DeepestZoom}, column and row from 0 and below 2 to the power of the zoom."],
        statusCode: StatusCodes.Status404NotFound);
}
