using System.Collections.Immutable;
using Gis.Core.Places;

namespace Gis.Core.Network;

/// <summary>Anything a network consists of. Two records are equal if all that is said in them is.</summary>
public abstract record NetworkRecord
{
    /// <summary>What tells it from every other record of the network; it stays while the rest changes.</summary>
    public abstract RecordKey Key { get; }
}

/// <summary>What tells a record from every other of a network.</summary>
/// <param name="Kind">What kind of record it is.</param>
/// <param name="Text">Its code, identifier or name, unique in the kind.</param>
public readonly record struct RecordKey(RecordKind Kind, string Text) : IComparable<RecordKey>
{
    /// <inheritdoc/>
    public int CompareTo(RecordKey other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Text, other.Text);

    /// <summary>As it stands in the log: "point:room-640104100201".</summary>
    public override string ToString() => $"{Kind.Written()}:{Text}";
}

/// <summary>The kinds of record, in the order in which one may refer to another before it.</summary>
public enum RecordKind
{
    /// <summary>The city.</summary>
    City,

    /// <summary>A county.</summary>
    County,

    /// <summary>A township.</summary>
    Township,

    /// <summary>A village.</summary>
    Village,

    /// <summary>A service point.</summary>
    Point,

    /// <summary>A firm.</summary>
    Firm,

    /// <summary>Those who hold a post at a point.</summary>
    Staff,

    /// <summary>Days on which a point is closed or open otherwise.</summary>
    SpecialHours,

    /// <summary>A crossing of the barrier river.</summary>
    Crossing,

    /// <summary>The line of the barrier river.</summary>
    River,
}

/// <summary>The line of the barrier river, for the background of a map.</summary>
/// <param name="Line">Its corners along it; at least two.</param>
public sealed record RiverLine(ImmutableArray<LonLat> Line) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.River, "river");

    /// <summary>Equal lines have equal corners in the same order.</summary>
    public bool Equals(RiverLine? other) => other is not null && Line.SequenceEqual(other.Line);

    /// <inheritdoc/>
    public override int GetHashCode() => Line.Aggregate(Line.Length, HashCode.Combine);
}
