namespace Gis.Web.Layout;

/// <summary>The language of a page: Chinese at the root, English under /en. Both wordings of a sentence stand side by side.</summary>
public sealed record Language(string Tag)
{
    public static Language Chinese { get; } = new("zh-CN");

    public static Language English { get; } = new("en");

    /// <summary>The wording in this language.</summary>
    public string this[string chinese, string english] => this == English ? english : chinese;

    public static Language Of(HttpContext context) =>
        context.Request.PathBase.Value?.EndsWith("/en", StringComparison.Ordinal) == true ? English : Chinese;
}

public static class LanguageRouting
{
    // Moving the segment to the path base makes every ~/ link of an English page stay English.
    public static void UseLanguagePrefix(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/en", StringComparison.Ordinal, out var rest))
        {
            context.Request.PathBase = context.Request.PathBase.Add("/en");
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        return next(context);
    });

    public static void AddLanguage(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? Language.Of(context) : Language.Chinese);
    }
}
