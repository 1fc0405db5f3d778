using System.Globalization;
using Gis.Core.Progress.Acceptance;
using Gis.Core.Units;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Progress.Acceptance;

/// <summary>What acceptance asks of each tier, and how it is weighed.</summary>
[AnyoneReads(Rights.Accept)]
public sealed class StandardsModel(AcceptanceDesk desk, Visitor visitor, Language language) : PageModel
{
    public StandardSet Standards => desk.Standards;

    /// <summary>The weights that hold.</summary>
    public Weights Weights { get; private set; } = Weights.Default;

    /// <summary>Whether the bureau has set them.</summary>
    public bool AreOwn { get; private set; }

    /// <summary>The fields as they were filled in.</summary>
    public WeightsForm Form { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public FormFaults Faults { get; } = new();

    /// <summary>Whether they were just set.</summary>
    public bool Done { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken cancel)
    {
        await Fill(cancel);
        (Form, Done) = (WeightsForm.Of(Weights), done == "yes");
    }

    /// <summary>Sets the weights.</summary>
    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken cancel)
    {
        await Fill(cancel);
        (Form, Reason) = (WeightsForm.Of(Request.Form), ReasonRules.Read(reason, language, Faults));
        if (Form.Read(language, Faults) is { } weights && Faults.IsEmpty)
        {
            await desk.KeepWeights(weights, visitor.Account!, Reason, cancel);
            return Redirect(Url.Content("~/plan/acceptance/standards?done=yes"));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task Fill(CancellationToken cancel)
    {
        var own = await desk.FindWeights(cancel);
        (Weights, AreOwn) = (own ?? Weights.Default, own is not null);
    }
}

/// <summary>Weights as they were filled in.</summary>
public sealed record WeightsForm(string Facilities, string Staff, string Work, string PassMark)
{
    internal static WeightsForm Of(Weights weights) => new(
        Text(weights.Facilities), Text(weights.Staff), Text(weights.Work), Text(Math.Round((decimal)weights.PassMark.Value * 100, 1)));

    internal static WeightsForm Of(IFormCollection fields)
    {
        return new(Field("facilities"), Field("staff"), Field("work"), Field("mark"));

        string Field(string name) => fields[name].ToString().Trim();
    }

    /// <summary>The weights; null where they cannot be read, which is told.</summary>
    internal Weights? Read(Language language, FormFaults faults)
    {
        var (facilities, staff, work) = (Parts("facilities", Facilities), Parts("staff", Staff), Parts("work", Work));
        decimal? mark = decimal.TryParse(PassMark, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) && read is >= 0 and <= 100 && read * 10 % 1 == 0 ? read : null;
        if (mark is null)
            faults.Add("mark", PassMark, language["应为 0 到 100,最多一位小数", "0 to 100, with one decimal at most"]);
        if (facilities + staff + work == 0)
            faults.Add("facilities", Facilities, language["三项至少有一项大于 0", "at least one of the three is above 0"]);
        return faults.IsEmpty ? new Weights(facilities!.Value, staff!.Value, work!.Value, new Share((double)(mark!.Value / 100))) : null;

        int? Parts(string field, string text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parts) && parts <= Weights.MostParts)
                return parts;
            faults.Add(field, text, language[$"应为 0 到 {Weights.MostParts} 的整数", $"a whole number from 0 to {Weights.MostParts}"]);
            return null;
        }
    }

    private static string Text(IFormattable number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
