using Gis.Data.Store.Backups;
using Gis.Data.Store;
using Gis.Web.Commands;
using Gis.Web.Layout;
using Gis.Web.Network;
using Gis.Web.Travel;

namespace Gis.Web.Backups;

/// <summary>When the server backs the store up and what it keeps: the settings under <c>Backups</c>.</summary>
/// <param name="Folder">Where to; null where no backups are wanted.</param>
/// <param name="Hour">At which hour of the day, by the machine's clock: 0 to 23.</param>
/// <param name="Keep">What is kept.</param>
internal sealed record BackupPlan(string? Folder, int Hour, BackupKeep Keep)
{
    private const int Night = 3;

    /// <exception cref="WrongInputException">A setting cannot be used.</exception>
    internal static BackupPlan Of(IConfiguration settings)
    {
        var usual = new BackupKeep();
        // A database is backed up by tools of its own.
        var folder = StoreSetting.Of(settings) is StorePlace.Database ? "" : settings["Backups:Folder"] ?? Path.Combine(DataFolder.Of(settings), "backups");
        return new BackupPlan(
            folder.Length == 0 ? null : Path.GetFullPath(folder),
            NumberSetting.Read(settings, "Backups:Hour", Night, 0, 23),
            new BackupKeep(
                NumberSetting.Read(settings, "Backups:Keep:Days", usual.Days, 0, 1000),
                NumberSetting.Read(settings, "Backups:Keep:Weeks", usual.Weeks, 0, 1000),
                NumberSetting.Read(settings, "Backups:Keep:Months", usual.Months, 0, 1000)));
    }

    /// <summary>Whether a backup is due: the hour has struck since the latest, or there is none. Exactly at the hour it is.</summary>
    internal bool IsDue(DateTimeOffset? latest, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var struck = local.Hour >= Hour ? local.Date.AddHours(Hour) : local.Date.AddDays(-1).AddHours(Hour);
        return latest is not { } made || TimeZoneInfo.ConvertTime(made, zone).DateTime < struck;
    }

}
