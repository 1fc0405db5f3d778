using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Gis.Web.Commands;

internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>One JSON object as the API would give it.</summary>
    internal static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
