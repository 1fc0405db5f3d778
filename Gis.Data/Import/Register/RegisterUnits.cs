using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Network.Register;
using Gis.Data.Import.Ledger;

namespace Gis.Data.Import.Register;

/// <summary>Gathers the units of one city from the rows of a register, and checks that they fit together.</summary>
internal sealed class RegisterUnits(AreaCode city)
{
    private const int CityDigits = 4;

    private readonly SortedDictionary<AreaCode, (RegisterUnit Unit, RegisterRow Row)> units = [];
    private readonly List<string> remarks = [];
    private string? cityName;
    private string? provinceName;
    private int twice;

    private string Prefix => city.Digits[..CityDigits];

    /// <summary>Takes a row, unless it is of another city.</summary>
    /// <exception cref="TableException">It is wrong.</exception>
    internal void Add(RegisterRow row)
    {
        var code = ReadCode(row);
        if (row.Name.Length == 0)
            throw row.Wrong("name", "an empty cell", $"the name of {row.Code}");
        if (code == city.Digits[..2])
            provinceName = row.Name;
        else if (code == Prefix)
            cityName ??= row.Name;
        else if (code.StartsWith(Prefix, StringComparison.Ordinal))
            AddUnit(new RegisterUnit(AreaCode.Parse(code), row.Name), row);
    }

    /// <summary>The city's name: as given, or as the register has it; a city that a municipality stands in for is called as that.</summary>
    /// <exception cref="TableException">Neither gives one, or there is no unit of the city at all.</exception>
    internal string NameOfCity(string file, string? given)
    {
        if (units.Count == 0)
            throw new TableException(file, null, "code", $"no unit of the city {city}", "a register with its counties, townships and villages");
        if ((given ?? cityName) is { } name && (given is not null || !UnitKinds.IsStandIn(name)))
            return name;
        if (cityName is "市辖区" or "县" && provinceName is not null)
            return provinceName;
        throw new TableException(file, null, "name", cityName is null ? $"no row for the city {city}" : $"'{cityName}', which is no city's name", "a row with its name, or the name given with --name");
    }

    /// <summary>The register, once all rows are in.</summary>
    /// <exception cref="TableException">A unit lies in none that is there.</exception>
    internal RegisterReading ToReading(string file, City named)
    {
        StandInForCounty(named);
        LeaveOutStandIns();
        foreach (var (unit, row) in units.Values.Where(each => each.Unit.Code.Level != AreaLevel.County && !units.ContainsKey(ParentOf(each.Unit.Code))))
            throw row.Wrong("code", $"{unit.Code} ({unit.Name})", $"in a unit that the register has; {ParentOf(unit.Code)} is not there");
        RemarkOnEmpty();
        if (twice > 0)
            remarks.Add($"{twice} rows say what another one says and were taken once.");
        return new RegisterReading(new CityRegister(named, List(AreaLevel.County), List(AreaLevel.Township), List(AreaLevel.Village), file), [.. remarks]);
    }

    // Of 12 digits, those at the end that are zero say that the code is of a higher level.
    private static string ReadCode(RegisterRow row)
    {
        var digits = string.Concat(row.Code.Where(letter => !char.IsWhiteSpace(letter)));
        if (digits.Length is not (2 or 4 or 6 or 9 or 12) || !digits.All(char.IsAsciiDigit))
            throw row.Wrong("code", $"'{row.Code}'", "a division code of 6, 9 or 12 digits");
        if (digits.Length == 12 && digits.EndsWith("000", StringComparison.Ordinal))
            digits = digits[..9];
        if (digits.Length == 9 && digits.EndsWith("000", StringComparison.Ordinal))
            digits = digits[..6];
        if (digits.Length == 6 && digits.EndsWith("00", StringComparison.Ordinal))
            digits = digits[..4];
        return digits.Length == 4 && digits.EndsWith("00", StringComparison.Ordinal) ? digits[..2] : digits;
    }

    private static AreaCode ParentOf(AreaCode code) => code.Level == AreaLevel.Village ? code.Township : code.County;

    private void AddUnit(RegisterUnit unit, RegisterRow row)
    {
        unit = unit with
        {
            TownshipKind = unit.Code.Level == AreaLevel.Township && row.Kind.Length > 0 ? ReadKind<TownshipKind>(row, WrittenName.TryRead(row.Kind, out TownshipKind kind) ? kind : null) : null,
            VillageKind = unit.Code.Level == AreaLevel.Village && row.Kind.Length > 0 ? ReadKind(row, ChoiceWords.Read<VillageKind>(row.Kind)) : null,
        };
        if (units.TryAdd(unit.Code, (unit, row)))
            return;
        var (other, first) = units[unit.Code];
        if (other.Name != unit.Name)
            throw row.Wrong("name", $"'{unit.Name}' for {unit.Code}", $"one name for a code; in row {first.Number} it is '{other.Name}'");
        twice++;
    }

    private static T? ReadKind<T>(RegisterRow row, T? read)
        where T : struct, Enum => read ?? throw row.Wrong("kind", $"'{row.Kind}'", "empty, or one of " + string.Join(", ", WrittenName.List<T>()));

    // Some cities, as 东莞市, have no counties; the register codes their townships as of a county 00.
    private void StandInForCounty(City named)
    {
        if (!units.Keys.Any(code => code.County == city))
            return;
        units[city] = (new RegisterUnit(city, named.Name), default);
        remarks.Add($"{named.Name} has townships of no county; a county {city} with the city's name stands in for one.");
    }

    private void LeaveOutStandIns()
    {
        var parents = units.Keys.Where(code => code.Level == AreaLevel.Township).Select(code => code.County).ToHashSet();
        foreach (var (unit, _) in units.Values.Where(each => UnitKinds.IsStandIn(each.Unit.Name) && each.Unit.Code.Level == AreaLevel.County && !parents.Contains(each.Unit.Code)).ToList())
        {
            units.Remove(unit.Code);
            remarks.Add($"{unit.Code} {unit.Name} is a heading and no unit; it was left out.");
        }
    }

    private void RemarkOnEmpty()
    {
        var parents = units.Keys.Where(code => code.Level != AreaLevel.County).Select(ParentOf).ToHashSet();
        var empty = units.Values.Where(each => each.Unit.Code.Level != AreaLevel.Village && !parents.Contains(each.Unit.Code)).Select(each => each.Unit).ToList();
        if (empty.Count > 0)
            remarks.Add($"Nothing lies in {string.Join(", ", empty.Take(5).Select(unit => $"{unit.Code} {unit.Name}"))}{(empty.Count > 5 ? $" and {empty.Count - 5} more" : "")}.");
        if (units.Values.Count(each => each.Unit.Name.Contains("虚拟", StringComparison.Ordinal)) is > 0 and var counted)
            remarks.Add($"{counted} units have 虚拟 in their name: the census counts people there who live in no village. They were taken; check whether they want a room.");
    }

    private ImmutableArray<RegisterUnit> List(AreaLevel level) =>
        [.. units.Values.Select(each => each.Unit).Where(unit => unit.Code.Level == level)];
}
