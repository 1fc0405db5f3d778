using System.Text.Json;

namespace Gis.Core.Network;

/// <summary>How the cases of an enumeration are written in links, files and JSON: "e-bike", "city-accepted".</summary>
public static class WrittenName
{
    /// <summary>The written form: lower case, the words joined by hyphens.</summary>
    public static string Written<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>All written forms of an enumeration, in its own order.</summary>
    public static IEnumerable<string> List<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Written);

    /// <summary>Reads a written form; false for any other text.</summary>
    public static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Written(candidate) == text)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }
}
