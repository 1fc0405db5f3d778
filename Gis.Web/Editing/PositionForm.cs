using System.Globalization;
using System.Text.RegularExpressions;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Editing;

/// <summary>The fields of a position as they were filled in; two empty coordinates mean that it is not known.</summary>
public sealed partial record PositionForm(string At, string Datum, string Placement, string Accuracy, string Source)
{
    /// <summary>A street-corner accuracy is the least that helps; beyond a township a position is none.</summary>
    internal const double LeastAccuracy = 0.01, MostAccuracy = 50_000;

    private const int LongestSource = 200;

    /// <summary>The systems in which people read off a position, with the one that is stored first.</summary>
    public static IReadOnlyList<(string Crs, string Chinese, string English)> Datums { get; } =
    [
        ("cgcs2000", "CGCS2000 / WGS-84(测绘、手机定位)", "CGCS2000 / WGS-84 (survey, GPS)"),
        ("gcj02", "GCJ-02(高德、腾讯地图)", "GCJ-02 (Amap, Tencent maps)"),
        ("bd09", "BD-09(百度地图)", "BD-09 (Baidu maps)"),
    ];

    public static PositionForm Of(Position? position) => position is null
        ? new("", "cgcs2000", Core.Network.Placement.Surveyed.Written(), "", "")
        : new(
            string.Create(CultureInfo.InvariantCulture, $"{position.At.Longitude:R}, {position.At.Latitude:R}"), "cgcs2000",
            position.Placement.Written(), position.Accuracy.Value.ToString("R", CultureInfo.InvariantCulture), position.Source);

    public static PositionForm Of(IFormCollection fields) =>
        new(Text(fields, "at"), Text(fields, "datum"), Text(fields, "placement"), Text(fields, "accuracy"), Text(fields, "position-source"));

    /// <summary>The position; null where none is given, or where a field is wrong, which the faults say.</summary>
    /// <param name="seen">The position before: one that is left as it was stays exactly what it was.</param>
    /// <param name="language">The language of the faults.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public Position? Read(Position? seen, Language language, FormFaults faults)
    {
        if (this == Of(seen))
            return seen;
        if (At.Length == 0)
            return null;
        var at = ReadAt(language, faults);
        if (!WrittenName.TryRead<Placement>(Placement, out var placement))
            faults.Add("placement", Placement, language["应从列表中选", "choose one of the list"]);
        if (!double.TryParse(Accuracy, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var accuracy) || accuracy is < LeastAccuracy or > MostAccuracy)
            faults.Add("accuracy", Accuracy, language[$"应为 {LeastAccuracy} 到 {MostAccuracy} 米", $"{LeastAccuracy} to {MostAccuracy} metres"]);
        if (Source.Length is 0 or > LongestSource)
            faults.Add("position-source", Source, language["请写明位置从哪里来,例如“2026年3月现场测量”", "say where the position comes from, as \"surveyed in March 2026\""]);
        return at is { } position && faults.IsEmpty ? new Position(position, placement, new Metres(accuracy), Source) : null;
    }

    private LonLat? ReadAt(Language language, FormFaults faults)
    {
        var match = Pair().Match(At);
        var right = language["应为“经度, 纬度”,例如“106.2309, 38.4872”", "longitude, latitude in degrees, as \"106.2309, 38.4872\""];
        if (!match.Success)
        {
            faults.Add("at", At, right);
            return null;
        }

        if (!Datums.Any(datum => datum.Crs == Datum) || !Crs.TryParse(Datum, out var crs, out _))
        {
            faults.Add("datum", Datum, language["应从列表中选", "choose one of the list"]);
            return null;
        }

        var (x, y) = (Number(match.Groups[1]), Number(match.Groups[2]));
        if (crs.TryToLonLat(new XY(x, y), out var at, out var fault))
            return at;
        faults.Add("at", At, $"{right} ({fault})");
        return null;
    }

    private static double Number(Group digits) => double.Parse(digits.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(IFormCollection fields, string name) => fields[name].ToString().Trim();

    [GeneratedRegex(@"^(-?\d{1,3}(?:\.\d{1,15})?)\s*[,,\s]\s*(-?\d{1,3}(?:\.\d{1,15})?)$")]
    private static partial Regex Pair();
}
