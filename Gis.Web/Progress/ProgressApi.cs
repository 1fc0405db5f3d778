using Gis.Data.Export;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Progress;

/// <summary>The year for other programs.</summary>
public static class ProgressApi
{
    public static void MapProgress(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/plan").WithTags("Progress").AllowAnonymous()
            .DescribeParameter("target", JsonSchemaType.String, "The stage counted: built (the default), declared, city-accepted or province-accepted")
            .DescribeParameter("county", JsonSchemaType.String, "The code of a county; the whole city if not given");
        api.MapGet("/progress", Give).WithSummary("Plan, actual and forecast of the year, counties, and what is late");
        api.MapGet("/progress.xlsx", WriteWorkbook).WithSummary("The same as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
    }

    private static async Task<Results<Ok<ProgressJson>, ValidationProblem>> Give(HttpRequest request, YearDesk desk, CurrentNetwork current, Language language, CancellationToken cancel)
    {
        var network = current.Snapshot.Network;
        return ProgressQuestion.Read(request.Query, network, language, out var faults) is { } question
            ? TypedResults.Ok(ProgressJson.Of(network, await desk.Read(cancel), question))
            : AskedCoverage.Refuse(faults, language);
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> WriteWorkbook(
        HttpRequest request, YearDesk desk, CurrentNetwork current, Language language, CancellationToken cancel)
    {
        var network = current.Snapshot.Network;
        return ProgressQuestion.Read(request.Query, network, language, out var faults) is { } question
            ? TypedResults.File(ProgressFiles.ToWorkbook(network, await desk.Read(cancel), question, language), Workbook.MediaType, "progress.xlsx")
            : AskedCoverage.Refuse(faults, language);
    }
}
