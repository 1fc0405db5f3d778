using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Data;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Progress.Acceptance;

/// <summary>The acceptance as it stands, with the numbers of the pages.</summary>
public static class AcceptanceApi
{
    public static void MapAcceptance(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/plan").WithTags("Acceptance").RequireAuthorization(Rights.Year)
            .MapGet("/acceptance", Give).WithSummary("Every point with whose turn it is, its score and its due date, and how the counties stand");

    private static async Task<Results<Ok<AcceptanceJson>, ProblemHttpResult>> Give(string? county, AcceptanceDesk desk, Language language, CancellationToken cancel)
    {
        var state = await desk.Read(cancel);
        if (string.IsNullOrEmpty(county))
            return TypedResults.Ok(AcceptanceJson.Of(state, null));
        return state.Network.FindCounty(county) is { } found
            ? TypedResults.Ok(AcceptanceJson.Of(state, found.Code))
            : TypedResults.Problem(
                title: language["没有这个县(市)区", "There is no such county"],
                detail: language["county 应为网络中一个县(市)区的 6 位编码。", "county is the code of 6 digits of a county of the network."],
                statusCode: StatusCodes.Status400BadRequest);
    }
}

/// <summary>The acceptance as of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="DataVersion">The version of the network.</param>
/// <param name="Program">The version of the program.</param>
/// <param name="Weights">How the groups are weighed.</param>
/// <param name="Points">The points asked for.</param>
/// <param name="Counties">How the counties stand; always all of them.</param>
public sealed record AcceptanceJson(
    DateOnly Day, string DataVersion, string Program, WeightsJson Weights, IEnumerable<PointAcceptanceJson> Points, IEnumerable<CountyStandingJson> Counties)
{
    public static AcceptanceJson Of(AcceptanceState state, AreaCode? county) => new(
        state.Board.Today,
        state.Network.Version,
        ProgramVersion.Text,
        WeightsJson.Of(state.Board.Weights, state.HasOwnWeights),
        state.Board.Points.Where(each => county is null || each.Point.Area.County == county).Select(each => PointAcceptanceJson.Of(each, state.Board)),
        state.Board.Ranking.Select(each => CountyStandingJson.Of(each, state.Network)));
}

/// <summary>The shares of the three groups and the pass mark, from 0 to 1.</summary>
/// <param name="Facilities">基础设施.</param>
/// <param name="Staff">人员配备.</param>
/// <param name="Work">业务开展.</param>
/// <param name="PassMark">The least total that is accepted.</param>
/// <param name="Assumed">Whether the bureau has set none and those of the program hold.</param>
public sealed record WeightsJson(double Facilities, double Staff, double Work, double PassMark, bool Assumed)
{
    public static WeightsJson Of(Weights weights, bool isOwn) => new(
        weights.ShareOf(StandardGroup.Facilities).Value, weights.ShareOf(StandardGroup.Staff).Value, weights.ShareOf(StandardGroup.Work).Value, weights.PassMark.Value, !isOwn);
}

/// <summary>A point in the acceptance.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Centre, station or room.</param>
/// <param name="County">The county it lies in.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Turn">Whose turn it is; none before it is built and after the region accepted it.</param>
/// <param name="Score">The total of the last sheet handed in, from 0 to 1; none where there is none.</param>
/// <param name="Level">Who handed that in.</param>
/// <param name="Due">By when it is to be put right; none unless it was returned.</param>
/// <param name="DaysLeft">The days left until then; negative once it is overdue.</param>
/// <param name="Items">The codes of the standards to be put right.</param>
public sealed record PointAcceptanceJson(
    string Id, string Name, string Tier, string County, string Stage, string? Turn, double? Score, string? Level, DateOnly? Due, int? DaysLeft, IEnumerable<string> Items)
{
    public static PointAcceptanceJson Of(PointAcceptance each, AcceptanceBoard board) => new(
        each.Point.Id.ToString(),
        each.Point.Name,
        each.Point.Tier.Written(),
        each.Point.Area.County.Digits,
        each.Point.Stage.Written(),
        each.Turn?.Written(),
        each.Score?.Total?.Value,
        each.Last?.Level.Written(),
        each.Due,
        each.DaysLeft,
        each.Point.Stage == Core.Network.Stage.Returned && each.Last is { } last ? last.ItemsOf(board.Standards.Of(each.Point.Tier)).Select(item => item.Code) : []);
}

/// <summary>How a county stands.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rank">Its rank from 1; none where nothing was declared with a sheet.</param>
/// <param name="MeanScore">From 0 to 1; none where there is no sheet.</param>
/// <param name="Declared">Points declared, the returned and the accepted among them.</param>
/// <param name="Scored">Those of them that have a sheet.</param>
/// <param name="Accepted">Those of them accepted by city or region.</param>
public sealed record CountyStandingJson(string Code, string Name, int? Rank, double? MeanScore, int Declared, int Scored, int Accepted)
{
    public static CountyStandingJson Of(CountyStanding each, ServiceNetwork network) => new(
        each.County.Digits, network.FindCounty(each.County)!.Name, each.Rank, each.Mean?.Value, each.Declared, each.Scored, each.Accepted);
}
