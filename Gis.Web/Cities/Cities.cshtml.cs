using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Cities;

/// <summary>The cities of the store by province, with what each has and the share of its people within reach: a nation's page, or a province's.</summary>
[AllowAnonymous]
public sealed class CitiesModel(CityTotals totals, GisStore store, IConfiguration settings, Language language) : PageModel
{
    // Whoever waits longer is shown what is counted by then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The provinces in order of code, with their cities.</summary>
    public ImmutableArray<(string Code, string Name, ImmutableArray<(City City, CityTotal? Total)> Cities)> Provinces { get; private set; }

    /// <summary>Whether some cities are still being counted.</summary>
    public bool IsCounting => Provinces.Any(province => province.Cities.Any(each => each.Total is null));

    /// <summary>All that is counted.</summary>
    public CityTotal Total => CityTotal.Sum(Provinces.SelectMany(province => Counted(province.Cities)));

    /// <summary>The province that was asked for; null for all.</summary>
    public string? Province { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? province, CancellationToken cancel)
    {
        // It is of the whole store, and stands at its root.
        if (ServedCity.PathOf(settings).Length > 0)
            return Redirect($"{(language == Language.English ? "/en" : "")}/cities{(province is null ? "" : "/" + province)}");
        var listed = await totals.List(Patience, cancel);
        Provinces =
        [
            .. listed.GroupBy(each => each.City.Code.Digits[..2]).Where(group => province is null || group.Key == province)
                .Select(group => (group.Key, Core.Finder.Provinces.NameOf(group.Key) ?? group.Key, group.ToImmutableArray())),
        ];
        Province = province;
        return Provinces.IsEmpty ? NotFound() : Page();
    }

    /// <summary>The pages of a city.</summary>
    public string LinkTo(City city) => city.Code == store.City ? Url.Content("~/") : $"{PageLinks.Root(Request)}/{city.Code}{(language == Language.English ? "/en/" : "/")}";

    public static IEnumerable<CityTotal> Counted(IEnumerable<(City City, CityTotal? Total)> cities) => cities.Select(each => each.Total).OfType<CityTotal>();
}
