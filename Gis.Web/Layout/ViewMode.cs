using Gis.Core.Network;

namespace Gis.Web.Layout;

/// <summary>How large and how stark a page is drawn. The markup is the same in every view; only the tokens differ.</summary>
public enum PageView
{
    Standard,

    /// <summary>长者版: large letters and large targets.</summary>
    Elder,

    /// <summary>高对比: white and yellow on black.</summary>
    Contrast,
}

/// <summary>The view this request is drawn in: as its address asks, else as the reader last chose.</summary>
public sealed record ViewMode(PageView Shown)
{
    public const string Name = "view";

    public override string ToString() => Shown.Written();

    public static ViewMode Of(HttpRequest request) => new(
        WrittenName.TryRead<PageView>(request.Query[Name], out var asked) ? asked
        : WrittenName.TryRead<PageView>(request.Cookies[Name], out var chosen) ? chosen
        : PageView.Standard);

    /// <summary>Remembers the view an address asked for, so that links need not carry it on.</summary>
    public static void Remember(HttpContext context)
    {
        if (!WrittenName.TryRead<PageView>(context.Request.Query[Name], out var asked))
            return;

        context.Response.Cookies.Append(Name, asked.Written(), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }
}
