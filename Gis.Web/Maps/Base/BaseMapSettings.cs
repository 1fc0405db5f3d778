using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gis.Web.Commands;
using Gis.Web.Travel;

namespace Gis.Web.Maps.Base;

/// <summary>Reads which base map is set: docs/settings.md tells how.</summary>
internal sealed partial class BaseMapSettings
{
    internal const string Section = "Maps:BaseMap";

    // What pictures are commonly had to; deeper ones are enlarged.
    private const int DeepestPictures = 18;

    private const string KeyPlace = "{key}";
    private const string ArchiveScheme = "pmtiles://";

    private static readonly ImmutableDictionary<string, string[]> TiandituLayers = new Dictionary<string, string[]>
    {
        ["tianditu-vec"] = ["vec", "cva"],
        ["tianditu-img"] = ["img", "cia"],
    }.ToImmutableDictionary();

    private readonly string url;
    private readonly string? key;
    private readonly string? attribution;
    private readonly string? datum;
    private readonly string folder;

    private BaseMapSettings(IConfiguration settings)
    {
        var section = settings.GetSection(Section);
        string? Read(string name) => section[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        (url, key, attribution, datum) = (Read("Url") ?? "", Read("Key"), Read("Attribution"), Read("Datum")?.ToLowerInvariant());
        folder = DataFolder.Of(settings);
    }

    /// <summary>The base map of the settings; none where no address is set.</summary>
    /// <exception cref="WrongInputException">What is set cannot be used; the message names the setting.</exception>
    internal static BaseMap Read(IConfiguration settings) => new BaseMapSettings(settings).Read();

    private BaseMap Read()
    {
        if (url.Length == 0)
            return BaseMap.None;
        CheckDatum();
        if (TiandituLayers.TryGetValue(url, out var layers))
            return ReadTianditu(layers);
        var owner = attribution ?? throw Wrong("Attribution", "found nothing, should say whose map it is, as its licence wants it said");
        return url.StartsWith(ArchiveScheme, StringComparison.OrdinalIgnoreCase)
            ? ReadArchive(url[ArchiveScheme.Length..], owner)
            : new BaseMap([ReadTemplate()], null, null, owner, DeepestPictures);
    }

    // Said by whoever sets it: nothing in a picture tells its datum, and the wrong one looks right but for 400 metres.
    private void CheckDatum()
    {
        if (datum is null && TiandituLayers.ContainsKey(url))
            return;
        if (datum is "gcj02" or "gcj-02" or "bd09" or "bd-09")
            throw Wrong("Datum", $"found '{datum}', in which the base map lies some 400 metres off every point, village and road of ours; should be a map in cgcs2000 or wgs84");
        if (datum is not ("cgcs2000" or "wgs84"))
            throw Wrong("Datum", $"found '{datum}', should be cgcs2000 or wgs84, as the base map is");
    }

    private BaseMap ReadTianditu(string[] layers)
    {
        var tk = key ?? throw Wrong("Key", $"found nothing, should be the key (tk) that Tianditu gave you for '{url}'");
        return new BaseMap(
            [.. layers.Select(layer => TemplateOfTianditu(layer, Uri.EscapeDataString(tk)))],
            null,
            null,
            attribution ?? "天地图 · 国家地理信息公共服务平台",
            DeepestPictures);
    }

    // One of their eight servers: the policy of the pages opens for as few as will do.
    private static string TemplateOfTianditu(string layer, string tk) =>
        $"https://t0.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
        + $"&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={tk}";

    private BaseMap ReadArchive(string address, string owner)
    {
        if (key is not null)
            throw Wrong("Key", "found one, and a PMTiles file takes none");
        if (address.Contains("://", StringComparison.Ordinal))
            return new BaseMap([], CheckAddress(address), null, owner, DeepestPictures);
        if (address != Path.GetFileName(address))
            throw Wrong("Url", $"found '{url}', should name a file that lies in the data folder itself, as pmtiles://ground.pmtiles");
        var file = Path.GetFullPath(Path.Combine(folder, address));
        return new BaseMap([], null, file, owner, PictureArchive.ReadDeepestZoom(file) ?? throw Wrong(
            "Url", $"found '{url}', should be a PMTiles file (version 3) of pictures (PNG, JPEG, WebP or AVIF) in the data folder"));
    }

    private string ReadTemplate()
    {
        var template = url.Replace("{TileMatrix}", "{z}", StringComparison.OrdinalIgnoreCase)
            .Replace("{TileRow}", "{y}", StringComparison.OrdinalIgnoreCase)
            .Replace("{TileCol}", "{x}", StringComparison.OrdinalIgnoreCase);
        if (template.Contains(KeyPlace, StringComparison.OrdinalIgnoreCase) != key is not null)
            throw Wrong("Key", key is null ? "found nothing, and the address has a place for it: {key}" : "found one, and the address has no place for it; should be at {key}");
        template = template.Replace(KeyPlace, Uri.EscapeDataString(key ?? ""), StringComparison.OrdinalIgnoreCase);
        var places = AnyPlace().Matches(template).Select(place => place.Value).Order();
        if (!places.SequenceEqual(["{x}", "{y}", "{z}"]))
            throw Wrong("Url", $"found '{url}', should be an address with {{z}}, {{x}} and {{y}} or with {{TileMatrix}}, {{TileRow}} and {{TileCol}}, each once, or tianditu-vec, tianditu-img, or pmtiles:// and an address or a file of the data folder");
        CheckAddress(template[..template.IndexOf('{', StringComparison.Ordinal)]);
        return template;
    }

    private string CheckAddress(string address) =>
        Host().IsMatch(address) && Uri.TryCreate(address, UriKind.Absolute, out var read) && read.UserInfo.Length == 0
            ? address
            : throw Wrong("Url", $"found '{url}', should begin with https://, a host and a slash");

    private static WrongInputException Wrong(string name, string what) => new($"{Section}:{name}: {what}");

    // A host in full: what follows it may not be part of its name.
    [GeneratedRegex("^https?://[^/?#{]+/", RegexOptions.IgnoreCase)]
    private static partial Regex Host();

    [GeneratedRegex(@"\{[^}]*\}?")]
    private static partial Regex AnyPlace();
}
