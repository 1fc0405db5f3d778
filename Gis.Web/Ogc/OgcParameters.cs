using Gis.Web.Layout;

namespace Gis.Web.Ogc;

/// <summary>The parameters of a request: each known, and given once.</summary>
public sealed class OgcParameters
{
    public const string Format = "f";

    // What the site's own links may set on any page.
    private static readonly string[] Everywhere = [Format, ViewMode.Name];

    private readonly IQueryCollection query;

    /// <exception cref="OgcFault">A parameter is not known here, or is given twice.</exception>
    public OgcParameters(IQueryCollection query, IEnumerable<string> known)
    {
        this.query = query;
        string[] all = [.. known, .. Everywhere];
        foreach (var (name, values) in query)
        {
            if (!all.Contains(name, StringComparer.Ordinal))
                throw OgcFault.OfParameter(name, $"没有这个参数,有的是 {string.Join(", ", all)}", $"There is no such parameter; there are {string.Join(", ", all)}");
            if (values.Count > 1)
                throw OgcFault.OfParameter(name, "只能给一次", "It is given more than once");
        }
    }

    /// <summary>The value of a parameter; null where it is not given.</summary>
    public string? this[string name] => query.TryGetValue(name, out var values) ? values[0] ?? "" : null;

    /// <exception cref="OgcFault">The parameter names no coordinate system known here.</exception>
    public OgcCrs CrsOf(string name) => this[name] is not { } uri ? OgcCrs.Crs84
        : OgcCrs.Find(uri) ?? throw OgcFault.OfParameter(
            name,
            $"不支持坐标系“{uri}”,支持的是 {string.Join(", ", OgcCrs.All.Select(crs => crs.Uri))}",
            $"The coordinate system '{uri}' is not supported; supported are {string.Join(", ", OgcCrs.All.Select(crs => crs.Uri))}");
}
