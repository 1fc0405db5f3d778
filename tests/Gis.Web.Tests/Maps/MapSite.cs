using Gis.Core.Network;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Maps;

/// <summary>The map endpoints alone, over a network given in memory.</summary>
internal static class MapSite
{
    internal static async Task<HttpClient> Start(ServiceNetwork network)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddProblemDetails();
        builder.Services.AddLanguage();
        builder.Services.AddMaps();
        builder.Services.AddSingleton(new CurrentNetwork(new Snapshot(network), version: 1));
        var app = builder.Build();
        app.UseLanguagePrefix();
        app.UseRouting();
        app.MapTiles();
        app.MapDrawnMaps();
        await app.StartAsync();
        return app.GetTestClient();
    }
}
