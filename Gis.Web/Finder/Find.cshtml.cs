using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Web.Coverage;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder;

/// <summary>Where to go and what to do first, by a place, a matter or both.</summary>
[AllowAnonymous]
public sealed class FindModel(CurrentNetwork current, PointDesk desk) : PageModel
{
    public const int PageLength = 12;
    public const int MostText = 200;

    private readonly Snapshot snapshot = current.Snapshot;

    public ServiceNetwork Network => snapshot.Network;

    /// <summary>A place of this city that somebody might look for.</summary>
    public string ExampleName => Example.NameOf(Network);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>The matter asked for by its code, whatever the text speaks of.</summary>
    [BindProperty(SupportsGet = true, Name = "matter")]
    public string? MatterCode { get; set; }

    /// <summary>The place meant among several of that name: an area code or a point's id.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? Chosen { get; set; }

    [BindProperty(SupportsGet = true, Name = "mode")]
    public string? ModeName { get; set; }

    [BindProperty(SupportsGet = true, Name = "tiers")]
    public string[]? TierNames { get; set; }

    /// <summary>The matter for which the tiers were chosen: for another one they are chosen anew.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public string? TiersFor { get; set; }

    /// <summary>Whether points that are not built are listed too.</summary>
    [BindProperty(SupportsGet = true, Name = "unbuilt")]
    public bool WithUnbuilt { get; set; }

    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    public TravelMode Mode => WrittenName.TryRead<TravelMode>(ModeName, out var mode) ? mode : TravelMode.Walk;

    public ImmutableSortedSet<Tier> Tiers { get; private set; } = CoverageQuestion.AllTiers;

    /// <summary>Text and filters as they stand in a link to another place of that name.</summary>
    public string FilterQuery => QueryWith(MatterCode);

    /// <summary>What the text means.</summary>
    public SearchAnswer Answer { get; private set; } = SearchAnswer.Nothing;

    /// <summary>The matter that the page speaks of; none where none is known.</summary>
    public Matter? Matter { get; private set; }

    /// <summary>The places that may be meant, one of them chosen.</summary>
    public ImmutableArray<FoundPlace> Places => Answer.Places;

    public FoundPlace? Place { get; private set; }

    /// <summary>Whether only points that are open at this moment are listed.</summary>
    [BindProperty(SupportsGet = true, Name = "open")]
    public string? OpenName { get; set; }

    public bool OpenNow => OpenName == "now";

    /// <summary>Every point that fits, nearest first.</summary>
    public ImmutableArray<PointTrip> Points { get; private set; } = [];

    /// <summary>Those that are shown, with all that is said of them.</summary>
    public ImmutableArray<PointRow> Shown { get; private set; } = [];

    /// <summary>Whether the times are those of roads.</summary>
    public bool IsByRoads => Place is { } found && PointDesk.IsByRoads(snapshot, found.Place, Mode);

    /// <summary>Whether anything was asked.</summary>
    public bool IsAsked => !string.IsNullOrWhiteSpace(Text) || Chosen is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Answer = snapshot.Search.Ask(Text ?? "");
        Matter = Matters.Find(MatterCode) ?? Answer.Matters.FirstOrDefault();
        Tiers = ReadTiers();
        Place = Chosen is null ? Places.FirstOrDefault() : FindChosen();
        if (Chosen is not null && Place is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        // What a phone keeps for when there is no network must not show whoever holds it next that somebody asked this.
        if (Matter is { NeedsCare: true })
            Response.Headers.CacheControl = "no-store";
        if (Place is not { Place.Position: not null } found)
            return;
        Points = PointDesk.ListNearest(snapshot, found.Place, Mode, Fits);
        Shown = await desk.Describe(Network, All ? Points : [.. Points.Take(PageLength)], cancel);
    }

    private bool Fits(ServicePoint point) => Tiers.Contains(point.Tier) && (WithUnbuilt || point.IsOpen) && (!OpenNow || desk.IsOpenNow(Network, point));

    /// <summary>The link to the same question about another matter, with the tiers that help with it.</summary>
    public string MatterQuery(Matter matter) => (Chosen is null ? "" : $"place={Uri.EscapeDataString(Chosen)}&") + QueryWith(matter.Code, withTiers: false);

    // Found again in the answer, a place keeps how it was found.
    private FoundPlace? FindChosen() => snapshot.Search.FindByCode(Chosen) is { } place
        ? Places.FirstOrDefault(found => found.Place == place) ?? new FoundPlace(place, MatchHow.Code, null)
        : null;

    private string QueryWith(string? matter, bool withTiers = true) => string.Join('&', new[] { $"q={Uri.EscapeDataString(Shortened)}", $"mode={Mode.Written()}" }
        .Concat(string.IsNullOrEmpty(matter) ? [] : [$"matter={Uri.EscapeDataString(matter)}"])
        .Concat(withTiers ? Tiers.Select(tier => $"tiers={tier.Written()}").Append($"for={Matter?.Code}") : [])
        .Concat(WithUnbuilt ? ["unbuilt=true"] : [])
        .Concat(OpenNow ? ["open=now"] : []));

    // A link holds no more than the search reads; half a character at the end is left out.
    private string Shortened => Text is { Length: > MostText } text ? text[..(char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText)] : Text ?? "";

    // A public page answers what it understands: a tier it does not know is left out; none means those that help, or all.
    private ImmutableSortedSet<Tier> ReadTiers()
    {
        var known = CoverageForm.Split(TiersFor is null || TiersFor == (Matter?.Code ?? "") ? TierNames ?? [] : [])
            .Where(name => WrittenName.TryRead<Tier>(name, out _))
            .Select(name => WrittenName.TryRead<Tier>(name, out var tier) ? tier : default)
            .ToImmutableSortedSet();
        return known.IsEmpty ? Matter?.Tiers ?? CoverageQuestion.AllTiers : known;
    }
}
