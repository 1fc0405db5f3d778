using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Import;

namespace Gis.Data.Illustration;

/// <summary>What is known of a city, read from its folder in geodata; geodata/README.md says where each column comes from.</summary>
public sealed record CityFacts
{
    public required City City { get; init; }

    public required ImmutableArray<County> Counties { get; init; }

    public required ImmutableArray<TownshipFacts> Townships { get; init; }

    public required ImmutableArray<VillageFacts> Villages { get; init; }

    /// <summary>Townships whose committees have no room in the plan, in the order in which they are left out.</summary>
    public required ImmutableArray<AreaCode> WithoutRooms { get; init; }

    public required ImmutableArray<Crossing> Crossings { get; init; }

    public required ImmutableArray<LonLat> River { get; init; }

    public required LegalFacts Legal { get; init; }

    /// <summary>Reads a city's folder.</summary>
    /// <exception cref="TableException">A file is missing or wrong; the message names file, line and column.</exception>
    public static CityFacts Read(string folder)
    {
        var counties = Table("counties.csv", "code", "name", "lon", "lat", "accuracy_m", "position_source", "population_2020")
            .ReadUnique("code", ReadCounty, county => county.Code);
        var townships = Table("townships-2017.csv", "code", "name", "kind", "lon", "lat", "accuracy_m", "position_source", "bank", "population_2010")
            .ReadUnique("code", row => TownshipFacts.Read(row, counties), township => township.Township.Code);
        return new CityFacts
        {
            City = Table("city.csv", "code", "name", "english_name").Rows
                .Select(row => new City(row.Code("code", AreaLevel.County), row.Text("name"), row.Text("english_name"))).Single(),
            Counties = [.. counties],
            Townships = [.. townships.OrderBy(township => township.Township.Code)],
            Villages =
            [
                .. Table("villages-2017.csv", "code", "name", "kind", "township_code")
                    .ReadUnique("code", row => VillageFacts.Read(row, townships), village => village.Code)
                    .OrderBy(village => village.Code),
            ],
            WithoutRooms = [.. Table("rooms-left-out.csv", "township_code").Rows.Select(row => row.Code("township_code", AreaLevel.Township))],
            Crossings = [.. Table("crossings.csv", "name", "lon", "lat", "accuracy_m", "from_bank", "to_bank").Rows.Select(ReadCrossing)],
            River = [.. Table("river.csv", "lon", "lat").Rows.Select(row => row.LonLat())],
            Legal = LegalFacts.Read(Table("legal-network-facts.csv", "fact", "area", "value")),
        };

        CsvTable Table(string file, params string[] columns) => CsvTable.Read(Path.Combine(folder, file), columns);
    }

    private static County ReadCounty(CsvRow row) => new(
        row.Code("code", AreaLevel.County),
        row.Text("name"),
        ReadSeat(row),
        new Residents(row.WholeNumber("population_2020")),
        new Provenance(Basis.Fact, "2020年第七次全国人口普查"));

    private static Crossing ReadCrossing(CsvRow row) => new(
        row.Text("name"),
        new Position(row.LonLat(), Placement.Approximate, new Metres(row.Number("accuracy_m")), "按一般地理知识估计"),
        new Bank(row.Text("from_bank")),
        new Bank(row.Text("to_bank")));

    internal static Position ReadSeat(CsvRow row)
    {
        var fromGazetteer = row.Text("position_source") == "GeoNames";
        return new Position(
            row.LonLat(),
            fromGazetteer ? Placement.Seat : Placement.Approximate,
            new Metres(row.Number("accuracy_m")),
            fromGazetteer ? "GeoNames cities1000, CC BY 4.0" : "按一般地理知识估计");
    }
}

/// <summary>A township of the register, with its residents at the census of 2010 where that is known.</summary>
public sealed record TownshipFacts(Township Township, Residents? Residents2010)
{
    internal static TownshipFacts Read(CsvRow row, IReadOnlyList<County> counties)
    {
        var code = row.Code("code", AreaLevel.Township);
        if (counties.All(county => county.Code != code.County))
            throw row.Wrong("code", "the code of a township in a county of counties.csv");
        var kind = WrittenName.TryRead<TownshipKind>(row.Text("kind"), out var read)
            ? read
            : throw row.Wrong("kind", "one of " + string.Join(", ", WrittenName.List<TownshipKind>()));
        return new TownshipFacts(
            new Township(code, row.Text("name"), kind, CityFacts.ReadSeat(row), new Bank(row.Optional("bank"))),
            row.Optional("population_2010").Length == 0 ? null : new Residents(row.WholeNumber("population_2010")));
    }
}

/// <summary>A village-level unit of the register.</summary>
public sealed record VillageFacts(AreaCode Code, string Name, VillageKind Kind)
{
    /// <summary>Whether it has a committee of its own, and so may have a room.</summary>
    public bool HasCommittee => Kind is VillageKind.Village or VillageKind.Community;

    internal static VillageFacts Read(CsvRow row, IReadOnlyList<TownshipFacts> townships)
    {
        var code = row.Code("code", AreaLevel.Village);
        if (townships.All(township => township.Township.Code != code.Township))
            throw row.Wrong("code", "the code of a village in a township of townships-2017.csv");
        var kind = WrittenName.TryRead<VillageKind>(row.Text("kind"), out var read)
            ? read
            : throw row.Wrong("kind", "one of " + string.Join(", ", WrittenName.List<VillageKind>()));
        return new VillageFacts(code, row.Text("name"), kind);
    }
}

/// <summary>The totals of the plan and of the profession.</summary>
public sealed record LegalFacts(
    int Centres, int Stations, int Rooms, int RoomsBuilt, int Firms, int Lawyers, ImmutableArray<int> FirmsByBand, string PlanSource)
{
    internal static LegalFacts Read(CsvTable table)
    {
        var city = table.Rows.First(row => row.Text("fact") == "plan_rooms").Text("area");
        return new LegalFacts(
            Whole("plan_centres"), Whole("plan_stations"), Whole("plan_rooms"), Whole("plan_rooms_built"),
            Whole("law_firms"), Whole("lawyers"),
            [.. Row("firm_size_bands").Text("value").Split(' ')[0].Split('/').Select(int.Parse)],
            "《公共法律服务体系建设年专项行动实施方案》三(一)");

        CsvRow Row(string fact) =>
            table.Rows.FirstOrDefault(row => row.Text("fact") == fact && row.Text("area") == city)
            ?? table.Rows.FirstOrDefault(row => row.Text("fact") == fact)
            ?? throw new TableException(table.File, null, "fact", "no such row", $"a row {fact}");

        int Whole(string fact) => (int)Row(fact).WholeNumber("value");
    }
}
