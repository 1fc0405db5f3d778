using Google.OrTools.Sat;

namespace Gis.Core.Pairing.Matching;

/// <summary>
/// The rows of a program for floors and caps. A village without anybody whose group is at its cap blocks only where it could
/// take the place of a village of its own group that the firm likes less.
/// </summary>
internal sealed class GroupRows
{
    private readonly PairingInstance instance;
    private readonly CpModel model;
    private readonly BoolVar[] chosen;
    private readonly Dictionary<string, (PairingGroup Group, int Confirmed, int[] Pairs)> groups;
    private readonly Dictionary<string, BoolVar> closed = new(StringComparer.Ordinal);

    internal GroupRows(PairingInstance instance, CpModel model, BoolVar[] chosen)
    {
        (this.instance, this.model, this.chosen) = (instance, model, chosen);
        var byGroup = Enumerable.Range(0, chosen.Length).ToLookup(pair => instance.Task.Villages[instance.Pairs[pair].Village].Group, StringComparer.Ordinal);
        groups = instance.Task.Groups.OrderBy(group => group.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Id, group => (group, PairingGroups.CountConfirmed(instance, group.Id), byGroup[group.Id].ToArray()), StringComparer.Ordinal);
    }

    internal void AddBounds()
    {
        foreach (var (group, confirmed, pairs) in groups.Values)
        {
            var paired = LinearExpr.Sum(pairs.Select(pair => chosen[pair]));
            model.AddLinearConstraint(paired, Math.Max(0, group.Floor - confirmed), group.Cap - confirmed ?? instance.Villages);
            if (group.Cap is null)
                continue;
            var atCap = model.NewBoolVar("");
            model.Add(paired >= atCap * (group.Cap.Value - confirmed));
            closed[group.Id] = atCap;
        }
    }

    /// <summary>What excuses a pair from blocking because of a cap.</summary>
    internal IEnumerable<BoolVar> Excuses(int pair, FullRanks full)
    {
        var village = instance.Pairs[pair].Village;
        var group = instance.Task.Villages[village].Group;
        if (!closed.TryGetValue(group, out var atCap))
            yield break;
        var excuse = model.NewBoolVar("");
        model.AddImplication(excuse, atCap);
        for (var own = instance.RowStart[village]; own < instance.RowStart[village + 1]; own++)
            model.AddImplication(excuse, chosen[own].Not());
        foreach (var other in instance.FirmColumnOf(instance.FirmOf[instance.Pairs[pair].Adviser]).ToArray())
        {
            if (instance.Pairs[other].FirmRank > instance.Pairs[pair].FirmRank && instance.Task.Villages[instance.Pairs[other].Village].Group == group)
                Forbid(excuse, pair, other, full);
        }

        yield return excuse;
    }

    // At another adviser of the firm the other makes room only where this adviser has some.
    private void Forbid(BoolVar excuse, int pair, int other, FullRanks full)
    {
        var adviser = instance.Pairs[pair].Adviser;
        if (instance.Pairs[other].Adviser == adviser)
            model.AddImplication(excuse, chosen[other].Not());
        else
            model.AddBoolOr([excuse.Not(), chosen[other].Not(), full.IsFull(adviser)]);
    }
}
