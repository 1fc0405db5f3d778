using System.Globalization;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Maps;

public static class DrawnMapApi
{
    public static void MapDrawnMaps(this IEndpointRouteBuilder app)
    {
        var maps = app.MapGroup("/maps").WithTags("Maps").AddEndpointFilter<DataVersionTag>();
        maps.MapGet("/coverage.png", DrawCoverage).WithSummary("The coverage map as a picture, drawn on the server")
            .Produces<byte[]>(StatusCodes.Status200OK, "image/png")
            .DescribeQuestion()
            .DescribeParameter("width", JsonSchemaType.Integer, Pixels(SheetSize.Least.Width, SheetSize.Most.Width, SheetSize.Default.Width))
            .DescribeParameter("height", JsonSchemaType.Integer, Pixels(SheetSize.Least.Height, SheetSize.Most.Height, SheetSize.Default.Height));
    }

    private static string Pixels(int least, int most, int standard) => $"Pixels from {least} to {most}; {standard} if not given";

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> DrawCoverage(
        HttpRequest request, CurrentNetwork current, CityMaps maps, MapFont font, Language language, IConfiguration settings, CancellationToken cancel)
    {
        var snapshot = current.Snapshot;
        var question = CoverageForm.Of(request.Query).Read(snapshot.Network, language, out var faults);
        var size = ReadSize(request.Query, language, faults);
        if (question is null || !faults.IsEmpty)
            return TypedResults.ValidationProblem(faults.ToDictionary(), title: language["问题填写有误", "The question is not right"]);

        var answer = snapshot.Measure(question);
        var subject = new MapSubject(answer.Network, maps.CellsOf(snapshot.Network), answer, language, settings["Maps:ReviewNumber"]);
        return TypedResults.File(await maps.FindDrawing(subject, size, font, cancel), "image/png");
    }

    private static SheetSize ReadSize(IQueryCollection query, Language language, FormFaults faults)
    {
        var width = Read("width", SheetSize.Default.Width, SheetSize.Least.Width, SheetSize.Most.Width);
        return new SheetSize(width, Read("height", SheetSize.Default.Height, SheetSize.Least.Height, SheetSize.Most.Height));

        int Read(string field, int standard, int least, int most)
        {
            if (!query.TryGetValue(field, out var text))
                return standard;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels >= least && pixels <= most)
                return pixels;
            faults.Add(field, text.ToString(), language[$"应为像素数,{least} 至 {most}", $"pixels from {least} to {most}"]);
            return standard;
        }
    }
}
