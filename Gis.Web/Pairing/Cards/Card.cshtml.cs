using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Pairing;
using Gis.Web.Layout;
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

    /// <summary>Who advises it: a firm, or the post of those who help beside the firms; null where nobody does.</summary>
    public string? Adviser { get; private set; }

    /// <summary>The advisers who consented to be named.</summary>
    public IReadOnlyList<AdviserContact> Contacts { get; private set; } = [];

    /// <summary>The days on which somebody is to come, from today on, with the hours from and to.</summary>
    public ImmutableArray<AdviserDay> Days { get; private set; } = [];

    /// <summary>The address of the village's WeChat group; empty where there is none.</summary>
    public string GroupLink { get; private set; } = "";

    /// <summary>A drawing that a phone reads the address of this page from.</summary>
    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string village, CancellationToken cancel)
    {
        if (!AreaCode.TryParse(village, out var code) || Network.FindVillage(code) is not { } found)
            return NotFound();
        (Village, Room) = (found, Network.Points.FirstOrDefault(point => point.Tier == Tier.Room && point.Area == code));
        var pair = await rounds.FindPairAsync(code, cancel);
        Adviser = pair is null ? null : PairingWords.FirmName(Network, pair.Firm);
        Contacts = await contacts.ListPublicAsync(code, clock.GetUtcNow(), cancel);
        GroupLink = (await wishes.ListProfilesAsync(cancel)).GetValueOrDefault((PairingSide.Village, code.Digits))?.GroupLink ?? "";
        if (pair is not null)
            Days = [.. (await months.ListDays(pair, year.Today, cancel))];
        Code = Draw(PageLinks.Whole(Request, $"/advisers/{code}"));
        return Page();
    }

    private static string Draw(string address)
    {
        using var codes = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(codes);
        return drawing.GetGraphic(new System.Drawing.Size(240, 240), "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
