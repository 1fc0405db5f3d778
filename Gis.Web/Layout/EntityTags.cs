using Microsoft.Net.Http.Headers;

namespace Gis.Web.Layout;

/// <summary>Tags by which an asker names the answers it has.</summary>
internal static class EntityTags
{
    /// <summary>Whether whoever asks has the answer of a tag, packed or plain.</summary>
    internal static bool Has(this HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
}
