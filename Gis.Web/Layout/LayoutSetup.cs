using Gis.Web.Door;
using Microsoft.AspNetCore.ResponseCompression;

namespace Gis.Web.Layout;

/// <summary>The frame around every answer: its view, its headers, and words when something went wrong.</summary>
public static class LayoutSetup
{
    // Their readers are programs: an error is a problem document there, a page everywhere else.
    private static readonly PathString[] ForPrograms = ["/api", "/tiles", "/maps", "/ogc", "/openapi"];

    public static void AddLayout(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddResponseCompression(options =>
        {
            // Packing tells the length of what is packed, which betrays a secret beside words an attacker chose. What is secret is sent unpacked, by PrivateAnswer.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "application/geo+json", "application/problem+json"];
        });
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? ViewMode.Of(context.Request) : new ViewMode(PageView.Standard));
    }

    /// <summary>Belongs after the language prefix and before routing.</summary>
    public static void UseLayout(this WebApplication app)
    {
        app.UseWhen(IsForPrograms, branch => branch.Use(AnswerHead));
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseWhen(IsForPrograms, branch =>
        {
            branch.UseExceptionHandler();
            branch.UseStatusCodePages();
        });
        app.UseWhen(context => !IsForPrograms(context), branch =>
        {
            branch.UseExceptionHandler("/problem/500");
            branch.UseStatusCodePagesWithReExecute("/problem/{0}");
        });
        app.Use((context, next) =>
        {
            ViewMode.Remember(context);
            return next(context);
        });
    }

    // The headers of a HEAD are those of the GET, so it is one whose words nobody hears.
    private static async Task AnswerHead(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        await next(context);
    }

    internal static bool IsForPrograms(HttpContext context) =>
        Array.Exists(ForPrograms, prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));
}
