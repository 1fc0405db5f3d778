using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Layout;

/// <summary>What went wrong, in words, and a way on.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[AllowAnonymous]
public sealed class ProblemModel(Language language) : PageModel
{
    /// <summary>The status as the reader may quote it to whoever runs the site.</summary>
    public int Status { get; private set; }

    public string Title => Status switch
    {
        403 => language["您的账号不能看这一页", "Your account may not see this page"],
        404 => language["没有这个页面", "There is no such page"],
        >= 500 => language["系统出错了", "Something went wrong here"],
        _ => language["这个请求看不懂", "This request cannot be understood"],
    };

    public string Advice => Status switch
    {
        403 => language["要用别的账号,请先退出。该由您管的,请找管理员改身份。", "To use another account, sign out first. If it should be yours to do, ask an administrator for the role."],
        404 => language["地址可能写错了,或者页面已经移走。", "The address may be mistyped, or the page has moved."],
        >= 500 => language["不是您的错。请过一会儿再试。", "It is not your fault. Please try again in a while."],
        _ => language["请回到上一页,改一改再试。", "Please go back, change what you entered and try again."],
    };

    // No handler by method: the page also answers for a form that failed.
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        Status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = Status;
    }
}
