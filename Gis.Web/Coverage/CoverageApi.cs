using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Coverage;

public static class CoverageApi
{
    public static void MapCoverage(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Coverage").AllowAnonymous().AddEndpointFilter<DataVersionTag>().DescribeQuestion();
        api.MapGet("/coverage", Measure).WithSummary("Who is within reach, who is not, and what would help");
        api.MapGet("/coverage.csv", Export).WithSummary("The same answer as a table of city, counties, townships and villages")
            .Produces<byte[]>(StatusCodes.Status200OK, "text/csv");
        api.MapGet("/coverage/minutes", ListMinutes).WithSummary("Minutes from each village to its nearest open point");
        api.MapGet("/coverage/cases", MeasureCases).WithSummary("Who is within reach in all of several cases, or in enough of them")
            .DescribeParameter("case", JsonSchemaType.String, $"Kinds of case, with commas or several times, each with :mode if it is another: {string.Join(", ", WrittenName.List<CaseKind>())}")
            .DescribeParameter("need", JsonSchemaType.Number, $"The share of the cases in which a village must be covered, above 0, exactly the share is enough; {CaseForm.DefaultNeed} if not given");
    }

    private static Results<Ok<CoverageJson>, ValidationProblem> Measure(HttpRequest request, CurrentNetwork current, Language language) =>
        AskedCoverage.Read(request, current, language, out var faults) is { } asked
            ? TypedResults.Ok(CoverageJson.Of(asked.Answer, asked.Receipt))
            : AskedCoverage.Refuse(faults, language);

    private static Results<FileContentHttpResult, ValidationProblem> Export(HttpRequest request, CurrentNetwork current, Language language)
    {
        if (AskedCoverage.Read(request, current, language, out var faults) is not { } asked)
            return AskedCoverage.Refuse(faults, language);

        var table = CoverageTable.Write(asked.Answer, asked.Receipt);
        return TypedResults.File(table.ToBytes(), "text/csv; charset=utf-8", "coverage.csv");
    }

    private static Results<Ok<MinutesJson>, ValidationProblem> ListMinutes(HttpRequest request, CurrentNetwork current, Language language)
    {
        if (AskedCoverage.Read(request, current, language, out var faults) is not { } asked)
            return AskedCoverage.Refuse(faults, language);

        var minutes = asked.Ground.Villages.Zip(asked.Answer.Villages)
            .Where(pair => pair.Second.Nearest is not null)
            .ToDictionary(pair => pair.First.Code.Digits, pair => pair.Second.Nearest!.Value.Time.Value);
        return TypedResults.Ok(new MinutesJson(minutes));
    }

    private static Results<Ok<CasesJson>, ValidationProblem> MeasureCases(HttpRequest request, CurrentNetwork current, Language language)
    {
        var (snapshot, form) = (current.Snapshot, CaseForm.Of(request.Query));
        return CoverageForm.Of(request.Query).Read(snapshot.Network, language, out var faults) is { } question
            && form.Measure(snapshot, question, language, faults) is { } answer
            ? TypedResults.Ok(CasesJson.Of(snapshot.Network, answer, snapshot.ReceiptFor(answer, form.ToString())))
            : AskedCoverage.Refuse(faults, language);
    }
}

/// <summary>Minutes by village code; a village that reaches no open point is not there.</summary>
public sealed record MinutesJson(IReadOnlyDictionary<string, double> Minutes);
