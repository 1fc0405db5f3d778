using Gis.Core.Units;

namespace Gis.Core.Network;

/// <summary>A prefecture-level city: what one network serves.</summary>
/// <param name="Code">Its six-digit code, ending in 00.</param>
/// <param name="Name">Its name, as 银川市.</param>
/// <param name="EnglishName">Its name in English, as Yinchuan.</param>
public sealed record City(AreaCode Code, string Name, string EnglishName) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.City, Code.Digits);
}

/// <summary>A county, county-level city or district (县(市)区).</summary>
/// <param name="Code">Its 6-digit code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Seat">Where its seat stands; none while that is not known.</param>
/// <param name="Census">Its residents at the last census; the residents of its villages add up to it. Zero while it is not known.</param>
/// <param name="CensusProvenance">Which census, or that it is not known.</param>
public sealed record County(AreaCode Code, string Name, Position? Seat, Residents Census, Provenance CensusProvenance) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.County, Code.Digits);
}

/// <summary>A township-level unit (乡镇, 街道, 农场 or 管委会).</summary>
/// <param name="Code">Its 9-digit code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of unit it is.</param>
/// <param name="Seat">Where its seat stands; none while that is not known.</param>
/// <param name="Bank">The bank of the barrier river it lies on.</param>
public sealed record Township(AreaCode Code, string Name, TownshipKind Kind, Position? Seat, Bank Bank) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.Township, Code.Digits);
}

/// <summary>Kinds of township-level unit.</summary>
public enum TownshipKind
{
    /// <summary>街道.</summary>
    Street,

    /// <summary>镇.</summary>
    Town,

    /// <summary>乡.</summary>
    Township,

    /// <summary>农场, 管委会 and the like, which the register codes as a township.</summary>
    FarmOrZone,
}

/// <summary>A village-level unit: the unit of demand.</summary>
/// <param name="Code">Its 12-digit code.</param>
/// <param name="Name">Its name in the register.</param>
/// <param name="Kind">What kind of unit it is.</param>
/// <param name="Position">Where its people are taken to live; none while it is not located.</param>
/// <param name="Bank">The bank of the barrier river it lies on.</param>
/// <param name="Residents">How many people live there; zero while that is not known.</param>
/// <param name="ResidentsProvenance">Where that number comes from, or that it is not known.</param>
public sealed record Village(
    AreaCode Code,
    string Name,
    VillageKind Kind,
    Position? Position,
    Bank Bank,
    Residents Residents,
    Provenance ResidentsProvenance) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.Village, Code.Digits);
}

/// <summary>Kinds of village-level unit.</summary>
public enum VillageKind
{
    /// <summary>村 with a villagers' committee.</summary>
    Village,

    /// <summary>社区 with a residents' committee.</summary>
    Community,

    /// <summary>A unit that the register treats as a village, such as a farm's living quarter (类似村).</summary>
    VillageLike,

    /// <summary>A unit that the register treats as a community (类似居委会).</summary>
    CommunityLike,
}

/// <summary>
/// The side of a barrier river on which something stands. A city without such a river has one bank, the default, and
/// needs no crossing.
/// </summary>
public readonly record struct Bank
{
    private readonly string? name;

    /// <summary>Names a side, as "west"; empty where there is no river.</summary>
    public Bank(string name) => this.name = name.Length == 0 ? null : name;

    /// <summary>The name of the side; empty where there is no river.</summary>
    public string Name => name ?? "";

    /// <summary>The only bank of a city without a barrier river.</summary>
    public static Bank Only => default;

    /// <summary>The name of the side.</summary>
    public override string ToString() => Name;
}

/// <summary>A bridge or ferry over the barrier river.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="From">One bank it joins.</param>
/// <param name="To">The other.</param>
public sealed record Crossing(string Name, Position Position, Bank From, Bank To) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.Crossing, Name);
}
