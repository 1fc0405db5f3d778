using System.Net.Mime;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Data.Export;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Pairing;

/// <summary>Rounds for other programs, and as files to take along.</summary>
public static class RoundApi
{
    public static void MapPairing(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/plan/pairing/{id}").WithTags("Pairing").RequireAuthorization(Rights.Pairing);
        api.MapGet("/pairs.xlsx", (string id, RoundDesk desk, Language language, CancellationToken cancel) =>
            Give(id, desk, view => view.Round.Proposal is null ? null : RoundFiles.ToWorkbook(view, language), Workbook.MediaType, "pairs.xlsx", cancel))
            .WithSummary("The pairing proposed as a workbook").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
        api.MapGet("/pairs.csv", (string id, RoundDesk desk, CancellationToken cancel) =>
            Give(id, desk, view => view.Round.Proposal is null ? null : RoundFiles.ToCsv(view), MediaTypeNames.Text.Csv, "pairs.csv", cancel))
            .WithSummary("The pairing proposed as CSV").Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Text.Csv);
        api.MapGet("/wishes.xlsx", (string id, RoundDesk desk, Language language, CancellationToken cancel) =>
            Give(id, desk, view => RoundFiles.WishesToWorkbook(view, language), Workbook.MediaType, "wishes.xlsx", cancel))
            .WithSummary("The wishes handed in, as the list that may be brought back").Produces<byte[]>(StatusCodes.Status200OK, Workbook.MediaType);
        api.MapGet("/missing.csv", (string id, string? side, RoundDesk desk, CancellationToken cancel) =>
            Give(id, desk, view => WrittenName.TryRead<PairingSide>(side, out var read) ? RoundFiles.MissingToCsv(view, read) : null, MediaTypeNames.Text.Csv, "missing.csv", cancel))
            .WithSummary("Who has handed in no wishes: side is village or firm").Produces<byte[]>(StatusCodes.Status200OK, MediaTypeNames.Text.Csv);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Give(
        string id, RoundDesk desk, Func<RoundView, byte[]?> write, string mediaType, string name, CancellationToken cancel) =>
        await desk.Read(id, cancel) is { } view && write(view) is { } file ? TypedResults.File(file, mediaType, name) : TypedResults.NotFound();
}
