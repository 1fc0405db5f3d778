using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Gis.Core.Network;
using Gis.Web.Maps;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc;

/// <summary>The features of the networks being served, by collection; those of a version go when the version goes.</summary>
public sealed class OgcFeatures(CityMaps maps)
{
    private readonly ConditionalWeakTable<ServiceNetwork, ConcurrentDictionary<string, Lazy<FeatureList>>> cities = [];

    /// <summary>The collections, in the order in which they are listed.</summary>
    public static ImmutableArray<OgcFeatureType> Collections { get; } =
    [
        RecordCollections.Points, RecordCollections.Villages, RecordCollections.Townships, RecordCollections.Counties,
        AreaCollections.Villages, AreaCollections.Townships, AreaCollections.Counties,
        RecordCollections.Firms, RecordCollections.Crossings, RecordCollections.River,
    ];

    public static OgcFeatureType? Find(string? id) => Collections.FirstOrDefault(collection => collection.Id == id);

    public FeatureList ListOf(ServiceNetwork network, OgcFeatureType collection) =>
        cities.GetOrCreateValue(network).GetOrAdd(collection.Id, _ => new(() =>
            new FeatureList(collection.List(new OgcSource(network, () => maps.CellsOf(network)))))).Value;
}

/// <summary>The features of a collection in order of their identifiers, so that a page begins after the last one of the page before.</summary>
public sealed class FeatureList
{
    private readonly ImmutableSortedDictionary<string, OgcFeature> byId;

    public FeatureList(IEnumerable<OgcFeature> features)
    {
        byId = features.ToImmutableSortedDictionary(feature => feature.Id, feature => feature, StringComparer.Ordinal);
        Bounds = byId.Values.Aggregate(new Envelope(), (all, feature) =>
        {
            all.ExpandToInclude(feature.Shape?.EnvelopeInternal ?? new Envelope());
            return all;
        });
    }

    public int Count => byId.Count;

    public IEnumerable<OgcFeature> All => byId.Values;

    /// <summary>The degrees that hold them all; null envelope where none is located.</summary>
    public Envelope Bounds { get; }

    public OgcFeature? Find(string id) => byId.GetValueOrDefault(id);
}
