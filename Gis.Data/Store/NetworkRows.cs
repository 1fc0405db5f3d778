using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Core.Places;
using Gis.Core.Units;
using NetTopologySuite.Geometries;
using Position = Gis.Core.Network.Position;

namespace Gis.Data.Store;

/// <summary>The network's records as rows and back. Nothing is lost on the way, a place that is not known included.</summary>
internal static class NetworkRows
{
    /// <summary>CGCS2000 longitude and latitude, in which everything is stored (decision 1).</summary>
    internal const int Srid = 4490;

    private static readonly GeometryFactory Geometries = new(new PrecisionModel(), Srid);

    /// <summary>A network's records as rows, numbered in their order.</summary>
    /// <param name="parts">The network.</param>
    /// <param name="last">The last number of each kind that is taken; moved on.</param>
    internal static IEnumerable<Row> Write(NetworkParts parts, Dictionary<RecordKind, long> last)
    {
        foreach (var record in parts.Records)
        {
            var row = Write(record, parts.City.Code);
            row.Fid = last[record.Key.Kind] = last.GetValueOrDefault(record.Key.Kind) + 1;
            yield return row;
        }
    }

    /// <summary>A record as a row that has no number yet.</summary>
    internal static Row Write(NetworkRecord record, AreaCode cityCode)
    {
        var city = cityCode.Digits;
        return record switch
        {
            City each => new CityRow { CityCode = city, Name = each.Name, EnglishName = each.EnglishName },
            County each => Write(each, city),
            Township each => Write(each, city),
            Village each => Write(each, city),
            ServicePoint each => Write(each, city),
            Firm each => Write(each, city),
            Staff each => Write(each, city),
            SpecialHours each => Write(each, city),
            Crossing each => Write(each, city),
            RiverLine each => new RiverRow { CityCode = city, Geom = Geometries.CreateLineString([.. each.Line.Select(At)]) },
            _ => throw new ArgumentException($"There is no table for {record.Key}."),
        };
    }

    /// <summary>A row of any of the network's tables as a record.</summary>
    /// <exception cref="FormatException">What it holds makes no record.</exception>
    internal static NetworkRecord Read(Row row) => row switch
    {
        CityRow each => Read(each),
        CountyRow each => Read(each),
        TownshipRow each => Read(each),
        VillageRow each => Read(each),
        PointRow each => Read(each),
        FirmRow each => Read(each),
        StaffRow each => Read(each),
        SpecialHoursRow each => Read(each),
        CrossingRow each => Read(each),
        RiverRow each => new RiverLine(Read(each)),
        _ => throw new ArgumentException($"{row.GetType().Name} is no row of the network."),
    };

    internal static City Read(CityRow row) => new(AreaCode.Parse(row.CityCode), row.Name, row.EnglishName);

    internal static County Read(CountyRow row) => new(
        AreaCode.Parse(row.Code), row.Name, PositionOf(row), new Residents(row.CensusResidents), new Provenance(row.CensusBasis, row.CensusSource));

    internal static Township Read(TownshipRow row) =>
        new(AreaCode.Parse(row.Code), row.Name, row.Kind, PositionOf(row), new Bank(row.Bank));

    internal static Village Read(VillageRow row) => new(
        AreaCode.Parse(row.Code), row.Name, row.Kind, PositionOf(row), new Bank(row.Bank),
        new Residents(row.Residents), new Provenance(row.ResidentsBasis, row.ResidentsSource));

    internal static ServicePoint Read(PointRow row) => new(
        PointId.Parse(row.Id), row.Name, row.Tier, AreaCode.Parse(row.AreaCode), PositionOf(row), new Bank(row.Bank),
        row.Stage, new Provenance(row.StageBasis, row.StageSource))
    { Reception = ReceptionColumns.Read(row) };

    internal static Firm Read(FirmRow row) => new(
        row.Id, row.Name, PositionOf(row), AreaCode.Parse(row.CountyCode), row.Lawyers, new Provenance(row.Basis, row.Source));

    internal static Staff Read(StaffRow row) => new(
        PointId.Parse(row.PointId), row.Post, row.Count,
        row.HoursAMonth is { } hours ? new MonthlyHours(hours) : null, new Provenance(row.Basis, row.Source));

    internal static SpecialHours Read(SpecialHoursRow row) => new(
        PointId.Parse(row.PointId), row.FromDay, row.ToDay, row.Hours is { } hours ? WeeklyHours.Parse(hours) : null, row.Reason);

    internal static Crossing Read(CrossingRow row) => new(row.Name, PlaceOf(row), new Bank(row.FromBank), new Bank(row.ToBank));

    internal static ImmutableArray<LonLat> Read(RiverRow row) =>
        [.. (row.Geom?.Coordinates ?? []).Select(at => LonLat.Of(at.X, at.Y))];

    private static CountyRow Write(County county, string city) => Place(county.Seat, new CountyRow
    {
        CityCode = city,
        Code = county.Code.Digits,
        Name = county.Name,
        CensusResidents = county.Census.Count,
        CensusBasis = county.CensusProvenance.Basis,
        CensusSource = county.CensusProvenance.Source,
    });

    private static TownshipRow Write(Township township, string city) => Place(township.Seat, new TownshipRow
    {
        CityCode = city,
        Code = township.Code.Digits,
        CountyCode = township.Code.County.Digits,
        Name = township.Name,
        Kind = township.Kind,
        Bank = township.Bank.ToString(),
    });

    private static VillageRow Write(Village village, string city) => Place(village.Position, new VillageRow
    {
        CityCode = city,
        Code = village.Code.Digits,
        TownshipCode = village.Code.Township.Digits,
        Name = village.Name,
        Kind = village.Kind,
        Bank = village.Bank.ToString(),
        Residents = village.Residents.Count,
        ResidentsBasis = village.ResidentsProvenance.Basis,
        ResidentsSource = village.ResidentsProvenance.Source,
    });

    private static PointRow Write(ServicePoint point, string city)
    {
        var row = Place(point.Position, new PointRow
        {
            CityCode = city,
            Id = point.Id.ToString(),
            Name = point.Name,
            Tier = point.Tier,
            AreaCode = point.Area.Digits,
            Bank = point.Bank.ToString(),
            Stage = point.Stage,
            StageBasis = point.StageProvenance.Basis,
            StageSource = point.StageProvenance.Source,
        });
        ReceptionColumns.Write(point.Reception, row);
        return row;
    }

    private static FirmRow Write(Firm firm, string city) => Place(firm.Office, new FirmRow
    {
        CityCode = city,
        Id = firm.Id,
        Name = firm.Name,
        CountyCode = firm.County.Digits,
        Lawyers = firm.Lawyers,
        Basis = firm.Provenance.Basis,
        Source = firm.Provenance.Source,
    });

    private static StaffRow Write(Staff staff, string city) => new()
    {
        CityCode = city,
        PointId = staff.Point.ToString(),
        Post = staff.Post,
        Count = staff.Count,
        HoursAMonth = staff.Hours?.Value,
        Basis = staff.Provenance.Basis,
        Source = staff.Provenance.Source,
    };

    private static SpecialHoursRow Write(SpecialHours special, string city) => new()
    {
        CityCode = city,
        PointId = special.Point.ToString(),
        FromDay = special.From,
        ToDay = special.To,
        Hours = special.Hours?.ToString(),
        Reason = special.Reason,
    };

    private static CrossingRow Write(Crossing crossing, string city) => Place(crossing.Position, new CrossingRow
    {
        CityCode = city,
        Name = crossing.Name,
        FromBank = crossing.From.ToString(),
        ToBank = crossing.To.ToString(),
    });

    private static TRow Place<TRow>(Position? position, TRow row)
        where TRow : LocatedRow
    {
        row.Geom = position is null ? null : Geometries.CreatePoint(At(position.At));
        row.Placement = position?.Placement;
        row.AccuracyM = position?.Accuracy.Value;
        row.PositionSource = position?.Source;
        return row;
    }

    // A point drawn in by another program has a geometry and nothing to say how it was come by: that is no position.
    private static Position? PositionOf(LocatedRow row) => row switch
    {
        { Geom: null } => null,
        { Placement: { } placement, AccuracyM: { } accuracy, PositionSource: { } source } =>
            new Position(LonLat.Of(row.Geom.X, row.Geom.Y), placement, new Metres(accuracy), source),
        _ => throw new FormatException($"Row {row.Fid} of {row.GetType().Name[..^3].ToLowerInvariant()} has a place, but not its placement, accuracy and source."),
    };

    private static Position PlaceOf(LocatedRow row) =>
        PositionOf(row) ?? throw new FormatException($"Row {row.Fid} of {row.GetType().Name[..^3].ToLowerInvariant()} has no place.");

    private static Coordinate At(LonLat at) => new(at.Longitude, at.Latitude);
}
