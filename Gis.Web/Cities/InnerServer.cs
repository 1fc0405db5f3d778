using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Gis.Web.Cities;

/// <summary>The server of a program within the program: it listens to nothing and is handed each request by the one that does.</summary>
/// <param name="outer">What is known of the server that listens, as its addresses.</param>
internal sealed class InnerServer(IFeatureCollection outer) : IServer
{
    private Func<IFeatureCollection, Task>? serve;

    public IFeatureCollection Features { get; } = new FeatureCollection(outer);

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        serve = request => Serve(application, request);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    /// <summary>Answers a request of the server that listens.</summary>
    internal Task Serve(IFeatureCollection request) => serve?.Invoke(request) ?? throw new InvalidOperationException("It has not started.");

    private static async Task Serve<TContext>(IHttpApplication<TContext> application, IFeatureCollection request)
        where TContext : notnull
    {
        // What the outer program put beside the request, as its route, is none of this one's.
        var features = new FeatureCollection(request);
        features[typeof(IEndpointFeature)] = null;
        features[typeof(IRouteValuesFeature)] = null;
        features[typeof(IServiceProvidersFeature)] = null;
        features[typeof(IItemsFeature)] = null;
        var context = application.CreateContext(features);
        try
        {
            await application.ProcessRequestAsync(context);
        }
        catch (Exception fault)
        {
            application.DisposeContext(context, fault);
            throw;
        }

        application.DisposeContext(context, null);
    }
}
