using System.Globalization;
using Gis.Web.Layout;

namespace Gis.Web.Ogc.Filtering;

/// <summary>Where in a filter something stands: a character of a text, counted from 1, or a path into JSON.</summary>
internal readonly record struct Place(int Character, string? Path = null)
{
    public string Words(Language language) => Path is { } path
        ? language[$"在 {path}", $"at {path}"]
        : string.Create(CultureInfo.InvariantCulture, $"{language[$"在第 {Character} 个字符", $"at character {Character}"]}");
}

/// <summary>A filter that cannot be understood or asks for more than is worked out: the sender's mistake, told in words.</summary>
internal sealed class FilterFault(Place at, string chinese, string english) : Exception
{
    public override string Message => Words(Language.English);

    public string Words(Language language) => $"{at.Words(language)}{language[":", ": "]}{language[chinese, english]}";
}
