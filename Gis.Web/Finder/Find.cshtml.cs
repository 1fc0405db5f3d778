using System.Collections.Immutable;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Web.Coverage;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder;

/// <summary>The points nearest to a place, found by its name.</summary>
[AllowAnonymous]
public sealed class FindModel(CurrentNetwork current) : PageModel
{
    public const int PageLength = 12;
    private const int MostPlaces = 8;

    private readonly Snapshot snapshot = current.Snapshot;

    public ServiceNetwork Network => snapshot.Network;

    /// <summary>A place of this city that somebody might look for.</summary>
    public string ExampleName => Example.NameOf(Network);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>The place meant among several of that name: an area code or a point's id.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? Chosen { get; set; }

    [BindProperty(SupportsGet = true, Name = "mode")]
    public string? ModeName { get; set; }

    [BindProperty(SupportsGet = true, Name = "tiers")]
    public string[]? TierNames { get; set; }

    /// <summary>Whether points that are not built are listed too.</summary>
    [BindProperty(SupportsGet = true, Name = "unbuilt")]
    public bool WithUnbuilt { get; set; }

    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    public TravelMode Mode => WrittenName.TryRead<TravelMode>(ModeName, out var mode) ? mode : TravelMode.Walk;

    public ImmutableSortedSet<Tier> Tiers { get; private set; } = CoverageTiers([]);

    /// <summary>Text and filters as they stand in a link to another place of that name.</summary>
    public string FilterQuery => string.Join('&', new[] { $"q={Uri.EscapeDataString(Text ?? "")}", $"mode={Mode.Written()}" }
        .Concat(Tiers.Select(tier => $"tiers={tier.Written()}"))
        .Concat(WithUnbuilt ? ["unbuilt=true"] : []));

    public ImmutableArray<Place> Places { get; private set; } = [];

    public Place? Place { get; private set; }

    public ImmutableArray<PointTrip> Points { get; private set; } = [];

    public void OnGet()
    {
        Tiers = CoverageTiers(CoverageForm.Split(TierNames ?? []));
        Places = snapshot.Places.Find(Text ?? "", MostPlaces);
        Place = Chosen is null ? Places.FirstOrDefault() : snapshot.Places.FindByCode(Chosen);
        if (Chosen is not null && Place is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        if (Place?.Position is { } position)
        {
            Points = NearestPoints.ByTime(
                Network.Points.Where(point => Tiers.Contains(point.Tier) && (WithUnbuilt || point.IsOpen)),
                position.At,
                Place.Bank,
                snapshot.Estimate,
                ModePace.Defaults[Mode]);
        }
    }

    // A public page answers what it understands: a tier it does not know is left out, none means all.
    private static ImmutableSortedSet<Tier> CoverageTiers(ImmutableArray<string> names)
    {
        var known = names.Where(name => WrittenName.TryRead<Tier>(name, out _))
            .Select(name => WrittenName.TryRead<Tier>(name, out var tier) ? tier : default)
            .ToImmutableSortedSet();
        return known.IsEmpty ? Gis.Core.Coverage.CoverageQuestion.AllTiers : known;
    }
}
