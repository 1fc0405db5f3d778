using Gis.Web.Network;

namespace Gis.Web.Finder.Embedding;

/// <summary>The points for other programs.</summary>
public static class EmbeddingApi
{
    public static void MapEmbedding(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/hsds/services", (CurrentNetwork current) => TypedResults.Ok(Hsds.List(current.Snapshot.Network))).WithTags("Finder").AllowAnonymous().AddEndpointFilter<DataVersionTag>()
            .WithSummary("The points as Open Referral HSDS 3.0 has services, without what only illustrates");
}
