using System.Collections.Frozen;
using System.Collections.Immutable;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Network;

/// <summary>
/// One version of a city's whole network: its units, service points and firms. It never changes; an edit makes another.
/// Every total is counted from the records, none is stored.
/// </summary>
public sealed class ServiceNetwork
{
    private readonly FrozenDictionary<AreaCode, County> countyByCode;
    private readonly FrozenDictionary<AreaCode, Township> townshipByCode;
    private readonly FrozenDictionary<AreaCode, int> rowByVillage;
    private readonly FrozenDictionary<PointId, ServicePoint> pointById;
    private readonly FrozenDictionary<string, Firm> firmById;
    private readonly FrozenDictionary<PointId, ImmutableArray<SpecialHours>> specialByPoint;
    private readonly Lazy<FrozenSet<AreaCode>> illustrative;

    /// <summary>Joins the parts to a network and checks that they fit together.</summary>
    /// <exception cref="NetworkException">A code is used twice, or a record lies in a unit that is not there.</exception>
    public ServiceNetwork(NetworkParts parts)
    {
        NetworkCheck.Verify(parts);
        Parts = parts;
        Version = parts.Version;
        City = parts.City;
        Counties = [.. parts.Counties.OrderBy(county => county.Code)];
        Townships = [.. parts.Townships.OrderBy(township => township.Code)];
        Villages = [.. parts.Villages.OrderBy(village => village.Code)];
        Points = [.. parts.Points.OrderBy(point => point.Tier).ThenBy(point => point.Id)];
        Firms = [.. parts.Firms.OrderBy(firm => firm.Id, StringComparer.Ordinal)];
        Staff = [.. parts.Staff.OrderBy(staff => staff.Point).ThenBy(staff => staff.Post)];
        specialByPoint = parts.SpecialHours.OrderBy(each => each.From).GroupBy(each => each.Point).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        Crossings = parts.Crossings;
        River = parts.River;
        countyByCode = Counties.ToFrozenDictionary(county => county.Code);
        townshipByCode = Townships.ToFrozenDictionary(township => township.Code);
        rowByVillage = Villages.Select((village, row) => (village.Code, row)).ToFrozenDictionary(pair => pair.Code, pair => pair.row);
        pointById = Points.ToFrozenDictionary(point => point.Id);
        firmById = Firms.ToFrozenDictionary(firm => firm.Id, StringComparer.Ordinal);
        illustrative = new(FindIllustrativeCounties);
    }

    /// <summary>The parts it was joined from, to join others like it.</summary>
    public NetworkParts Parts { get; }

    /// <summary>The version of the data: the same content has the same version, on any machine.</summary>
    public string Version { get; }

    /// <summary>The city the network serves.</summary>
    public City City { get; }

    /// <summary>The counties, in order of code.</summary>
    public ImmutableArray<County> Counties { get; }

    /// <summary>The townships, in order of code.</summary>
    public ImmutableArray<Township> Townships { get; }

    /// <summary>The villages, in order of code: the demand, and the rows of a travel table.</summary>
    public ImmutableArray<Village> Villages { get; }

    /// <summary>The service points, by tier and id: the columns of a travel table.</summary>
    public ImmutableArray<ServicePoint> Points { get; }

    /// <summary>The firms, in order of id.</summary>
    public ImmutableArray<Firm> Firms { get; }

    /// <summary>The posts reported, in order of point and post; a post that is not there is not reported, which is not vacant.</summary>
    public ImmutableArray<Staff> Staff { get; }

    /// <summary>The crossings of the barrier river; empty where there is none.</summary>
    public ImmutableArray<Crossing> Crossings { get; }

    /// <summary>The line of the river for the background of a map, never a test of which bank something is on.</summary>
    public ImmutableArray<LonLat> River { get; }

    /// <summary>All residents.</summary>
    public Residents Residents => Villages.Sum(village => village.Residents);

    /// <summary>Whether any part of the network stands in for facts that are not known.</summary>
    public bool HasIllustration => illustrative.Value.Count > 0 || Firms.Any(firm => firm.Provenance.IsIllustrative);

    /// <summary>
    /// The counties with a village, point or post that stands in for facts that are not known, in order of code. A firm makes
    /// no county illustrative: no figure of a county is counted from the firms that have their office there.
    /// </summary>
    public ImmutableArray<County> IllustrativeCounties => [.. Counties.Where(county => illustrative.Value.Contains(county.Code))];

    /// <summary>Whether the county of a unit is among <see cref="IllustrativeCounties"/>.</summary>
    public bool HasIllustrationIn(AreaCode area) => illustrative.Value.Contains(area.County);

    /// <summary>The same of a unit that an answer is about, or of the whole network where it is about no one unit.</summary>
    public bool HasIllustrationOf(AreaCode? area) => area is { } unit ? HasIllustrationIn(unit) : HasIllustration;

    /// <summary>The county of a code, or null.</summary>
    public County? FindCounty(AreaCode code) => countyByCode.GetValueOrDefault(code);

    /// <summary>The county of a code as somebody wrote it; null also where it is no code.</summary>
    public County? FindCounty(string? code) => AreaCode.TryParse(code, out var read) ? FindCounty(read) : null;

    /// <summary>The township of a code, or null.</summary>
    public Township? FindTownship(AreaCode code) => townshipByCode.GetValueOrDefault(code);

    /// <summary>The village of a code, or null.</summary>
    public Village? FindVillage(AreaCode code) => rowByVillage.TryGetValue(code, out var row) ? Villages[row] : null;

    /// <summary>The index of a village in <see cref="Villages"/>.</summary>
    /// <exception cref="KeyNotFoundException">The network has no such village.</exception>
    public int RowOf(AreaCode village) => rowByVillage[village];

    /// <summary>The service point of an id, or null.</summary>
    public ServicePoint? FindPoint(PointId id) => pointById.GetValueOrDefault(id);

    /// <summary>The service point of an id as somebody wrote it; null also where it is no id.</summary>
    public ServicePoint? FindPoint(string? id) => PointId.TryParse(id, out var read) ? FindPoint(read) : null;

    /// <summary>The firm of an identifier, or null.</summary>
    public Firm? FindFirm(string? id) => id is null ? null : firmById.GetValueOrDefault(id);

    /// <summary>The name of a county, township or village, or null.</summary>
    public string? FindAreaName(AreaCode code) =>
        FindCounty(code)?.Name ?? FindTownship(code)?.Name ?? FindVillage(code)?.Name;

    /// <summary>The bank a unit lies on; of a county on both, that of its first township; of one without townships the only bank.</summary>
    public Bank BankOf(AreaCode area) =>
        FindVillage(area)?.Bank ?? FindTownship(area)?.Bank ?? Townships.FirstOrDefault(township => township.Code.County == area)?.Bank ?? Bank.Only;

    /// <summary>The seat of a township or county, of a village that of its township; where that is not known, that of the county; else null.</summary>
    public LonLat? SeatOf(AreaCode area)
    {
        var township = area.Level == AreaLevel.County ? null : FindTownship(area.Township)?.Seat;
        return (township ?? FindCounty(area.County)?.Seat)?.At;
    }

    /// <summary>The days on which a point is closed or open otherwise, by day.</summary>
    public ImmutableArray<SpecialHours> ListSpecialHoursOf(PointId point) => specialByPoint.GetValueOrDefault(point, []);

    /// <summary>The points that serve a unit itself, not those within it.</summary>
    public IEnumerable<ServicePoint> ListPointsOf(AreaCode area) => Points.Where(point => point.Area == area);

    private FrozenSet<AreaCode> FindIllustrativeCounties() => Points.Where(point => point.IsIllustrative).Select(point => point.Area.County)
        .Concat(Staff.Where(staff => staff.Provenance.IsIllustrative).Select(staff => pointById[staff.Point].Area.County))
        .Concat(Villages.Where(village => village.ResidentsProvenance.IsIllustrative || village.Position is { Placement: Placement.Illustrative })
            .Select(village => village.Code.County))
        .ToFrozenSet();

    /// <summary>How many points of a tier there are.</summary>
    public TierCount Count(Tier tier) => TierCount.Of(Points, tier);
}

/// <summary>How many points of one tier there are.</summary>
/// <param name="All">All of them, built or not.</param>
/// <param name="Built">Those that stand.</param>
public readonly record struct TierCount(int All, int Built)
{
    /// <summary>Those that do not stand yet.</summary>
    public int Unbuilt => All - Built;

    /// <summary>Counts those of a tier among some points.</summary>
    public static TierCount Of(IEnumerable<ServicePoint> points, Tier tier)
    {
        var found = points.Where(point => point.Tier == tier).ToList();
        return new TierCount(found.Count, found.Count(point => point.Stage.IsBuilt()));
    }
}
