using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Import.Files;

/// <summary>A layer of a GeoPackage: its columns without the geometry, that of the geometry if any, and the system it states.</summary>
internal sealed record GeoPackageLayer(string Name, ImmutableArray<string> Columns, string? Geometry, StatedCrs Stated);

/// <summary>What a GeoPackage says it holds, as long as all of it are plain tables: a view or a computed column would run while it is read.</summary>
internal sealed class GeoPackageSchema(SourceReading reading, SqliteConnection connection)
{
    internal IEnumerable<GeoPackageLayer> ListLayers()
    {
        var kinds = ListKinds();
        foreach (var own in (string[])["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"])
        {
            if (!kinds.ContainsKey(own) && own == "gpkg_contents")
                throw reading.Refuse(SourceFault.UnknownKind, "a database that is no GeoPackage: it has no gpkg_contents", SourceKinds.All);
            if (kinds.TryGetValue(own, out var kind))
                JudgeTable(own, kind);
        }

        foreach (var name in Ask("SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes', 'aspatial') ORDER BY rowid").Select(row => row[0]).Distinct())
        {
            JudgeTable(name, kinds.GetValueOrDefault(name) ?? throw reading.Damaged($"a GeoPackage whose layer {name} is missing", "a GeoPackage"));
            yield return Describe(name, kinds);
        }
    }

    // By name, in whatever case, as the database itself compares them.
    private Dictionary<string, (string Type, string Statement)?> ListKinds()
    {
        var kinds = new Dictionary<string, (string, string)?>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Ask("SELECT name, type, ifnull(sql, '') FROM sqlite_master WHERE type IN ('table', 'view')"))
            kinds[row[0]] = (row[1], row[2]);
        return kinds;
    }

    private void JudgeTable(string name, (string Type, string Statement)? kind)
    {
        if (kind is not { Type: "table" } || kind.Value.Statement.TrimStart().StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase))
            throw Active($"a GeoPackage whose {name} is a query that would run (a view or virtual table)");
        // Kinds 2 and 3 are computed columns; see the pragma's description.
        if (Ask("SELECT name FROM pragma_table_xinfo($name) WHERE hidden > 1", name) is [var computed, ..])
            throw Active($"a GeoPackage whose column {computed[0]} of {name} is computed while it is read");
    }

    private GeoPackageLayer Describe(string name, Dictionary<string, (string Type, string Statement)?> kinds)
    {
        var columns = Ask("SELECT name FROM pragma_table_info($name)", name).Select(row => row[0]).ToList();
        var (geometry, system) = kinds.ContainsKey("gpkg_geometry_columns")
            && Ask("SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE lower(table_name) = lower($name)", name) is [var found, ..]
                ? (columns.Find(column => column.Equals(found[0], StringComparison.OrdinalIgnoreCase)), found[1])
                : (null, null);
        return new GeoPackageLayer(name, [.. columns.Where(column => column != geometry)], geometry, system is null ? StatedCrs.None : FindSystem(system));
    }

    private StatedCrs FindSystem(string number)
    {
        var system = Ask("SELECT organization, organization_coordsys_id, srs_name FROM gpkg_spatial_ref_sys WHERE srs_id = $name", number);
        // -1 and 0 stand for systems that are not told.
        return system is not [var known, ..] || number is "-1" or "0" ? StatedCrs.None
            : known[0].Equals("EPSG", StringComparison.OrdinalIgnoreCase) && int.TryParse(known[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? StatedCrs.OfEpsg(code)
            : StatedCrs.OfUrn(known[2]);
    }

    private List<string[]> Ask(string question, string? name = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        if (name is not null)
            command.Parameters.AddWithValue("$name", name);
        using var rows = command.ExecuteReader();
        var answers = new List<string[]>();
        while (rows.Read())
        {
            reading.CountCells(1);
            answers.Add([.. Enumerable.Range(0, rows.FieldCount).Select(column => rows.IsDBNull(column) ? "" : rows.GetString(column))]);
        }

        return answers;
    }

    private SourceFileException Active(string found) => reading.Refuse(SourceFault.ActiveContent, found, "one of plain tables: export the layer anew");
}
