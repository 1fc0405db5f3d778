using System.Globalization;
using System.Text;
using Gis.Web.Maps.Base;

namespace Gis.Web.Door;

/// <summary>What a page may load, and from where: from here, and from the host of the base map where one is set.</summary>
internal sealed class ContentPolicy(BaseMap baseMap)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'{0}; worker-src 'self'; style-src 'self'{1}; img-src 'self' data: blob:{3}; "
        + "connect-src 'self'{4}; font-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors {2}; base-uri 'none'";

    // Its bundle writes styles into the page without asking for the number: of the description of the API alone, and of styles alone.
    private const string StylesInPage = " 'unsafe-inline'";

    private static readonly CompositeFormat Format = CompositeFormat.Parse(Policy);

    private readonly string pictures = baseMap is { HasPicturesElsewhere: true } ? " " + baseMap.Host : "";
    private readonly string requests = baseMap.Host is { } host ? " " + host : "";

    /// <summary>Of a page that stands alone.</summary>
    internal string Alone => field ??= Write("", "", "'none'");

    /// <summary>Of what is made to stand in other sites' pages: it has nothing to press, so that nobody can be made to press it unawares.</summary>
    internal string Framed => field ??= Write("", "", "*");

    /// <summary>Of the one page that starts from a script of its own and names a number nobody can guess: see ApiReference.</summary>
    internal string WithNonce(string nonce) => Write($" 'nonce-{nonce}'", StylesInPage, "'none'");

    private string Write(string scripts, string styles, string ancestors) =>
        string.Format(CultureInfo.InvariantCulture, Format, scripts, styles, ancestors, pictures, requests);
}
