using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Gis.Web.Finder;

public static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api").WithTags("Finder").AllowAnonymous().AddEndpointFilter<DataVersionTag>()
            .MapGet("/search", Ask).WithSummary("What a text means: matters of law, places of the city, or a place outside it")
            .DescribeParameter("q", JsonSchemaType.String, "What somebody would type: a place, a matter or both, in characters, pinyin or a sentence; the first 200 characters are read");

    // Read from the query itself: a text that is not there gets words of the program and not of the framework.
    private static Results<Ok<SearchJson>, ValidationProblem> Ask(HttpRequest request, CurrentNetwork current, Language language)
    {
        var text = request.Query["q"].ToString();
        return string.IsNullOrWhiteSpace(text)
            ? TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["q"] = [language["请写地名或事情,如 q=立岗镇 土地。", "Write a place or a matter, as q=立岗镇 土地."]] },
                title: language["没有写要找什么", "Nothing is asked"])
            : TypedResults.Ok(SearchJson.Of(current.Snapshot.Network, current.Snapshot.Search.Ask(text)));
    }
}

/// <summary>What a text means. The place elsewhere is there only where no place of the city is meant; the hotline answers there, too.</summary>
public sealed record SearchJson(IEnumerable<MatterJson> Matters, IEnumerable<FoundPlaceJson> Places, ElsewhereJson? Elsewhere)
{
    public static SearchJson Of(ServiceNetwork network, SearchAnswer answer) => new(
        answer.Matters.Select(MatterJson.Of),
        answer.Places.Select(found => FoundPlaceJson.Of(network, found)),
        answer.Elsewhere is { } elsewhere ? new ElsewhereJson(elsewhere.Code, elsewhere.Name, "12348") : null);
}

/// <summary>A matter: what to do first, which tiers help with it by which duties, and which other office decides.</summary>
public sealed record MatterJson(
    string Code, string Name, string EnglishName, string First, string EnglishFirst, IEnumerable<DutyJson> Duties, string? Other, string? EnglishOther, bool NeedsCare)
{
    public static MatterJson Of(Matter matter) => new(
        matter.Code,
        matter.Chinese,
        matter.English,
        matter.FirstChinese,
        matter.FirstEnglish,
        matter.Duties.Select(duty => new DutyJson(duty.Tier.Written(), duty.Code, duty.Chinese, duty.English)),
        matter.OtherChinese.Length > 0 ? matter.OtherChinese : null,
        matter.OtherEnglish.Length > 0 ? matter.OtherEnglish : null,
        matter.NeedsCare);
}

/// <summary>What a tier does for a matter.</summary>
public sealed record DutyJson(string Tier, string Code, string Name, string EnglishName);

/// <summary>A place, how it was found, and by which other name or landmark if not its own. A landmark's position is that of its unit's seat.</summary>
public sealed record FoundPlaceJson(string Area, string? Site, string Name, string County, string? Township, string How, string? By, PositionJson? Position)
{
    public static FoundPlaceJson Of(ServiceNetwork network, FoundPlace found) => new(
        found.Place.Area.Digits,
        found.Place.Point?.ToString(),
        found.Place.Name,
        network.FindAreaName(found.Place.Area.County)!,
        found.Place.Area.Level == AreaLevel.County ? null : network.FindAreaName(found.Place.Area.Township),
        found.How.Written(),
        found.By,
        found.Place.Position is { } position ? PositionJson.Of(position) : null);
}

/// <summary>A province, city or county outside this city, and the number that answers there.</summary>
public sealed record ElsewhereJson(string Code, string Name, string Hotline);
