using System.Collections.Immutable;
using Gis.Core.Places;

namespace Gis.Core.Network;

/// <summary>The parts a network is joined from, in any order.</summary>
public sealed record NetworkParts
{
    /// <summary>The version of the data: a hash of its content.</summary>
    public required string Version { get; init; }

    /// <summary>The city.</summary>
    public required City City { get; init; }

    /// <summary>The counties.</summary>
    public required ImmutableArray<County> Counties { get; init; }

    /// <summary>The townships.</summary>
    public required ImmutableArray<Township> Townships { get; init; }

    /// <summary>The villages.</summary>
    public required ImmutableArray<Village> Villages { get; init; }

    /// <summary>The service points.</summary>
    public required ImmutableArray<ServicePoint> Points { get; init; }

    /// <summary>The firms.</summary>
    public ImmutableArray<Firm> Firms { get; init; } = [];

    /// <summary>The posts reported.</summary>
    public ImmutableArray<Staff> Staff { get; init; } = [];

    /// <summary>The days on which points are closed or open otherwise.</summary>
    public ImmutableArray<SpecialHours> SpecialHours { get; init; } = [];

    /// <summary>The crossings of the barrier river.</summary>
    public ImmutableArray<Crossing> Crossings { get; init; } = [];

    /// <summary>The line of the river.</summary>
    public ImmutableArray<LonLat> River { get; init; } = [];

    /// <summary>Every record, in order of kind.</summary>
    public IEnumerable<NetworkRecord> Records
    {
        get
        {
            IEnumerable<NetworkRecord> records = [City, .. Counties, .. Townships, .. Villages, .. Points, .. Firms, .. Staff, .. SpecialHours, .. Crossings];
            return River.IsEmpty ? records : records.Append(new RiverLine(River));
        }
    }

    /// <summary>Puts records together.</summary>
    /// <param name="records">Exactly one city among them, at most one river; whether they fit together is not asked.</param>
    /// <param name="version">What the version is called.</param>
    /// <exception cref="InvalidOperationException">There is no city among them, or more than one, or more than one river.</exception>
    public static NetworkParts Of(IEnumerable<NetworkRecord> records, string version)
    {
        var byType = records.ToLookup(record => record.GetType());
        return new()
        {
            Version = version,
            City = List<City>().Single(),
            Counties = List<County>(),
            Townships = List<Township>(),
            Villages = List<Village>(),
            Points = List<ServicePoint>(),
            Firms = List<Firm>(),
            Staff = List<Staff>(),
            SpecialHours = List<SpecialHours>(),
            Crossings = List<Crossing>(),
            River = List<RiverLine>().SingleOrDefault()?.Line ?? [],
        };

        ImmutableArray<T> List<T>()
            where T : NetworkRecord => [.. byType[typeof(T)].Cast<T>()];
    }

    /// <summary>These parts with records in the place of those they have the key of, added, or gone; the version is that of before.</summary>
    public NetworkParts With(IEnumerable<RecordChange> changes)
    {
        var changed = changes.ToDictionary(change => change.Key, change => change.After);
        var kept = Records.Select(record => changed.Remove(record.Key, out var after) ? after : record).OfType<NetworkRecord>().ToList();
        return Of(kept.Concat(changed.Values.OfType<NetworkRecord>()), Version);
    }
}
