using Gis.Web.Maps;
using Gis.Web.Maps.Marks;
using Gis.Web.Network;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles;

namespace Gis.Web.Tests.Maps.Marks;

public sealed class MarkTilesTests
{
    private static readonly TileAddress World = new(0, 0, 0);

    [Theory, InlineData(2000, "marks", 2000), InlineData(2001, "cells", null)]
    public void Up_to_2000_marks_are_shown_one_by_one_and_more_as_cells(int count, string layer, int? features)
    {
        var drawn = Decode(Scattered(count, seed: 1), new TileAddress(4, 12, 6)).Layers.Single();
        Assert.Equal(layer, drawn.Name);
        Assert.Equal(features ?? drawn.Features.Count, drawn.Features.Count);
        Assert.True(drawn.Features.Count <= 64 * 64);
    }

    [Theory, InlineData(11, "cells"), InlineData(12, "marks")]
    public void From_zoom_12_on_marks_are_shown_one_by_one_however_many(int zoom, string layer)
    {
        var at = AddressOf(106.23, 38.48, zoom);
        Assert.Equal(layer, Decode(Within(at, 2001, seed: 2), at).Layers.Single().Name);
    }

    [Theory, InlineData(3), InlineData(4), InlineData(5)]
    public void The_cells_of_a_tile_add_up_to_its_marks(int seed)
    {
        var random = new Random(seed);
        var zoom = random.Next(0, 6);
        var columns = Scattered(30_000, seed);
        var tiles = new MarkTiles(new MarkSource("marks", "cells", 0, new MarkIndex(columns)));
        var residents = columns.Totals[0].Values;
        var marksOf = Enumerable.Range(0, columns.Count).ToLookup(i => AddressOf(columns.Longitudes[i], columns.Latitudes[i], zoom));
        Assert.All(marksOf, tile =>
        {
            var cells = TileReading.Decode(tiles.Draw(tile.Key), tile.Key).Layers.Single().Features;
            var isWhole = tile.Count() <= MarkTiles.MostMarks;
            Assert.Equal(tile.Count(), isWhole ? cells.Count : cells.Sum(cell => (long)cell.Attributes["count"]));
            Assert.Equal(tile.Sum(i => residents[i]), cells.Sum(cell => Number(cell.Attributes.GetOptionalValue("residents"))));
        });
    }

    [Fact]
    public void A_cell_stands_for_the_marks_within_its_64th_of_the_tile()
    {
        // 2001 marks at one place, so one cell: the world's cells are 5.625 degrees wide, and 106.23 lies in the 51st, whose middle is at 109.6875.
        var cell = Decode(AtOnePlace(2001), World).Layers.Single().Features.Single();
        Assert.Equal(2001L, cell.Attributes["count"]);
        Assert.Equal((50 * 5.625) + 2.8125 - 180, cell.Geometry.Coordinate.X, 1e-9);
    }

    [Fact]
    public void Every_mark_is_in_exactly_one_tile_of_a_zoom()
    {
        var columns = Scattered(5000, seed: 6);
        var index = new MarkIndex(columns);
        for (var zoom = 0; zoom <= 5; zoom++)
        {
            var rows = from x in Enumerable.Range(0, 1 << zoom) from y in Enumerable.Range(0, 1 << zoom) select index.RangeOf(new TileAddress(zoom, x, y));
            Assert.Equal(5000, rows.Sum(range => range.End - range.First));
        }
    }

    [Fact]
    public void A_mark_comes_back_within_a_unit_of_the_tile()
    {
        var columns = Scattered(500, seed: 7);
        var unit = 360.0 / 4096;
        Assert.All(Decode(columns, World).Layers.Single().Features, mark =>
        {
            var number = int.Parse(((string)mark.Attributes["code"])[5..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(columns.Longitudes[number] - mark.Geometry.Coordinate.X, -1e-9, unit + 1e-9);
            // A unit of northing is less than one of easting.
            Assert.InRange(mark.Geometry.Coordinate.Y - columns.Latitudes[number], -1e-9, unit + 1e-9);
        });
    }

    [Fact]
    public void A_dense_town_is_whole_at_zoom_12_and_its_tile_has_no_more_than_100_kilobytes()
    {
        var at = AddressOf(106.23, 38.48, 12);
        var tiles = new MarkTiles(new MarkSource("marks", "cells", 0, new MarkIndex(Within(at, 12_000, seed: 8))));
        var packed = tiles.Draw(at)!;
        var marks = TileReading.Decode(packed, at).Layers.Single().Features;
        Assert.Equal(12_000, marks.Count);
        Assert.InRange(packed.Length, 1, 100 * 1024);
        // Names come nearer by, where fewer share a tile.
        Assert.Equal(["tier", "residents"], marks[0].Attributes.GetNames());
        var nearer = new TileAddress(14, at.X * 4, at.Y * 4);
        Assert.Contains("name", TileReading.Decode(tiles.Draw(nearer), nearer).Layers.Single().Features[0].Attributes.GetNames());
    }

    [Fact]
    public void No_tile_of_a_crowded_country_is_over_100_kilobytes()
    {
        var columns = Scattered(60_000, seed: 9);
        var tiles = new MarkTiles(new MarkSource("marks", "cells", 0, new MarkIndex(columns)));
        for (var zoom = 0; zoom <= 8; zoom++)
        {
            var addresses = Enumerable.Range(0, columns.Count).Select(i => AddressOf(columns.Longitudes[i], columns.Latitudes[i], zoom)).Distinct();
            Assert.All(addresses, at => Assert.InRange(tiles.Draw(at)!.Length, 1, 100 * 1024));
        }
    }

    [Fact]
    public void Cells_too_many_for_a_tile_are_four_in_one_and_still_add_up()
    {
        var random = new Random(11);
        double[] Degrees(double from, double width) => [.. Enumerable.Range(0, 40_000).Select(_ => from + (width * random.NextDouble()))];
        // Sums that hardly repeat leave nothing to gzip.
        var totals = Enumerable.Range(0, 8).Select(i => new MarkTotal($"total{i}", [.. Enumerable.Range(0, 40_000).Select(_ => random.NextInt64(1_000_000_000))])).ToArray();
        var tiles = new MarkTiles(new MarkSource("marks", "cells", 0, new MarkIndex(new MarkColumns(Degrees(-180, 360), Degrees(-85, 170), [], totals))));
        var packed = tiles.Draw(World)!;
        Assert.InRange(packed.Length, 1, 100 * 1024);
        var cells = TileReading.Decode(packed, World).Layers.Single().Features;
        Assert.True(cells.Count <= 32 * 32);
        Assert.Equal(totals[0].Values.Sum(), cells.Sum(cell => Number(cell.Attributes.GetOptionalValue("total0"))));
    }

    [Fact]
    public void The_default_city_shows_its_points_and_villages_one_by_one_at_every_zoom()
    {
        var network = NetworkSetup.DrawDefaultNetwork();
        var tiles = new CityTiles(network);
        var bounds = new Envelope(104, 108, 37, 40);
        foreach (var (set, count) in new[] { ("points", network.Points.Count(point => point.Position is not null)), ("demand", network.Villages.Count(village => village.Position is not null)) })
        {
            for (var zoom = 0; zoom <= 12; zoom += 4)
            {
                var layers = TileReading.Around(bounds, zoom).SelectMany(at => TileReading.Decode(tiles.Draw(TileSet.All[set], at), at).Layers).ToList();
                Assert.All(layers, layer => Assert.Equal(set, layer.Name));
                Assert.Equal(count, layers.Sum(layer => layer.Features.Count));
            }
        }
    }

    [Fact]
    public void Where_names_are_too_many_one_of_each_cell_is_left()
    {
        var at = new TileAddress(11, 1, 1);
        var names = Within(at, 3000, seed: 10);
        var tiles = new MarkTiles(new MarkSource("labels", null, 11, new MarkIndex(names)));
        Assert.InRange(TileReading.Decode(tiles.Draw(at), at).Layers.Single().Features.Count, 1500, 3000 - 1);
        Assert.Null(tiles.Draw(new TileAddress(10, 0, 0)));
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => new MarkIndex(new MarkColumns([1, 2], [1, 2], [MarkField.Flag("open", [true])])));

    private static VectorTile Decode(MarkColumns columns, TileAddress at) =>
        TileReading.Decode(new MarkTiles(new MarkSource("marks", "cells", 0, new MarkIndex(columns))).Draw(at), at);

    private static long Number(object? value) => Convert.ToInt64(value ?? 0L, System.Globalization.CultureInfo.InvariantCulture);

    private static TileAddress AddressOf(double longitude, double latitude, int zoom)
    {
        var tile = NetTopologySuite.IO.VectorTiles.Tiles.Tile.CreateAroundLocation(latitude, longitude, zoom)!;
        return new TileAddress(zoom, tile.X, tile.Y);
    }

    private static MarkColumns AtOnePlace(int count) =>
        Columns([.. Enumerable.Repeat(106.23, count)], [.. Enumerable.Repeat(38.48, count)], new Random(1));

    // All within the tile 4/12/6: 90 to 112.5 degrees east, 21.94 to 40.98 north.
    private static MarkColumns Scattered(int count, int seed)
    {
        var random = new Random(seed);
        return Columns(
            [.. Enumerable.Range(0, count).Select(_ => 92 + (18 * Math.Pow(random.NextDouble(), 3)))],
            [.. Enumerable.Range(0, count).Select(_ => 24 + (14 * random.NextDouble()))],
            random);
    }

    private static MarkColumns Within(TileAddress at, int count, int seed)
    {
        var random = new Random(seed);
        var ground = at.Ground;
        ground.ExpandBy(-ground.Width / 20, -ground.Height / 20);
        return Columns(
            [.. Enumerable.Range(0, count).Select(_ => ground.MinX + (ground.Width * random.NextDouble()))],
            [.. Enumerable.Range(0, count).Select(_ => ground.MinY + (ground.Height * random.NextDouble()))],
            random);
    }

    private static MarkColumns Columns(double[] longitudes, double[] latitudes, Random random)
    {
        var residents = longitudes.Select(_ => (long)random.Next(0, 3000)).ToArray();
        return new MarkColumns(
            longitudes,
            latitudes,
            [
                MarkField.Text("code", longitudes.Select((_, i) => $"64010{i:0000000}")),
                MarkField.Text("name", longitudes.Select(_ => $"{(char)random.Next(0x4E00, 0x9FA0)}{(char)random.Next(0x4E00, 0x9FA0)}村村民委员会")),
                MarkField.Text("tier", longitudes.Select(_ => random.Next(10) == 0 ? "station" : "room"), isEssential: true),
                MarkField.Whole("residents", residents, isEssential: true),
            ],
            new MarkTotal("residents", residents));
    }
}
