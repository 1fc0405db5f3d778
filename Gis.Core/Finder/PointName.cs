using System.Text.RegularExpressions;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>The name of a service point taken apart: the unit it serves, which of several there, and its tier.</summary>
internal sealed partial record PointName(string Unit, bool HasOrdinal, Tier Tier)
{
    public AreaLevel Level => Tier.Level();

    /// <summary>Reads a name in folded form, as 立岗镇第二公共法律服务工作站; null for one that is no point's.</summary>
    public static PointName? Find(string key) => Form().Match(key) is { Success: true } found
        ? new PointName(FoldedText.KeyOf(found.Groups["unit"].Value), found.Groups["ordinal"].Success, TierOf(found.Groups["tier"].Value))
        : null;

    private static Tier TierOf(string word) => word switch { "中心" => Tier.Centre, "工作站" or "站" => Tier.Station, _ => Tier.Room };

    [GeneratedRegex("^(?<unit>.+?)(?<ordinal>第[一二三四五六七八九十]+)?公共法律服务(?<tier>中心|工作站|站|工作室|室|点)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
