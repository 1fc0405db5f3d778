using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.Editing;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Progress;

/// <summary>The ledger of all points: how far each is, by when, who sees to it. Many can be reported at once.</summary>
[Authorize(Policy = Rights.Year)]
public sealed class LedgerModel(YearDesk desk, CurrentNetwork current, Visitor visitor, Language language) : PageModel
{
    public ServiceNetwork Network { get; private set; } = current.Snapshot.Network;

    public LedgerFilter Filter { get; private set; } = new(null, null, false);

    public YearProgress Progress { get; private set; } = null!;

    /// <summary>The points asked for.</summary>
    public ImmutableArray<ServicePoint> Points { get; private set; } = [];

    public MoveForm Form { get; private set; } = new();

    public FormFaults Faults { get; } = new();

    /// <summary>How many points were just reported.</summary>
    public int? Saved { get; private set; }

    public bool MayReport => visitor.May(Rights.Progress);

    public Task<IActionResult> OnGetAsync(int? saved, CancellationToken cancel)
    {
        Saved = saved;
        return Show(StatusCodes.Status200OK, cancel);
    }

    /// <summary>Reports that points came to a stage; all of them or none.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayReport)
            return Forbid();
        Form = MoveForm.Of(Request.Form);
        var reason = ReasonRules.Read(Form.Reason, language, Faults);
        var progress = await desk.Read(cancel);
        if (Form.Read(Network, progress, visitor.Account!, language, Faults) is not var (points, stage, on) || !Faults.IsEmpty)
            return await Show(StatusCodes.Status400BadRequest, cancel);
        switch (await desk.Move(points, stage, on, visitor.Account!, reason, cancel))
        {
            case EditOutcome.Saved:
                return Redirect(Url.Content($"~/plan/ledger?saved={points.Length}&{LedgerFilter.Of(Request.Query, Network)}"));
            case EditOutcome.Refused refused:
                Faults.AddMisfits("points", refused, language);
                return await Show(StatusCodes.Status400BadRequest, cancel);
            default:
                Faults.Add("points", "", language["别人刚改过其中的点,请看过再登记", "somebody else has just changed some of them; look again before you report"]);
                return await Show(StatusCodes.Status412PreconditionFailed, cancel);
        }
    }

    /// <summary>Whether the reader may report on a point.</summary>
    public bool MayEdit(ServicePoint point) => MayReport && Rights.MayEdit(visitor.Account!, point.Area);

    private async Task<IActionResult> Show(int status, CancellationToken cancel)
    {
        Network = current.Snapshot.Network;
        Filter = LedgerFilter.Of(Request.Query, Network);
        Progress = await desk.Read(cancel);
        var late = Progress.Late.Select(each => each.Point.Id).ToHashSet();
        Points = [.. Network.Points.Where(point => Filter.Holds(point, late))];
        Response.StatusCode = status;
        return Page();
    }
}

/// <summary>Which points of the ledger are shown; what cannot be read is left out of the asking.</summary>
/// <param name="County">Those of this county.</param>
/// <param name="Stage">Those of this stage.</param>
/// <param name="IsLate">Those that are late.</param>
public sealed record LedgerFilter(County? County, Stage? Stage, bool IsLate)
{
    internal static LedgerFilter Of(IQueryCollection query, ServiceNetwork network) => new(
        network.FindCounty(query["county"].ToString()),
        WrittenName.TryRead<Stage>(query["stage"].ToString(), out var stage) ? stage : null,
        query["late"] == "yes");

    internal bool Holds(ServicePoint point, HashSet<PointId> late) =>
        (County is null || point.Area.County == County.Code) && (Stage is null || point.Stage == Stage) && (!IsLate || late.Contains(point.Id));

    /// <summary>As it stands in a link.</summary>
    public override string ToString() => string.Join('&', new[] { County is null ? "" : $"county={County.Code}", Stage is null ? "" : $"stage={Stage.Value.Written()}", IsLate ? "late=yes" : "" }.Where(part => part.Length > 0));
}
