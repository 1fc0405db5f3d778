using Gis.Data.Store.Progress;
using Gis.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gis.Web.Progress;

/// <summary>Photographs and papers, for who may read the ledger.</summary>
public static class EvidenceApi
{
    public static void MapEvidence(this IEndpointRouteBuilder app) =>
        app.MapGet("/plan/evidence/{id}", Give).RequireAuthorization(Rights.Year).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> Give(string id, EvidenceStore evidence, HttpResponse response, CancellationToken cancel)
    {
        if (await evidence.FindAsync(id, cancel) is not { Removed: null } piece || await evidence.LoadAsync(id, cancel) is not { } content)
            return TypedResults.NotFound();
        response.Headers.CacheControl = "private, no-store";
        // A paper is taken along, never opened among the pages; a picture was drawn by this program.
        var disposition = new ContentDispositionHeaderValue(piece.IsPicture ? "inline" : "attachment");
        disposition.SetHttpFileName(piece.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.File(content, piece.MediaType);
    }
}
