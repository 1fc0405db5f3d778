using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;

namespace Gis.Web.Accounts;

/// <summary>What the roles may do. Every route that is not public names one of these rights as its policy.</summary>
public static class Rights
{
    /// <summary>Make, change and compute scenarios.</summary>
    public const string Plan = "plan";

    /// <summary>Edit records of the network; which ones, <see cref="MayEdit(SignedIn, AreaCode)"/> says.</summary>
    public const string Edit = "edit";

    /// <summary>Bring lists and take them into the network, as far as <see cref="Edit"/> goes.</summary>
    public const string Import = "import";

    /// <summary>Read what is written down of the year: reasons, evidence, sheets of inspections.</summary>
    public const string Year = "year";

    /// <summary>Write it down and declare points, where <see cref="Edit"/> goes.</summary>
    public const string Progress = "progress";

    /// <summary>Accept declared points or send them back, and set how they are judged.</summary>
    public const string Accept = "accept";

    /// <summary>Bring the holidays that are announced.</summary>
    public const string Calendar = "calendar";

    /// <summary>See the rounds of two-way choice, with the wishes of both sides.</summary>
    public const string Pairing = "pairing";

    /// <summary>Open rounds and lead them on.</summary>
    public const string Round = "round";

    /// <summary>Choose villages for a firm, and log its duty.</summary>
    public const string Firm = "firm";

    /// <summary>Choose firms for a village.</summary>
    public const string Village = "village";

    /// <summary>Deal with what people told the bureau, the own county's or all of the city.</summary>
    public const string Voice = "voice";

    /// <summary>See what was changed in the network, by whom and why.</summary>
    public const string History = "history";

    /// <summary>Record and withdraw consents of advisers to be named with their number.</summary>
    public const string Contacts = "contacts";

    /// <summary>Invite people, change and close accounts.</summary>
    public const string Accounts = "accounts";

    /// <summary>Read the log.</summary>
    public const string Log = "log";

    /// <summary>Whatever everyone with an account may do: see and secure the own account.</summary>
    public const string Own = "own";

    /// <summary>Set up a second factor and sign out: what staff may do before they have one, and nothing else.</summary>
    public const string Begin = "begin";

    /// <summary>Every right with the roles that have it.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<AccountRole>> RolesOf { get; } = new Dictionary<string, ImmutableArray<AccountRole>>
    {
        [Plan] = [AccountRole.Planner, AccountRole.CountyOfficer],
        [Edit] = [AccountRole.Planner, AccountRole.CountyOfficer, AccountRole.FirmMember, AccountRole.VillageClerk],
        [Import] = [AccountRole.Planner, AccountRole.CountyOfficer],
        [Year] = [AccountRole.Planner, AccountRole.CountyOfficer, AccountRole.Auditor],
        [Progress] = [AccountRole.Planner, AccountRole.CountyOfficer],
        [Accept] = [AccountRole.Planner],
        [Calendar] = [AccountRole.Planner],
        [Pairing] = [AccountRole.Planner, AccountRole.CountyOfficer, AccountRole.Auditor],
        [Round] = [AccountRole.Planner],
        [Firm] = [AccountRole.FirmMember],
        [Village] = [AccountRole.VillageClerk],
        [Voice] = [AccountRole.Planner, AccountRole.CountyOfficer],
        [History] = [AccountRole.Planner, AccountRole.CountyOfficer, AccountRole.Auditor],
        [Contacts] = [AccountRole.Planner, AccountRole.CountyOfficer, AccountRole.FirmMember],
        [Accounts] = [AccountRole.Administrator],
        [Log] = [AccountRole.Auditor],
        [Own] = [.. Enum.GetValues<AccountRole>()],
        [Begin] = [.. Enum.GetValues<AccountRole>()],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Whether a role must have a second factor: those of the bureau must, those of firms and villages may.</summary>
    public static bool IsStaff(AccountRole role) => role is not (AccountRole.FirmMember or AccountRole.VillageClerk);

    /// <summary>Whether somebody may edit what lies in an area: a planner all, a county officer and a clerk what is theirs.</summary>
    public static bool MayEdit(SignedIn who, AreaCode area) => who.Role switch
    {
        AccountRole.Planner => true,
        AccountRole.CountyOfficer or AccountRole.VillageClerk => AreaCode.TryParse(who.Scope, out var own) && area.IsWithin(own),
        _ => false,
    };

    /// <summary>Whether somebody may edit the record of a firm: its member, who works for the county of its office, a planner.</summary>
    public static bool MayEdit(SignedIn who, Firm firm) =>
        who.Role == AccountRole.FirmMember ? who.Scope == firm.Id : who.Role != AccountRole.VillageClerk && MayEdit(who, firm.County);
}

/// <summary>Who has signed in.</summary>
/// <param name="Id">The account.</param>
/// <param name="PersonName">What colleagues call the person.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Scope">Where: the code of a county or village or the identifier of a firm; empty for a role of the whole city.</param>
public sealed record SignedIn(string Id, string PersonName, AccountRole Role, string Scope);
