using Gis.Data.Store;

namespace Gis.Web.Cities;

/// <summary>Loads the networks of all cities beside everything else, and takes up what any program saves of any of them.</summary>
public sealed partial class CitiesWatch(GisStore store, AllCities cities, IConfiguration settings, ILogger<CitiesWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Those of a further city are told by the program around its own.
        if (ServedCity.PathOf(settings).Length > 0)
            return;
        await using var news = new StoreNews(store);
        await TakeUp(stoppingToken);
        await news.FollowAsync(() => TakeUp(stoppingToken), stoppingToken);
    }

    private async Task TakeUp(CancellationToken stop)
    {
        try
        {
            await cities.TakeUp(stop);
        }
        catch (StoreException fault)
        {
            SayFailed(fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "The networks of all cities cannot be brought up to date; those loaded stay in use. {Fault}")]
    private partial void SayFailed(string fault);
}
