using System.Collections.Frozen;
using System.Text.Json;

namespace Gis.Core.Network;

/// <summary>How the cases of an enumeration are written in links, files and JSON: "e-bike", "city-accepted".</summary>
public static class WrittenName
{
    /// <summary>The written form: lower case, the words joined by hyphens.</summary>
    public static string Written<T>(this T value)
        where T : struct, Enum => Names<T>.OfValue.TryGetValue(value, out var name) ? name : value.ToString();

    /// <summary>All written forms of an enumeration, in its own order.</summary>
    public static IEnumerable<string> List<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Written);

    /// <summary>Reads a written form; false for any other text.</summary>
    public static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text is not null && Names<T>.Values.TryGetValue(text, out value);
    }

    // Made once for each enumeration: a nation's records are read by the million.
    private static class Names<T>
        where T : struct, Enum
    {
        internal static readonly FrozenDictionary<T, string> OfValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        internal static readonly FrozenDictionary<string, T> Values = OfValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
