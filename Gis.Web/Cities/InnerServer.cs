using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Gis.Web.Cities;

/// <summary>The server of a program within the program: it listens to nothing and is handed each request by the one that does.</summary>
/// <param name="outer">What is known of the server that listens, as its addresses.</param>
internal sealed class InnerServer(IFeatureCollection outer) : IServer
{
    // What the outer program put beside the request, as its route and services, is none of this one's.
    private static readonly Type[] OfOneProgram = [typeof(IEndpointFeature), typeof(IRouteValuesFeature), typeof(IServiceProvidersFeature), typeof(IItemsFeature)];

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
        var kept = OfOneProgram.Select(type => (type, request[type])).ToList();
        foreach (var type in OfOneProgram)
            request[type] = null;
        var context = application.CreateContext(new FeatureCollection(request));
        var failed = (Exception?)null;
        try
        {
            await application.ProcessRequestAsync(context);
            // What is to be done when the answer starts must be done while there is a context.
            await request.GetRequiredFeature<IHttpResponseBodyFeature>().StartAsync();
        }
        catch (Exception fault)
        {
            failed = fault;
            throw;
        }
        finally
        {
            application.DisposeContext(context, failed);
            foreach (var (type, feature) in kept)
                request[type] = feature;
        }
    }
}
