using System.Collections.Immutable;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Data.Store.Pairing;
using Gis.Web.Finder.Hours;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;
using Gis.Web.Pairing.Months;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Finder.Posters;

/// <summary>The poster of a point, for its door.</summary>
public static class PosterApi
{
    public static void MapPosters(this IEndpointRouteBuilder app) =>
        app.MapGet("/sites/{id}/poster.pdf", Give).WithTags("Finder").AllowAnonymous()
            .WithSummary("The poster of a point for its door, on A4 or A3").Produces<byte[]>(StatusCodes.Status200OK, "application/pdf");

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> Give(
        string id, string? size, CurrentNetwork current, RoundStore rounds, MonthDesk months, OpenNow open, MapFont font, Language language, HttpRequest request, CancellationToken cancel)
    {
        var network = current.Snapshot.Network;
        if (network.FindPoint(id) is not { } point)
            return TypedResults.NotFound();
        if (!WrittenName.TryRead<PosterSize>(size ?? PosterSize.A4.Written(), out var sheet))
            return TypedResults.Problem(title: language["没有这种纸", "There is no such sheet"], detail: string.Join(", ", WrittenName.List<PosterSize>()), statusCode: StatusCodes.Status400BadRequest);
        var pair = point.Tier == Tier.Room ? await rounds.FindPairAsync(point.Area, cancel) : null;
        ImmutableArray<AdviserDay> days = pair is null ? [] : await months.ListDays(pair, open.Today, cancel);
        var address = PageLinks.Whole(request, $"/sites/{point.Id}");
        return TypedResults.File(PosterPdf.Write(Write(network, point, days, language, address), sheet, font), "application/pdf", $"poster-{point.Id}-{sheet.Written()}.pdf");
    }

    private static Poster Write(ServiceNetwork network, ServicePoint point, ImmutableArray<AdviserDay> days, Language language, string address)
    {
        var township = point.Area.Level == AreaLevel.County ? "" : network.FindAreaName(point.Area.Township);
        return new Poster(
            language, point.Name, $"{network.FindAreaName(point.Area.County)} {township}".TrimEnd(),
            [.. Parts(point, days, language).Where(part => !part.Lines.IsEmpty)],
            point.Reception is { Phone.Length: > 0 } reception ? reception.Phone : "12348",
            address,
            network.HasIllustrationOf(point.Area) ? DataNotice.Head(language) : "");
    }

    private static IEnumerable<PosterPart> Parts(ServicePoint point, ImmutableArray<AdviserDay> days, Language language)
    {
        var hours = point.Reception?.Hours;
        yield return new PosterPart(language["哪天开门", "Opening hours"], hours is null
            ? [language["去之前先打电话。", "Call before you go."]]
            : [.. language.Of(hours.Weekly).Split("; "), .. hours.Provenance.IsIllustrative ? [language["(示意)", "(illustrative)"]] : Array.Empty<string>()]);
        yield return new PosterPart(language["法律顾问哪天来", "Days of the legal adviser"], [
            .. days.Select(day => $"{MonthWording.Day(language, day.Day)} {Wording.Clock(day.From)}–{Wording.Clock(day.To)}{(day.HasLecture ? language[" 有法治讲座", " with a lecture"] : "")}"),
        ]);
        yield return new PosterPart(language["能办什么", "What it helps with"], [.. Duties.Of(point.Tier).Select(duty => language[duty.Chinese, duty.English])]);
    }
}
