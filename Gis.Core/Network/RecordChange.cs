using System.Collections.Immutable;

namespace Gis.Core.Network;

/// <summary>A record before and after a change; at least one of the two is there, and they have the same key.</summary>
/// <param name="Before">What it was; null if it was not there.</param>
/// <param name="After">What it is; null if it is there no longer.</param>
public sealed record RecordChange(NetworkRecord? Before, NetworkRecord? After)
{
    /// <summary>The record.</summary>
    public RecordKey Key => (Before ?? After)!.Key;

    /// <summary>The change that takes this one back.</summary>
    public RecordChange Undo() => new(After, Before);

    /// <summary>What differs between two networks, in order of kind and key; nothing where both say the same in another order.</summary>
    /// <exception cref="ArgumentException">A key is given twice on one side.</exception>
    public static ImmutableArray<RecordChange> Between(NetworkParts? before, NetworkParts after)
    {
        var was = (before?.Records ?? []).ToDictionary(record => record.Key);
        var changes = ImmutableArray.CreateBuilder<RecordChange>();
        foreach (var record in after.Records)
        {
            if (!was.Remove(record.Key, out var old) || !old.Equals(record))
                changes.Add(new RecordChange(old, record));
        }

        changes.AddRange(was.Values.Select(gone => new RecordChange(gone, null)));
        changes.Sort((one, other) => one.Key.CompareTo(other.Key));
        return changes.DrainToImmutable();
    }
}
