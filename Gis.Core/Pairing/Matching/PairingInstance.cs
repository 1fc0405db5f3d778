using Gis.Core.Units;

namespace Gis.Core.Pairing.Matching;

/// <summary>
/// A round that has been checked, with its acceptable pairs in compact rows: by village and by firm, both in the order that the
/// written rule for equals gives. Never changes, so threads may share it.
/// </summary>
public sealed class PairingInstance
{
    private readonly PlaceNames names;

    internal PairingInstance(PairingTask task, PlaceNames names, AcceptablePair[] pairs, int[] rowStart)
    {
        Task = task;
        this.names = names;
        Pairs = pairs;
        RowStart = rowStart;
        (FirmStart, FirmColumn) = PairColumns.ByFirm(this);
        (ColumnStart, Column) = PairColumns.ByAdviser(this);
    }

    /// <summary>The round as it was given.</summary>
    public PairingTask Task { get; }

    /// <summary>How many pairs can come about, confirmed ones not counted.</summary>
    public int PairCount => Pairs.Length;

    /// <summary>Reads a round and checks it.</summary>
    /// <exception cref="PairingException">An id is there twice or unknown, a list names someone twice, a number is out of its range, or more is confirmed than fits.</exception>
    public static PairingInstance Of(PairingTask task)
    {
        var names = PlaceNames.Of(task);
        PairingCheck.Verify(task, names);
        var (pairs, rowStart) = new PairJoin(task, names).Join();
        return new PairingInstance(task, names, pairs, rowStart);
    }

    // Village v has the pairs from RowStart[v] to RowStart[v + 1], the best first; a confirmed village has none.
    internal AcceptablePair[] Pairs { get; }

    internal int[] RowStart { get; }

    // Firm f has the pairs FirmColumn[FirmStart[f]..FirmStart[f + 1]], the best first; adviser a likewise.
    internal int[] FirmStart { get; }

    internal int[] FirmColumn { get; }

    internal int[] ColumnStart { get; }

    internal int[] Column { get; }

    internal int Villages => Task.Villages.Length;

    internal int Firms => Task.Firms.Length;

    internal PlaceNames Names => names;

    internal int Advisers => names.AdviserIds.Length;

    /// <summary>The firm of each adviser.</summary>
    internal int[] FirmOf => names.FirmOf;

    /// <summary>What each adviser and firm can take beside the confirmed.</summary>
    internal int[] AdviserRoom => names.AdviserRoom;

    internal int[] FirmRoom => names.FirmRoom;

    /// <summary>The adviser each village is confirmed with, or -1.</summary>
    internal int[] Confirmed => names.Confirmed;

    internal ReadOnlySpan<int> ColumnOf(int adviser) => Column.AsSpan(ColumnStart[adviser]..ColumnStart[adviser + 1]);

    internal ReadOnlySpan<int> FirmColumnOf(int firm) => FirmColumn.AsSpan(FirmStart[firm]..FirmStart[firm + 1]);

    internal int AdvisersOf(int firm) => names.AdviserStart[firm + 1] - names.AdviserStart[firm];

    /// <summary>What the adviser can take in the end: a firm with one adviser takes no more than that one.</summary>
    internal int RoomAt(int adviser) =>
        AdvisersOf(FirmOf[adviser]) == 1 ? Math.Min(AdviserRoom[adviser], FirmRoom[FirmOf[adviser]]) : AdviserRoom[adviser];

    /// <summary>The pair of a village and an adviser, or -1.</summary>
    internal int FindPair(int village, int adviser)
    {
        for (var pair = RowStart[village]; pair < RowStart[village + 1]; pair++)
        {
            if (Pairs[pair].Adviser == adviser)
                return pair;
        }

        return -1;
    }

    /// <summary>The same round with some of the pairs only; ranks and places stay as they are.</summary>
    internal PairingInstance Keep(Func<int, bool> isKept)
    {
        var (kept, rowStart) = (new List<AcceptablePair>(Pairs.Length), new int[Villages + 1]);
        for (var village = 0; village < Villages; village++)
        {
            for (var pair = RowStart[village]; pair < RowStart[village + 1]; pair++)
            {
                if (isKept(pair))
                    kept.Add(Pairs[pair]);
            }

            rowStart[village + 1] = kept.Count;
        }

        return kept.Count == Pairs.Length ? this : new PairingInstance(Task, names, [.. kept], rowStart);
    }

    /// <summary>The same round without the pairs whose way is not known.</summary>
    internal PairingInstance KeepKnownWays() => Keep(pair => !double.IsNaN(Pairs[pair].Minutes));

    internal Minutes? WayOf(int village, int firm) => names.Ways.TryGetValue((village, firm), out var way) ? way : null;
}

/// <summary>A village and an adviser that find each other acceptable.</summary>
internal struct AcceptablePair
{
    internal int Village;
    internal int Adviser;

    /// <summary>How many ranks stand before the adviser in the village's list; equals have the same.</summary>
    internal int VillageRank;

    /// <summary>How many ranks stand before the village in the firm's list; equals have the same.</summary>
    internal int FirmRank;

    /// <summary>Where the village stands in the firm's list once equals are parted; the same for all advisers of the firm.</summary>
    internal int FirmPlace;

    /// <summary>The way; not a number where none is known.</summary>
    internal double Minutes;
}

/// <summary>Who is meant by an id, and what each may take.</summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<string, int> villages;
    private readonly Dictionary<string, (int From, int To)> places;

    private PlaceNames(PairingTask task)
    {
        AdviserStart = new int[task.Firms.Length + 1];
        for (var firm = 0; firm < task.Firms.Length; firm++)
            AdviserStart[firm + 1] = AdviserStart[firm] + Math.Max(1, task.Firms[firm].Advisers.Length);
        AdviserIds = new string[AdviserStart[^1]];
        (FirmOf, AdviserRoom) = (new int[AdviserIds.Length], new int[AdviserIds.Length]);
        FirmRoom = [.. task.Firms.Select(firm => firm.Capacity)];
        (villages, places) = (new(task.Villages.Length, StringComparer.Ordinal), new(AdviserIds.Length, StringComparer.Ordinal));
        for (var village = 0; village < task.Villages.Length; village++)
            AddOnce(villages, task.Villages[village].Id, village, "village");
        for (var firm = 0; firm < task.Firms.Length; firm++)
            AddFirm(task.Firms[firm], firm);
        Confirmed = new int[task.Villages.Length];
        Array.Fill(Confirmed, -1);
    }

    internal int[] AdviserStart { get; }

    internal string[] AdviserIds { get; }

    internal int[] FirmOf { get; }

    internal int[] AdviserRoom { get; }

    internal int[] FirmRoom { get; }

    internal int[] Confirmed { get; }

    internal Dictionary<(int Village, int Firm), Minutes> Ways { get; } = [];

    internal static PlaceNames Of(PairingTask task) => new(task);

    /// <summary>The village of an id, or -1.</summary>
    internal int FindVillage(string id) => villages.TryGetValue(id, out var village) ? village : -1;

    /// <summary>The advisers an id means, one or all of a firm; none where there is no such id.</summary>
    internal (int From, int To) FindPlace(string id) => places.TryGetValue(id, out var place) ? place : (0, 0);

    /// <summary>The firm of an id, or -1.</summary>
    internal int FindFirm(PairingTask task, string id)
    {
        var (from, to) = FindPlace(id);
        return from < to && task.Firms[FirmOf[from]].Id == id ? FirmOf[from] : -1;
    }

    /// <summary>The adviser of an id, or -1; a firm that stands for itself is its own.</summary>
    internal int FindAdviser(string id)
    {
        var (from, to) = FindPlace(id);
        return to == from + 1 && AdviserIds[from] == id ? from : -1;
    }

    private void AddFirm(PairingFirm firm, int number)
    {
        AddOnce(places, firm.Id, (AdviserStart[number], AdviserStart[number + 1]), "firm");
        var advisers = firm.Advisers;
        for (var adviser = AdviserStart[number]; adviser < AdviserStart[number + 1]; adviser++)
        {
            var own = advisers.IsEmpty ? new PairingAdviser(firm.Id, firm.Capacity) : advisers[adviser - AdviserStart[number]];
            (AdviserIds[adviser], FirmOf[adviser], AdviserRoom[adviser]) = (own.Id, number, own.Capacity);
            if (!advisers.IsEmpty)
                AddOnce(places, own.Id, (adviser, adviser + 1), "adviser");
        }
    }

    private static void AddOnce<T>(Dictionary<string, T> known, string id, T value, string what)
    {
        if (!known.TryAdd(id, value))
            throw new PairingException($"{what} {id}", "id", "the same id twice", $"each {what} once, under an id of its own");
    }
}
