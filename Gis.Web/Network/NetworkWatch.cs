using Gis.Data.Store;
using Gis.Web.Finder.Hours;

namespace Gis.Web.Network;

/// <summary>
/// Takes versions of the network and holidays into use that another program saved. Where one cannot be read the one before stays.
/// </summary>
public sealed partial class NetworkWatch(GisStore store, CurrentNetwork current, CurrentCalendar calendar, ILogger<NetworkWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var news = new StoreNews(store);
        await news.FollowAsync(() => TakeUp(stoppingToken), stoppingToken);
    }

    private async Task TakeUp(CancellationToken stop)
    {
        try
        {
            if (await store.FindLatestAsync(stop) > current.Version && await store.LoadLatestAsync(stop) is var (version, network))
                current.Serve(version, network);
            await calendar.TakeUp(store, stop);
        }
        catch (StoreException fault)
        {
            SayFailed(fault.Message, current.Version);
        }
    }

    [LoggerMessage(LogLevel.Error, "The network as last saved cannot be used; version {Version} stays in use. {Fault}")]
    private partial void SayFailed(string fault, long version);
}
