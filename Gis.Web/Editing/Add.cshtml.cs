using Gis.Core.Network;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Editing;

/// <summary>A service point to be added for a county, township or village.</summary>
[Authorize(Policy = Rights.Edit)]
public sealed class AddModel(CurrentNetwork current, NetworkDesk desk, Visitor visitor, Language language) : PageModel
{
    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    public AreaCode Area { get; private set; }

    public string AreaName => Network.FindAreaName(Area)!;

    public PointForm Form { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public FormFaults Faults { get; private set; } = new();

    public IActionResult OnGet(string? area)
    {
        if (Find(area) is { } refusal)
            return refusal;
        Form = (PointForm)RecordForm.Of(Draft())!;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? area, string? reason, CancellationToken cancel)
    {
        if (Find(area) is { } refusal)
            return refusal;
        var draft = Draft();
        Form = (PointForm)RecordForm.Of(draft, Request.Form)!;
        Reason = ReasonRules.Read(reason, language, Faults);
        if (Form.Read(draft, Network, language, Faults) is not { } point || !Faults.IsEmpty)
            return Refuse();
        switch (await desk.Edit(visitor.Account!, "point.add", Reason, [new RecordChange(null, point)], null, cancel))
        {
            case EditOutcome.Saved saved:
                return Redirect(Url.Content($"{RecordAddress.Of(point)}?saved={saved.Entry}"));
            case EditOutcome.Refused refused:
                Faults.AddMisfits(draft.Id.ToString(), refused, language);
                return Refuse();
            default:
                Faults.Add(draft.Id.ToString(), Form.Name, language["别人刚加了同一个编号的服务点,请重新打开本页", "somebody else added a point of this identifier meanwhile; open this page anew"]);
                Response.StatusCode = StatusCodes.Status412PreconditionFailed;
                return Page();
        }
    }

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    // The name is the one that the plan's §3(1)1 prescribes.
    private ServicePoint Draft()
    {
        var tier = Area.Level switch { AreaLevel.County => Tier.Centre, AreaLevel.Township => Tier.Station, _ => Tier.Room };
        return new ServicePoint(NewId(tier), RegisterName.PlaceOf(AreaName) + RegisterName.OfTier(tier), tier, Area, null, Network.BankOf(Area), Stage.Planned, new Provenance(Basis.Fact, ""));
    }

    private PointId NewId(Tier tier) => Enumerable.Range(1, int.MaxValue)
        .Select(number => PointId.Of(tier, Area, number))
        .First(id => Network.FindPoint(id) is null);

    private IActionResult? Find(string? area)
    {
        if (!AreaCode.TryParse(area, out var code) || Network.FindAreaName(code) is null)
            return NotFound();
        Area = code;
        return Rights.MayEdit(visitor.Account!, code) ? null : Forbid();
    }
}
