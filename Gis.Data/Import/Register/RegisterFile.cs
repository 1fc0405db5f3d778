using System.Collections.Immutable;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Network.Register;

namespace Gis.Data.Import.Register;

/// <summary>The register of a city as it was read.</summary>
/// <param name="Register">Its units, which fit together.</param>
/// <param name="Remarks">What a reader should know: units that were left out or made up to the levels, a sentence each.</param>
public sealed record RegisterReading(CityRegister Register, ImmutableArray<string> Remarks);

/// <summary>Reads the units of one city out of a register of division codes.</summary>
public static class RegisterFile
{
    /// <summary>Reads a table of codes and names, or a folder with one for each level.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="city">The city's code, of six digits.</param>
    /// <param name="names">Its names, where the register has none or not the right ones.</param>
    /// <param name="progress">Told the rows read so far.</param>
    /// <param name="cancel">Ends the reading early.</param>
    /// <exception cref="TableException">Something is missing or wrong; the message names file, row and field.</exception>
    /// <exception cref="Files.SourceFileException">The file is of no kind that is read, or damaged.</exception>
    public static RegisterReading Read(string path, AreaCode city, CityNames names, IProgress<long>? progress, CancellationToken cancel)
    {
        var file = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var units = new RegisterUnits(city);
        foreach (var row in RegisterRows.Read(path, progress, cancel))
            units.Add(row);
        var name = units.NameOfCity(file, names.Chinese);
        return units.ToReading(file, new City(city, name, names.English ?? EnglishName.OfCity(name, Readings.Mandarin)));
    }

    /// <summary>A city's code as people write it: 6403, 640300 or 640300000000; null for any other text.</summary>
    public static AreaCode? ReadCity(string text) => text.Trim() switch
    {
        { Length: 4 } four when AreaCode.TryParse(four + "00", out var code) => code,
        { Length: 6 } six when AreaCode.TryParse(six, out var code) && code.IsCity => code,
        { Length: 12 } twelve when twelve.EndsWith("00000000", StringComparison.Ordinal) && AreaCode.TryParse(twelve[..6], out var code) => code,
        _ => null,
    };
}

/// <summary>What a city is to be called; null for what the register says.</summary>
/// <param name="Chinese">Its name.</param>
/// <param name="English">Its name in English.</param>
public readonly record struct CityNames(string? Chinese, string? English);
