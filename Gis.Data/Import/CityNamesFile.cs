using Gis.Core.Finder;
using Gis.Core.Network;

namespace Gis.Data.Import;

/// <summary>
/// What places of a city are called besides, from other-names.csv and landmarks.csv in a folder. Either may be missing: a city is
/// searched by its units' names alone then. geodata/README.md says what the columns are.
/// </summary>
public static class CityNamesFile
{
    private const string OtherNames = "other-names.csv";
    private const string Landmarks = "landmarks.csv";

    private static readonly string[] OtherNameColumns = ["code", "name", "source"];
    private static readonly string[] LandmarkColumns = ["name", "other_names", "area", "accuracy", "source"];

    /// <summary>
    /// The names of a city: those in the data folder, which is where those of a city by import-register are put; for what is not
    /// there, those that came with the program, if the city is among them.
    /// </summary>
    /// <param name="city">The city.</param>
    /// <param name="dataFolder">The folder of the store.</param>
    /// <exception cref="TableException">A file is wrong; the message names file, line and column.</exception>
    public static CityNames Read(City city, string dataFolder)
    {
        string[] folders = [dataFolder, .. Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "geodata")).Where(folder => IsOf(folder, city)).Order(StringComparer.Ordinal)];
        return new CityNames(
            [.. RowsOf(folders, OtherNames, OtherNameColumns).Select(ReadOtherName)],
            [.. RowsOf(folders, Landmarks, LandmarkColumns).Select(ReadLandmark)]);
    }

    private static bool IsOf(string folder, City city) =>
        File.Exists(Path.Combine(folder, "city.csv")) && CsvTable.Read(Path.Combine(folder, "city.csv"), "code").Rows.Any(row => row.Text("code") == city.Code.Digits);

    private static IReadOnlyList<CsvRow> RowsOf(string[] folders, string file, string[] columns) =>
        folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is { } path ? CsvTable.Read(path, columns).Rows : [];

    private static OldName ReadOtherName(CsvRow row) => new(row.Text("name"), ReadCode(row, "code"));

    private static Landmark ReadLandmark(CsvRow row) => new(
        row.Text("name"),
        [.. row.Optional("other_names").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        row.Text("accuracy") == "approximate" ? ReadCode(row, "area") : throw row.Wrong("accuracy", "'approximate': a landmark stands for its unit, and no closer"));

    private static AreaCode ReadCode(CsvRow row, string column) =>
        AreaCode.TryParse(row.Text(column), out var code) ? code : throw row.Wrong(column, "a division code of 6, 9 or 12 digits");
}
