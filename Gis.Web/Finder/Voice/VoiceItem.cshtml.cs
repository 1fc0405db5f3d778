using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Data.Store.Voice;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Voice;

/// <summary>One message, for the officers of its bureau: what was said, and what they do with it.</summary>
[Authorize(Policy = Rights.Voice)]
public sealed class VoiceItemModel(VoiceDesk desk, Visitor visitor, CurrentNetwork current, Language language) : PageModel
{
    /// <summary>The most characters of an answer or note.</summary>
    public const int Longest = 1000;

    private VoiceNumber number;

    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    public VoiceMessage Message { get; private set; } = null!;

    /// <summary>Names the version that the forms show.</summary>
    public string Tag { get; private set; } = "";

    /// <summary>How the person can be reached; null where the visitor has not taken the message up, or there is nothing.</summary>
    public string? Contact { get; private set; }

    public ServicePoint? Point => Network.FindPoint(Message.Point?.ToString());

    /// <summary>The answer in the form.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>The note in the form.</summary>
    public string Note { get; private set; } = "";

    public string? Done { get; private set; }

    /// <summary>Whether somebody else changed it meanwhile.</summary>
    public bool IsStale { get; private set; }

    public FormFaults Faults { get; } = new();

    public DateOnly Today => desk.Today;

    public bool IsMine => Message.HandlerId == visitor.Account!.Id;

    /// <summary>The bureaus that it may be forwarded to.</summary>
    public IEnumerable<AreaCode> Others => Network.Counties.Select(county => county.Code).Prepend(Network.City.Code).Where(bureau => bureau != Message.Bureau);

    /// <summary>Whether an act may be done now.</summary>
    public bool May(VoiceAct act) => VoiceSteps.After(Message, act) is not null;

    public async Task<IActionResult> OnGetAsync(string number, string? done, CancellationToken cancel)
    {
        if (await Fill(number, cancel) is { } refusal)
            return refusal;
        Done = WrittenName.TryRead<VoiceAct>(done, out var act) ? language.Done(act) : null;
        (Answer, Note) = (Message.Answer, Message.Note);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, string? act, string? tag, string? answer, string? note, string? to, CancellationToken cancel)
    {
        if (await Fill(number, cancel) is { } refusal)
            return refusal;
        (Answer, Note) = (answer ?? Message.Answer, note ?? Message.Note);
        if (Read(act, to) is not { } step)
            return Refuse(StatusCodes.Status400BadRequest);
        if (tag == Tag && await desk.Step(visitor.Account!, this.number, step, Tag, cancel))
            return Redirect(Url.Content(step.Act == VoiceAct.Forward && VoiceDesk.OwnOf(visitor.Account!) is not null ? "~/plan/voice?done=forward" : $"~/plan/voice/{Message.Number}?done={step.Act.Written()}"));
        // What it is by now, with what was typed.
        if (await Fill(number, cancel) is { } gone)
            return gone;
        IsStale = true;
        return Refuse(StatusCodes.Status412PreconditionFailed);
    }

    private VoiceStep? Read(string? text, string? to)
    {
        if (!WrittenName.TryRead<VoiceAct>(text, out var act))
        {
            Faults.Add("act", text ?? "", language["没有这一步", "there is no such act"]);
            return null;
        }

        var words = act switch { VoiceAct.Answer => VoiceWords.Clean(Answer), VoiceAct.Note => VoiceWords.Clean(Note), _ => "" };
        if (words.Length > Longest || (act == VoiceAct.Answer && words.Length == 0))
            Faults.Add(act.Written(), words, language[$"应为 1 到 {Longest} 个字", $"1 to {Longest} characters"]);
        AreaCode? bureau = AreaCode.TryParse(to, out var code) && Others.Contains(code) ? code : null;
        if (act == VoiceAct.Forward && bureau is null)
            Faults.Add("to", to ?? "", language["请选另一个局", "choose another bureau"]);
        return Faults.IsEmpty ? new VoiceStep(act, words, bureau) : null;
    }

    private PageResult Refuse(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<IActionResult?> Fill(string text, CancellationToken cancel)
    {
        if (!VoiceNumber.TryParse(text, out number) || await desk.Find(number, cancel) is not var (message, tag))
            return NotFound();
        if (!VoiceDesk.May(visitor.Account!, message))
            return Forbid();
        (Message, Tag) = (message, tag);
        Contact = await desk.FindContact(visitor.Account!, number, cancel);
        return null;
    }
}
