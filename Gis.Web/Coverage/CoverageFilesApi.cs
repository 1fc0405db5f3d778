using Gis.Data.Export;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Coverage;

/// <summary>A coverage answer as a file to take along.</summary>
public static class CoverageFilesApi
{
    private const string GeoJson = "application/geo+json";
    private const string GeoPackage = "application/geopackage+sqlite3";

    public static void MapCoverageFiles(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Coverage").AllowAnonymous().AddEndpointFilter<DataVersionTag>().DescribeQuestion();
        api.MapGet("/coverage.xlsx", WriteWorkbook).WithSummary("The answer as a workbook: notes, totals, counties, townships, villages, gaps, candidates")
            .Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
        api.MapGet("/coverage.geojson", WriteGeoJson).WithSummary("The villages with what they reach, as GeoJSON")
            .Produces<byte[]>(StatusCodes.Status200OK, GeoJson);
        api.MapGet("/coverage.gpkg", WriteGeoPackage).WithSummary("The answer as a GeoPackage: villages, service areas, points, counties and townships")
            .Produces<byte[]>(StatusCodes.Status200OK, GeoPackage);
    }

    private static Results<FileContentHttpResult, ValidationProblem> WriteWorkbook(HttpRequest request, CurrentNetwork current, Language language) =>
        AskedCoverage.Read(request, current, language, out var faults) is { } asked
            ? TypedResults.File(new CoverageWorkbook(asked, language).Write(), Workbook.MediaType, "coverage.xlsx")
            : AskedCoverage.Refuse(faults, language);

    private static Results<FileContentHttpResult, ValidationProblem> WriteGeoJson(HttpRequest request, CurrentNetwork current, Language language) =>
        AskedCoverage.Read(request, current, language, out var faults) is { } asked
            ? TypedResults.File(CoverageGeoJson.Write(asked.Answer, asked.Receipt), GeoJson, "coverage.geojson")
            : AskedCoverage.Refuse(faults, language);

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> WriteGeoPackage(
        HttpRequest request, CurrentNetwork current, CityMaps maps, Language language, CancellationToken cancel)
    {
        if (AskedCoverage.Read(request, current, language, out var faults) is not { } asked)
            return AskedCoverage.Refuse(faults, language);

        // SQLite writes files only.
        var folder = Directory.CreateTempSubdirectory("coverage-");
        try
        {
            var file = Path.Combine(folder.FullName, "coverage.gpkg");
            await CoverageGeoPackage.WriteAsync(asked.Answer, asked.Receipt, maps.CellsOf(asked.Ground).Villages, file);
            return TypedResults.File(await File.ReadAllBytesAsync(file, cancel), GeoPackage, "coverage.gpkg");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
