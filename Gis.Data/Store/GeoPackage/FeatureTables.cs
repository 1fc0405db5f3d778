namespace Gis.Data.Store.GeoPackage;

/// <summary>The tables that have a geometry, and what must agree with it.</summary>
internal static class FeatureTables
{
    internal static readonly string[] All = ["county", "township", "village", "point", "firm", "crossing", "river"];

    /// <summary>Writes the exact extent of a table into its register entry, and when (parameter 0).</summary>
    internal static string SurveyExtent(string table) => $$"""
        UPDATE gpkg_contents SET last_change = {0},
            min_x = (SELECT min(ST_MinX(geom)) FROM {{table}}), min_y = (SELECT min(ST_MinY(geom)) FROM {{table}}),
            max_x = (SELECT max(ST_MaxX(geom)) FROM {{table}}), max_y = (SELECT max(ST_MaxY(geom)) FROM {{table}})
        WHERE table_name = '{{table}}'
        """;

    /// <summary>The rows whose geometry is not written as it should be.</summary>
    internal static string IllWritten(string table) => $"SELECT fid FROM {table} WHERE geom NOTNULL AND NOT IsWellWritten(geom)";

    /// <summary>The rows whose geometry the R*Tree does not hold, or holds elsewhere; its bounds are rounded outwards.</summary>
    internal static string RowsNotIndexed(string table) => $"""
        SELECT t.fid FROM {table} t LEFT JOIN rtree_{table}_geom r ON r.id = t.fid
        WHERE t.geom NOTNULL AND NOT ST_IsEmpty(t.geom)
            AND (r.id ISNULL OR r.minx > ST_MinX(t.geom) OR r.maxx < ST_MaxX(t.geom) OR r.miny > ST_MinY(t.geom) OR r.maxy < ST_MaxY(t.geom)
                OR r.maxx - r.minx > ST_MaxX(t.geom) - ST_MinX(t.geom) + 0.0001 OR r.maxy - r.miny > ST_MaxY(t.geom) - ST_MinY(t.geom) + 0.0001)
        """;

    /// <summary>The entries of the R*Tree whose row is gone or has no geometry.</summary>
    internal static string EntriesOfNothing(string table) => $"""
        SELECT r.id FROM rtree_{table}_geom r LEFT JOIN {table} t ON t.fid = r.id
        WHERE t.geom ISNULL OR ST_IsEmpty(t.geom)
        """;

    /// <summary>A row if some geometry lies outside the registered extent. A wider extent is allowed: other programs only widen it.</summary>
    internal static string Outgrown(string table) => $"""
        SELECT 1 FROM gpkg_contents c, (SELECT min(ST_MinX(geom)) AS min_x, min(ST_MinY(geom)) AS min_y,
            max(ST_MaxX(geom)) AS max_x, max(ST_MaxY(geom)) AS max_y FROM {table}) t
        WHERE c.table_name = '{table}' AND t.min_x NOTNULL
            AND NOT coalesce(c.min_x <= t.min_x AND c.min_y <= t.min_y AND c.max_x >= t.max_x AND c.max_y >= t.max_y, 0)
        """;
}
