using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Layout;

namespace Gis.Web.Accounts;

/// <summary>The words for roles and scopes of accounts.</summary>
public static class AccountWords
{
    public static string Of(this Language language, AccountRole role) => role switch
    {
        AccountRole.Planner => language["市规划员", "City planner"],
        AccountRole.CountyOfficer => language["县(市)区工作人员", "County officer"],
        AccountRole.FirmMember => language["律所成员", "Firm member"],
        AccountRole.VillageClerk => language["村(居)工作人员", "Village clerk"],
        AccountRole.Administrator => language["管理员", "Administrator"],
        _ => language["审计员", "Auditor"],
    };

    /// <summary>What a role may do, in a sentence.</summary>
    public static string Duty(this Language language, AccountRole role) => role switch
    {
        AccountRole.Planner => language["规划和编辑全市的网络。", "Plans and edits the network of the whole city."],
        AccountRole.CountyOfficer => language["规划,编辑本县(市)区的网络。", "Plans, and edits the network of one county."],
        AccountRole.FirmMember => language["编辑本所的资料。", "Edits the record of one firm."],
        AccountRole.VillageClerk => language["编辑本村(居)和它的工作室。", "Edits one village and its room."],
        AccountRole.Administrator => language["邀请人,改动和关闭账号;不编辑网络。", "Invites people, changes and closes accounts; edits nothing."],
        _ => language["看日志;不编辑网络。", "Reads the log; edits nothing."],
    };

    public static string Of(this Language language, SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.SignedIn => language["登录成功", "Signed in"],
        SignInOutcome.WrongPassword => language["密码不对", "Wrong password"],
        SignInOutcome.WrongCode => language["验证码不对", "Wrong code"],
        SignInOutcome.Locked => language["账号锁着,没有核对", "Locked; not looked at"],
        _ => language["没有这个账号", "No such account"],
    };

    /// <summary>The name of a scope, in Chinese as all names; its code where the network no longer has it, empty for the whole city.</summary>
    public static string NameOfScope(ServiceNetwork network, string scope) =>
        AreaCode.TryParse(scope, out var code) ? network.FindAreaName(code) ?? scope
        : network.FindFirm(scope)?.Name ?? scope;
}
