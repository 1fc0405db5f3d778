using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Pairing;
using Gis.Web.Network;
using Gis.Web.Pairing.Months;
using Gis.Web.Progress;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Gis.Web.Pairing.Cards;

/// <summary>The notice board of a village (公示栏, 方案三(一)1): who advises it, on what, when, and how to reach them. It prints as a poster.</summary>
[AllowAnonymous]
public sealed class CardModel(RoundStore rounds, WishStore wishes, MonthDesk months, ContactStore contacts, YearDesk year, CurrentNetwork current, TimeProvider clock) : PageModel
{
    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    public Village Village { get; private set; } = null!;

    /// <summary>The room of the village; null where it has none.</summary>
    public ServicePoint? Room { get; private set; }

    /// <summary>The firm that advises it; null where none does.</summary>
    public Firm? Firm { get; private set; }

    /// <summary>The advisers who consented to be named.</summary>
    public IReadOnlyList<AdviserContact> Contacts { get; private set; } = [];

    /// <summary>The days on which somebody is to come, from today on, with the hours from and to.</summary>
    public ImmutableArray<(DateOnly Day, TimeOnly From, TimeOnly To, bool HasLecture)> Days { get; private set; } = [];

    /// <summary>The address of the village's WeChat group; empty where there is none.</summary>
    public string GroupLink { get; private set; } = "";

    /// <summary>A drawing that a phone reads the address of this page from.</summary>
    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string village, CancellationToken cancel)
    {
        if (!AreaCode.TryParse(village, out var code) || Network.FindVillage(code) is not { } found)
            return NotFound();
        (Village, Room) = (found, Network.Points.FirstOrDefault(point => point.Tier == Tier.Room && point.Area == code));
        var pair = (await rounds.ListPairsAsync(cancel)).FirstOrDefault(pair => pair.Village == code.Digits && pair.Until is null);
        Firm = Network.FindFirm(pair?.Firm);
        Contacts = await contacts.ListPublicAsync(code, clock.GetUtcNow(), cancel);
        GroupLink = (await wishes.ListProfilesAsync(cancel)).GetValueOrDefault((PairingSide.Village, code.Digits))?.GroupLink ?? "";
        if (Firm is { } firm)
            Days = [.. (await ListDays(firm.Id, cancel)).Where(day => day.Day >= year.Today)];
        Code = Draw($"{Request.Scheme}://{Request.Host}{Request.PathBase}/advisers/{code}");
        return Page();
    }

    private async Task<IEnumerable<(DateOnly Day, TimeOnly From, TimeOnly To, bool HasLecture)>> ListDays(string firm, CancellationToken cancel)
    {
        var month = new Month(year.Today.Year, year.Today.Month);
        return (await months.Plan(firm, [month, month.Plus(1)], cancel)).SelectMany(planned => planned.DaysAt(Village.Code.Digits)
            .Select(day => (day.Day, planned.ClockOf(day.Visit.Arrival), planned.ClockOf(day.Visit.Leaving), day.Visit.HasLecture)));
    }

    private static string Draw(string address)
    {
        using var codes = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(codes);
        return drawing.GetGraphic(new System.Drawing.Size(240, 240), "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
