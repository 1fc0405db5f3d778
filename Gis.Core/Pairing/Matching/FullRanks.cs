using Google.OrTools.Sat;

namespace Gis.Core.Pairing.Matching;

/// <summary>
/// The variables of a program that say an adviser, or a firm, is full of villages liked as well as one or better. They are made
/// where a village asks for them, one for each adviser and rank, and one for each village and firm with several advisers.
/// </summary>
internal sealed class FullRanks(PairingInstance instance, CpModel model, BoolVar[] chosen)
{
    private readonly Dictionary<(int Adviser, int Rank), BoolVar?> adviserFull = [];
    private readonly Dictionary<(int Firm, int Village), BoolVar> firmFull = [];
    private readonly Dictionary<int, BoolVar> full = [];

    /// <summary>What excuses a pair from blocking; none where nothing can.</summary>
    internal IEnumerable<BoolVar> Excuses(int pair)
    {
        var (adviser, firm) = (instance.Pairs[pair].Adviser, instance.FirmOf[instance.Pairs[pair].Adviser]);
        if (AtAdviser(adviser, instance.Pairs[pair].FirmRank) is { } atAdviser)
            yield return atAdviser;
        if (instance.AdvisersOf(firm) > 1)
            yield return AtFirm(firm, pair);
    }

    /// <summary>Whether the adviser is full, of whomever.</summary>
    internal BoolVar IsFull(int adviser)
    {
        if (!full.TryGetValue(adviser, out var made))
            full[adviser] = made = MakeFull(instance.ColumnOf(adviser).ToArray(), instance.RoomAt(adviser));
        return made;
    }

    private BoolVar? AtAdviser(int adviser, int rank)
    {
        if (adviserFull.TryGetValue((adviser, rank), out var made))
            return made;
        int[] liked = [.. instance.ColumnOf(adviser).ToArray().Where(pair => instance.Pairs[pair].FirmRank <= rank)];
        var room = instance.RoomAt(adviser);
        return adviserFull[(adviser, rank)] = liked.Length < room ? null : MakeFull(liked, room);
    }

    private BoolVar AtFirm(int firm, int pair)
    {
        var (village, rank) = (instance.Pairs[pair].Village, instance.Pairs[pair].FirmRank);
        if (firmFull.TryGetValue((firm, village), out var made))
            return made;
        var column = instance.FirmColumnOf(firm).ToArray();
        made = MakeFull([.. column.Where(other => instance.Pairs[other].FirmRank <= rank && instance.Pairs[other].Village != village)], instance.FirmRoom[firm]);
        foreach (var own in column.Where(other => instance.Pairs[other].Village == village))
            model.AddImplication(made, chosen[own].Not());
        return firmFull[(firm, village)] = made;
    }

    private BoolVar MakeFull(int[] liked, int room)
    {
        var made = model.NewBoolVar("");
        model.AddLinearConstraint(LinearExpr.Sum(liked.Select(pair => chosen[pair])) - (room * made), 0, liked.Length);
        return made;
    }
}
