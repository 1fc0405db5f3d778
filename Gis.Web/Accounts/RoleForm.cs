using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Layout;

namespace Gis.Web.Accounts;

/// <summary>A role with the county, firm or village it is for, as a form has them: of the three, the one that suits the role counts.</summary>
public sealed record RoleForm(string? Role = null, string? County = null, string? Firm = null, string? Village = null)
{
    public static RoleForm Of(IFormCollection form) => new(form["role"], form["county"], form["firm"], form["village"]);

    public static RoleForm Of(AccountRole role, string scope) => new(
        role.Written(),
        role == AccountRole.CountyOfficer ? scope : null,
        role == AccountRole.FirmMember ? scope : null,
        role == AccountRole.VillageClerk ? scope : null);

    /// <summary>Role and scope; the faults say what is missing.</summary>
    public (AccountRole Role, string Scope) Read(ServiceNetwork network, Language language, FormFaults faults)
    {
        if (!WrittenName.TryRead<AccountRole>(Role, out var role))
        {
            faults.Add("role", Role ?? "", language["请选一种身份", "choose a role"]);
            return default;
        }

        switch (role)
        {
            case AccountRole.CountyOfficer when network.FindCounty(County) is null:
                faults.Add("county", County ?? "", language["请选一个县(市)区", "choose a county"]);
                break;
            case AccountRole.FirmMember when network.FindFirm(Firm) is null:
                faults.Add("firm", Firm ?? "", language["请选一家律所", "choose a firm"]);
                break;
            case AccountRole.VillageClerk when !AreaCode.TryParse(Village, out var village) || network.FindVillage(village) is null:
                faults.Add("village", Village ?? "", language["请选一个村(居)", "choose a village"]);
                break;
        }

        return (role, role switch
        {
            AccountRole.CountyOfficer => County,
            AccountRole.FirmMember => Firm,
            AccountRole.VillageClerk => Village,
            _ => "",
        } ?? "");
    }
}
