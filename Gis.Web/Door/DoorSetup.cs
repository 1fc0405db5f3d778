using System.Net;
using Gis.Web.Commands;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Gis.Web.Door;

/// <summary>What stands between the network and the pages: limits, headers, what the log may tell, health and telemetry.</summary>
public static class DoorSetup
{
    /// <summary>The addresses of servers before this one, or networks of them as 10.0.0.0/8, whose word on who asks is taken.</summary>
    private const string Proxies = "Proxies";

    public static void AddDoor(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(Limits.Read(builder.Configuration));
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, AddressRates>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, RequestSizes>();
        services.AddSingleton<IConfigureOptions<FormOptions>, RequestSizes>();
        services.AddSingleton<LastResort>();
        services.AddSingleton<IExceptionHandler>(provider => provider.GetRequiredService<LastResort>());
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, LogPrivacy>();
        var proxies = ReadProxies(builder.Configuration);
        services.Configure<ForwardedHeadersOptions>(options => Trust(options, proxies));
        services.Configure<MvcOptions>(options => options.Filters.Add<OnlyHandled>());
        services.PostConfigure<MvcOptions>(LeaveOutJQuery);
        services.AddHealth();
        builder.AddTelemetry();
    }

    /// <summary>Belongs before everything else.</summary>
    public static void UseDoor(this WebApplication app)
    {
        if (ReadProxies(app.Configuration).Count > 0)
            app.UseForwardedHeaders();
        app.Use(Telemetry.Name);
        app.Use(LastResort.Guard);
    }

    /// <summary>Belongs after the layout, which puts a refusal in words, and after routing, which knows what an endpoint takes in.</summary>
    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.Use(RequestSizes.Check);
    }

    /// <exception cref="WrongInputException">What is set is no address and no network.</exception>
    internal static List<IPNetwork> ReadProxies(IConfiguration settings) => [.. (settings.GetSection(Proxies).Get<string[]>() ?? []).Select(ReadNetwork)];

    // Names as jQuery writes them are nobody's here, and reading one that breaks off, as "case[", fails.
    private static void LeaveOutJQuery(MvcOptions options)
    {
        options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
    }

    private static void Trust(ForwardedHeadersOptions options, List<IPNetwork> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // Through as many as are known; the first that is not is who asks.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownIPNetworks.Add(proxy);
    }

    private static IPNetwork ReadNetwork(string proxy)
    {
        if (IPAddress.TryParse(proxy, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(proxy, out var network)
            ? network
            : throw new WrongInputException($"{Proxies}: found '{proxy}', should be addresses, as 10.0.0.7, or networks, as 10.0.0.0/8");
    }
}
