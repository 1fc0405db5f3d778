using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Gis.Web.Coverage;

/// <summary>
/// A number on a page with all its digits beside what is shown of it, and with where it stands in /api/coverage/measures:
/// whoever copies one or the other has the same number.
/// </summary>
public static class MeasureNumber
{
    /// <summary>The number as shown; a dash where there is none.</summary>
    /// <param name="path">Its place in the JSON, as "backup.share".</param>
    /// <param name="value">The number.</param>
    /// <param name="shown">How it is shown.</param>
    public static IHtmlContent Of(string path, double? value, Func<double, string> shown) => value is { } number
        ? new HtmlString($"<data data-measure=\"{path}\" value=\"{number.ToString("R", CultureInfo.InvariantCulture)}\">{HtmlEncoder.Default.Encode(shown(number))}</data>")
        : new HtmlString("–");
}
