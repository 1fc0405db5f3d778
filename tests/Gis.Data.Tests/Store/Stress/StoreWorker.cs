using System.Globalization;
using Gis.Core.Places;
using Gis.Data.Roads;
using Gis.Data.Store;
using Gis.Data.Store.Backups;
using Gis.Data.Store.History;
using Gis.Data.Tests.Store.History;

namespace Gis.Data.Tests.Store.Stress;

/// <summary>Works on a store as the program does, and says what is done as soon as it is: a line that came out is a promise.</summary>
internal static class StoreWorker
{
    internal const string Opened = "opened";

    internal static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["work", var folder, var seed]:
                await WorkAsync(folder, new Random(int.Parse(seed, CultureInfo.InvariantCulture)));
                return 0;
            case ["restore", var backup, var folder]:
                await StoreRestore.RunAsync(backup, folder, new RestoreWishes(), DateTimeOffset.UtcNow);
                Say("restored");
                return 0;
            case ["count", var place, var clients, var each]:
                await new CountingClients(StorePlace.Parse(place)).RunAsync(int.Parse(clients, CultureInfo.InvariantCulture), int.Parse(each, CultureInfo.InvariantCulture));
                return 0;
            case ["compute", var place, var seed]:
                await ComputeAsync(StorePlace.Parse(place), new Random(int.Parse(seed, CultureInfo.InvariantCulture)));
                return 0;
            case ["fill", var folder]:
                return await FillAsync(folder);
            default:
                return 2;
        }
    }

    // An instance that computes what waits, each for some tenths of a second, without end.
    private static async Task ComputeAsync(StorePlace place, Random random)
    {
        using var store = await GisStore.OpenAsync(place);
        var (scenarios, hold) = (new ScenarioStore(store), new RunHold(Guid.NewGuid().ToString("N"), TimeSpan.FromSeconds(1)));
        Say(Opened);
        while (true)
        {
            if (await scenarios.TakeNextAsync(hold, DateTimeOffset.UtcNow) is not { } run)
            {
                await Task.Delay(20);
                continue;
            }

            for (var step = random.Next(1, 5); step > 0; step--)
            {
                await Task.Delay(random.Next(10, 60));
                await scenarios.KeepAsync(run.Id, hold, DateTimeOffset.UtcNow);
            }

            if (await scenarios.EndAsync(run with { State = RunState.Done, Outcome = hold.Holder }, hold, DateTimeOffset.UtcNow))
                Say($"done {run.Id}");
        }
    }

    // Without end: whoever started it kills it.
    private static async Task WorkAsync(string folder, Random random)
    {
        using var store = await GisStore.OpenAsync(folder);
        Say(Opened);
        for (var number = 0; ; number++)
        {
            switch (random.Next(12))
            {
                case < 8:
                    await EditAsync(store, random);
                    break;
                case < 10:
                    await SaveAsync(store, random);
                    break;
                case 10:
                    ImportRoads(folder, random);
                    break;
                default:
                    var file = Path.Combine(folder, "backups", $"{Guid.NewGuid():N}.gpkg");
                    await StoreBackup.WriteAsync(folder, file);
                    Say($"backup {file}");
                    break;
            }
        }
    }

    private static async Task EditAsync(GisStore store, Random random)
    {
        var edit = new NetworkEdit("test.draw", "drawn", [Edits.Draw(await store.Network(), random)]);
        if (await store.EditAsync(edit, DateTimeOffset.UtcNow) is EditOutcome.Saved saved)
            Say($"version {saved.Version} {saved.Network.Version}");
    }

    private static async Task SaveAsync(GisStore store, Random random)
    {
        var parts = (await store.Network()).Parts;
        var next = StoreFolder.Versioned(parts with { Firms = [.. parts.Firms.Select(firm => firm with { Lawyers = random.Next(1000) })] });
        await store.SaveAsync(next, "saved whole", DateTimeOffset.UtcNow);
        Say($"version {(await store.ListVersionsAsync())[0].Sequence} {next.Version}");
    }

    private static void ImportRoads(string folder, Random random)
    {
        var roads = new RoadsFolder(folder);
        var imported = roads.Read(Path.Combine(folder, $"town-{random.Next(2)}.osm.pbf"), Crs.Wgs84);
        roads.Keep(imported);
        roads.Use(imported);
        Say($"roads {imported.Network.Version}");
    }

    // Until nothing more can be saved; says why.
    private static async Task<int> FillAsync(string folder)
    {
        using var store = await GisStore.OpenAsync(folder);
        try
        {
            for (var number = 0; number < 100_000; number++)
            {
                var saved = await store.Rename(Edits.Room, $"名{number}-{new string('x', 2000)}");
                Say($"version {saved.Version} {saved.Network.Version}");
            }
        }
        catch (StoreException full)
        {
            Say(full.Message);
            return 3;
        }

        return 0;
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
