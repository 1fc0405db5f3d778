using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Maps;

/// <summary>The endpoints of a comparison: its picture, and the change of each village.</summary>
public static class DifferenceMapApi
{
    public static void MapComparison(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Coverage").AllowAnonymous().AddEndpointFilter<DataVersionTag>();
        api.MapGet("/coverage/compare", List).WithSummary("What changes between two answers, by village, and who is won and lost")
            .DescribeComparison();
        var maps = app.MapGroup("/maps").WithTags("Maps").AllowAnonymous().AddEndpointFilter<DataVersionTag>();
        maps.MapGet("/difference.png", Draw).WithSummary("What changes between two answers, as a picture drawn on the server")
            .DescribeComparison()
            .Produces<byte[]>(StatusCodes.Status200OK, "image/png");
    }

    private static TBuilder DescribeComparison<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints
        .DescribeParameter("a", Microsoft.OpenApi.JsonSchemaType.String, "The first question as it stands in a link, escaped; the network as it is if not given")
        .DescribeParameter("b", Microsoft.OpenApi.JsonSchemaType.String, "The second question, escaped; thirty minutes on foot if not given");

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> Draw(
        HttpRequest request, CurrentNetwork current, CityMaps maps, MapFont font, Language language, IConfiguration settings, CancellationToken cancel)
    {
        var compared = ComparedCoverage.Read(request.Query, current.Snapshot, language, out var faults);
        var size = DrawnMapApi.ReadSize(request.Query, language, faults);
        if (!faults.IsEmpty)
            return AskedCoverage.Refuse(faults, language);
        return TypedResults.File(await maps.FindDrawing(compared.SubjectOf(maps, language, settings["Maps:ReviewNumber"]), size, font, cancel), "image/png");
    }

    private static Results<Ok<ComparisonJson>, ValidationProblem> List(HttpRequest request, CurrentNetwork current, Language language)
    {
        var compared = ComparedCoverage.Read(request.Query, current.Snapshot, language, out var faults);
        return faults.IsEmpty ? TypedResults.Ok(ComparisonJson.Of(compared)) : AskedCoverage.Refuse(faults, language);
    }

    private static DifferenceSubject SubjectOf(this ComparedCoverage compared, CityMaps maps, Language language, string? reviewNumber)
    {
        return new(Of(compared.Before), Of(compared.After), compared.Change);

        MapSubject Of(AskedCoverage asked) => new(asked.Answer.Network, maps.CellsOf(asked.Ground), asked.Answer, asked.Receipt, language, reviewNumber);
    }
}
