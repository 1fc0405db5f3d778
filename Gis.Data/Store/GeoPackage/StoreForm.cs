using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.GeoPackage;

/// <summary>
/// The form of the file: its tables, indexes and triggers and what registers them in a GeoPackage must be as this program
/// makes them. What other programs add is left alone.
/// </summary>
internal static class StoreForm
{
    // Compared as text; what follows the last tab is left out of the sentence.
    private static readonly (string Kind, string Rows)[] Parts =
    [
        ("number in the head of the file", "SELECT 'application_id' || char(9) || application_id FROM pragma_application_id UNION ALL SELECT 'user_version' || char(9) || user_version FROM pragma_user_version"),
        ("part of the file", "SELECT type || ' ' || name || char(9) || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE '%EFMigrationsLock%'"),
        ("reference system", "SELECT srs_id || char(9) || srs_name || '|' || organization || '|' || organization_coordsys_id || '|' || definition || '|' || description FROM gpkg_spatial_ref_sys"),
        ("geometry column", "SELECT table_name || char(9) || column_name || '|' || geometry_type_name || '|' || srs_id || '|' || z || '|' || m FROM gpkg_geometry_columns"),
        ("extension", "SELECT table_name || char(9) || column_name || '|' || extension_name || '|' || definition || '|' || scope FROM gpkg_extensions WHERE table_name NOTNULL"),
        ("layer", "SELECT table_name || char(9) || data_type || '|' || coalesce(srs_id, '') FROM gpkg_contents"),
    ];

    private static readonly Lazy<List<string>[]> Made = new(MakeAnew);

    internal static IEnumerable<string> FindFaults(SqliteConnection connection)
    {
        foreach (var ((kind, rows), made) in Parts.Zip(Made.Value))
        {
            var found = StoreAccess.Ask(connection, rows).ToHashSet();
            foreach (var missing in made.Where(row => !found.Contains(row)))
                yield return $"The {kind} {missing.Split('\t')[0]} is not there, or not as this program makes it";
        }
    }

    private static List<string>[] MakeAnew()
    {
        using var context = new GeoPackageContext(GeoPackageConnection.OptionsFor(":memory:", SqliteOpenMode.Memory));
        // Held open, since the tables in memory are gone with the connection.
        context.Database.OpenConnection();
        context.Database.Migrate();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        return [.. Parts.Select(part => StoreAccess.Ask(connection, part.Rows))];
    }
}
