using System.Net.Mime;
using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Web.Accounts;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;
using Gis.Web.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Pairing.Duty;

/// <summary>Statements of service as files.</summary>
public static class DutyApi
{
    public static void MapDuty(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/plan/pairing").WithTags("Pairing").RequireAuthorization(Rights.Pairing)
            .DescribeParameter("by", JsonSchemaType.String, "firm or county; firm if not given")
            .DescribeParameter("from", JsonSchemaType.String, "The first month, as 2027-01; this month if not given")
            .DescribeParameter("to", JsonSchemaType.String, "The last month, included; this month if not given");
        api.MapGet("/statement.xlsx", (HttpRequest request, DutyDesk desk, CurrentNetwork current, Language language, CancellationToken cancel) =>
            Answer(request, desk, current, null, language, ToWorkbook, cancel))
            .WithSummary("What firms or counties did as village advisers, as a workbook with live totals").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
        api.MapGet("/statement.pdf", (HttpRequest request, DutyDesk desk, CurrentNetwork current, MapFont font, Language language, CancellationToken cancel) =>
            Answer(request, desk, current, null, language, report => ToPdf(report, font), cancel))
            .WithSummary("The same as a PDF").Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Pdf);
        app.MapGet("/firm/statement.xlsx", GiveOwn).WithTags("Pairing").RequireAuthorization(Rights.Firm)
            .WithSummary("What the own firm did, visit by visit, as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem, NotFound>> GiveOwn(
        HttpRequest request, DutyDesk desk, CurrentNetwork current, Visitor visitor, Language language, CancellationToken cancel) =>
        current.Snapshot.Network.FindFirm(visitor.Account!.Scope) is { } own
            ? await Answer(request, desk, current, own, language, ToWorkbook, cancel)
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, ValidationProblem, NotFound>> Answer(
        HttpRequest request, DutyDesk desk, CurrentNetwork current, Firm? own, Language language, Func<Report, FileContentHttpResult> write, CancellationToken cancel)
    {
        var faults = new FormFaults();
        var question = DutyQuestion.Read(request.Query, desk.Now, language, faults);
        if (!faults.IsEmpty)
            return AskedCoverage.Refuse(faults, language);
        var view = await desk.Read(question.First, question.Last, own?.Id, null, cancel);
        return write(DutyStatement.Build(StatementAnswer.Of(question, view, current.Snapshot.Network, own, language), language));
    }

    private static FileContentHttpResult ToWorkbook(Report report) => TypedResults.File(ReportWorkbook.Write(report), Workbook.MediaType, "statement.xlsx");

    private static FileContentHttpResult ToPdf(Report report, MapFont font) => TypedResults.File(ReportPdf.Write(report, font), MediaTypeNames.Application.Pdf, "statement.pdf");
}
