using System.Collections.Immutable;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Web.Door;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Voice;

/// <summary>Somebody tells the bureau something, of a point or in general: first what it is, then its few questions.</summary>
[AllowAnonymous]
[RequestFormLimits(ValueLengthLimit = LongestField)]
public sealed class TellModel(VoiceDesk desk, WritingTime time, CurrentNetwork current, Language language) : PageModel
{
    // A character takes nine letters on its way: what is far too long is still read, to be given back.
    private const int LongestField = 512 * 1024;

    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    /// <summary>The point it is about; none on the page without one.</summary>
    public ServicePoint? Point { get; private set; }

    /// <summary>What may be told here: a visit is rated where there is a point that is open.</summary>
    public ImmutableArray<VoiceKind> Kinds { get; private set; }

    /// <summary>The form; none while nothing is chosen.</summary>
    public VoiceForm? Form { get; private set; }

    /// <summary>The mark of when the form was shown.</summary>
    public string Shown { get; private set; } = "";

    public FieldFaults Faults { get; } = new();

    /// <summary>The number as it was typed, where it is none.</summary>
    public string? WrongNumber { get; private set; }

    public VoiceTerms Terms => desk.Terms;

    public IActionResult OnGet(string? id, string? kind, string? number)
    {
        if (VoiceNumber.TryParse(number, out var read))
            return Redirect(Url.Content($"~/voice/{read}"));
        if (!Fill(id, kind))
            return NotFound();
        (WrongNumber, Shown) = (number, time.Mark());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? id, string? kind)
    {
        if (!Fill(id, kind))
            return NotFound();
        if (Form is null)
            return Refuse();
        Form = VoiceForm.Of(Form.Kind, Request.Form);
        var mark = Form[VoiceForm.Shown];
        var pace = time.PaceOf(mark);
        if (Form.Read(pace, language, Faults) is { } said)
            return Redirect(Url.Content($"~/voice/{await desk.Receive(said, Point, Household.Of(HttpContext).ToString())}?new=1"));
        // The clock of a form that was only too fast, or not in order, goes on.
        Shown = pace == WritingPace.TooOld ? time.Mark() : mark;
        return Refuse();
    }

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private bool Fill(string? id, string? kind)
    {
        Point = Network.FindPoint(id);
        Kinds = [.. Enum.GetValues<VoiceKind>().Where(each => each != VoiceKind.Rating || Point is { IsOpen: true })];
        Form = WrittenName.TryRead<VoiceKind>(kind, out var chosen) && Kinds.Contains(chosen) ? new VoiceForm(chosen) : null;
        return Point is not null || !RouteData.Values.ContainsKey("id");
    }
}
