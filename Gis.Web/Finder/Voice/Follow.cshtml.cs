using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Voice;

/// <summary>What became of a message, for whoever has its number: its state, days and answer, and nothing that the person wrote.</summary>
[AllowAnonymous]
public sealed class FollowModel(VoiceDesk desk, CurrentNetwork current) : PageModel
{
    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    /// <summary>The message; none where there is none of the number.</summary>
    public VoiceMessage? Message { get; private set; }

    /// <summary>The number as it was asked for.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Whether no message can have this number, as one of its characters is wrong.</summary>
    public bool IsMistyped { get; private set; }

    /// <summary>Whether it was sent just now.</summary>
    public bool IsNew { get; private set; }

    public DateOnly Today => desk.Today;

    public async Task<IActionResult> OnGetAsync(string number, [FromQuery(Name = "new")] string? isNew, CancellationToken cancel)
    {
        // The number lets whoever has it read the answer; no search engine is to have it.
        Response.Headers["X-Robots-Tag"] = "noindex";
        IsMistyped = !VoiceNumber.TryParse(number, out var read);
        Number = IsMistyped ? number : read.ToString();
        Message = IsMistyped ? null : (await desk.Find(read, cancel))?.Message;
        IsNew = isNew == "1";
        if (Message is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
