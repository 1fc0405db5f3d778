using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Finder.Phone;

/// <summary>
/// The script that answers for the pages while there is no network. It is served at the root, since a browser lets it see only what
/// lies under its own address, and never kept, since a stale one would keep stale pages.
/// </summary>
public static class OfflineWorker
{
    internal static Results<FileStreamHttpResult, NotFound> Give(IWebHostEnvironment environment, HttpResponse response)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("dist/sw.js");
        if (!file.Exists)
            return TypedResults.NotFound();
        response.Headers.CacheControl = "no-cache";
        return TypedResults.File(file.CreateReadStream(), "text/javascript; charset=utf-8");
    }
}
