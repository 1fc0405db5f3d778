using Microsoft.AspNetCore.Identity;

namespace Gis.Data.Store.Accounts;

/// <summary>
/// A person who may sign in. An account is never deleted: what its holder changed stays signed by it. A closed one keeps its
/// identifier and loses name, address and every means of signing in.
/// </summary>
public sealed class Account : IdentityUser, IOfCity
{
    /// <summary>The code of the city whose pages it is for.</summary>
    public string CityCode { get; set; } = "";

    /// <summary>What colleagues call the person.</summary>
    public string PersonName { get; set; } = "";

    /// <summary>What the person may do.</summary>
    public AccountRole Role { get; set; }

    /// <summary>Where: the code of a county or village or the identifier of a firm; empty for a role of the whole city.</summary>
    public string Scope { get; set; } = "";

    /// <summary>When the account was made.</summary>
    public DateTimeOffset MadeUtc { get; set; }

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedUtc { get; set; }
}

/// <summary>What a person who signed in may do; each account has one role.</summary>
public enum AccountRole
{
    /// <summary>规划员: plans and edits the network of the whole city.</summary>
    Planner,

    /// <summary>县(市)区工作人员: the same for one county.</summary>
    CountyOfficer,

    /// <summary>律所成员: keeps the record of one firm.</summary>
    FirmMember,

    /// <summary>村(居)工作人员: keeps the record of one village and its room.</summary>
    VillageClerk,

    /// <summary>管理员: invites people, changes and closes accounts; edits nothing.</summary>
    Administrator,

    /// <summary>审计员: reads the log, and nothing else that is not public.</summary>
    Auditor,
}
