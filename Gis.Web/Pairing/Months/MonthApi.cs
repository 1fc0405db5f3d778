using Gis.Core.Units;
using Gis.Data.Export;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Pairing.Months;

/// <summary>Months as calendars.</summary>
public static class MonthApi
{
    private const string MediaType = "text/calendar";

    public static void MapMonths(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/firm/month.ics", GiveOwn).WithTags("Pairing").RequireAuthorization(Rights.Firm)
            .WithSummary("The visits of one of the firm's lawyers in a month, as a calendar").Produces<byte[]>(StatusCodes.Status200OK, MediaType);

    private static async Task<Results<FileContentHttpResult, NotFound>> GiveOwn(
        string? month, string? post, MonthDesk desk, Visitor visitor, Language language, TimeProvider clock, CancellationToken cancel)
    {
        if (!Month.TryParse(month, out var asked) || await desk.Plan(visitor.Account!.Scope, asked, cancel) is not { Plan: { } plan } planned || plan.Advisers.All(adviser => adviser.Adviser != post))
            return TypedResults.NotFound();
        var name = language[$"{planned.Firm.Name} 律师 {post} {asked}", $"{planned.Firm.Name}, lawyer {post}, {asked}"];
        return TypedResults.File(MonthCalendar.OfAdviser(plan, planned.Task!.Rules, post!, name, MonthWording.Words(language, planned), clock.GetUtcNow()), MediaType, $"month-{asked}-{post}.ics");
    }
}
