using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Data.Roads;

/// <summary>
/// Travel over imported roads, each mode made ready when first asked for. Tables of a network are kept in the folder, for it
/// takes seconds to make one. Any number of threads may ask.
/// </summary>
public sealed class RoadTables(ImportedRoads roads, RoadsFolder folder)
{
    // The usual ones of all modes, and some of other days: each takes some tens of megabytes about a city.
    private const int MostKept = 6;

    private readonly ConcurrentDictionary<(TravelMode Mode, RoadConditions Conditions), Made<RoadTravel>> travels = [];

    /// <summary>The modes that go over roads here; a bus keeps to its own timetable, which roads do not say.</summary>
    public static ImmutableArray<TravelMode> Modes { get; } = [TravelMode.Walk, TravelMode.EBike, TravelMode.Car];

    /// <summary>The longest trip in a table: a day, so that nothing that can be reached at all is missing.</summary>
    public static Minutes Limit { get; } = new(24 * 60);

    public ImportedRoads Roads { get; } = roads;

    /// <summary>The table from the villages to the points of a network, kept from before or measured and kept.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TravelTable Table(ServiceNetwork network, TravelMode mode, RoadConditions conditions, IProgress<Share>? progress = null, CancellationToken cancel = default)
    {
        var key = $"{network.Version} {Roads.Network.Version} {mode.Written()} {conditions} {Limit.Value} {ProgramVersion.Text}";
        if (folder.FindTable(key) is { } kept)
            return kept;
        var table = Travel(mode, conditions, cancel).Measure(network, TravelDirection.There, ModePace.Defaults[mode], new RoadWork(Limit, progress, cancel));
        try
        {
            folder.KeepTable(key, table);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk costs the time to make it again, not the answer.
        }

        return table;
    }

    /// <summary>The roads made ready for a mode.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public RoadTravel Travel(TravelMode mode, RoadConditions conditions, CancellationToken cancel = default)
    {
        if (travels.Count >= MostKept)
        {
            foreach (var other in travels.Keys.Where(key => key.Conditions != RoadConditions.Usual))
                travels.TryRemove(other, out _);
        }

        return travels.GetOrAdd((mode, conditions), _ => new Made<RoadTravel>())
            .Get(() => RoadTravel.Of(RoadGraph.Of(Roads.Network, mode, conditions), SnapRules.Default, cancel));
    }

    /// <summary>Where the villages and the points of a network join the roads; none for what has no position.</summary>
    public (IReadOnlyList<RoadSnap?> Villages, IReadOnlyList<RoadSnap?> Points) Snap(ServiceNetwork network, TravelMode mode)
    {
        // Cheaper than making all ready, for whom tables kept from before are enough.
        var index = new SnapIndex(RoadGraph.Of(Roads.Network, mode, RoadConditions.Usual), SnapRules.Default);
        return ([.. network.Villages.Select(village => Snap(village.Position))], [.. network.Points.Select(point => Snap(point.Position))]);

        RoadSnap? Snap(Position? position) => position is null ? null : index.Snap(position.At);
    }

    /// <summary>Made once, unless that is cancelled; then again when next asked for.</summary>
    private sealed class Made<T>
        where T : class
    {
        private readonly Lock gate = new();
        private T? value;

        internal T Get(Func<T> make)
        {
            lock (gate)
                return value ??= make();
        }
    }
}
