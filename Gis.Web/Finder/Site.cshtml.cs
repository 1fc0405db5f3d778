using System.Collections.Immutable;
using Gis.Core.Finder;
using Gis.Core.Finder.Hours;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Core.Travel;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Pairing;
using Gis.Web.Finder.Embedding;
using Gis.Web.Finder.Hours;
using Gis.Web.Finder.Voice;
using Gis.Web.Layout;
using Gis.Web.Network;
using Gis.Web.Pairing.Months;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder;

/// <summary>One service point: whether it is open, how to get there and in, what it does, and where to go while it is not built or closed.</summary>
[AllowAnonymous]
public sealed class SiteModel(CurrentNetwork current, OpenNow open, PointDesk desk, RoundStore rounds, MonthDesk months, ContactStore contacts, RatingDesk ratings, TimeProvider clock) : PageModel
{
    private const int DaysShown = 7;
    private const int MostAdviserDays = 3;

    private readonly Snapshot snapshot = current.Snapshot;

    public ServiceNetwork Network => snapshot.Network;

    public ServicePoint Point { get; private set; } = null!;

    public DateOnly Today => open.Today;

    /// <summary>Whether it is open now.</summary>
    public OpenState State { get; private set; } = new OpenState.Unknown();

    /// <summary>The next days with their times; empty where its hours are not known.</summary>
    public ImmutableArray<(DateOnly Day, ImmutableArray<OpenSpan> Times)> Week { get; private set; } = [];

    /// <summary>The next days on which the adviser is to be there.</summary>
    public ImmutableArray<AdviserDay> AdviserDays { get; private set; } = [];

    /// <summary>The open points nearest to this one, itself left out; those that are open now first where this one is closed.</summary>
    public ImmutableArray<PointRow> Alternatives { get; private set; } = [];

    /// <summary>The advisers of the village who consented to be named.</summary>
    public IReadOnlyList<AdviserContact> Advisers { get; private set; } = [];

    /// <summary>What visitors' ratings come to.</summary>
    public RatingsView Ratings { get; private set; } = null!;

    /// <summary>Whether somebody who comes in the next days may find it shut for days.</summary>
    public bool IsShut => !Point.IsOpen || State is OpenState.Suspended;

    /// <summary>What search engines are told of it.</summary>
    public string Schema => SchemaOrg.Write(Network, Point, new Uri(PageLinks.Whole(Request, Request.Path)));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (Network.FindPoint(id) is not { } point)
            return NotFound();
        Point = point;
        Ratings = await ratings.Read(point, cancel);
        var times = open.TimesOf(Network, point);
        State = times.At(open.Now);
        if (State is not OpenState.Unknown)
            Week = [.. Enumerable.Range(0, DaysShown).Select(i => Today.AddDays(i)).Select(day => (day, times.On(day)))];
        if (point.Tier == Tier.Room)
            await FillAdviser(point.Area, cancel);
        if (point.Position is { } position)
            Alternatives = await desk.Describe(Network, [.. ListNear(position.At, point)], cancel);
        return Page();
    }

    private async Task FillAdviser(AreaCode village, CancellationToken cancel)
    {
        Advisers = await contacts.ListPublicAsync(village, clock.GetUtcNow(), cancel);
        if (await rounds.FindPairAsync(village, cancel) is { } pair)
            AdviserDays = [.. (await months.ListDays(pair, Today, cancel)).Take(MostAdviserDays)];
    }

    // Where this one is shut, one that is shut as well helps nobody.
    private IEnumerable<PointTrip> ListNear(Core.Places.LonLat at, ServicePoint point) => NearestPoints.ByTime(
            Network.Points.Where(other => other.IsOpen && other.Id != point.Id && !(IsShut && open.At(Network, other) is OpenState.Suspended)),
            at, point.Bank, snapshot.Estimate, ModePace.Defaults[TravelMode.Walk])
        .Take(3);
}
