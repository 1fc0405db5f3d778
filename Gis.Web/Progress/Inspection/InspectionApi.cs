using Gis.Core.Network;
using Gis.Core.Progress.Inspection;
using Gis.Data.Export;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Progress.Inspection;

/// <summary>An inspection's day tours as data and as files to take along.</summary>
public static class InspectionApi
{
    private const string Calendar = "text/calendar; charset=utf-8";

    public static void MapInspections(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/plan").WithTags("Inspections").AllowAnonymous()
            .DescribeParameter("kind", JsonSchemaType.String, $"Which inspection of the year: {string.Join(", ", WrittenName.List<InspectionKind>())}; {InspectionForm.DefaultKind} if not given")
            .DescribeParameter("from", JsonSchemaType.String, "The first day, as 2026-11-11; as the plan has it if not given")
            .DescribeParameter("stages", JsonSchemaType.String, "The stages looked at, with commas; by kind if not given")
            .DescribeParameter("area", JsonSchemaType.String, "The code of a county; all if not given")
            .DescribeParameter("base", JsonSchemaType.String, "Where teams set out: county (its centre) or city (its first centre); county if not given")
            .DescribeParameter("teams", JsonSchemaType.Integer, $"Teams of each county, or of the city where all is planned together, from 1 to {InspectionReader.MostTeams}; 1 if not given")
            .DescribeParameter("hours", JsonSchemaType.Number, $"Hours a team may be away, noon not counted, exactly as long fits; from 1 to {InspectionReader.MostHours}, 8 if not given")
            .DescribeParameter("centre", JsonSchemaType.Number, "Minutes of looking at a centre; 90 if not given. So are station, 60, and room, 40")
            .DescribeParameter("start", JsonSchemaType.String, "When teams set out, as 08:30")
            .DescribeParameter("noon", JsonSchemaType.Number, "Minutes of rest before the first stop that is reached at twelve or later; 60 if not given")
            .DescribeParameter("by", JsonSchemaType.String, "The last day there is; as many as it takes if not given")
            .DescribeParameter("without", JsonSchemaType.String, "Ids of points to leave out, with commas");
        api.MapGet("/inspections", GiveAnswer).WithSummary("Who looks at which points on which day, by car: fewest day tours, then least driving");
        api.MapGet("/inspections.ics", WriteCalendar).WithSummary("The same as a calendar").Produces<byte[]>(StatusCodes.Status200OK, "text/calendar");
        api.MapGet("/inspections.xlsx", WriteWorkbook).WithSummary("The same as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
    }

    private static async Task<Results<Ok<InspectionJson>, ValidationProblem>> GiveAnswer(HttpRequest request, InspectionAnswers answers, Language language, CancellationToken cancel)
    {
        var asked = await answers.Answer(request.Query, language, cancel);
        return asked.Answer is { } answer ? TypedResults.Ok(answer) : AskedCoverage.Refuse(asked.Faults, language);
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> WriteCalendar(HttpRequest request, InspectionAnswers answers, Language language, TimeProvider clock, CancellationToken cancel)
    {
        var asked = await answers.Answer(request.Query, language, cancel);
        return asked.Answer is { } answer
            ? TypedResults.File(InspectionFiles.ToCalendar(answer, language, clock.GetUtcNow()), Calendar, "inspections.ics")
            : AskedCoverage.Refuse(asked.Faults, language);
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> WriteWorkbook(HttpRequest request, InspectionAnswers answers, Language language, CancellationToken cancel)
    {
        var asked = await answers.Answer(request.Query, language, cancel);
        return asked.Answer is { } answer
            ? TypedResults.File(InspectionFiles.ToWorkbook(answer, language), Workbook.MediaType, "inspections.xlsx")
            : AskedCoverage.Refuse(asked.Faults, language);
    }
}
