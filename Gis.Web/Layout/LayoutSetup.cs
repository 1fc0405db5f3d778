namespace Gis.Web.Layout;

/// <summary>The frame around every answer: its view, its headers, and words when something went wrong.</summary>
public static class LayoutSetup
{
    // Their readers are programs: an error is a problem document there, a page everywhere else.
    private static readonly PathString[] ForPrograms = ["/api", "/tiles", "/maps", "/ogc", "/openapi"];

    public static void AddLayout(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? ViewMode.Of(context.Request) : new ViewMode(PageView.Standard));
    }

    /// <summary>Belongs after the language prefix and before routing.</summary>
    public static void UseLayout(this WebApplication app)
    {
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

    private static bool IsForPrograms(HttpContext context) =>
        Array.Exists(ForPrograms, prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));
}
