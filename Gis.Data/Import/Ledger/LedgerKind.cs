namespace Gis.Data.Import.Ledger;

/// <summary>What the rows of a list are.</summary>
public enum LedgerKind
{
    /// <summary>Service points: where they stand and how far they are built.</summary>
    Points,

    /// <summary>Villages: where people live and how many.</summary>
    Villages,

    /// <summary>Posts: how many hold them and for how many hours.</summary>
    Staff,

    /// <summary>Law firms.</summary>
    Firms,
}

/// <summary>What a column of a list says.</summary>
public enum LedgerField
{
    /// <summary>The code of the unit: of the village itself, or of the unit that a point serves.</summary>
    Code,

    /// <summary>The identifier of a point or a firm.</summary>
    Id,

    /// <summary>The name of what the row is about.</summary>
    Name,

    /// <summary>The county by name.</summary>
    County,

    /// <summary>The township by name.</summary>
    Township,

    /// <summary>The village by name, where the row is about something else in it.</summary>
    Village,

    /// <summary>The unit that a point serves, by name, of whatever level.</summary>
    Area,

    /// <summary>The tier of a point.</summary>
    Tier,

    /// <summary>What kind of unit a village is.</summary>
    Kind,

    /// <summary>How many people live there.</summary>
    Residents,

    /// <summary>How far a point is built and accepted.</summary>
    Stage,

    /// <summary>The kind of post.</summary>
    Post,

    /// <summary>How many hold it.</summary>
    Count,

    /// <summary>The hours a month of all of them together.</summary>
    Hours,

    /// <summary>How many lawyers a firm has.</summary>
    Lawyers,

    /// <summary>Longitude and latitude in one cell.</summary>
    Position,

    /// <summary>The longitude, or the easting.</summary>
    Longitude,

    /// <summary>The latitude, or the northing.</summary>
    Latitude,

    /// <summary>How far the true position may be from the one given, in metres.</summary>
    Accuracy,

    /// <summary>How the position was come by.</summary>
    Placement,

    /// <summary>Where the position comes from.</summary>
    PositionSource,

    /// <summary>When a point is open.</summary>
    OpenHours,

    /// <summary>Whether its hours are a fact.</summary>
    HoursBasis,

    /// <summary>Where its hours are known from.</summary>
    HoursSource,

    /// <summary>The address of a point.</summary>
    Address,

    /// <summary>The number of its office.</summary>
    Phone,

    /// <summary>How those get in who cannot climb stairs or hear well.</summary>
    WaysIn,

    /// <summary>The languages it helps in.</summary>
    Languages,

    /// <summary>The day on which somebody made sure of all this.</summary>
    CheckedOn,

    /// <summary>Whether address, number and so on are a fact.</summary>
    DetailsBasis,

    /// <summary>Where they are known from.</summary>
    DetailsSource,

    /// <summary>Whether what the row says is a fact.</summary>
    Basis,

    /// <summary>Where what the row says comes from.</summary>
    Source,
}

/// <summary>Which columns a list of a kind may have.</summary>
public static class LedgerFields
{
    private static readonly LedgerField[] Places =
        [LedgerField.Position, LedgerField.Longitude, LedgerField.Latitude, LedgerField.Accuracy, LedgerField.Placement, LedgerField.PositionSource];

    private static readonly LedgerField[] Known = [LedgerField.Basis, LedgerField.Source];

    private static readonly LedgerField[] Receptions =
    [
        LedgerField.OpenHours, LedgerField.HoursBasis, LedgerField.HoursSource, LedgerField.Address, LedgerField.Phone, LedgerField.WaysIn, LedgerField.Languages,
        LedgerField.CheckedOn, LedgerField.DetailsBasis, LedgerField.DetailsSource,
    ];

    private static readonly LedgerField[] OfOtherPrograms =
    [
        LedgerField.Area, LedgerField.Position, LedgerField.Placement, LedgerField.HoursBasis, LedgerField.HoursSource, LedgerField.DetailsBasis, LedgerField.DetailsSource,
        LedgerField.Basis, LedgerField.Source,
    ];

    private static readonly LedgerField[] Units = [LedgerField.Code, LedgerField.County, LedgerField.Township];

    /// <summary>The fields that a template asks for: without those that other programs write and the bureau need not.</summary>
    public static IReadOnlyList<LedgerField> Asked(LedgerKind kind) =>
        [.. Of(kind).Except(OfOtherPrograms)];

    /// <summary>The fields of a kind, in the order in which a list has them.</summary>
    public static IReadOnlyList<LedgerField> Of(LedgerKind kind) => kind switch
    {
        LedgerKind.Points => [LedgerField.Id, LedgerField.Name, LedgerField.Tier, .. Units, LedgerField.Village, LedgerField.Area, LedgerField.Stage, .. Places, .. Receptions, .. Known],
        LedgerKind.Villages => [.. Units, LedgerField.Name, LedgerField.Kind, LedgerField.Residents, .. Places, .. Known],
        LedgerKind.Staff => [LedgerField.Id, LedgerField.Name, LedgerField.Post, LedgerField.Count, LedgerField.Hours, .. Known],
        _ => [LedgerField.Id, LedgerField.Name, LedgerField.Code, LedgerField.County, LedgerField.Lawyers, .. Places, .. Known],
    };
}
