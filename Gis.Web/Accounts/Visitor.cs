using Gis.Data.Store.Accounts;

namespace Gis.Web.Accounts;

/// <summary>Who asks: nobody in particular, or somebody who signed in, as the account stands at this request.</summary>
public sealed class Visitor
{
    /// <summary>Who has signed in; null for everybody else.</summary>
    public SignedIn? Account { get; private set; }

    /// <summary>Whether the visitor must set up a second factor before anything else.</summary>
    public bool LacksSecondFactor { get; private set; }

    /// <summary>Whether the visitor has a right.</summary>
    public bool May(string right) =>
        Account is { } who && Rights.RolesOf[right].Contains(who.Role) && (right == Rights.Begin || !LacksSecondFactor);

    internal void Enter(Account account)
    {
        Account = new SignedIn(account.Id, account.PersonName, account.Role, account.Scope);
        LacksSecondFactor = Rights.IsStaff(account.Role) && !account.TwoFactorEnabled;
    }
}
