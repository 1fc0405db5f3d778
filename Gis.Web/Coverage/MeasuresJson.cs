using Gis.Core.Coverage;
using Gis.Core.Network;

namespace Gis.Web.Coverage;

/// <summary>
/// Every measure of a question as the API gives it. Minutes are minutes, hours are hours a month, access is hours a month for a
/// thousand residents, costs of RAAM have no unit.
/// </summary>
public sealed record MeasuresJson(
    long Residents,
    long Covered,
    double? Share,
    bool Illustrative,
    CurveJson Curve,
    UnevennessJson Unevenness,
    BackupJson Backup,
    SupplyJson Supply,
    IReadOnlyDictionary<string, AccessJson> Access,
    RaamJson Raam,
    SplitJson Split,
    PointShortageJson PointsMissing,
    StaffShortageJson StaffMissing,
    UnevenJson Uneven,
    SettingsJson Settings,
    Receipt Receipt)
{
    public static MeasuresJson Of(ServiceNetwork network, CoverageMeasures measures, Receipt receipt, ShortageWords words) => new(
        measures.Coverage.Total.Residents.Count,
        measures.Coverage.Total.Covered.Count,
        measures.Coverage.Total.Share?.Value,
        network.HasIllustration,
        CurveJson.Of(measures.Curve),
        UnevennessJson.Of(network, measures.Unevenness),
        BackupJson.Of(network, measures.Backup),
        SupplyJson.Of(measures.Supply, words),
        new Dictionary<string, AccessJson>
        {
            ["2sfca"] = AccessJson.Of(network, measures.TwoStep),
            ["e2sfca"] = AccessJson.Of(network, measures.EnhancedTwoStep),
            ["3sfca"] = AccessJson.Of(network, measures.ThreeStep),
        },
        RaamJson.Of(network, measures.Raam, words),
        SplitJson.Of(measures.Split),
        PointShortageJson.Of(network, measures.Points, words),
        StaffShortageJson.Of(network, measures.Staff, words),
        UnevenJson.Of(network, measures.Uneven, words),
        SettingsJson.Of(measures.Settings),
        receipt);
}

/// <summary>The steps of the curve, minutes and residents covered, and those it never gets to.</summary>
public sealed record CurveJson(IEnumerable<double[]> Steps, long Unreached)
{
    public static CurveJson Of(CoverageCurve curve) => new(curve.Steps.Select(step => new[] { step.Limit.Value, step.Covered.Count }), curve.Unreached.Count);
}

/// <summary>Lorenz points are shares of residents and of minutes; those who reach no point are in none of the minutes.</summary>
public sealed record UnevennessJson(
    double? MeanMinutes,
    double? MedianMinutes,
    double? WorstDecileMinutes,
    long Unreached,
    double? Gini,
    double? Palma,
    double? Theil,
    double? TheilBetweenCounties,
    double? TheilWithinCounties,
    double? MeanMinutesWidth,
    double? ShareWidth,
    IEnumerable<double[]> Lorenz,
    IEnumerable<CountyMinutesJson> ByCounty)
{
    public static UnevennessJson Of(ServiceNetwork network, Unevenness unevenness) => new(
        unevenness.Spread.Mean?.Value,
        unevenness.Spread.Median?.Value,
        unevenness.Spread.WorstDecile?.Value,
        unevenness.Spread.Unreached.Count,
        unevenness.Spread.Gini,
        unevenness.Spread.Palma,
        unevenness.Theil?.Total,
        unevenness.Theil?.Between,
        unevenness.Theil?.Within,
        unevenness.MeanWidth?.Value,
        unevenness.ShareWidth?.Value,
        unevenness.Lorenz.Select(point => new[] { point.Residents.Value, point.Minutes.Value }),
        unevenness.Counties.Select(county => new CountyMinutesJson(
            county.Coverage.Area!.Value.Digits, network.FindAreaName(county.Coverage.Area.Value)!,
            county.Mean?.Value, county.Coverage.Share?.Value, county.Unreached.Count)));
}

public sealed record CountyMinutesJson(string Code, string Name, double? MeanMinutes, double? Share, long Unreached);

/// <summary>Residents with exactly one open point in reach, and with two or more; dependent are the villages with one.</summary>
public sealed record BackupJson(long Once, long BackedUp, double? Share, IEnumerable<AreaBackupJson> ByCounty, IEnumerable<DependentJson> Dependent)
{
    public static BackupJson Of(ServiceNetwork network, Backup backup) => new(
        backup.Total.Once.Count,
        backup.Total.BackedUp.Count,
        backup.Total.Share?.Value,
        backup.Counties.Select(county => new AreaBackupJson(
            county.Area!.Value.Digits, network.FindAreaName(county.Area.Value)!, county.Once.Count, county.BackedUp.Count, county.Share?.Value)),
        backup.Dependent.Select(dependent => new DependentJson(
            dependent.Village.Code.Digits, dependent.Village.Name, dependent.Village.Residents.Count, ReachJson.Of(network, dependent.Only)!)));
}

public sealed record AreaBackupJson(string Code, string Name, long Once, long BackedUp, double? Share);

public sealed record DependentJson(string Village, string Name, long Residents, ReachJson Only);

/// <summary>Hours a month of the open points.</summary>
public sealed record SupplyJson(double Hours, double Reported, double Assumed, string Words)
{
    public static SupplyJson Of(HoursSupply supply, ShortageWords words) =>
        new(supply.Total.Value, supply.Reported.Value, supply.Assumed.Value, words.Of(supply));
}

/// <summary>Hours a month for a thousand residents; stranded are hours at points that nobody lives in reach of.</summary>
public sealed record AccessJson(
    double? MeanPerThousand, double? Gini, long Without, double StrandedHours, IEnumerable<AreaAccessJson> ByCounty, IReadOnlyDictionary<string, double> Villages)
{
    public static AccessJson Of(ServiceNetwork network, AccessRatio access) => new(
        access.Total.Mean?.PerThousand,
        access.Gini,
        access.Without.Count,
        access.Stranded.Value,
        access.Counties.Select(county => new AreaAccessJson(county.Area!.Value.Digits, network.FindAreaName(county.Area.Value)!, county.Mean?.PerThousand)),
        network.Villages.Zip(access.Villages).ToDictionary(pair => pair.First.Code.Digits, pair => pair.Second.PerThousand));
}

public sealed record AreaAccessJson(string Code, string Name, double? MeanPerThousand);

/// <summary>Costs of RAAM, the lower the better; the villages that reach no hours are not there.</summary>
public sealed record RaamJson(
    double? Mean, bool Converged, string Words, long Without, IEnumerable<AreaCostJson> ByCounty, IReadOnlyDictionary<string, double> Villages)
{
    public static RaamJson Of(ServiceNetwork network, Raam raam, ShortageWords words) => new(
        raam.Mean,
        raam.Ending is RaamEnding.Converged,
        words.Of(raam.Ending),
        raam.Without.Count,
        raam.Counties.Select(county => new AreaCostJson(county.County.Digits, network.FindAreaName(county.County)!, county.Mean)),
        network.Villages.Zip(raam.Villages).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Code.Digits, pair => pair.Second!.Value));
}

public sealed record AreaCostJson(string Code, string Name, double? Mean);

public sealed record SplitJson(long Served, long OverCapacity, long OutOfReach, long Capacity, IEnumerable<CrowdedJson> Crowded, IEnumerable<FullJson> Full)
{
    public static SplitJson Of(CapacitySplit split) => new(
        split.Served.Count,
        split.OverCapacity.Count,
        split.OutOfReach.Count,
        split.Capacity.Count,
        split.Crowded.Select(village => new CrowdedJson(village.Code.Digits, village.Name, village.Residents.Count)),
        split.Full.Select(full => new FullJson(full.Point.Id.ToString(), full.Point.Name, full.Capacity.Count)));
}

public sealed record CrowdedJson(string Village, string Name, long Residents);

public sealed record FullJson(string Point, string Name, long Capacity);

/// <summary>With what the hours were measured.</summary>
public sealed record SettingsJson(
    double CentreHours, double StationHours, double RoomHours, long PerHour, double Tau, double RaamTolerance, string Zones, string Zones3)
{
    public static SettingsJson Of(MeasureSettings settings) => new(
        settings.Hours.Centre.Value,
        settings.Hours.Station.Value,
        settings.Hours.Room.Value,
        settings.ResidentsPerHour.Count,
        settings.Raam.Tau.Value,
        settings.Raam.Tolerance,
        MeasuresForm.Written(settings.EnhancedZones),
        MeasuresForm.Written(settings.ThreeStepZones));
}
