using Gis.Data.Export;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Siting;

/// <summary>A schedule of building as a file to take along.</summary>
public static class ScheduleApi
{
    private const string Calendar = "text/calendar; charset=utf-8";

    public static void MapSchedule(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/plan").WithTags("Schedule").AllowAnonymous().DescribeQuestion()
            .DescribeParameter("from", JsonSchemaType.String, "The first month of building, as 2027-03; March of next year if not given")
            .DescribeParameter("to", JsonSchemaType.String, "The last month of building; September of next year if not given")
            .DescribeParameter("until", JsonSchemaType.String, "The last month counted; December of next year if not given")
            .DescribeParameter("crews", JsonSchemaType.String, "Points a county finishes in a month, with commas: NUMBER, COUNTY:NUMBER or COUNTY:MONTH:NUMBER; just enough if not given")
            .DescribeParameter("money", JsonSchemaType.String, "Money of a county in a month, written likewise, carried on; no limit if not given")
            .DescribeParameter("cost", JsonSchemaType.String, "Cost of a point, with commas: NUMBER or ID:NUMBER; 1 if not given")
            .DescribeParameter("earliest", JsonSchemaType.String, "ID:MONTH, with commas; so are latest, fixed, was and slips")
            .DescribeParameter("all", JsonSchemaType.String, "yes: every point is built in the window; no: some may be left out")
            .DescribeParameter("now", JsonSchemaType.String, "The current month of a schedule, given in was, that is mended with fewest moves");
        api.MapGet("/schedule.json", GiveAnswer).WithSummary("Which point is finished in which month, with crews and money by county");
        api.MapGet("/schedule.ics", WriteCalendar).WithSummary("The same as a calendar, with the dates of the plan").Produces<byte[]>(StatusCodes.Status200OK, "text/calendar");
        api.MapGet("/schedule.xlsx", WriteWorkbook).WithSummary("The same as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
    }

    private static Results<Ok<ScheduleJson>, ValidationProblem> GiveAnswer(HttpRequest request, ScheduleAnswers answers, Language language)
    {
        var asked = answers.Answer(request.Query, language);
        return asked.Answer is { } answer ? TypedResults.Ok(answer) : AskedCoverage.Refuse(asked.Faults, language);
    }

    private static Results<FileContentHttpResult, ValidationProblem> WriteCalendar(HttpRequest request, ScheduleAnswers answers, Language language, TimeProvider clock)
    {
        var asked = answers.Answer(request.Query, language);
        return asked.Answer is { } answer
            ? TypedResults.File(ScheduleFiles.ToCalendar(answer, language, clock.GetUtcNow()), Calendar, "schedule.ics")
            : AskedCoverage.Refuse(asked.Faults, language);
    }

    private static Results<FileContentHttpResult, ValidationProblem> WriteWorkbook(HttpRequest request, ScheduleAnswers answers, Language language)
    {
        var asked = answers.Answer(request.Query, language);
        return asked.Answer is { } answer
            ? TypedResults.File(ScheduleFiles.ToWorkbook(answer, language), Workbook.MediaType, "schedule.xlsx")
            : AskedCoverage.Refuse(asked.Faults, language);
    }
}
