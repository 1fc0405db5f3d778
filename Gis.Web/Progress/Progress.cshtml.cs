using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Web.Accounts;
using Gis.Web.Charts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Progress;

/// <summary>How the year of building goes: what was intended, what was done, what is late and whose move it is.</summary>
[AllowAnonymous]
public sealed class ProgressModel(YearDesk desk, CurrentNetwork current, Visitor visitor, Language language) : PageModel
{
    private const int MostMoves = 12;

    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    public ProgressQuestion Question { get; private set; } = new(Stage.Built, null);

    public FormFaults Faults { get; private set; } = new();

    public YearProgress Progress { get; private set; } = null!;

    /// <summary>The curve asked for.</summary>
    public ProgressCurve Curve { get; private set; } = null!;

    /// <summary>The curve of each county.</summary>
    public ImmutableArray<(string Name, ProgressCurve Curve)> Counties { get; private set; } = [];

    /// <summary>What is late where it was asked for.</summary>
    public ImmutableArray<LatePoint> Late { get; private set; } = [];

    /// <summary>The latest steps, from the last.</summary>
    public ImmutableArray<StageMove> Moves { get; private set; } = [];

    /// <summary>Whether the reader sees what is written down of points.</summary>
    public bool MayRead => visitor.May(Rights.Year);

    public bool MaySet => visitor.May(Rights.Accept);

    public Chart Chart => YearChart.Draw(Curve, Progress.Calendar, Progress.Today, language);

    public Chart CountyChart => YearChart.DrawCounties(Counties, Progress.Calendar, Progress.Today, language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (ProgressQuestion.Read(Request.Query, Network, language, out var faults) is { } question)
            Question = question;
        Faults = faults;
        Progress = await desk.Read(cancel);
        Curve = Progress.Curve(Question.Target, Question.County?.Code);
        Counties = [.. Network.Counties.Select(county => (county.Name, Progress.Curve(Question.Target, county.Code)))];
        Late = [.. Progress.Late.Where(late => IsAsked(late.Point))];
        Moves = [.. Progress.History.Moves.Where(move => IsAsked(Network.FindPoint(move.Point)!)).Reverse().Take(MostMoves)];
        Response.StatusCode = faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Where a point is told of, to this reader.</summary>
    public string AddressOf(ServicePoint point) => MayRead ? $"~/plan/ledger/{point.Id}" : $"~/sites/{point.Id}";

    public string CountyOf(ServicePoint point) => Network.FindAreaName(point.Area.County) ?? "";

    private bool IsAsked(ServicePoint point) => Question.County is null || point.Area.County == Question.County.Code;
}
