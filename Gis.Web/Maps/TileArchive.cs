using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Web.Commands;
using Gis.Web.Layout;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles.Tiles;

namespace Gis.Web.Maps;

/// <summary>All layers of a network as one PMTiles file, which a map opens from any web server that answers ranges, or from a disk.</summary>
public static class TileArchive
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Task WriteAsync(ServiceNetwork network, string file, CancellationToken cancel) => WholeFile.WriteAsync(file, async part =>
    {
        await using var whole = File.Create(part);
        await Task.Run(() => Write(network, whole, part + ".tiles", cancel), cancel);
    });

    private static void Write(ServiceNetwork network, Stream file, string beside, CancellationToken cancel)
    {
        var city = new CityTiles(network);
        var boxes = BoxesOf(network, city.Cells).ToList();
        if (boxes.Count == 0)
            throw new WrongInputException("Nothing of the network is located, so there is no tile to write");
        var bounds = TileJson.BoundsOf(network, city.Cells);
        using var archive = new PmTilesArchive(beside);
        // Drawn on all processors and written in their order, so that the file is the same on any machine.
        var drawn = boxes.SelectMany(AddressesIn).Distinct().OrderBy(IdOf).AsParallel().AsOrdered().WithCancellation(cancel).Select(at => (At: at, Tile: city.Draw(TileSet.Whole, at)));
        foreach (var (at, tile) in drawn)
        {
            if (tile is not null)
                archive.Add(IdOf(at), tile);
        }

        archive.WriteTo(file, new PmTilesScope(0, TileJson.DeepestUseful, bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY), Describe(network));
    }

    // Box by box: one village written down far away does not make millions of empty tiles between.
    private static IEnumerable<Envelope> BoxesOf(ServiceNetwork network, ServiceCells cells)
    {
        var places = network.Points.Select(point => point.Position)
            .Concat(network.Villages.Select(village => village.Position))
            .Concat(network.Townships.Select(township => township.Seat))
            .Concat(network.Counties.Select(county => county.Seat))
            .Concat(network.Crossings.Select(crossing => crossing.Position))
            .OfType<Gis.Core.Network.Position>()
            .Select(position => position.At);
        return cells.Townships.Values.Select(cell => cell.EnvelopeInternal)
            .Concat(places.Select(at => new Envelope(Ground.CornerOf(at))))
            .Concat(network.River.Zip(network.River.Skip(1), (from, to) => new Envelope(Ground.CornerOf(from), Ground.CornerOf(to))));
    }

    private static ulong IdOf(TileAddress at) => PmTilesEntry.IdOf(at.Zoom, at.X, at.Y);

    private static IEnumerable<TileAddress> AddressesIn(Envelope bounds)
    {
        for (var zoom = 0; zoom <= TileJson.DeepestUseful; zoom++)
        {
            var (first, last) = (Tile.CreateAroundLocation(bounds.MaxY, bounds.MinX, zoom)!, Tile.CreateAroundLocation(bounds.MinY, bounds.MaxX, zoom)!);
            for (var x = first.X; x <= last.X; x++)
            {
                for (var y = first.Y; y <= last.Y; y++)
                    yield return new TileAddress(zoom, x, y);
            }
        }
    }

    // Neither a day nor a machine is named: the same data has the same bytes.
    private static string Describe(ServiceNetwork network) => JsonSerializer.Serialize(
        new ArchiveJson(
            MapWords.Title(Language.Chinese, network),
            MapWords.Title(Language.English, network),
            string.Join(" · ", [MapWords.NotBoundaries(Language.Chinese), MapWords.NotBoundaries(Language.English), .. MapWords.Sources(network)]),
            "overlay",
            TileJson.TagOf(network),
            TileJson.LayersOf(TileSet.Whole)),
        Readable);

    private sealed record ArchiveJson(
        string Name,
        string Description,
        string Attribution,
        string Type,
        string Version,
        [property: JsonPropertyName("vector_layers")] IEnumerable<VectorLayerJson> VectorLayers);
}
