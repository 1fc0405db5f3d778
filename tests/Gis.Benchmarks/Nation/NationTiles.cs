using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Web.Cities;
using Gis.Web.Maps;
using Gis.Web.Maps.Marks;
using Npgsql;

namespace Gis.Benchmarks.Nation;

/// <summary>How many tiles of the nation one core draws a second, none known before, beside <c>ST_AsMVT</c> over the same rows.</summary>
internal static class NationTiles
{
    // At deep zooms there are more populated tiles than say anything new.
    private const int MostTiles = 2_000;

    private static readonly string[] Sets = ["points", "demand"];

    private static readonly int[] Zooms = [6, 8, 10, 12];

    internal static void Run(CitiesSnapshot cities, string database)
    {
        var sets = Sets.Select(name => TileSet.OfAllCities[name].MarksOf(cities.Networks)).ToArray();
        PostgisServerMarks.Prepare(database);
        foreach (var zoom in Zooms)
        {
            var tiles = Populated(cities, zoom);
            var written = 0L;
            var ours = NationBenchmarks.Least(() => written = tiles.Sum(tile => sets.Sum(set => Write(set, tile))));
            var largest = 0;
            var packed = NationBenchmarks.Least(() => largest = tiles.Max(tile => sets.Max(set => set.Draw(tile)?.Length ?? 0)));
            var (theirs, theirBytes) = PostgisServerMarks.Draw(database, zoom, tiles);
            NationBenchmarks.Say($"z{zoom,-2} {tiles.Length,5} tiles: drawn {tiles.Length / ours,9:N0}/s, and gzipped {tiles.Length / packed,8:N0}/s (largest {largest / 1024.0:0.0} KB); ST_AsMVT {tiles.Length / theirs,7:N0}/s: {theirs / ours:0.0} times as many drawn, {theirs / packed:0.0} times drawn and gzipped; bytes {written:N0} and {theirBytes:N0}");
        }
    }

    private static long Write(MarkTiles set, TileAddress at)
    {
        using var tile = new MvtBuffer();
        set.Write(tile, at, onlyEssential: false);
        return tile.Length;
    }

    private static TileAddress[] Populated(CitiesSnapshot cities, int zoom)
    {
        var all = cities.Networks.SelectMany(network => network.Villages).Select(village => AddressOf(village.Position!.At, zoom)).Distinct().ToArray();
        new Random(zoom).Shuffle(all);
        return all[..Math.Min(all.Length, MostTiles)];
    }

    private static TileAddress AddressOf(LonLat at, int zoom)
    {
        var side = 1 << zoom;
        var y = (1 - (Math.Asinh(Math.Tan(at.Latitude * Math.PI / 180)) / Math.PI)) / 2;
        return new TileAddress(zoom, (int)((at.Longitude + 180) / 360 * side), (int)(y * side));
    }
}

/// <summary>The same tiles by PostGIS: the same fields, and cells where the same rule asks for them.</summary>
internal static class PostgisServerMarks
{
    // What PostGIS does best: places on the plane of the tiles, clustered by an index on them, columns ready as they are written.
    private const string Tables = """
        CREATE TABLE mark_point AS SELECT ST_Transform(geom, 3857) AS geom, id, name, tier, stage, stage NOT IN ('planned', 'building') AS open,
            true AS illustrative, area_code AS area FROM point WHERE geom IS NOT NULL;
        CREATE TABLE mark_village AS SELECT ST_Transform(geom, 3857) AS geom, code, name, residents FROM village WHERE geom IS NOT NULL;
        CREATE INDEX mark_point_geom ON mark_point USING gist (geom);
        CREATE INDEX mark_village_geom ON mark_village USING gist (geom);
        CLUSTER mark_point USING mark_point_geom;
        CLUSTER mark_village USING mark_village_geom;
        VACUUM ANALYZE mark_point;
        VACUUM ANALYZE mark_village;
        """;

    internal static void Prepare(string database)
    {
        // One at a time: a vacuum runs in no transaction.
        foreach (var statement in Tables.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Execute(database, statement);
    }

    internal static (double Seconds, long Bytes) Draw(string database, int zoom, TileAddress[] tiles)
    {
        Execute(database, "DROP TABLE IF EXISTS asked");
        Execute(database, "CREATE TABLE asked (x int, y int)");
        Execute(database, "INSERT INTO asked VALUES " + string.Join(',', tiles.Select(tile => $"({tile.X},{tile.Y})")));
        var bytes = 0L;
        // On one core, as ours are drawn; a session draws one tile after the other.
        var seconds = NationBenchmarks.Least(() => bytes = Ask(database, $"""
            SELECT sum(p.bytes + v.bytes) FROM (SELECT ST_TileEnvelope({zoom}, x, y) AS box FROM asked) AS tile
            CROSS JOIN LATERAL ({Layer(zoom, "mark_point", "id, name, tier, stage, open, illustrative, area", Totals)}) AS p
            CROSS JOIN LATERAL ({Layer(zoom, "mark_village", "code, name, residents", "sum(residents) AS residents")}) AS v
            """));
        return (seconds, bytes);
    }

    private static string Totals => string.Join(", ", Enum.GetValues<Tier>().Select(tier => tier.Written()).Select(tier =>
        $"count(*) FILTER (WHERE tier = '{tier}') AS {tier}s, count(*) FILTER (WHERE tier = '{tier}' AND open) AS {tier}s_open"));

    private static string Layer(int zoom, string table, string fields, string totals)
    {
        var marks = $"(SELECT coalesce(length(ST_AsMVT(m, '{table}', 4096, 'geom')), 0) FROM (SELECT ST_AsMVTGeom(geom, box, 4096, 0, true) AS geom, {fields} FROM {table} WHERE geom && box) AS m)";
        if (zoom >= MarkTiles.WholeFromZoom)
            return $"SELECT {marks} AS bytes";
        var side = 1 << MarkTiles.CellBits;
        var cells = $"""
            (SELECT coalesce(length(ST_AsMVT(c, '{table}_cells', 4096, 'geom')), 0) FROM (
                SELECT ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(avg(ST_X(geom)), avg(ST_Y(geom))), 3857), box, 4096, 0, true) AS geom, count(*), {totals} FROM {table} WHERE geom && box
                GROUP BY floor((ST_X(geom) - ST_XMin(box)) / (ST_XMax(box) - ST_XMin(box)) * {side}), floor((ST_Y(geom) - ST_YMin(box)) / (ST_YMax(box) - ST_YMin(box)) * {side})) AS c)
            """;
        return $"SELECT CASE WHEN (SELECT count(*) FROM {table} WHERE geom && box) > {MarkTiles.MostMarks} THEN {cells} ELSE {marks} END AS bytes";
    }

    internal static void Execute(string database, string statement)
    {
        using var opened = Open(database);
        using var command = new NpgsqlCommand(statement, opened) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    internal static long Ask(string database, string question)
    {
        using var opened = Open(database);
        using var command = new NpgsqlCommand(question, opened) { CommandTimeout = 0 };
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    internal static NpgsqlConnection Open(string database)
    {
        var opened = new NpgsqlConnection(database);
        opened.Open();
        using var command = new NpgsqlCommand("SET max_parallel_workers_per_gather = 0; SET jit = off", opened);
        command.ExecuteNonQuery();
        return opened;
    }
}
