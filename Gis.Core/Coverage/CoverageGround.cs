using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>What all questions about one network and one table have in common. Never changes, so states may share it.</summary>
internal sealed class CoverageGround
{
    private readonly Lazy<(int[] Start, ColumnReach[] Reaches)> columns;
    private readonly Dictionary<PointId, int> columnOf;
    private readonly Lazy<int[]>[] gapOrders;

    internal CoverageGround(ServiceNetwork network, TravelTable table, SnapDoubt snapped)
    {
        if (table.RowCount != network.Villages.Length)
            throw new ArgumentException($"The table has {table.RowCount} rows, the network {network.Villages.Length} villages.", nameof(table));
        (Network, Table, Snapped) = (network, table, snapped);
        VillageDoubt = [.. network.Villages.Select(village => TimeFor(village.Position) + snapped.Villages.GetValueOrDefault(village.Code))];
        PointDoubt = [.. network.Points.Select(point => TimeFor(point.Position) + snapped.Points.GetValueOrDefault(point.Id))];
        MostPointDoubt = PointDoubt.DefaultIfEmpty().Max();
        CountyOf = IndexAreas(network.Counties.Select(county => county.Code), village => village.Code.County);
        TownshipOf = IndexAreas(network.Townships.Select(township => township.Code), village => village.Code.Township);
        Built = [.. network.Points.Select(point => point.IsOpen)];
        columnOf = network.Points.Select((point, index) => (point.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        HomeOf = [.. network.Points.Select(FindHome)];
        UnlocatedVillages = [.. Enumerable.Range(0, network.Villages.Length).Where(row => network.Villages[row].Position is null)];
        columns = new(TurnRound);
        gapOrders = [.. Enum.GetValues<Weighting>().Select(weighting => new Lazy<int[]>(() => OrderGaps(weighting)))];
    }

    internal ServiceNetwork Network { get; }

    internal TravelTable Table { get; }

    internal SnapDoubt Snapped { get; }

    /// <summary>How many minutes a trip may be off for the village at its start, by row.</summary>
    internal Minutes[] VillageDoubt { get; }

    /// <summary>How many minutes a trip may be off for the point at its end.</summary>
    internal Minutes[] PointDoubt { get; }

    internal Minutes MostPointDoubt { get; }

    /// <summary>The place of each village's county in the list of counties.</summary>
    internal int[] CountyOf { get; }

    /// <summary>The place of each village's township in the list of townships.</summary>
    internal int[] TownshipOf { get; }

    /// <summary>For each point the village it moves with, being its room; -1 if there is none, or a question put the point where it stands.</summary>
    internal int[] HomeOf { get; }

    internal int[] UnlocatedVillages { get; }

    /// <summary>For each point whether it is built.</summary>
    internal bool[] Built { get; }

    /// <summary>The villages that reach a point, with the minutes.</summary>
    internal ReadOnlySpan<ColumnReach> Column(int point)
    {
        var (start, reaches) = columns.Value;
        return reaches.AsSpan(start[point]..start[point + 1]);
    }

    /// <summary>The place of a point in the network's list; -1 if it has no such point.</summary>
    internal int Find(PointId point) => columnOf.GetValueOrDefault(point, -1);

    /// <summary>All villages that count, in the order of a list of gaps: those that count most first, then those with most residents, then by code.</summary>
    internal int[] GapOrder(Weighting weighting) => gapOrders[(int)weighting].Value;

    private int FindHome(ServicePoint point) =>
        point.Area.Level == AreaLevel.Village && !Scenario.Placed(point) && Network.FindVillage(point.Area) is not null ? Network.RowOf(point.Area) : -1;

    private Minutes TimeFor(Position? position) =>
        position is null ? default : Table.Pace.Speed.TimeFor(position.Accuracy * Table.Pace.Detour);

    private int[] IndexAreas(IEnumerable<AreaCode> areas, Func<Village, AreaCode> areaOf)
    {
        var places = areas.Select((area, place) => (area, place)).ToDictionary(pair => pair.area, pair => pair.place);
        return [.. Network.Villages.Select(village => places[areaOf(village)])];
    }

    private int[] OrderGaps(Weighting weighting) =>
    [
        .. Enumerable.Range(0, Network.Villages.Length)
            .Where(row => weighting.Of(Network.Villages[row]).Count > 0)
            .OrderByDescending(row => weighting.Of(Network.Villages[row]))
            .ThenByDescending(row => Network.Villages[row].Residents),
    ];

    // The table by columns.
    private (int[] Start, ColumnReach[] Reaches) TurnRound()
    {
        var start = new int[Network.Points.Length + 1];
        for (var row = 0; row < Table.RowCount; row++)
        {
            foreach (ref readonly var reach in Table.Row(row))
                start[reach.Point + 1]++;
        }

        for (var point = 0; point < Network.Points.Length; point++)
            start[point + 1] += start[point];
        var (reaches, next) = (new ColumnReach[start[^1]], (int[])start.Clone());
        for (var row = 0; row < Table.RowCount; row++)
        {
            foreach (ref readonly var reach in Table.Row(row))
                reaches[next[reach.Point]++] = new ColumnReach(row, reach.Time);
        }

        return (start, reaches);
    }
}

/// <summary>A village that reaches a point, by its row, and in how long.</summary>
internal readonly record struct ColumnReach(int Row, Minutes Time);
