using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Finder.Phone;

/// <summary>What a phone keeps so that it finds the nearest point by itself. None of these routes is told a position.</summary>
public static class PhoneApi
{
    public static void MapPhone(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/finder").WithTags("Finder").AllowAnonymous().AddEndpointFilter<DataVersionTag>();
        api.MapGet("/index.json", (CurrentNetwork current) => TypedResults.Ok(PhoneIndex.Of(current.Snapshot.Network)))
            .WithSummary("All points and places, small enough for a phone to keep");
        api.MapGet("/towns/{code}.json", GiveTown).WithSummary("The ways from the villages of a township to the points nearest to them");
        app.MapGet("/manifest.webmanifest", AppManifest.Give).ExcludeFromDescription().AllowAnonymous();
        app.MapGet("/icons/{size:int}.png", AppManifest.Draw).ExcludeFromDescription().AllowAnonymous();
        app.MapGet("/sw.js", OfflineWorker.Give).ExcludeFromDescription().AllowAnonymous();
    }

    private static Results<Ok<TownTable>, ProblemHttpResult> GiveTown(string code, string? mode, CurrentNetwork current, Language language)
    {
        if (!WrittenName.TryRead<TravelMode>(mode ?? TravelMode.Walk.Written(), out var known))
            return TypedResults.Problem(
                title: language["没有这种出行方式", "There is no such mode"],
                detail: string.Join(", ", WrittenName.List<TravelMode>()),
                statusCode: StatusCodes.Status400BadRequest);
        return TownTable.Of(current.Snapshot, code, known) is { } table
            ? TypedResults.Ok(table)
            : TypedResults.Problem(
                title: language["没有这个乡镇或街道", "There is no such township"],
                detail: language["代码是 9 位数字,见 /api/finder/index.json。", "A code has 9 digits; see /api/finder/index.json."],
                statusCode: StatusCodes.Status404NotFound);
    }
}
