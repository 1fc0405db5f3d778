using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Progress;
using Gis.Web.Accounts;
using Gis.Web.Finder.Voice;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Progress.Acceptance;

/// <summary>What waits for whom, how the counties stand, and a form to declare or accept many points whose sheets are complete.</summary>
[Authorize(Policy = Rights.Year)]
public sealed class QueueModel(AcceptanceDesk desk, RatingDesk ratings, Visitor visitor, Language language) : PageModel
{
    /// <summary>How many points one page lists.</summary>
    public const int PageLength = 50;

    public AcceptanceState State { get; private set; } = null!;

    /// <summary>Which points are listed.</summary>
    public QueueChoice Choice { get; private set; } = QueueChoice.County;

    /// <summary>Only those of this county; null for all.</summary>
    public AreaCode? County { get; private set; }

    /// <summary>The number of the page, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>The points chosen, on all pages.</summary>
    public ImmutableArray<PointAcceptance> Chosen { get; private set; } = [];

    /// <summary>How those who were there rated the points.</summary>
    public RatingBoard Ratings { get; private set; } = null!;

    /// <summary>How many points were just handed in.</summary>
    public int? Done { get; private set; }

    public FormFaults Faults { get; } = new();

    /// <summary>Points that somebody else changed meanwhile.</summary>
    public ImmutableArray<PointId> Stale { get; private set; } = [];

    /// <summary>The points of this page.</summary>
    public IEnumerable<PointAcceptance> Shown => Chosen.Skip((Number - 1) * PageLength).Take(PageLength);

    /// <summary>Whether the visitor may now hand in the sheet of a point together with others.</summary>
    public bool MayHandIn(PointAcceptance each) => each is { IsReady: true, Turn: { } turn } && AcceptanceDesk.May(visitor.Account!, turn, each.Point);

    /// <summary>How many points a choice lists.</summary>
    public int Count(QueueChoice choice) => Choose(choice).Count();

    /// <summary>A point with the draft that is seen of it, as the form sends it.</summary>
    public string Seen(PointAcceptance each) => $"{each.Point.Id}~{State.TagOf(each.Point.Id, each.Turn!.Value)}";

    /// <summary>The address of a choice.</summary>
    public string AddressOf(QueueChoice choice, int number = 1) => Url.Content("~/plan/acceptance") + QueryString.Create((KeyValuePair<string, string?>[])[
        new("turn", choice.Written()), new("county", County?.Digits), new("part", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture))]);

    public async Task OnGetAsync(string? turn, string? county, string? part, int? done, CancellationToken cancel)
    {
        Done = done;
        await Fill(turn, county, part, cancel);
    }

    /// <summary>Declares or accepts the points ticked, or all that are ready on the page.</summary>
    public async Task<IActionResult> OnPostAsync(string? turn, string? county, string? part, string? which, CancellationToken cancel)
    {
        await Fill(turn, county, part, cancel);
        var asked = Request.Form[which == "all" ? "ready" : "point"].OfType<string>().Distinct().ToList();
        if (asked.Count == 0)
            Faults.Add("point", "", language["请至少选一个服务点", "choose at least one point"]);
        if (Read(asked) is not { } all)
            return Forbid();
        if (!Stale.IsEmpty)
            return Refuse(StatusCodes.Status412PreconditionFailed);
        if (!Faults.IsEmpty)
            return Refuse(StatusCodes.Status400BadRequest);
        var act = Choice is QueueChoice.County or QueueChoice.Returned ? AcceptanceAct.Declare : AcceptanceAct.Accept;
        return await HandIn(act, all, cancel);
    }

    private async Task<IActionResult> HandIn(AcceptanceAct act, ImmutableArray<(PointAcceptance Point, string Seen)> all, CancellationToken cancel)
    {
        var steps = ImmutableArray.CreateBuilder<(PointAcceptance, Assessment, string, StepOutcome.Taken)>();
        foreach (var (point, seen) in all)
        {
            var outcome = AcceptanceSteps.Take(point.Point.Stage, point.Draft!, act, point.Asked, State.Board.Weights, State.Board.Today);
            if (outcome is StepOutcome.Taken taken)
                steps.Add((point, point.Draft!, seen, taken));
            else
                Faults.Add(point.Point.Name, "", language.Of(outcome));
        }

        if (!Faults.IsEmpty)
            return Refuse(StatusCodes.Status400BadRequest);
        switch (await desk.HandIn(visitor.Account!, act, steps.ToImmutable(), cancel))
        {
            case HandInOutcome.Stale stale:
                Stale = stale.Points;
                return Refuse(StatusCodes.Status412PreconditionFailed);
            default:
                return Redirect(AddressOf(Choice) + $"&done={steps.Count}");
        }
    }

    // Null where somebody sends what is not the own.
    private ImmutableArray<(PointAcceptance Point, string Seen)>? Read(List<string> asked)
    {
        var all = ImmutableArray.CreateBuilder<(PointAcceptance, string)>();
        foreach (var text in asked)
        {
            var (id, seen) = text.IndexOf('~', StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
            if (!PointId.TryParse(id, out var key) || State.Board.Find(key) is not { } point)
            {
                Faults.AddUnknownPoint("point", id, language);
                continue;
            }

            var level = Choice switch { QueueChoice.City => AcceptanceLevel.City, QueueChoice.Region => AcceptanceLevel.Region, _ => AcceptanceLevel.County };
            if (!AcceptanceDesk.May(visitor.Account!, level, point.Point))
                return null;
            if (point.Turn != level || point.Draft is null || seen != State.TagOf(key, level))
                Stale = Stale.Add(key);
            else
                all.Add((point, seen));
        }

        return all.ToImmutable();
    }

    private PageResult Refuse(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task Fill(string? turn, string? county, string? part, CancellationToken cancel)
    {
        State = await desk.Read(cancel);
        Ratings = await ratings.ReadAll(State.Network, cancel);
        var who = visitor.Account!;
        Choice = WrittenName.TryRead<QueueChoice>(turn, out var chosen) ? chosen : who.Role == AccountRole.CountyOfficer ? QueueChoice.County : QueueChoice.City;
        // Who has a county sees it first, and the others on request.
        var wanted = county ?? (who.Role == AccountRole.CountyOfficer ? who.Scope : null);
        County = State.Network.FindCounty(wanted)?.Code;
        Chosen = [.. Choose(Choice)];
        var last = Math.Max(1, (Chosen.Length + PageLength - 1) / PageLength);
        Number = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, last) : 1;
    }

    private IEnumerable<PointAcceptance> Choose(QueueChoice choice)
    {
        var all = choice switch
        {
            QueueChoice.County => State.Board.WaitingFor(AcceptanceLevel.County),
            QueueChoice.Returned => State.Board.WaitingFor(AcceptanceLevel.County).Where(each => each.Point.Stage == Stage.Returned),
            QueueChoice.City => State.Board.WaitingFor(AcceptanceLevel.City),
            QueueChoice.Region => State.Board.WaitingFor(AcceptanceLevel.Region),
            _ => State.Board.Points.Where(each => each.Point.Stage == Stage.ProvinceAccepted),
        };
        return County is { } county ? all.Where(each => each.Point.Area.County == county) : all;
    }
}

/// <summary>Which points the queue lists.</summary>
public enum QueueChoice
{
    /// <summary>Those that the county is to declare, the returned among them.</summary>
    County,

    /// <summary>Those returned.</summary>
    Returned,

    /// <summary>Those that the city is to inspect.</summary>
    City,

    /// <summary>Those that the region is to inspect.</summary>
    Region,

    /// <summary>Those that are through.</summary>
    Done,
}
