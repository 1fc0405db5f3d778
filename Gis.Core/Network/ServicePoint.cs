namespace Gis.Core.Network;

/// <summary>A point of the public legal service network (公共法律服务实体平台).</summary>
/// <param name="Id">Its identifier, unique in the network and stable over versions.</param>
/// <param name="Name">Its name, as the plan's §3(1)1 prescribes it.</param>
/// <param name="Tier">Centre, station or room.</param>
/// <param name="Area">The unit it serves: a county, township or village, by tier.</param>
/// <param name="Position">Where it stands; none while it is not located.</param>
/// <param name="Bank">The bank of the barrier river it stands on.</param>
/// <param name="Stage">How far it is built and accepted.</param>
/// <param name="StageProvenance">Where its existence and stage are known from.</param>
public sealed record ServicePoint(
    PointId Id,
    string Name,
    Tier Tier,
    AreaCode Area,
    Position? Position,
    Bank Bank,
    Stage Stage,
    Provenance StageProvenance) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.Point, Id.ToString());

    /// <summary>What one must know before going there; null where nothing is known.</summary>
    public Reception? Reception { get; init; }

    /// <summary>Whether it is built, and so can serve people.</summary>
    public bool IsOpen => Stage.IsBuilt();

    /// <summary>Whether its position or stage stands in for a fact that is not known.</summary>
    public bool IsIllustrative => StageProvenance.IsIllustrative || Position is { Placement: Placement.Illustrative };
}

/// <summary>The identifier of a service point: letters, digits and hyphens, as "room-640104100201".</summary>
public readonly record struct PointId : IComparable<PointId>
{
    private readonly string? text;

    private PointId(string text) => this.text = text;

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="FormatException">The text is empty, longer than 64, or has other characters.</exception>
    public static PointId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a point's identifier: letters, digits and hyphens, at most 64.");

    /// <summary>Reads an identifier; false for any other text.</summary>
    public static bool TryParse(string? text, out PointId id)
    {
        var valid = text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        id = valid ? new PointId(text!) : default;
        return valid;
    }

    /// <summary>The identifier that a point is given: "room-640104100201", the second of its unit "room-640104100201-2".</summary>
    /// <param name="tier">Its tier.</param>
    /// <param name="area">The unit it serves.</param>
    /// <param name="number">The how manieth of its tier in the unit it is, from 1.</param>
    public static PointId Of(Tier tier, AreaCode area, int number = 1) => Parse($"{tier.Written()}-{area}{(number == 1 ? "" : $"-{number}")}");

    /// <inheritdoc/>
    public int CompareTo(PointId other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The identifier as text.</summary>
    public override string ToString() => text ?? "";
}

/// <summary>The three tiers of service point, from the highest.</summary>
public enum Tier
{
    /// <summary>公共法律服务中心, one a county.</summary>
    Centre,

    /// <summary>公共法律服务工作站, in a township or street.</summary>
    Station,

    /// <summary>公共法律服务工作室, in a village or community.</summary>
    Room,
}

/// <summary>What a tier means.</summary>
public static class TierMeaning
{
    /// <summary>The level of the units that points of a tier serve.</summary>
    public static AreaLevel Level(this Tier tier) => tier switch { Tier.Centre => AreaLevel.County, Tier.Station => AreaLevel.Township, _ => AreaLevel.Village };
}

/// <summary>How far a point is built and accepted (plan, §4(3) and §4(4)).</summary>
public enum Stage
{
    /// <summary>未建成, not begun.</summary>
    Planned,

    /// <summary>在建.</summary>
    Building,

    /// <summary>已建成.</summary>
    Built,

    /// <summary>Declared by the county as up to standard (申报), in October.</summary>
    Declared,

    /// <summary>Accepted by the city's inspection, in November.</summary>
    CityAccepted,

    /// <summary>Accepted by the autonomous region's inspection, in December.</summary>
    ProvinceAccepted,

    /// <summary>Sent back by an inspection to be put right; it stands and serves meanwhile.</summary>
    Returned,
}

/// <summary>What a stage means.</summary>
public static class StageMeaning
{
    /// <summary>Whether a point of this stage stands and serves: everything from built on, the returned included.</summary>
    public static bool IsBuilt(this Stage stage) => stage >= Stage.Built;
}
