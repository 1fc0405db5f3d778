using System.Text.Json.Serialization;
using Gis.Core.Network;
using NetTopologySuite.Geometries;

namespace Gis.Data.Store;

/// <summary>What is of one city among those in a store.</summary>
public interface IOfCity
{
    /// <summary>The code of the city, as 640100.</summary>
    string CityCode { get; set; }
}

/// <summary>
/// What every table has. The number is the row's place in the network, because a GeoPackage wants a whole number as its
/// key; codes and identifiers are what rows refer to each other by.
/// </summary>
internal abstract class Row : IOfCity
{
    [JsonIgnore]
    public long Fid { get; set; }

    public required string CityCode { get; set; }
}

/// <summary>A row that stands somewhere; all four are null while it is not located.</summary>
internal abstract class LocatedRow : Row
{
    public Point? Geom { get; set; }

    public Placement? Placement { get; set; }

    public double? AccuracyM { get; set; }

    public string? PositionSource { get; set; }
}

internal sealed class CityRow : Row
{
    public required string Name { get; set; }

    public required string EnglishName { get; set; }
}

internal sealed class CountyRow : LocatedRow
{
    public required string Code { get; set; }

    public required string Name { get; set; }

    public long CensusResidents { get; set; }

    public Basis CensusBasis { get; set; }

    public required string CensusSource { get; set; }
}

internal sealed class TownshipRow : LocatedRow
{
    public required string Code { get; set; }

    public required string CountyCode { get; set; }

    public required string Name { get; set; }

    public TownshipKind Kind { get; set; }

    public required string Bank { get; set; }
}

internal sealed class VillageRow : LocatedRow
{
    public required string Code { get; set; }

    public required string TownshipCode { get; set; }

    public required string Name { get; set; }

    public VillageKind Kind { get; set; }

    public required string Bank { get; set; }

    public long Residents { get; set; }

    public Basis ResidentsBasis { get; set; }

    public required string ResidentsSource { get; set; }
}

internal sealed class PointRow : LocatedRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public Tier Tier { get; set; }

    public required string AreaCode { get; set; }

    public required string Bank { get; set; }

    public Stage Stage { get; set; }

    public Basis StageBasis { get; set; }

    public required string StageSource { get; set; }

    // What is below came later: lines of the log from before do not have it, so that no line has it where nothing is known.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Hours { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Basis? HoursBasis { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HoursSource { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phone { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WaysIn { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Languages { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? CheckedOn { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Basis? DetailsBasis { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DetailsSource { get; set; }
}

internal sealed class FirmRow : LocatedRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string CountyCode { get; set; }

    public int Lawyers { get; set; }

    public Basis Basis { get; set; }

    public required string Source { get; set; }
}

/// <summary>Posts reported at a point; the hours are null where they were not reported.</summary>
internal sealed class StaffRow : Row
{
    public required string PointId { get; set; }

    public Post Post { get; set; }

    public int Count { get; set; }

    public double? HoursAMonth { get; set; }

    public Basis Basis { get; set; }

    public required string Source { get; set; }
}

/// <summary>Days on which a point is closed, or open at other hours than usual.</summary>
internal sealed class SpecialHoursRow : Row
{
    public required string PointId { get; set; }

    public DateOnly FromDay { get; set; }

    public DateOnly ToDay { get; set; }

    public string? Hours { get; set; }

    public required string Reason { get; set; }
}

internal sealed class CrossingRow : LocatedRow
{
    public required string Name { get; set; }

    public required string FromBank { get; set; }

    public required string ToBank { get; set; }
}

internal sealed class RiverRow : Row
{
    public LineString? Geom { get; set; }
}

internal sealed class DataVersionRow : IOfCity
{
    public long Sequence { get; set; }

    public required string CityCode { get; set; }

    public required string VersionHash { get; set; }

    public DateTimeOffset MadeUtc { get; set; }

    public required string Reason { get; set; }

    public required string ProgramVersion { get; set; }
}
