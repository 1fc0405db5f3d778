using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Door;

/// <summary>The real program with settings of a test's own, over a store in a throw-away folder. Who asks says in a header which address he has.</summary>
internal sealed class SetApp(params (string Setting, string Value)[] settings) : WebApplicationFactory<Program>
{
    /// <summary>The header that stands for the address a request comes from.</summary>
    internal const string From = "X-Test-From";

    /// <summary>An address where the program fails, with what stands in the query as the reason.</summary>
    internal const string Broken = "/broken";

    private static readonly string[] Kinds = ["Search", "Tiles", "SignIn", "Voice", "Rest"];

    private readonly string folder = GisApp.DrawFolder("gis-door-");

    /// <summary>The program with limits that nobody reaches: what lies behind them is tried.</summary>
    internal static SetApp WithoutLimits() => new(
        [.. Kinds.SelectMany(kind => new[] { ($"Limits:{kind}:Burst", "1000000000"), ($"Limits:{kind}:PerMinute", "1000000000") })]);

    internal Action<IServiceCollection> Adds { get; init; } = _ => { };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data", folder);
        foreach (var (setting, value) in settings)
            builder.UseSetting(setting, value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IStartupFilter, Ends>();
            Adds(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>What lies before the program and behind it.</summary>
    private sealed class Ends : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                if (context.Request.Headers[From] is [{ } address])
                    context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(address);
                return then(context);
            });
            next(app);
            app.Use(async (context, then) =>
            {
                if (!context.Request.Path.Value!.EndsWith(Broken, StringComparison.Ordinal))
                {
                    await then(context);
                    return;
                }

                if (context.Request.Query.ContainsKey("late"))
                {
                    await context.Response.WriteAsync("so far");
                    await context.Response.Body.FlushAsync();
                }

                throw new InvalidOperationException($"What was entered: {context.Request.QueryString}", new FormatException(context.Request.Query["q"]));
            });
        };
    }
}
