using Gis.Data.Store;

namespace Gis.Web.Network;

/// <summary>Takes versions of the network into use that another program saved. Where one cannot be read the one before stays.</summary>
public sealed partial class NetworkWatch(GisStore store, CurrentNetwork current, ILogger<NetworkWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TakeUp(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TakeUp(CancellationToken stop)
    {
        try
        {
            if (await store.FindLatestAsync(stop) > current.Version && await store.LoadLatestAsync(stop) is var (version, network))
                current.Serve(version, network);
        }
        catch (StoreException fault)
        {
            SayFailed(fault.Message, current.Version);
        }
    }

    [LoggerMessage(LogLevel.Error, "The network as last saved cannot be used; version {Version} stays in use. {Fault}")]
    private partial void SayFailed(string fault, long version);
}
