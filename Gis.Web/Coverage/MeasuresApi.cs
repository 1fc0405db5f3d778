using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Coverage;

public static class MeasuresApi
{
    public static void MapMeasures(this IEndpointRouteBuilder app) => app.MapGroup("/api").WithTags("Coverage").AllowAnonymous().AddEndpointFilter<DataVersionTag>()
        .MapGet("/coverage/measures", Measure)
        .WithSummary("Every measure of a question: curve, unevenness, backup, access to hours, the three-way split, the plan's three shortages")
        .DescribeQuestion()
        .DescribeParameter("centreHours", JsonSchemaType.Number, "Hours a month of a centre's duty lawyer where none are reported; 168 if not given")
        .DescribeParameter("stationHours", JsonSchemaType.Number, "Hours a month of a station where none are reported; 0 if not given")
        .DescribeParameter("roomHours", JsonSchemaType.Number, "Hours a month of a room's adviser where none are reported; 4 if not given")
        .DescribeParameter("perHour", JsonSchemaType.Integer, "Residents that one hour a month serves; 1000 if not given, an assumption without a source")
        .DescribeParameter("tau", JsonSchemaType.Number, "RAAM: the trip in minutes worth as much as the mean crowding; 60 if not given")
        .DescribeParameter("zones", JsonSchemaType.String, "E2SFCA: zones as minutes:weight with commas; 10:1,20:0.68,30:0.22 if not given")
        .DescribeParameter("zones3", JsonSchemaType.String, "3SFCA: zones as minutes:weight with commas; 10:0.962,20:0.704,30:0.377,60:0.042 if not given");

    private static Results<Ok<MeasuresJson>, ValidationProblem> Measure(HttpRequest request, CurrentNetwork current, Language language)
    {
        var snapshot = current.Snapshot;
        var question = CoverageForm.Of(request.Query).Read(snapshot.Network, language, out var faults);
        var settings = MeasuresForm.Of(request.Query).Read(language, faults);
        if (question is null || settings is null)
            return AskedCoverage.Refuse(faults, language);

        var measures = snapshot.Measure(question, settings);
        var receipt = snapshot.ReceiptFor(measures.Coverage.Question);
        return TypedResults.Ok(MeasuresJson.Of(
            measures.Coverage.Network, measures, receipt with { Question = receipt.Question + MeasuresForm.Written(settings) }, new ShortageWords(language)));
    }
}
