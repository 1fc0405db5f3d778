using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Rounds;

/// <summary>What people need advice on, and what a firm knows best; after the duties of a room in 方案三(一)2(3).</summary>
public enum LegalField
{
    /// <summary>土地征用、补偿、安置: land, compensation and resettlement.</summary>
    Land,

    /// <summary>拆迁和建设: demolition and building.</summary>
    Demolition,

    /// <summary>婚姻家庭、继承: marriage, family, inheritance.</summary>
    Family,

    /// <summary>劳动和工资: work and wages.</summary>
    Labour,

    /// <summary>合同和债务: contracts and debts.</summary>
    Contracts,

    /// <summary>邻里纠纷、人身损害: quarrels of neighbours, injury.</summary>
    Neighbours,

    /// <summary>环境: the environment.</summary>
    Environment,

    /// <summary>村规民约和村务: village rules and village affairs.</summary>
    VillageRules,

    /// <summary>低保、养老和救助: allowances, pensions, relief.</summary>
    Welfare,

    /// <summary>产业、旅游和合作社: trade, tourism, cooperatives.</summary>
    Trade,
}

/// <summary>What one side tells the other about itself before they choose: a village its needs, a firm what it offers.</summary>
/// <param name="Side">Which side.</param>
/// <param name="Owner">The code of the village or the identifier of the firm.</param>
/// <param name="Fields">What the village needs, or the firm knows best.</param>
/// <param name="MarketDays">The days of the month on which the village holds its market, 1 to 31; empty where it has none, and of a firm.</param>
/// <param name="Hours">How many hours a month a firm has for its villages, travel included; none where it does not say, and of a village.</param>
/// <param name="Note">More about it; empty for nothing.</param>
public sealed record PairingProfile(
    PairingSide Side, string Owner, ImmutableSortedSet<LegalField> Fields, ImmutableSortedSet<int> MarketDays, MonthlyHours? Hours, string Note)
{
    /// <summary>The address under which people join the village's WeChat group (方案三(一)2(3)“建立微信工作群”); empty where there is none, and of a firm.</summary>
    public string GroupLink { get; init; } = "";

    /// <summary>One that says nothing.</summary>
    public static PairingProfile Blank(PairingSide side, string owner) => new(side, owner, [], [], null, "");
}

/// <summary>A village and the firm that advises it, for a time.</summary>
/// <param name="Village">The code of the village.</param>
/// <param name="Firm">The firm, or the post of those who help (<see cref="HelperPost"/>).</param>
/// <param name="Round">The round that paired them.</param>
/// <param name="Since">The first day.</param>
/// <param name="Until">The last day, included; none while it lasts.</param>
public sealed record StandingPair(string Village, string Firm, string Round, DateOnly Since, DateOnly? Until);
