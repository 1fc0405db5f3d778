using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Gis.Web.Siting;

/// <summary>Which point is built in which month.</summary>
[AllowAnonymous]
public sealed class ScheduleModel(ScheduleAnswers answers, CurrentNetwork current, Language language) : PageModel
{
    public AskedSchedule Asked { get; private set; } = null!;

    public Core.Network.ServiceNetwork Network => current.Snapshot.Network;

    /// <summary>The points with their months, as the form of what slipped offers them.</summary>
    public IEnumerable<(string Id, string Name, string Month)> Planned =>
        Asked.Answer?.Months.SelectMany(month => month.Rooms.Select(room => (room.Id, $"{month.Month} {room.CountyName} {room.Name}", month.Month))) ?? [];

    /// <summary>The form that mends this schedule: all as it is, with the months found as those that were.</summary>
    public ScheduleForm Mending => Asked.Form with
    {
        Was = [.. Planned.Select(room => $"{room.Id}:{room.Month}")],
        Slips = [],
        Now = "",
    };

    /// <param name="slip">A point that slips, as the form has it.</param>
    /// <param name="slipTo">The first month in which it may now be finished.</param>
    public IActionResult OnGet(string? slip, string? slipTo)
    {
        Asked = answers.Answer(Request.Query, language);
        if (!string.IsNullOrEmpty(slip))
        {
            var form = Asked.Form with { Slips = [.. Asked.Form.Slips, $"{slip}:{slipTo}"] };
            // Written anew from its fields: an address in a header holds no letter as it comes.
            return Redirect(Url.Content("~/plan/schedule") + QueryString.Create(QueryHelpers.ParseQuery($"{Asked.Question}&{form}")));
        }

        Response.StatusCode = Asked.Answer is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Page();
    }
}
