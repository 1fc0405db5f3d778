namespace Gis.Web.Layout;

/// <summary>What went wrong, in words: the same on a page and in a problem document.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Advice">What to do now.</param>
public sealed record ProblemWords(string Title, string Advice)
{
    public static ProblemWords Of(int status, Language language) => status switch
    {
        StatusCodes.Status403Forbidden => new(
            language["您的账号不能看这一页", "Your account may not see this page"],
            language["要用别的账号,请先退出。该由您管的,请找管理员改身份。", "To use another account, sign out first. If it should be yours to do, ask an administrator for the role."]),
        StatusCodes.Status404NotFound => new(
            language["没有这个页面", "There is no such page"],
            language["地址可能写错了,或者页面已经移走。", "The address may be mistyped, or the page has moved."]),
        StatusCodes.Status413PayloadTooLarge => new(
            language["发送的内容太大", "What was sent is too large"],
            language["请少填一些,或分几次发送。", "Please send less, or send it in parts."]),
        StatusCodes.Status414UriTooLong => new(
            language["地址太长", "The address is too long"],
            language["请少选几项再试。", "Please choose fewer things and try again."]),
        StatusCodes.Status429TooManyRequests => new(
            language["请求太多", "Too many requests"],
            language["请等一会儿再试。您填的内容没有保存。", "Please wait a moment and try again. Nothing was saved."]),
        >= 500 => new(
            language["系统出错了", "Something went wrong here"],
            language["不是您的错。请过一会儿再试。", "It is not your fault. Please try again in a while."]),
        _ => new(
            language["这个请求看不懂", "This request cannot be understood"],
            language["请回到上一页,改一改再试。", "Please go back, change what you entered and try again."]),
    };

    /// <summary>Says it in a problem document that says nothing more of itself than its status.</summary>
    internal static void Say(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is { Detail: null, Status: { } status } problem and not HttpValidationProblemDetails)
            (problem.Title, problem.Detail) = Of(status, Language.Of(context.HttpContext));
    }
}
