using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Data.Store;
using Gis.Web.Accounts;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.History;

/// <summary>Past versions of the network as files and as a map.</summary>
public static class VersionApi
{
    private const string Csv = "text/csv";
    private const string GeoPackage = "application/geopackage+sqlite3";
    private const string Png = "image/png";

    public static void MapVersions(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/versions/{version:long}").WithTags("History").RequireAuthorization(Rights.History);
        api.MapGet("/points.csv", WritePoints).WithSummary("The points as of a version").Produces<byte[]>(StatusCodes.Status200OK, Csv);
        api.MapGet("/villages.csv", WriteVillages).WithSummary("The villages as of a version").Produces<byte[]>(StatusCodes.Status200OK, Csv);
        api.MapGet("/staff.csv", WriteStaff).WithSummary("The posts as of a version").Produces<byte[]>(StatusCodes.Status200OK, Csv);
        api.MapGet("/network.gpkg", WritePackage).WithSummary("The whole network as of a version").Produces<byte[]>(StatusCodes.Status200OK, GeoPackage);
        var maps = app.MapGroup("/maps/versions").WithTags("History").RequireAuthorization(Rights.History);
        maps.MapGet("/{version:long}.png", Draw).WithSummary("The coverage map as of a version").Produces<byte[]>(StatusCodes.Status200OK, Png);
    }

    private static Task<Results<FileContentHttpResult, NotFound>> WritePoints(long version, PastNetworks past, CancellationToken cancel) =>
        WriteTable(version, past, CsvExport.WritePoints, "points", cancel);

    private static Task<Results<FileContentHttpResult, NotFound>> WriteVillages(long version, PastNetworks past, CancellationToken cancel) =>
        WriteTable(version, past, CsvExport.WriteVillages, "villages", cancel);

    private static Task<Results<FileContentHttpResult, NotFound>> WriteStaff(long version, PastNetworks past, CancellationToken cancel) =>
        WriteTable(version, past, CsvExport.WriteStaff, "staff", cancel);

    private static async Task<Results<FileContentHttpResult, NotFound>> WriteTable(
        long version, PastNetworks past, Func<ServiceNetwork, CsvText> write, string name, CancellationToken cancel) =>
        await past.Find(version, cancel) is { Network: var network }
            ? TypedResults.File(write(network).ToBytes(), Csv + "; charset=utf-8", $"{name}-{version}.csv")
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> WritePackage(long version, PastNetworks past, GisStore store, CancellationToken cancel)
    {
        if (await past.Find(version, cancel) is not { Network: var network })
            return TypedResults.NotFound();
        var line = (await store.ListVersionsAsync(cancel)).First(each => each.Sequence == version);
        var folder = Directory.CreateTempSubdirectory("gis-version-");
        try
        {
            var file = Path.Combine(folder.FullName, "version.gpkg");
            await GeoPackageExport.WriteAsync(network.Parts, line, file, cancel);
            // Read whole before it goes: a city is a few megabytes.
            return TypedResults.File(await File.ReadAllBytesAsync(file, cancel), GeoPackage, $"network-{version}.gpkg");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Draw(
        long version, PastNetworks past, CityMaps maps, MapFont font, Language language, IConfiguration settings, CancellationToken cancel)
    {
        if (await past.Find(version, cancel) is not { } then)
            return TypedResults.NotFound();
        var asked = AskedCoverage.Of(then, new CoverageForm().Read(then.Network, language, out _)!);
        return TypedResults.File(await maps.FindDrawing(DrawnMapApi.SubjectOf(asked, maps, language, settings), SheetSize.Default, font, cancel), Png);
    }
}
