using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.History;

namespace Gis.Data.Tests.Store.History;

/// <summary>Changes of the made-up town.</summary>
internal static class Edits
{
    internal static readonly PointId Room = PointId.Parse("room-640104100202");

    internal static readonly PointId Station = PointId.Parse("station-640104100");

    internal static async Task<ServiceNetwork> Network(this GisStore store) => (await store.LoadAsync())!;

    /// <summary>Changes a point as it stands now.</summary>
    internal static async Task<EditOutcome> Change(this GisStore store, PointId id, Func<ServicePoint, ServicePoint> change, string reason = "why")
    {
        var point = (await store.Network()).FindPoint(id)!;
        return await store.EditAsync(new NetworkEdit("point.change", reason, [new RecordChange(point, change(point))]), StoreFolder.Noon);
    }

    internal static async Task<EditOutcome.Saved> Rename(this GisStore store, PointId id, string name) =>
        Assert.IsType<EditOutcome.Saved>(await store.Change(id, point => point with { Name = name }));

    /// <summary>Takes an entry of the log back.</summary>
    internal static async Task<EditOutcome> Undo(this GisStore store, long entry)
    {
        var line = (await new NetworkHistory(store).FindAsync(entry))!;
        var changes = NetworkHistory.ChangesOf(line)!.Value;
        return await store.EditAsync(new NetworkEdit("change.undo", "wrong", [.. changes.Select(change => change.Undo())]) { Undoes = entry }, StoreFolder.Noon);
    }

    /// <summary>A change drawn at random that leaves a network.</summary>
    internal static RecordChange Draw(ServiceNetwork network, Random random)
    {
        var point = network.Points[random.Next(network.Points.Length)];
        var village = network.Villages[random.Next(network.Villages.Length)];
        var added = $"room-{random.Next(1000)}";
        return random.Next(6) switch
        {
            0 => new RecordChange(point, point with { Stage = (Stage)random.Next(6) }),
            1 => new RecordChange(point, point with { Position = null }),
            2 => new RecordChange(village, village with { Position = network.Counties[0].Seat! with { Accuracy = new Metres(random.NextDouble()) } }),
            3 => new RecordChange(village, village with { Name = $"村{random.Next(1000)}" }),
            4 when network.Points.Length > 3 => new RecordChange(network.Points[^1], null),
            _ => network.FindPoint(PointId.Parse(added)) is { } there
                ? new RecordChange(there, there with { Name = there.Name + "'" })
                : new RecordChange(null, network.FindPoint(Room) is { } room ? room with { Id = PointId.Parse(added) } : point with { Id = PointId.Parse(added) }),
        };
    }
}
