using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Core.Units;
using Gis.Data.Store.Pairing;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using CalendarMonth = Gis.Core.Units.Month;

namespace Gis.Web.Pairing.Duty;

/// <summary>The log of a firm: how its villages stand this month, and the visits and lectures it writes down.</summary>
[Authorize(Policy = Rights.Firm)]
public sealed class HoursModel(DutyDesk desk, CurrentNetwork current, Visitor visitor, Language language) : PageModel
{
    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    /// <summary>The firm of the account; null where the network has it no longer.</summary>
    public Firm? Firm { get; private set; }

    public CalendarMonth Month { get; private set; }

    public DutyView View { get; private set; } = null!;

    /// <summary>The villages that may be logged for: all that were ever the firm's, those that are today first.</summary>
    public IReadOnlyList<(AreaCode Code, string Name)> Villages { get; private set; } = [];

    public DutyForm Visit { get; private set; } = DutyForm.VisitOn(desk.Today);

    public DutyForm Lecture { get; private set; } = DutyForm.LectureOn(desk.Today);

    /// <summary>The entry that was just written.</summary>
    public KeptDuty? Done { get; private set; }

    /// <summary>The entry that was just removed, to be put back.</summary>
    public KeptDuty? Removed { get; private set; }

    public FormFaults Faults { get; } = new();

    public DateOnly Today => desk.Today;

    /// <summary>The month after the one shown; null where that has not begun.</summary>
    public CalendarMonth? Next => Month < desk.Now ? Month.Plus(1) : null;

    public async Task<IActionResult> OnGetAsync(string? month, string? done, string? removed, CancellationToken cancel)
    {
        await Fill(month, cancel);
        if (Firm is not null && done is not null && await desk.Find(done, Firm.Id, cancel) is { Removed: null } kept)
            Done = kept;
        if (Firm is not null && removed is not null && await desk.Find(removed, Firm.Id, cancel) is { Removed: not null } gone)
            Removed = gone;
        return Show();
    }

    /// <summary>Writes down a visit.</summary>
    public async Task<IActionResult> OnPostVisitAsync(string? month, CancellationToken cancel)
    {
        await Fill(month, cancel);
        if (Firm is null)
            return NotFound();
        Visit = DutyForm.Of(Request.Form);
        return await Write(Visit, Visit.ReadVisit(Firm, language, Faults), cancel);
    }

    /// <summary>Writes down a lecture.</summary>
    public async Task<IActionResult> OnPostLectureAsync(string? month, CancellationToken cancel)
    {
        await Fill(month, cancel);
        if (Firm is null)
            return NotFound();
        Lecture = DutyForm.Of(Request.Form);
        return await Write(Lecture, Lecture.ReadLecture(Firm, language, Faults), cancel);
    }

    /// <summary>Removes an entry, or puts it back.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? id, bool back, string? month, CancellationToken cancel)
    {
        await Fill(month, cancel);
        if (Firm is null || await desk.Find(id ?? "", Firm.Id, cancel) is not { } duty)
            return NotFound();
        if (!back)
        {
            await desk.Remove(duty, visitor.Account!, language["移除登记", "removes an entry"], cancel);
            return Redirect(Address($"&removed={duty.Id}"));
        }

        Of(duty.Entry).Add(await desk.Restore(duty, visitor.Account!, language["放回登记", "puts an entry back"], cancel), language, Faults);
        return Faults.IsEmpty ? Redirect(Address($"&done={duty.Id}")) : Show();
    }

    public string NameOf(AreaCode village) => Network.FindAreaName(village) ?? village.Digits;

    /// <summary>Where the room of a village is, for the phone to work out how far from it somebody is; null while it is not located.</summary>
    public Position? RoomOf(AreaCode village) => Network.ListPointsOf(village).FirstOrDefault(point => point.Tier == Tier.Room)?.Position;

    public string Address(string more = "") => Url.Content($"~/firm/hours?month={Month}{more}");

    private async Task<IActionResult> Write(DutyForm form, DutyEntry entry, CancellationToken cancel)
    {
        if (Faults.IsEmpty)
        {
            var (kept, faults) = await desk.Add(entry, visitor.Account!, language["登记服务", "logs duty"], cancel);
            if (kept is not null)
                return Redirect(Url.Content($"~/firm/hours?month={kept.Entry.Day:yyyy-MM}&done={kept.Id}"));
            form.Add(faults, language, Faults);
        }

        return Show();
    }

    // Faults of an entry that is put back are told by the fields it was written in.
    private static DutyForm Of(DutyEntry entry) => DutyForm.VisitOn(entry.Day) with
    {
        Village = entry.Village.Digits,
        Adviser = entry.Adviser,
        Start = entry is DutyEntry.Visit visit ? Wording.Clock(visit.Start) : "",
        Length = $"{entry.Length.Value:0}",
    };

    private PageResult Show()
    {
        Response.StatusCode = Faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task Fill(string? month, CancellationToken cancel)
    {
        Firm = Network.FindFirm(visitor.Account!.Scope);
        Month = DutyQuestion.ReadMonth("month", month, desk.Now, language, Faults);
        if (Firm is null)
            return;
        View = await desk.Read(Month, Month, Firm.Id, null, cancel);
        Villages =
        [
            .. View.Book.Pairings.OrderBy(pairing => pairing.Until is not null).ThenBy(pairing => pairing.Village).DistinctBy(pairing => pairing.Village)
                .Select(pairing => (pairing.Village, NameOf(pairing.Village))),
        ];
    }
}
