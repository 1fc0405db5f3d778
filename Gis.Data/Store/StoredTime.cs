using System.Globalization;

namespace Gis.Data.Store;

/// <summary>Times as every store keeps them: to the millisecond, in UTC.</summary>
internal static class StoredTime
{
    // The one form of DATETIME that a GeoPackage knows.
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    internal static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    internal static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>What will be read of a time once it is stored.</summary>
    internal static DateTimeOffset Of(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
