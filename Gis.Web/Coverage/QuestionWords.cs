using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Web.Layout;

namespace Gis.Web.Coverage;

/// <summary>A coverage question in words, the same on a page, on a sheet and in a file.</summary>
public static class QuestionWords
{
    // More names than this nobody reads in a sentence; the written question has them all.
    private const int MostNames = 4;

    public static string Of(Language language, CoverageQuestion question) => language[
        $"{language.Of(question.Mode)} {language.Of(question.Limit)}以内能到{Tiers(language, question)}的{Counted(language, question.Weighting)}有多少?",
        $"How many {Counted(language, question.Weighting)} get to a {Tiers(language, question)} within {language.Of(question.Limit)} {By(question.Mode)}?"];

    /// <summary>What the question supposes to be otherwise than it is.</summary>
    public static IEnumerable<Supposition> Suppositions(Language language, ServiceNetwork network, CoverageQuestion question)
    {
        if (!question.With.IsEmpty)
            yield return new(language["假定已建成:", "Taken as open: "], Names(language, network, question.With), NamesPlaces: true);
        if (!question.Without.IsEmpty)
            yield return new(language["假定已关闭:", "Taken as closed: "], Names(language, network, question.Without), NamesPlaces: true);
        if (!question.Moves.IsEmpty)
            yield return new(language["假定搬到别处:", "Taken to stand elsewhere: "], Names(language, network, [.. question.Moves.Keys]), NamesPlaces: true);
        if (!question.Additions.IsEmpty)
            yield return new(language["假定新增:", "Taken as added: "], Additions(language, question), NamesPlaces: false);
    }

    /// <summary>What the question counts, within a sentence.</summary>
    public static string Counted(Language language, Weighting weighting) =>
        language[language.Of(weighting), language.Of(weighting).ToLowerInvariant()];

    /// <summary>One of what the question counts, after a number.</summary>
    public static string Unit(Language language, Weighting weighting) => weighting switch
    {
        Weighting.Villages => language["个村(居)", "villages"],
        Weighting.Rural => language["农村居民", "rural residents"],
        _ => language["人", "people"],
    };

    /// <summary>Whether the minutes of an answer go by roads or are estimated.</summary>
    public static string Travel(Language language, Receipt receipt) =>
        Travel(language, byRoads: !receipt.Travel.StartsWith("estimate", StringComparison.Ordinal));

    /// <summary>Whether minutes go by roads or are estimated; a bus keeps to its own timetable, which roads do not say.</summary>
    public static string Travel(Language language, bool byRoads) => byRoads
        ? language["步行、电动车和驾车时间按道路计算,公交是估算的", "Minutes on foot, by e-bike and by car are measured along roads, by bus estimated"]
        : language["时间是估算的:直线距离乘绕行系数,过河只走桥", "Minutes are estimated: straight line times a detour factor, rivers crossed by bridge"];

    public static string Covered(Language language) => language[
        "覆盖:到最近开放服务点的时间不超过门槛,正好等于门槛也算",
        "Covered: the nearest open point is within the limit; exactly at the limit counts"];

    private static string Tiers(Language language, CoverageQuestion question)
    {
        var tiers = question.Tiers.Select(tier => language[language.Of(tier), language.Of(tier).ToLowerInvariant()]).ToList();
        return tiers.Count == 1
            ? tiers[0]
            : string.Join(language["、", ", "], tiers.SkipLast(1)) + language["或", " or "] + tiers[^1];
    }

    private static string By(TravelMode mode) => mode switch
    {
        TravelMode.Walk => "on foot",
        TravelMode.EBike => "by e-bike",
        TravelMode.Car => "by car",
        _ => "by bus",
    };

    private static string Additions(Language language, CoverageQuestion question) => string.Join(
        language["、", ", "],
        question.Additions.CountBy(addition => addition.Tier).OrderBy(count => count.Key).Select(count =>
            language[$"{count.Value} 个{language.Of(count.Key)}", $"{count.Value} × {language.Of(count.Key).ToLowerInvariant()}"]));

    private static string Names(Language language, ServiceNetwork network, ImmutableSortedSet<PointId> points) =>
        string.Join(language["、", ", "], points.Take(MostNames).Select(id => network.FindPoint(id)?.Name ?? id.ToString()))
        + (points.Count > MostNames ? language[$" 等 {points.Count} 个", $" and {points.Count - MostNames} more"] : "");
}

/// <summary>Something a question supposes: how, and which points; their names stay Chinese on an English page.</summary>
public sealed record Supposition(string How, string Points, bool NamesPlaces)
{
    public override string ToString() => How + Points;
}
