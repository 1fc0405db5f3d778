using Gis.Web.Layout;
using Gis.Web.Siting;
using Microsoft.AspNetCore.Hosting.Server;

namespace Gis.Web.Cities;

/// <summary>The program of one city, started; it is not ended while it answers somebody.</summary>
internal sealed class CityProgram : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private int users;
    private bool hasEnded;

    private CityProgram(WebApplication app) => this.app = app;

    internal long UsedLast { get; private set; }

    /// <summary>Whether it computes a run.</summary>
    internal bool IsBusy => app.Services.GetRequiredService<RunDesk>().IsBusy;

    internal static async Task<CityProgram> Start(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseWeb();
        await app.StartAsync();
        return new CityProgram(app);
    }

    /// <summary>Begins a use; false where it is ending.</summary>
    internal bool TryEnter()
    {
        lock (gate)
        {
            if (!hasEnded)
                users++;
            return !hasEnded;
        }
    }

    /// <summary>Answers a request within a use, and ends the use.</summary>
    internal async Task Serve(HttpContext context)
    {
        try
        {
            await ((InnerServer)app.Services.GetRequiredService<IServer>()).Serve(context.Features);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Ends a use.</summary>
    internal void Leave()
    {
        lock (gate)
            (users, UsedLast) = (users - 1, Environment.TickCount64);
    }

    /// <summary>Lets nobody in any more; false where somebody is, or a run is computed.</summary>
    internal bool TryEnd()
    {
        lock (gate)
            return users == 0 && !IsBusy && (hasEnded = true);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
