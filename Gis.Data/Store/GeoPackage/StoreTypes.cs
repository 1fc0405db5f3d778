using Microsoft.Data.Sqlite;

namespace Gis.Data.Store.GeoPackage;

/// <summary>
/// Values of another kind than their column's: a text kept as bytes reads the same here and not in other programs, and is a sign
/// that the file was damaged.
/// </summary>
internal static class StoreTypes
{
    private static readonly string[] Whole = ["INT", "BOOL"];
    private static readonly string[] Real = ["REAL", "DOUB", "FLOA"];
    private static readonly string[] Bytes = ["BLOB", "POINT", "LINESTRING", "POLYGON", "GEOMETRY"];

    internal static IEnumerable<string> FindFaults(SqliteConnection connection)
    {
        foreach (var table in StoreAccess.Ask(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree%' AND name NOT LIKE 'sqlite%'"))
        {
            var columns = StoreAccess.Ask(connection, $"SELECT name || char(9) || type FROM pragma_table_info({Quote(table, '\'')})").ConvertAll(line => line.Split('\t'));
            var asked = string.Join(" UNION ALL ", columns.Select(column => Ask(table, column[0], column[1])));
            foreach (var column in StoreAccess.Ask(connection, asked))
                yield return $"The column {column} of {table} has values of another kind than it should";
        }
    }

    private static string Ask(string table, string column, string type) =>
        $"SELECT {Quote(column, '\'')} WHERE EXISTS (SELECT 1 FROM {Quote(table, '"')} WHERE typeof({Quote(column, '"')}) NOT IN ('null', {KindsOf(type)}))";

    // As SQLite tells a column's kind from its type (Datatypes in SQLite, 3.1), but for the geometries of GeoPackage: POINT is no INT.
    private static string KindsOf(string type) =>
        Has(Bytes, type) ? "'blob'"
        : Has(Whole, type) ? "'integer'"
        : Has(Real, type) ? "'real', 'integer'"
        : "'text'";

    private static bool Has(string[] words, string type) => Array.Exists(words, word => type.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Quote(string name, char mark) => $"{mark}{name.Replace($"{mark}", $"{mark}{mark}", StringComparison.Ordinal)}{mark}";
}
