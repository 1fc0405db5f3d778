using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Cities;

/// <summary>The cities of the store by province, with what each has and the share of its people within reach: a nation's page, or a province's.</summary>
[AllowAnonymous]
public sealed class CitiesModel(AllCities all, GisStore store, IConfiguration settings, Language language) : PageModel
{
    /// <summary>The longest limit that may be asked here, in minutes.</summary>
    public static int LongestLimit => (int)CoverageQuestion.LongestLimit.Value;

    private const int UsualLimit = 30;

    /// <summary>The provinces in order of code, with their cities.</summary>
    public ImmutableArray<(string Code, string Name, ImmutableArray<CityLine> Cities)> Provinces { get; private set; }

    /// <summary>Whether some cities are still being counted.</summary>
    public bool IsCounting => Provinces.IsEmpty || Provinces.Any(province => province.Cities.Any(each => each.IsAwaited));

    /// <summary>All that is counted.</summary>
    public CityTotal Total => CityTotal.Sum(Provinces.SelectMany(province => Counted(province.Cities)));

    /// <summary>The province that was asked for; null for all.</summary>
    public string? Province { get; private set; }

    /// <summary>How people travel, as asked.</summary>
    [BindProperty(SupportsGet = true, Name = "mode")]
    public string? AskedMode { get; set; }

    /// <summary>How many minutes are near, as asked.</summary>
    [BindProperty(SupportsGet = true, Name = "limit")]
    public string? AskedLimit { get; set; }

    /// <summary>On what every city's share is counted, so that they can be compared.</summary>
    public CoverageQuestion Question { get; private set; } = CoverageQuestion.Of(TravelMode.Walk, new Minutes(UsualLimit));

    /// <summary>Whether what was asked cannot be read; then it is counted as usual.</summary>
    public bool IsMisread { get; private set; }

    public IActionResult OnGet(string? province)
    {
        // It is of the whole store, and stands at its root.
        if (ServedCity.PathOf(settings).Length > 0)
            return Redirect($"{(language == Language.English ? "/en" : "")}/cities{(province is null ? "" : "/" + province)}");
        ReadQuestion();
        // Side by side, for a nation has hundreds.
        var listed = all.List().AsParallel().AsOrdered().Select(slot => new CityLine(slot.City, slot.Network?.TotalOf(Question), slot.FailedVersion is not null)).ToList();
        Provinces =
        [
            .. listed.GroupBy(each => each.City.Code.Digits[..2]).Where(group => province is null || group.Key == province)
                .Select(group => (group.Key, Core.Finder.Provinces.NameOf(group.Key) ?? group.Key, group.ToImmutableArray())),
        ];
        Province = province;
        // Before the first look at the store nothing is known of any city.
        return Provinces.IsEmpty && listed.Count > 0 ? NotFound() : Page();
    }

    /// <summary>The pages of a city.</summary>
    public string LinkTo(City city) => city.Code == store.City ? Url.Content("~/") : $"{PageLinks.Root(Request)}/{city.Code}{(language == Language.English ? "/en/" : "/")}";

    public static IEnumerable<CityTotal> Counted(IEnumerable<CityLine> cities) => cities.Select(each => each.Total).OfType<CityTotal>();

    private void ReadQuestion()
    {
        TravelMode mode = TravelMode.Walk;
        var limit = UsualLimit;
        IsMisread = (AskedMode is { } writtenMode && !WrittenName.TryRead(writtenMode, out mode))
            || (AskedLimit is { } writtenLimit && !(int.TryParse(writtenLimit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit >= 1 && limit <= LongestLimit));
        if (!IsMisread)
            Question = CoverageQuestion.Of(mode, new Minutes(limit));
    }
}

/// <summary>A city as the page has it.</summary>
/// <param name="City">The city.</param>
/// <param name="Total">What it has; null until that is read.</param>
/// <param name="IsUnreadable">Whether what was saved last cannot be read.</param>
public sealed record CityLine(City City, CityTotal? Total, bool IsUnreadable)
{
    /// <summary>Whether it is still being read.</summary>
    public bool IsAwaited => Total is null && !IsUnreadable;
}
