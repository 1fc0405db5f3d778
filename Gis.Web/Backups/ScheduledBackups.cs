using Gis.Data.Store;

namespace Gis.Web.Backups;

/// <summary>Backs the store up once a day while the program serves, and when it starts after having stood still at that hour.</summary>
public sealed partial class ScheduledBackups(BackupState state, TimeProvider time, ILogger<ScheduledBackups> log) : BackgroundService
{
    // Long enough that a start is not slowed, and a failure not said more often than anyone can act on it.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Makes a backup if one is due; gives whether it did.</summary>
    internal async Task<bool> MakeIfDue(CancellationToken stop)
    {
        try
        {
            if (state.Folder is not { } folder || !state.Plan.IsDue(folder.FindLatest(), time.GetUtcNow(), time.LocalTimeZone))
                return false;
            var (file, content) = await Task.Run(() => folder.AddAsync(state.DataFolder, state.Plan.Keep, time.GetUtcNow(), stop), stop);
            state.Fault = content.Faults is [var first, ..] ? $"The store in {file} has {content.Faults.Count} faults, the first: {first}" : null;
            if (state.Fault is { } found)
                SayFaulty(found);
            else
                SayMade(file, content.Version, content.Entry);
            return true;
        }
        // A disk that is away today may be back tomorrow; an exception that leaves here would end the pages.
        catch (Exception fault) when (fault is StoreException or IOException or UnauthorizedAccessException)
        {
            state.Fault = fault.Message;
            SayFailed(fault.Message);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!state.IsOn)
        {
            SayOff();
            return;
        }

        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await MakeIfDue(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    [LoggerMessage(LogLevel.Information, "Backed up to {File}: version {Version} of the network, log up to entry {Entry}.")]
    private partial void SayMade(string file, long? version, long? entry);

    [LoggerMessage(LogLevel.Error, "{Fault}. Run verify.")]
    private partial void SayFaulty(string fault);

    [LoggerMessage(LogLevel.Error, "The scheduled backup failed and is tried again in ten minutes. {Fault}")]
    private partial void SayFailed(string fault);

    [LoggerMessage(LogLevel.Warning, "No backups are made here: the setting Backups:Folder is empty, or the store is a database, which is backed up by its own tools.")]
    private partial void SayOff();
}
