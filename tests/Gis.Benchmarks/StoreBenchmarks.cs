using System.Globalization;
using Gis.Core.Network;
using Gis.Data.Illustration;
using Gis.Data.Store;
using Gis.Data.Store.Backups;
using Gis.Data.Store.History;

namespace Gis.Benchmarks;

/// <summary>What an edit of one record costs in the default network, and what its history, a backup and a check cost after a thousand.</summary>
internal static class StoreBenchmarks
{
    private const int Edits = 1000;

    internal static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("gis-store-benchmark-").FullName;
        try
        {
            using var store = await GisStore.OpenAsync(folder);
            await store.SaveAsync(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))), "first", DateTimeOffset.UtcNow);
            var edit = 0;
            Timing.Run("edit one record of the default network", Edits, () => Edit(store, edit++).GetAwaiter().GetResult());
            Timing.Run("load the network as it stands", 20, () => store.LoadAsync().GetAwaiter().GetResult());
            var history = new NetworkHistory(store);
            Timing.Run($"load it as it was {Edits / 2} edits ago", 20, () => history.LoadAsync(Edits / 2).GetAwaiter().GetResult());
            Timing.Run("save it whole", 10, () => store.SaveAsync(store.LoadAsync().GetAwaiter().GetResult()!.Parts, "again", DateTimeOffset.UtcNow).GetAwaiter().GetResult());
            var backup = 0;
            Timing.Run("back it up, checked", 10, () => StoreBackup.WriteAsync(folder, Path.Combine(folder, $"copy-{backup++}.gpkg")).GetAwaiter().GetResult());
            Timing.Run("verify it", 10, () => GisStore.VerifyAsync(folder).GetAwaiter().GetResult());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the file {new FileInfo(GisStore.FileIn(folder)).Length / 1e6:0.0} MB, its backup {new FileInfo(Path.Combine(folder, "copy-0.gpkg")).Length / 1e6:0.0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Edit(GisStore store, int number)
    {
        var points = (await store.LoadAsync())!.Points;
        var point = points[number % points.Length];
        var change = new RecordChange(point, point with { Name = $"{point.Name}'" });
        if (await store.EditAsync(new NetworkEdit("point.change", "benchmark", [change]), DateTimeOffset.UtcNow) is not EditOutcome.Saved)
            throw new InvalidOperationException("The edit was not saved.");
    }
}
