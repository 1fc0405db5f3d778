using Microsoft.Extensions.Options;

namespace Gis.Web.Door;

/// <summary>
/// Keeps what readers ask out of the log, whatever the settings say: below a warning, the framework tells paths, queries,
/// fields and headers. Its own account of a request is left out whole, for the path in it would stand beside every other line.
/// </summary>
internal sealed class LogPrivacy : IPostConfigureOptions<LoggerFilterOptions>
{
    // The path of every request, and the message of every mistake: LastResort tells of the mistake without it.
    private static readonly string[] Silent = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware"];

    // Says where it listens and that it ends, and nothing of any request.
    private const string Lifetime = "Microsoft.Hosting.Lifetime";

    private static readonly string[] Frameworks = ["Microsoft.", "System."];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        // Of the rules that fit, one alone is asked, so each must know; and one that fits where no other does.
        var rules = options.Rules.Prepend(new LoggerFilterRule(null, null, options.MinLevel, null)).Select(Guard).ToList();
        options.Rules.Clear();
        foreach (var rule in rules)
            options.Rules.Add(rule);
    }

    private static bool MayTell(string? category, LogLevel level)
    {
        if (category is null || category == Lifetime)
            return true;
        var isFramework = Array.Exists(Frameworks, framework => category.StartsWith(framework, StringComparison.Ordinal));
        return !Silent.Contains(category) && (level >= LogLevel.Warning || !isFramework);
    }

    private static LoggerFilterRule Guard(LoggerFilterRule rule) => new(
        rule.ProviderName,
        rule.CategoryName,
        rule.LogLevel,
        (provider, category, level) => MayTell(category, level) && rule.Filter?.Invoke(provider, category, level) != false);
}
