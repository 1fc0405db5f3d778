using System.Net.Mime;
using Gis.Data.Export;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Reports;

/// <summary>Reports as files to take along and to print.</summary>
public static class ReportsApi
{
    public static void AddReports(this IServiceCollection services) => services.AddSingleton<BulletinDesk>().AddSingleton<AcceptanceReports>();

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/plan/reports").WithTags("Reports").AllowAnonymous().DescribeQuestion()
            .DescribeParameter("month", JsonSchemaType.String, "The month, as 2026-11; this month if not given")
            .DescribeParameter("county", JsonSchemaType.String, "The code of a county; the whole city if not given");
        api.MapGet("/bulletin.pdf", PrintBulletin).WithSummary("The monthly bulletin as a PDF of A4 pages").Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Pdf);
        api.MapGet("/bulletin.xlsx", WriteBulletin).WithSummary("The monthly bulletin as a workbook, its totals as formulas")
            .Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> PrintBulletin(
        HttpRequest request, BulletinDesk desk, CityMaps maps, MapFont font, Language language, IConfiguration settings, CancellationToken cancel)
    {
        var (answer, faults) = await desk.AnswerAsync(BulletinForm.Of(request.Query), language, cancel);
        if (answer is null)
            return AskedCoverage.Refuse(faults, language);
        var map = SubjectOf(answer, maps, language, settings);
        var key = ("bulletin", answer.Question.ToString(), answer.AsOf, answer.Entry, answer.Now.Receipt, language, map.ReviewNumber);
        return TypedResults.File(await maps.FindSheets(key, () => ReportPdf.Write(Bulletin.Build(answer, map), font), cancel), MediaTypeNames.Application.Pdf, NameOf(answer, "pdf"));
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> WriteBulletin(
        HttpRequest request, BulletinDesk desk, CityMaps maps, Language language, IConfiguration settings, CancellationToken cancel)
    {
        var (answer, faults) = await desk.AnswerAsync(BulletinForm.Of(request.Query), language, cancel);
        return answer is null
            ? AskedCoverage.Refuse(faults, language)
            : TypedResults.File(ReportWorkbook.Write(Bulletin.Build(answer, SubjectOf(answer, maps, language, settings))), Workbook.MediaType, NameOf(answer, "xlsx"));
    }

    internal static MapSubject SubjectOf(BulletinAnswer answer, CityMaps maps, Language language, IConfiguration settings) =>
        DrawnMapApi.SubjectOf(answer.Now, maps, language, settings) with { County = answer.Question.County };

    private static string NameOf(BulletinAnswer answer, string ending) =>
        $"bulletin-{answer.Question.Month}{(answer.Question.County is { } county ? $"-{county}" : "")}.{ending}";
}
