using Gis.Data.Roads;
using Gis.Web.Network;

namespace Gis.Web.Travel;

/// <summary>
/// Takes newly imported roads into use while the program serves. Where they cannot be loaded those before stay, and one
/// sentence of the log says why.
/// </summary>
public sealed partial class RoadsWatch(CurrentNetwork current, IConfiguration settings, ILogger<RoadsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly RoadsFolder folder = new(DataFolder.Of(settings));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = folder.LastChange;
        // What was there when the program started was loaded with the network, or found wanting.
        while (await Wait(stoppingToken))
        {
            var change = folder.LastChange;
            if (change == known)
                continue;
            known = change;
            // Off the timer's thread: loading and measuring take seconds.
            await Task.Run(TakeUp, stoppingToken);
        }
    }

    private static async Task<bool> Wait(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Pause, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void TakeUp()
    {
        try
        {
            var roads = folder.Load();
            var next = current.Snapshot.With(roads is null ? null : new RoadTables(roads, folder));
            // Made before anyone can ask, so that nobody waits.
            foreach (var mode in RoadTables.Modes)
            {
                next.Table(mode);
                next.Travel.DoubtOf(mode);
            }

            current.Serve(next);
            SayTaken(next.Travel.Version);
        }
        // Whatever it is, the roads before go on serving, which an exception that leaves here would end.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            SayFailed(fault.Message, current.Snapshot.Travel.Version);
        }
    }

    [LoggerMessage(LogLevel.Information, "Minutes are now measured with {Version}.")]
    private partial void SayTaken(string version);

    [LoggerMessage(LogLevel.Error, "The roads named as current cannot be used; {Version} stays in use. {Fault}")]
    private partial void SayFailed(string fault, string version);
}
