using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Month;
using Gis.Core.Units;
using Gis.Data.Export;
using Gis.Data.Store.Pairing;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Gis.Web.Progress;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Pairing.Months;

/// <summary>Months as calendars.</summary>
public static class MonthApi
{
    private const string MediaType = "text/calendar";

    public static void MapMonths(this IEndpointRouteBuilder app)
    {
        app.MapGet("/advisers/{village}.ics", GiveVillage).WithTags("Pairing").AllowAnonymous()
            .WithSummary("The days of a village's adviser in this month and the next, as a calendar").Produces<byte[]>(StatusCodes.Status200OK, MediaType);
        app.MapGet("/api/firm/month.ics", GiveOwn).WithTags("Pairing").RequireAuthorization(Rights.Firm)
            .WithSummary("The visits of one of the firm's lawyers in a month, as a calendar").Produces<byte[]>(StatusCodes.Status200OK, MediaType);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> GiveOwn(
        string? month, string? post, MonthDesk desk, Visitor visitor, Language language, TimeProvider clock, CancellationToken cancel)
    {
        if (!Month.TryParse(month, out var asked) || await desk.Plan(visitor.Account!.Scope, asked, cancel) is not { Plan: { } plan } planned || plan.Advisers.All(adviser => adviser.Adviser != post))
            return TypedResults.NotFound();
        var name = language[$"{planned.Firm.Name} 律师 {post} {asked}", $"{planned.Firm.Name}, lawyer {post}, {asked}"];
        return TypedResults.File(MonthCalendar.OfAdviser(plan, planned.Task!.Rules, post!, name, MonthWording.Words(language, planned), clock.GetUtcNow()), MediaType, $"month-{asked}-{post}.ics");
    }

    // A village without an adviser has a calendar too: it is empty until it has one.
    private static async Task<Results<FileContentHttpResult, NotFound>> GiveVillage(
        string village, MonthDesk desk, RoundStore rounds, CurrentNetwork current, YearDesk year, Language language, TimeProvider clock, CancellationToken cancel)
    {
        if (!AreaCode.TryParse(village, out var code) || current.Snapshot.Network.FindVillage(code) is not { } found)
            return TypedResults.NotFound();
        var pair = await rounds.FindPairAsync(code, cancel);
        ImmutableArray<FirmMonth> months = pair is null ? [] : await desk.PlanAhead(pair.Firm, year.Today, cancel);
        var name = language[$"{found.Name}法律顾问", $"{found.Name}: legal adviser"];
        var calendar = MonthCalendar.OfVillage(
            months.Select(month => month.Plan).OfType<MonthPlan>(), DutyRules.Plan2018, code.Digits, name, MonthWording.Words(language, found), clock.GetUtcNow());
        return TypedResults.File(calendar, MediaType, $"adviser-{code}.ics");
    }
}
