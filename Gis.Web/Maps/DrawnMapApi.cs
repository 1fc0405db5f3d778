using System.Globalization;
using System.Net.Mime;
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
        var maps = app.MapGroup("/maps").WithTags("Maps").AllowAnonymous().AddEndpointFilter<DataVersionTag>();
        maps.MapGet("/coverage.png", DrawCoverage).WithSummary("The coverage map as a picture, drawn on the server")
            .Produces<byte[]>(StatusCodes.Status200OK, "image/png")
            .DescribeQuestion()
            .DescribeParameter("width", JsonSchemaType.Integer, Pixels(SheetSize.Least.Width, SheetSize.Most.Width, SheetSize.Default.Width))
            .DescribeParameter("height", JsonSchemaType.Integer, Pixels(SheetSize.Least.Height, SheetSize.Most.Height, SheetSize.Default.Height));
        maps.MapGet("/coverage.pdf", PrintCoverage).WithSummary("The coverage map and its numbers as a PDF of two A4 pages")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Application.Pdf)
            .DescribeQuestion();
    }

    private static string Pixels(int least, int most, int standard) => $"Pixels from {least} to {most}; {standard} if not given";

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> DrawCoverage(
        HttpRequest request, CurrentNetwork current, CityMaps maps, MapFont font, Language language, IConfiguration settings, CancellationToken cancel)
    {
        var asked = AskedCoverage.Read(request, current, language, out var faults);
        var size = ReadSize(request.Query, language, faults);
        if (asked is null || !faults.IsEmpty)
            return AskedCoverage.Refuse(faults, language);
        return TypedResults.File(await maps.FindDrawing(SubjectOf(asked, maps, language, settings), size, font, cancel), "image/png");
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> PrintCoverage(
        HttpRequest request, CurrentNetwork current, CityMaps maps, MapFont font, Language language, IConfiguration settings, CancellationToken cancel)
    {
        if (AskedCoverage.Read(request, current, language, out var faults) is not { } asked)
            return AskedCoverage.Refuse(faults, language);
        var sheets = await maps.FindSheets(SubjectOf(asked, maps, language, settings), font, cancel);
        return TypedResults.File(sheets, MediaTypeNames.Application.Pdf, "coverage.pdf");
    }

    internal static MapSubject SubjectOf(AskedCoverage asked, CityMaps maps, Language language, IConfiguration settings) =>
        new(asked.Answer.Network, maps.CellsOf(asked.Ground), asked.Answer, asked.Receipt, language, settings["Maps:ReviewNumber"]);

    internal static SheetSize ReadSize(IQueryCollection query, Language language, FormFaults faults)
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
