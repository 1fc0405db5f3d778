using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>What all questions about one network and one table have in common. Never changes, so states may share it.</summary>
internal sealed class CoverageGround
{
    private readonly Lazy<(int[] Start, int[] Rows)> columns;
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

    /// <summary>The villages that a point's opening or closing can make a difference to.</summary>
    internal IEnumerable<int> RowsOf(int point)
    {
        var (start, rows) = columns.Value;
        for (var i = start[point]; i < start[point + 1]; i++)
            yield return rows[i];
        if (Network.Points[point].Position is not null)
            yield break;
        for (var row = 0; row < Network.Villages.Length; row++)
        {
            if (Network.Villages[row].Code.IsWithin(Network.Points[point].Area))
                yield return row;
        }
    }

    /// <summary>All villages in the order of a list of gaps: those that count most first, then those with most residents, then by code.</summary>
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
            .OrderByDescending(row => weighting.Of(Network.Villages[row]))
            .ThenByDescending(row => Network.Villages[row].Residents),
    ];

    // The table by columns: for each point the villages that reach it.
    private (int[] Start, int[] Rows) TurnRound()
    {
        var start = new int[Network.Points.Length + 1];
        for (var row = 0; row < Table.RowCount; row++)
        {
            foreach (ref readonly var reach in Table.Row(row))
                start[reach.Point + 1]++;
        }

        for (var point = 0; point < Network.Points.Length; point++)
            start[point + 1] += start[point];
        var (rows, next) = (new int[start[^1]], (int[])start.Clone());
        for (var row = 0; row < Table.RowCount; row++)
        {
            foreach (ref readonly var reach in Table.Row(row))
                rows[next[reach.Point]++] = row;
        }

        return (start, rows);
    }
}
