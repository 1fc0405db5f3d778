using System.Net.Mime;
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
    public static void MapAcceptanceReports(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/plan/reports").WithTags("Reports").RequireAuthorization(Rights.Year)
            .DescribeParameter("county", JsonSchemaType.String, "The code of a county; the whole city if not given");
        api.MapGet("/acceptance.pdf", PrintSummary).WithSummary("The summary of the acceptance as a PDF").Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Pdf);
        api.MapGet("/acceptance.xlsx", WriteSummary).WithSummary("The summary of the acceptance as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
        api.MapGet("/evidence.pdf", PrintEvidence).WithSummary("The evidence of the points declared, or of one point, as a PDF").Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Pdf);
        api.MapGet("/evidence.xlsx", WriteEvidence).WithSummary("The same as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
    }

    private static Task<Results<FileContentHttpResult, ValidationProblem>> PrintSummary(
        HttpRequest request, AcceptanceReports reports, CurrentNetwork current, MapFont font, Language language, CancellationToken cancel) =>
        Answer(request, current, language, async (county, _) =>
            Pdf(AcceptanceSummary.Build(await reports.Sum(county, language, cancel), language), font, "acceptance"));

    private static Task<Results<FileContentHttpResult, ValidationProblem>> WriteSummary(
        HttpRequest request, AcceptanceReports reports, CurrentNetwork current, Language language, CancellationToken cancel) =>
        Answer(request, current, language, async (county, _) =>
            Xlsx(AcceptanceSummary.Build(await reports.Sum(county, language, cancel), language), "acceptance"));

    private static Task<Results<FileContentHttpResult, ValidationProblem>> PrintEvidence(
        HttpRequest request, AcceptanceReports reports, CurrentNetwork current, MapFont font, Language language, CancellationToken cancel) =>
        Answer(request, current, language, async (county, point) =>
            Pdf(EvidencePack.Build(await reports.Gather(county, point, draws: true, language, cancel), language), font, "evidence"));

    private static Task<Results<FileContentHttpResult, ValidationProblem>> WriteEvidence(
        HttpRequest request, AcceptanceReports reports, CurrentNetwork current, Language language, CancellationToken cancel) =>
        Answer(request, current, language, async (county, point) =>
            Xlsx(EvidencePack.Build(await reports.Gather(county, point, draws: false, language, cancel), language), "evidence"));

    private static FileContentHttpResult Pdf(Report report, MapFont font, string name) =>
        TypedResults.File(ReportPdf.Write(report, font), MediaTypeNames.Application.Pdf, $"{name}.pdf");

    private static FileContentHttpResult Xlsx(Report report, string name) => TypedResults.File(ReportWorkbook.Write(report), Workbook.MediaType, $"{name}.xlsx");

    // Asks which county or point is meant, and writes the file if that can be told.
    private static async Task<Results<FileContentHttpResult, ValidationProblem>> Answer(
        HttpRequest request, CurrentNetwork current, Language language, Func<County?, ServicePoint?, Task<FileContentHttpResult>> write)
    {
        var (network, faults) = (current.Snapshot.Network, new FormFaults());
        var (county, point) = ((County?)null, (ServicePoint?)null);
        if (request.Query["county"].ToString() is { Length: > 0 } code && (county = network.FindCounty(code)) is null)
            faults.AddUnknownCounty("county", code, language);
        if (request.Query["point"].ToString() is { Length: > 0 } id && (point = network.FindPoint(id)) is null)
            faults.AddUnknownPoint("point", id, language);
        return faults.IsEmpty ? await write(county, point) : AskedCoverage.Refuse(faults, language);
    }
}
