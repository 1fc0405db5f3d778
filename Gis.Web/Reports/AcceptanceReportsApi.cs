using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Web.Accounts;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Reports;

/// <summary>The reports of the acceptance as files, for who may read the ledger.</summary>
public static class AcceptanceReportsApi
{
    private const string Pdf = "application/pdf";

    public static void MapAcceptanceReports(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/plan/reports").WithTags("Reports").RequireAuthorization(Rights.Year)
            .DescribeParameter("county", JsonSchemaType.String, "The code of a county; the whole city if not given");
        api.MapGet("/acceptance.pdf", PrintSummary).WithSummary("The summary of the acceptance as a PDF").Produces<byte[]>(StatusCodes.Status200OK, Pdf);
        api.MapGet("/acceptance.xlsx", WriteSummary).WithSummary("The summary of the acceptance as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
        api.MapGet("/evidence.pdf", PrintEvidence).WithSummary("The evidence of the points declared, or of one point, as a PDF").Produces<byte[]>(StatusCodes.Status200OK, Pdf);
        api.MapGet("/evidence.xlsx", WriteEvidence).WithSummary("The same as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> PrintSummary(
        HttpRequest request, AcceptanceReports reports, CurrentNetwork current, MapFont font, Language language, CancellationToken cancel) =>
        Read(request, current, language, out var county, out _) is { } refusal
            ? refusal
            : TypedResults.File(ReportPdf.Write(AcceptanceSummary.Build(await reports.Sum(county, language, cancel), language), font), Pdf, "acceptance.pdf");

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> WriteSummary(
        HttpRequest request, AcceptanceReports reports, CurrentNetwork current, Language language, CancellationToken cancel) =>
        Read(request, current, language, out var county, out _) is { } refusal
            ? refusal
            : TypedResults.File(ReportWorkbook.Write(AcceptanceSummary.Build(await reports.Sum(county, language, cancel), language)), Workbook.MediaType, "acceptance.xlsx");

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> PrintEvidence(
        HttpRequest request, AcceptanceReports reports, CurrentNetwork current, MapFont font, Language language, CancellationToken cancel) =>
        Read(request, current, language, out var county, out var point) is { } refusal
            ? refusal
            : TypedResults.File(ReportPdf.Write(EvidencePack.Build(await reports.Gather(county, point, language, cancel), language), font), Pdf, "evidence.pdf");

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> WriteEvidence(
        HttpRequest request, AcceptanceReports reports, CurrentNetwork current, Language language, CancellationToken cancel) =>
        Read(request, current, language, out var county, out var point) is { } refusal
            ? refusal
            : TypedResults.File(ReportWorkbook.Write(EvidencePack.Build(await reports.Gather(county, point, language, cancel), language)), Workbook.MediaType, "evidence.xlsx");

    private static ValidationProblem? Read(HttpRequest request, CurrentNetwork current, Language language, out County? county, out ServicePoint? point)
    {
        var (network, faults) = (current.Snapshot.Network, new FormFaults());
        (county, point) = (null, null);
        if (request.Query["county"].ToString() is { Length: > 0 } code && (county = network.FindCounty(code)) is null)
            faults.AddUnknownCounty("county", code, language);
        if (request.Query["point"].ToString() is { Length: > 0 } id && (point = network.FindPoint(id)) is null)
            faults.AddUnknownPoint("point", id, language);
        return faults.IsEmpty ? null : AskedCoverage.Refuse(faults, language);
    }
}
