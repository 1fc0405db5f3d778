using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Places;
using Gis.Web.Cities;
using Npgsql;

namespace Gis.Benchmarks.Nation;

/// <summary>How often a second one core finds the open points nearest to a place of the nation, beside PostGIS's <c>&lt;-&gt;</c> over the same rows.</summary>
internal static class NationNearest
{
    private const int Places = 5_000;
    private const int Passes = 40;

    internal static void Run(CitiesSnapshot cities, string database)
    {
        var at = Draw(cities);
        Prepare(database, at);
        foreach (var count in new[] { 1, 5 })
        {
            var length = 0L;
            // Of one pass through all places; so many that the code is compiled as it is once the program has run for a while.
            var ours = NationBenchmarks.Least(() =>
            {
                for (var pass = 0; pass < Passes; pass++)
                    length = SumLengths(cities, at, count);
            }) / Passes;
            var (degrees, ground, asked) = (Seconds(database, "geom", count), Seconds(database, "ground", count), SecondsAsked(database, at, count));
            NationBenchmarks.Say($"the {count} nearest of {cities.Networks.Sum(network => network.Points.Count(point => point.IsOpen)):N0} open points: {Places / ours:N0}/s; PostGIS <-> over the ground {Places / ground:N0}/s ({ground / ours:0} times), in degrees {Places / degrees:N0}/s ({degrees / ours:0} times), in degrees asked place by place {Places / asked:N0}/s ({asked / ours:0} times)");
            var same = Agree(database, [.. at.Select(place => string.Join(' ', cities.Points.FindNearest(place, CoverageQuestion.AllTiers, count).Select(near => near.Point.Id)))], count);
            NationBenchmarks.Say($"of {Places:N0} places PostGIS finds the same points in the same order by ST_Distance for {same:N0} ({length:N0} characters of identifiers)");
        }
    }

    // What PostGIS is asked for too: the identifiers, found and read.
    private static long SumLengths(CitiesSnapshot cities, LonLat[] at, int count)
    {
        var sum = 0L;
        foreach (var place in at)
        {
            foreach (var near in cities.Points.FindNearest(place, CoverageQuestion.AllTiers, count))
                sum += near.Point.Id.ToString().Length;
        }

        return sum;
    }

    private static void Prepare(string database, LonLat[] at)
    {
        PostgisServerMarks.Execute(database, "CREATE TABLE open_point AS SELECT id, geom, geom::geography AS ground FROM point WHERE stage NOT IN ('planned', 'building') AND geom IS NOT NULL");
        PostgisServerMarks.Execute(database, "CREATE INDEX ON open_point USING gist (geom)");
        PostgisServerMarks.Execute(database, "CREATE INDEX ON open_point USING gist (ground)");
        PostgisServerMarks.Execute(database, "CREATE TABLE place AS SELECT n, ST_SetSRID(ST_MakePoint(x, y), 4490) AS geom, ST_SetSRID(ST_MakePoint(x, y), 4490)::geography AS ground FROM (VALUES " + string.Join(',', at.Select((place, n) => string.Create(CultureInfo.InvariantCulture, $"({n},{place.Longitude:R}::float8,{place.Latitude:R}::float8)"))) + ") AS v (n, x, y)");
        PostgisServerMarks.Execute(database, "VACUUM ANALYZE open_point");
    }

    // As a program asks: a prepared question for each place, over a socket of the same machine.
    private static double SecondsAsked(string database, LonLat[] at, int count)
    {
        using var opened = PostgisServerMarks.Open(database);
        using var command = new NpgsqlCommand($"SELECT id FROM open_point ORDER BY geom <-> ST_SetSRID(ST_MakePoint($1, $2), 4490) LIMIT {count}", opened);
        command.Parameters.Add(new NpgsqlParameter<double>());
        command.Parameters.Add(new NpgsqlParameter<double>());
        command.Prepare();
        return NationBenchmarks.Least(() =>
        {
            foreach (var place in at)
            {
                (((NpgsqlParameter<double>)command.Parameters[0]).TypedValue, ((NpgsqlParameter<double>)command.Parameters[1]).TypedValue) = (place.Longitude, place.Latitude);
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    _ = reader.GetString(0);
            }
        });
    }

    private static double Seconds(string database, string column, int count) => NationBenchmarks.Least(() => PostgisServerMarks.Ask(
        database, $"SELECT sum(length(near.id)) FROM place CROSS JOIN LATERAL (SELECT id FROM open_point ORDER BY open_point.{column} <-> place.{column} LIMIT {count}) AS near"));

    // <-> looks at the ground as a sphere: of some more it finds, the nearest over the ellipsoid.
    private static int Agree(string database, string[] found, int count)
    {
        PostgisServerMarks.Execute(database, "DROP TABLE IF EXISTS found");
        PostgisServerMarks.Execute(database, "CREATE TABLE found (n int, ids text)");
        PostgisServerMarks.Execute(database, "INSERT INTO found VALUES " + string.Join(',', found.Select((ids, n) => $"({n},'{ids}')")));
        return (int)PostgisServerMarks.Ask(database, $"""
            SELECT count(*) FROM place JOIN found USING (n) WHERE ids = (SELECT string_agg(id, ' ' ORDER BY metres, id) FROM (
                SELECT id, metres FROM (SELECT id, ST_Distance(ground, place.ground) AS metres FROM open_point ORDER BY ground <-> place.ground LIMIT {count + 20}) AS near
                ORDER BY metres, id LIMIT {count}) AS nearest)
            """);
    }

    // Where people live, a few kilometres off.
    private static LonLat[] Draw(CitiesSnapshot cities)
    {
        var random = new Random(5);
        var villages = cities.Networks.SelectMany(network => network.Villages).Select(village => village.Position!.At).ToArray();
        return [.. Enumerable.Range(0, Places).Select(_ => villages[random.Next(villages.Length)])
            .Select(home => LonLat.Of(home.Longitude + (random.NextDouble() * 0.05), home.Latitude + (random.NextDouble() * 0.05)))];
    }
}
