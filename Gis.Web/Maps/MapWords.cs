using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Web.Coverage;
using Gis.Web.Layout;

namespace Gis.Web.Maps;

/// <summary>The sentences on a map.</summary>
internal static class MapWords
{
    internal static string NotBoundaries(Language language) =>
        language["服务范围示意,非行政区划界线", "Service areas for illustration, not boundaries"];

    /// <summary>Whose data the map is drawn from, as their licences want it said.</summary>
    internal static IEnumerable<string> Sources(ServiceNetwork network)
    {
        if (network.Counties.Select(county => county.Seat).Concat(network.Townships.Select(township => township.Seat))
            .Any(seat => seat is not null && seat.Source.StartsWith("GeoNames", StringComparison.Ordinal)))
        {
            yield return "© GeoNames (CC BY 4.0)";
        }

        if (!network.River.IsEmpty)
            yield return "Natural Earth";
    }

    /// <summary>What stands on a map of points alone.</summary>
    internal static string OfPoints(IReadOnlyCollection<ServiceNetwork> networks, string? reviewNumber, Language language) => string.Join(" · ",
    [
        Review(language, reviewNumber),
        .. networks.Any(network => network.HasIllustration) ? [Illustrative(language)] : Array.Empty<string>(),
        .. networks.SelectMany(Sources).Distinct(),
    ]);

    internal static string Review(Language language, string? number) => string.IsNullOrWhiteSpace(number)
        ? language["未经审图,不得公开", "Not reviewed; not for publication"]
        : language["审图号:", "Map review no. "] + number;

    internal static string Illustrative(Language language) =>
        language["含示意数据,不作为实际情况引用", "Holds illustrative data; not to be quoted as fact"];

    internal static string Title(Language language, ServiceNetwork network) =>
        language[$"{network.City.Name}公共法律服务网络", $"Public legal service network of {network.City.EnglishName}"];

    internal static string Question(Language language, CoverageQuestion question) => string.Join(" · ",
        language.Of(question.Mode),
        language[$"{Number(question.Limit.Value)} 分钟内", $"within {Number(question.Limit.Value)} min"],
        language["到", "to a "] + string.Join(language["、", " or "], question.Tiers.Select(tier => language[language.Of(tier), language.Of(tier).ToLowerInvariant()])));

    internal static string Interval(Language language, ShareInterval interval) =>
        language["按位置误差:", "With doubt of positions: "] + $"{interval.Low} – {interval.High}";

    internal static string Covered(Language language, AreaCoverage area, CoverageQuestion question)
    {
        var unit = QuestionWords.Unit(language, question.Weighting);
        return language[
            $"{Wording.Number(area.Covered.Count)} {unit}在范围内,{Wording.Number(area.Gap.Count)} {unit}在外",
            $"{Wording.Number(area.Covered.Count)} {unit} within, {Wording.Number(area.Gap.Count)} out of reach"];
    }

    internal static string Class(Language language, CoverageClass of, Minutes limit)
    {
        var third = limit.Value / 3;
        return of switch
        {
            CoverageClass.Near => language[$"{Number(third)} 分钟以内", $"up to {Number(third)} min"],
            CoverageClass.Midway => Between(third, third * 2),
            CoverageClass.Within => Between(third * 2, limit.Value),
            CoverageClass.Beyond => Between(limit.Value, limit.Value * 2),
            CoverageClass.Far => language[$"{Number(limit.Value * 2)} 分钟以上或不可达", $"over {Number(limit.Value * 2)} min or no way"],
            _ => language["未定位", "not located"],
        };

        string Between(double from, double to) => $"{Number(from)}–{Number(to)}" + language[" 分钟", " min"];
    }

    internal static string Number(double minutes) => minutes.ToString("0.#", CultureInfo.InvariantCulture);
}
