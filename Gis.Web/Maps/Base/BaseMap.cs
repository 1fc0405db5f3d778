using System.Collections.Immutable;
using Gis.Web.Layout;

namespace Gis.Web.Maps.Base;

/// <summary>The map of another house that ours is drawn on; none unless the settings name one.</summary>
/// <param name="Pictures">Templates of picture tiles, with {z}, {x} and {y}: the map, then its names where they are apart.</param>
/// <param name="Archive">The address of a PMTiles file of picture tiles elsewhere.</param>
/// <param name="File">A PMTiles file of the data folder, which the program itself serves.</param>
/// <param name="Attribution">Whose map it is.</param>
/// <param name="DeepestZoom">The last zoom it has pictures of.</param>
public sealed record BaseMap(ImmutableArray<string> Pictures, string? Archive, string? File, string Attribution, int DeepestZoom)
{
    public static BaseMap None { get; } = new([], null, null, "", 0);

    public bool IsSet => Pictures.Length > 0 || Archive is not null || File is not null;

    /// <summary>Whether browsers ask another server for pictures, which their policy must allow.</summary>
    public bool HasPicturesElsewhere => Pictures.Length > 0;

    /// <summary>All that is said of it, in one text; empty where there is none.</summary>
    internal string Mark => IsSet ? string.Join('\n', [.. Pictures, Archive, File, Attribution, $"{DeepestZoom}"]) : "";

    /// <summary>The one server beside this that a browser asks; none where the file is here.</summary>
    public string? Host => (Pictures.FirstOrDefault() ?? Archive) is { } address ? HostOf(address) : null;

    internal BaseMapJson? Describe(Language language, string root, string? reviewNumber) => !IsSet ? null : new(
        Pictures.IsEmpty ? null : Pictures,
        Archive ?? (File is null ? null : $"{root}/tiles/base.pmtiles"),
        DeepestZoom,
        Attribution,
        MapWords.Review(language, reviewNumber),
        language["底图没有应答,下面是本系统自己的地图。", "The base map does not answer; this is our own map alone."]);

    // Without the name and password that an address may have: a policy knows none.
    private static string HostOf(string template)
    {
        var address = new Uri(template.Split('{')[0]);
        return address.IsDefaultPort ? $"{address.Scheme}://{address.IdnHost}" : $"{address.Scheme}://{address.IdnHost}:{address.Port}";
    }
}

/// <summary>What the client must know of the base map.</summary>
/// <param name="Pictures">The map, then its names where they are apart.</param>
/// <param name="Archive">The PMTiles file.</param>
/// <param name="Maxzoom">The last zoom of the pictures.</param>
/// <param name="Attribution">Whose map it is.</param>
/// <param name="Review">The review number, or that there is none.</param>
/// <param name="Silent">What to say where it does not answer.</param>
public sealed record BaseMapJson(IReadOnlyList<string>? Pictures, string? Archive, int Maxzoom, string Attribution, string Review, string Silent);
