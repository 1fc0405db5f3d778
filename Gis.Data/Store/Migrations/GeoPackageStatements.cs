namespace Gis.Data.Store.Migrations;

/// <summary>
/// The statements that make the file a GeoPackage of version 1.3. A migration once released does not change, and so nor do
/// these; a later version of GeoPackage gets statements of its own. 1.3 and not 1.4, because the R*Tree triggers changed
/// in 1.4 and the tools in use at offices know those of 1.3.
/// </summary>
internal static class GeoPackageStatements
{
    /// <summary>"GPKG" in ASCII, by which a program knows the file.</summary>
    internal const int ApplicationId = 0x47504B47;

    internal const string Metadata = """
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (
            table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
            z TINYINT NOT NULL, m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE gpkg_extensions (
            table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
            CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
        INSERT INTO gpkg_spatial_ref_sys VALUES
            ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
            ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
            ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', 'longitude/latitude in degrees on the WGS 84 spheroid'),
            ('CGCS2000', 4490, 'EPSG', 4490, 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]', 'longitude/latitude in degrees on CGCS2000');
        """;

    internal static string RegisterAttributes(string table) =>
        $"INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('{table}', 'attributes', '{table}');";

    internal static string RegisterFeatures(string table, string geometryType) => $"""
        ALTER TABLE {table} ADD COLUMN geom {geometryType};
        INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('{table}', 'features', '{table}', 4490);
        INSERT INTO gpkg_geometry_columns VALUES ('{table}', 'geom', '{geometryType}', 4490, 0, 0);
        INSERT INTO gpkg_extensions VALUES
            ('{table}', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
        CREATE VIRTUAL TABLE rtree_{table}_geom USING rtree(id, minx, maxx, miny, maxy);
        {Trigger(table, "insert", "INSERT", $"{Somewhere}", Insert(table))}
        {Trigger(table, "update1", "UPDATE OF geom", $"OLD.fid = NEW.fid AND {Somewhere}", Insert(table))}
        {Trigger(table, "update2", "UPDATE OF geom", $"OLD.fid = NEW.fid AND {Nowhere}", Delete(table, "OLD.fid"))}
        {Trigger(table, "update3", "UPDATE", $"OLD.fid != NEW.fid AND {Somewhere}", Delete(table, "OLD.fid") + " " + Insert(table))}
        {Trigger(table, "update4", "UPDATE", $"OLD.fid != NEW.fid AND {Nowhere}", Delete(table, "OLD.fid, NEW.fid"))}
        {Trigger(table, "delete", "DELETE", "OLD.geom NOTNULL", Delete(table, "OLD.fid"))}
        """;

    private const string Somewhere = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))";

    private const string Nowhere = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";

    private static string Trigger(string table, string name, string change, string when, string then) =>
        $"CREATE TRIGGER rtree_{table}_geom_{name} AFTER {change} ON {table} WHEN {when} BEGIN {then} END;";

    private static string Insert(string table) =>
        $"INSERT OR REPLACE INTO rtree_{table}_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));";

    private static string Delete(string table, string rows) => $"DELETE FROM rtree_{table}_geom WHERE id IN ({rows});";
}
