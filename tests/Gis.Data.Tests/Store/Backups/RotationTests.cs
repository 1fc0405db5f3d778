using CsCheck;
using Gis.Data.Store;
using Gis.Data.Store.Backups;

namespace Gis.Data.Tests.Store.Backups;

[Trait("Store", StoreFolder.OfFile)]
public sealed class RotationTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 3, 0, 0, TimeSpan.Zero);

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    // A backup every night of two years: the last seven days, the ends of three more weeks and of the months before.
    [Fact]
    public void Of_two_years_of_nights_there_stay_seven_days_four_weeks_and_twelve_months()
    {
        var kept = RunNights(730);
        // 730 nights from 1 January 2026 on end on Friday, 31 December 2027.
        DateTimeOffset[] expected =
        [
            .. Enumerable.Range(0, 7).Select(day => new DateTimeOffset(2027, 12, 31, 3, 0, 0, TimeSpan.Zero).AddDays(-day)),
            .. new[] { (12, 19), (12, 12), (11, 30), (10, 31), (9, 30), (8, 31), (7, 31), (6, 30), (5, 31), (4, 30), (3, 31), (2, 28), (1, 31) }
                .Select(date => new DateTimeOffset(2027, date.Item1, date.Item2, 3, 0, 0, TimeSpan.Zero)),
        ];
        Assert.Equal(expected, kept.OrderDescending());
    }

    [Fact]
    public void After_a_month_that_stood_still_nothing_is_lost_by_it()
    {
        var before = RunNights(30);
        var after = before.Append(Start.AddDays(90)).ToList();
        // Only the oldest of the seven days and the oldest of the four weeks give way to the new one.
        Assert.Equal([Start.AddDays(10), Start.AddDays(23)], BackupRotation.ListSuperfluous(after, new BackupKeep()));
    }

    [Fact]
    public void Of_several_backups_of_a_day_the_last_stays() =>
        Assert.Equal([Start], BackupRotation.ListSuperfluous([Start, Start.AddHours(1)], new BackupKeep()));

    [Fact]
    public void The_latest_stays_even_where_none_is_to_be_kept() =>
        Assert.Equal([Start], BackupRotation.ListSuperfluous([Start, Start.AddHours(1)], new BackupKeep(0, 0, 0)));

    [Fact]
    public void Whatever_the_times_no_more_stay_than_asked_for_and_a_second_look_deletes_no_more() =>
        Gen.Int[0, 1_000_000].Array[0, 60].Sample(minutes =>
        {
            var times = minutes.Distinct().Select(minute => Start.AddMinutes(minute)).ToList();
            var keep = new BackupKeep(3, 2, 2);
            var kept = times.Except(BackupRotation.ListSuperfluous(times, keep)).ToList();
            return kept.Count <= 7 && (times.Count == 0 || kept.Contains(times.Max())) && BackupRotation.ListSuperfluous(kept, keep).Count == 0;
        });

    [Fact]
    public async Task A_folder_of_backups_deletes_what_it_made_and_nothing_else()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var backups = new BackupFolder(folder.PathOf("b"));
        Assert.Null(backups.FindLatest());
        Directory.CreateDirectory(folder.PathOf("b"));
        await File.WriteAllTextAsync(folder.PathOf("b/network-of-the-mayor.gpkg"), "");
        for (var day = 0; day < 3; day++)
            await backups.AddAsync(folder.Folder, new BackupKeep(2, 0, 0), Start.AddDays(day));
        Assert.Equal(
            ["network-20260102T030000Z.gpkg", "network-20260102T030000Z.gpkg.sha256", "network-20260103T030000Z.gpkg", "network-20260103T030000Z.gpkg.sha256", "network-of-the-mayor.gpkg"],
            Directory.GetFiles(folder.PathOf("b")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Start.AddDays(2), backups.FindLatest());
    }

    [Fact]
    public async Task A_backup_that_fails_deletes_none()
    {
        using (await folder.SaveAsync(StoreFolder.Town()))
        {
        }

        var backups = new BackupFolder(folder.PathOf("b"));
        await backups.AddAsync(folder.Folder, new BackupKeep(1, 0, 0), Start);
        File.Delete(folder.File);
        await Assert.ThrowsAsync<StoreException>(() => backups.AddAsync(folder.Folder, new BackupKeep(1, 0, 0), Start.AddDays(1)));
        Assert.Equal(Start, backups.FindLatest());
    }

    private static List<DateTimeOffset> RunNights(int nights)
    {
        var kept = new List<DateTimeOffset>();
        for (var night = 0; night < nights; night++)
        {
            kept.Add(Start.AddDays(night));
            kept = [.. kept.Except(BackupRotation.ListSuperfluous(kept, new BackupKeep()))];
        }

        return kept;
    }
}
