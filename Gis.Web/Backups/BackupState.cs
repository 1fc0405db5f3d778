using Gis.Data.Store.Backups;

namespace Gis.Web.Backups;

/// <summary>How the scheduled backups stand, for whoever asks how the program is.</summary>
/// <param name="settings">Where the backups are.</param>
public sealed class BackupState(IConfiguration settings)
{
    private volatile string? fault;

    /// <summary>Whether backups are made at all.</summary>
    public bool IsOn => Plan.Folder is not null;

    /// <summary>When the latest backup was made; null if there is none.</summary>
    public DateTimeOffset? Latest => Folder?.FindLatest();

    /// <summary>What went wrong with the last attempt, or is wrong with the store in it; null if nothing.</summary>
    public string? Fault
    {
        get => fault;
        internal set => fault = value;
    }

    internal BackupPlan Plan { get; } = BackupPlan.Of(settings);

    internal BackupFolder? Folder => Plan.Folder is { } folder ? new BackupFolder(folder) : null;

    internal string DataFolder { get; } = Travel.DataFolder.Of(settings);
}
