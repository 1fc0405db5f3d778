using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data;
using Gis.Web.Maps;
using Gis.Web.Maps.Marks;
using NetTopologySuite.Geometries;

namespace Gis.Web.Cities;

/// <summary>The networks of all cities at one time, with what is made of all of them together, each when first asked for.</summary>
public sealed class CitiesSnapshot
{
    private readonly ConcurrentDictionary<string, Lazy<MarkTiles>> tiles = [];
    private readonly Lazy<CitiesPoints> points;
    private readonly Lazy<Envelope> bounds;

    public CitiesSnapshot(ImmutableArray<ServiceNetwork> networks)
    {
        Networks = networks;
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Networks.Select(network => $"{network.City.Code} {network.Version}")))))[..12];
        points = new(() => new CitiesPoints(Networks));
        bounds = new(FindBounds);
    }

    /// <summary>The networks in order of code.</summary>
    public ImmutableArray<ServiceNetwork> Networks { get; }

    /// <summary>Names the content of all networks together.</summary>
    public string Version { get; }

    /// <summary>What tiles are known by to whoever keeps them: a new release may draw the same data otherwise.</summary>
    public string Tag => $"{Version}-{ProgramVersion.Text}";

    /// <summary>The points of all cities by where they stand.</summary>
    public CitiesPoints Points => points.Value;

    /// <summary>Where anything of them stands, in degrees; the whole map where nothing does.</summary>
    public Envelope Bounds => bounds.Value;

    /// <summary>The tile, gzipped; null where it is empty.</summary>
    public byte[]? Draw(TileSet set, TileAddress address) => tiles.GetOrAdd(set.Name, _ => new(() => set.MarksOf(Networks))).Value.Draw(address);

    private Envelope FindBounds()
    {
        var found = new Envelope();
        foreach (var at in Networks.SelectMany(network => network.Villages.Select(village => village.Position?.At).Concat(network.Points.Select(point => point.Position?.At))).OfType<LonLat>())
            found.ExpandToInclude(Ground.CornerOf(at));
        return found.IsNull ? new Envelope(-180, 180, -85, 85) : found;
    }
}
