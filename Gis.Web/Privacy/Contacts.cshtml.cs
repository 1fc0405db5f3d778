using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Privacy;

/// <summary>The advisers who consented to be named with their number, a form to record a consent, and a button to withdraw each.</summary>
[Authorize(Policy = Rights.Contacts)]
public sealed partial class ContactsModel(ContactStore contacts, Visitor visitor, CurrentNetwork current, Language language, TimeProvider clock) : PageModel
{
    private const int LongestName = 40;
    private const int LongestConsent = 200;

    /// <summary>A consent for longer than this nobody remembers having given.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3 * 366);

    public ServiceNetwork Network => current.Snapshot.Network;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The consents the visitor has to do with.</summary>
    public IReadOnlyList<AdviserContact> Contacts { get; private set; } = [];

    /// <summary>The villages the visitor may name advisers of.</summary>
    public ImmutableArray<Village> Villages { get; private set; } = [];

    public ContactForm Form { get; private set; } = new("", "", "", "", "", "", "");

    public FormFaults Faults { get; } = new();

    public Task OnGetAsync(CancellationToken cancel) => Fill(cancel);

    public async Task<IActionResult> OnPostRecordAsync(CancellationToken cancel)
    {
        Form = ContactForm.Of(Request.Form);
        if (Read() is { } contact && Faults.IsEmpty)
        {
            await contacts.RecordAsync(contact, Order(language["登记同意", "consent recorded"]), cancel);
            return Redirect(Url.Content("~/plan/contacts"));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        await Fill(cancel);
        return Page();
    }

    /// <summary>Withdraws a consent at once, and asks for no reason: nobody has to give one.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(string? id, CancellationToken cancel)
    {
        if ((await contacts.ListAsync(cancel)).FirstOrDefault(contact => contact.Id == id) is not { } contact)
            return NotFound();
        if (!May(contact))
            return Forbid();
        await contacts.WithdrawAsync(contact.Id, Order(language["本人撤回", "withdrawn by the person"]), cancel);
        return Redirect(Url.Content("~/plan/contacts"));
    }

    public string State(AdviserContact contact) => contact switch
    {
        { Withdrawn: { } withdrawn } => language["已撤回 ", "withdrawn "] + Wording.Time(withdrawn),
        _ when contact.IsPublic(Now) => language["公开中,到 ", "public until "] + Wording.Day(contact.Expires.AddTicks(-1)),
        _ when Now < contact.Given => language["还没开始", "not begun yet"],
        _ => language["已到期", "expired"],
    };

    private AdviserContact? Read()
    {
        var village = ListVillages().FirstOrDefault(each => each.Code.Digits == Form.Village);
        if (village is null)
            Faults.Add("village", Form.Village, language["请从列表中选一个村(居)", "choose a village of the list"]);
        var mustBeOwn = visitor.Account!.Role == AccountRole.FirmMember;
        if ((Form.Firm.Length > 0 || mustBeOwn) && !ListFirms().Any(firm => firm.Id == Form.Firm))
            Faults.Add("firm", Form.Firm, language["请从列表中选", "choose one of the list"]);
        if (Form.Person.Length is 0 or > LongestName || Form.Person.Any(char.IsControl))
            Faults.Add("person", Form.Person, language[$"应为 1 到 {LongestName} 个字", $"1 to {LongestName} characters"]);
        if (!PhoneNumber().IsMatch(Form.Phone))
            Faults.Add("phone", Form.Phone, language["应为电话号码,例如“0951-1234567”", "a telephone number, as \"0951-1234567\""]);
        if (Form.Consent.Length is 0 or > LongestConsent)
            Faults.Add("consent", Form.Consent, language["请写明怎样同意的,例如“签字表第 12 号”", "say how consent was given, as \"signed form no. 12\""]);
        var (from, to) = (ReadDay("from", Form.From), ReadDay("to", Form.To));
        if (from is { } begins && to is { } ends && (ends < begins || ends - begins > Longest))
            Faults.Add("to", Form.To, language["应不早于开始日期,且不超过三年", "not before the first day, and within three years of it"]);
        return village is null || from is null || to is null
            ? null
            : new AdviserContact(NewId(), village.Code, Form.Firm.Length == 0 ? null : Form.Firm, Form.Person, Form.Phone, Form.Consent, from.Value, to.Value.AddDays(1));
    }

    private DateTimeOffset? ReadDay(string field, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100)
            return new DateTimeOffset(day, TimeOnly.MinValue, ChinaTime.Offset);
        Faults.Add(field, text, language["应为日期,例如“2026-03-01”", "a date, as \"2026-03-01\""]);
        return null;
    }

    /// <summary>The firms the visitor may name advisers of.</summary>
    public IEnumerable<Firm> ListFirms() => Network.Firms.Where(firm => visitor.Account!.Role != AccountRole.FirmMember || firm.Id == visitor.Account.Scope);

    // A firm's member names advisers wherever the firm advises.
    private IEnumerable<Village> ListVillages() =>
        Network.Villages.Where(village => visitor.Account!.Role == AccountRole.FirmMember || Rights.MayEdit(visitor.Account, village.Code));

    private bool May(AdviserContact contact) => visitor.Account!.Role == AccountRole.FirmMember
        ? contact.FirmId == visitor.Account.Scope
        : Rights.MayEdit(visitor.Account, contact.Village);

    private async Task Fill(CancellationToken cancel)
    {
        Villages = [.. ListVillages()];
        Contacts = [.. (await contacts.ListAsync(cancel)).Where(May)];
    }

    private AccountOrder Order(string reason) => new(visitor.Account!.Id, reason, Network.City.Code.Digits, Now);

    private static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    [GeneratedRegex(@"^\+?[0-9][0-9 \-]{5,18}[0-9]$")]
    private static partial Regex PhoneNumber();
}

/// <summary>The fields of a consent as they were filled in.</summary>
public sealed record ContactForm(string Village, string Firm, string Person, string Phone, string Consent, string From, string To)
{
    internal static ContactForm Of(IFormCollection fields)
    {
        return new(Text("village"), Text("firm"), Text("person"), Text("phone"), Text("consent"), Text("from"), Text("to"));

        string Text(string name) => fields[name].ToString().Trim();
    }
}
