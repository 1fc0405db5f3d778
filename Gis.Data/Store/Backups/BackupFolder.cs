using System.Globalization;

namespace Gis.Data.Store.Backups;

/// <summary>A folder of backups named after when they were made. What has another name is never touched.</summary>
public sealed class BackupFolder(string folder)
{
    private const string NameForm = "'network-'yyyyMMdd'T'HHmmss'Z.gpkg'";

    private static readonly TimeSpan LongerThanAnyCopy = TimeSpan.FromDays(1);

    /// <summary>When the latest backup was made; null if there is none.</summary>
    public DateTimeOffset? FindLatest() => ListTimes() is { Count: > 0 } times ? times.Max() : null;

    /// <summary>Makes a backup of the store in a data folder, then deletes what need not be kept.</summary>
    /// <exception cref="StoreException">It could not be made; then nothing is deleted.</exception>
    public async Task<(string File, BackupContent Content)> AddAsync(string dataFolder, BackupKeep keep, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var file = FileOf(now);
        var content = await StoreBackup.WriteAsync(dataFolder, file, cancellation);
        foreach (var time in BackupRotation.ListSuperfluous(ListTimes(), keep))
            StoreBackup.Delete(FileOf(time));
        foreach (var half in Directory.GetFiles(folder, ".network-*.part").Where(half => File.GetLastWriteTimeUtc(half) < now.UtcDateTime - LongerThanAnyCopy))
            File.Delete(half);
        return (file, content);
    }

    private string FileOf(DateTimeOffset time) => Path.Combine(folder, time.UtcDateTime.ToString(NameForm, CultureInfo.InvariantCulture));

    private List<DateTimeOffset> ListTimes()
    {
        var times = new List<DateTimeOffset>();
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "network-*.gpkg") : [])
        {
            if (DateTimeOffset.TryParseExact(Path.GetFileName(file), NameForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                times.Add(time);
        }

        return times;
    }
}
