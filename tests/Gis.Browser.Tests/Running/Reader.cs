using Gis.Data.Store.Accounts;

namespace Gis.Browser.Tests.Running;

/// <summary>Who looks at a page: in which view and language, on how large a screen.</summary>
public sealed record Reader(string View = "standard", string Language = "zh", int Width = 1280, int Height = 800)
{
    public bool HasScripts { get; init; } = true;

    /// <summary>Whether the browser keeps pages for when there is no network.</summary>
    public bool KeepsPages { get; init; }

    /// <summary>Where the reader stands, for a browser that may tell; null: it may not.</summary>
    public (double Lon, double Lat)? At { get; init; }

    /// <summary>As what the reader has signed in; null for everybody else.</summary>
    public AccountRole? Role { get; init; }

    /// <summary>The page's address in the reader's language.</summary>
    public string AddressOf(string path) => Language == "en" ? "/en" + path : path;
}
