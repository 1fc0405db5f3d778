using System.Diagnostics;
using System.Globalization;
using Gis.Core.Network;
using Gis.Data.Illustration;
using Gis.Data.Roads;
using Gis.Data.Store;
using Gis.Data.Store.Backups;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Tests.Roads;
using Gis.Data.Tests.Store.History;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit.Abstractions;

namespace Gis.Data.Tests.Store.Stress;

/// <summary>A program that is killed at any moment, as by a power cut: what it had acknowledged is there, and the store is sound.</summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = Stress.IsFull ? 200 : 3;

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there_and_the_store_is_sound()
    {
        var random = new Random(20260304);
        var acknowledged = 0;
        var clock = Stopwatch.StartNew();
        var each = Math.Max(4, Kills / 10);
        for (var store = 0; store * each < Kills; store++)
        {
            // By turns the small town and the default city.
            using var folder = new StoreFolder();
            using (await folder.SaveAsync(store % 2 == 0 ? StoreFolder.StaffedTown() : DefaultCity()))
                MakeRoads(folder);
            for (var known = new Acknowledged(); known.Kills < each;)
                acknowledged += await KillOnceAsync(folder, known, random);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Kills} kills, {acknowledged} acknowledged, {clock.Elapsed.TotalSeconds:0} s"));
        Assert.True(acknowledged > Kills, $"only {acknowledged} acknowledged: the kills come too early to say anything");
    }

    [Fact]
    public async Task A_kill_while_a_file_is_brought_up_to_date_loses_nothing()
    {
        using var older = new StoreFolder();
        using (await older.SaveAsync(StoreFolder.StaffedTown()))
        {
        }

        await using (var context = new GeoPackageContext(GeoPackageConnection.OptionsFor(older.File)))
            await context.GetService<IMigrator>().MigrateAsync("Scenarios");
        var random = new Random(3);
        var longest = 0.0;
        for (var kill = 0; kill <= Kills / 4; kill++)
        {
            using var folder = new StoreFolder();
            File.Copy(older.File, folder.File);
            using (var worker = new WorkerProcess("work", folder.Folder, "1"))
            {
                // The first is let through, so that the others are killed at any moment of what it took.
                var clock = Stopwatch.StartNew();
                await (kill == 0 ? worker.WaitForLinesAsync(1) : Task.Delay((int)(longest * random.NextDouble())));
                longest = Math.Max(longest, clock.Elapsed.TotalMilliseconds);
                await worker.EndAsync(kill: true);
            }

            using var store = await folder.OpenAsync();
            Assert.NotNull(await store.LoadAsync());
            Assert.Empty(await folder.VerifyAsync());
        }
    }

    [Fact]
    public async Task A_kill_while_a_backup_is_restored_leaves_the_one_store_or_the_other()
    {
        using var folder = new StoreFolder();
        using (var store = await folder.SaveAsync(StoreFolder.StaffedTown()))
        {
            await store.Rename(Edits.Room, "in the backup");
            await StoreBackup.WriteAsync(folder.Folder, folder.PathOf("copy.gpkg"));
            await store.Rename(Edits.Room, "after the backup");
        }

        var random = new Random(4);
        var (killed, done) = (0, 0);
        var longest = 0.0;
        for (var kill = 0; kill <= Kills / 4; kill++)
        {
            using var victim = new StoreFolder();
            File.Copy(folder.File, victim.File);
            using var worker = new WorkerProcess("restore", folder.PathOf("copy.gpkg"), victim.Folder);
            var clock = Stopwatch.StartNew();
            await (kill == 0 ? worker.WaitForLinesAsync(1) : Task.Delay((int)(longest * random.NextDouble())));
            longest = Math.Max(longest, clock.Elapsed.TotalMilliseconds);
            var said = (await worker.EndAsync(kill: true)).Lines;

            Assert.Empty(await victim.VerifyAsync());
            using var store = await victim.OpenAsync();
            var name = (await store.Network()).FindPoint(Edits.Room)!.Name;
            (killed, done) = name == "in the backup" ? (killed, done + 1) : (killed + 1, done);
            Assert.True(name is "in the backup" or "after the backup", name);
            if (said.Contains("restored"))
                Assert.Equal("in the backup", name);
        }

        output.WriteLine($"{killed} before and {done} after the store was replaced");
    }

    private static async Task<int> KillOnceAsync(StoreFolder folder, Acknowledged known, Random random)
    {
        using var worker = new WorkerProcess("work", folder.Folder, $"{random.Next()}");
        // One in four while the program starts and opens the store; the others somewhere in its work.
        if (random.Next(4) > 0)
            await worker.WaitForLinesAsync(random.Next(1, 12));
        await Task.Delay(random.Next(300));
        var said = (await worker.EndAsync(kill: true)).Lines;
        known.Add(said);

        // Before anything else opens the file: as the kill left it.
        Assert.Empty(await folder.VerifyAsync());
        Assert.Contains("Layer name: point", StoreFolder.Gdal("ogrinfo", "-ro", "-so", folder.File, "point"), StringComparison.Ordinal);
        using var store = await folder.OpenAsync();
        await known.AssertThereAsync(store, folder);
        return said.Count(line => line != StoreWorker.Opened);
    }

    private static NetworkParts DefaultCity() => DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan")));

    private static void MakeRoads(StoreFolder folder)
    {
        for (var number = 0; number < 2; number++)
        {
            using var town = new OsmTown();
            town.Way(town.Row(5 + number), "highway=primary");
            File.Copy(town.Save(), folder.PathOf($"town-{number}.osm.pbf"));
        }
    }

    /// <summary>What a worker has said it did, over all its lives.</summary>
    private sealed class Acknowledged
    {
        private readonly Dictionary<long, string> versions = [];
        private readonly List<string> backups = [];
        private string? roads;

        internal int Kills { get; private set; }

        internal void Add(IEnumerable<string> lines)
        {
            Kills++;
            foreach (var words in lines.Select(line => line.Split(' ')))
            {
                if (words is ["version", var number, var hash])
                    versions.Add(long.Parse(number, CultureInfo.InvariantCulture), hash);
                else if (words is ["backup", var file])
                    backups.Add(file);
                else if (words is ["roads", var version])
                    roads = version;
            }
        }

        internal async Task AssertThereAsync(GisStore store, StoreFolder folder)
        {
            var saved = (await store.ListVersionsAsync()).ToDictionary(version => version.Sequence, version => version.Hash);
            foreach (var (number, hash) in versions)
                Assert.Equal(hash, saved.GetValueOrDefault(number));
            // What was saved and could not be acknowledged any more: one a life at most.
            Assert.InRange(saved.Count - 1 - versions.Count, 0, Kills);
            Assert.Equal(saved[saved.Keys.Max()], (await store.Network()).Version);
            if (roads is not null)
                Assert.NotNull(new RoadsFolder(folder.Folder).Load());
            foreach (var content in await Task.WhenAll(backups.TakeLast(2).Select(file => StoreBackup.CheckAsync(file))))
                Assert.True(content is { Bytes: BackupBytes.AsWritten, Faults: [] });
        }
    }
}
