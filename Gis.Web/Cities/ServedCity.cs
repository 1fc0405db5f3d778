namespace Gis.Web.Cities;

/// <summary>Under which path the pages of a city stand: its code for every city but the store's default, whose pages stand at the root.</summary>
internal static class ServedCity
{
    internal const string Setting = "City";

    /// <summary>As "/640200"; empty for the default.</summary>
    internal static string PathOf(IConfiguration settings) => settings[Setting] is { Length: > 0 } code ? "/" + code : "";

    /// <summary>A cookie's name, which differs from city to city: the browser sends those of the root to all.</summary>
    internal static string CookieOf(IConfiguration settings, string name) => settings[Setting] is { Length: > 0 } code ? $"{name}-{code}" : name;
}
