using Gis.Core.Network;
using Gis.Data.Store;

namespace Gis.Web.Cities;

/// <summary>
/// Starts the program of a city whose runs nobody computes, though nobody asks for its pages. One city follows the other, for a
/// run takes all cores.
/// </summary>
public sealed partial class CityRuns(
    GisStore store, ScenarioStore scenarios, CityPrograms programs, IConfiguration settings, TimeProvider clock, ILogger<CityRuns> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // A program takes a run within seconds; one that does not is in want of something that waiting does not bring.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A city's own program computes its own.
        if (ServedCity.PathOf(settings).Length > 0)
            return;
        await using var news = new StoreNews(store);
        await news.FollowAsync(() => ComputeAll(stoppingToken), stoppingToken);
    }

    private async Task ComputeAll(CancellationToken stop)
    {
        var waiting = await Try([], () => scenarios.ListCitiesWaitingAsync(clock.GetUtcNow(), stop));
        foreach (var city in waiting.Where(city => city != store.City))
            await Try(true, () => Compute(city, stop));
    }

    // What is the matter with one city keeps no other waiting; it is tried again at the next look.
    private async Task<T> Try<T>(T otherwise, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is StoreException or NetworkException or IOException or UnauthorizedAccessException)
        {
            SayFailed(fault.Message);
            return otherwise;
        }
    }

    private async Task<bool> Compute(AreaCode city, CancellationToken stop)
    {
        if (await programs.Use(city) is not { } program)
            return false;
        try
        {
            for (var idle = TimeSpan.Zero; idle < Patience && (program.IsBusy || await Waits(city, stop)); idle = program.IsBusy ? TimeSpan.Zero : idle + Look)
                await Task.Delay(Look, stop);
            return true;
        }
        finally
        {
            program.Leave();
        }
    }

    private async Task<bool> Waits(AreaCode city, CancellationToken stop) => (await scenarios.ListCitiesWaitingAsync(clock.GetUtcNow(), stop)).Contains(city);

    [LoggerMessage(LogLevel.Warning, "Runs of a city wait: {Fault}")]
    private partial void SayFailed(string fault);
}
