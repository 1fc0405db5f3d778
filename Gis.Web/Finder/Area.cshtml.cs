using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder;

/// <summary>A unit: the units in it, the points that serve it and who there is within reach. Without a code, the whole city.</summary>
[AllowAnonymous]
public sealed class AreaModel(CurrentNetwork current, Language language) : PageModel
{
    private readonly Snapshot snapshot = current.Snapshot;

    public ServiceNetwork Network => snapshot.Network;

    public AreaCode? Code { get; private set; }

    public string Name { get; private set; } = "";

    public CoverageAnswer Answer { get; } =
        current.Snapshot.Measure(new CoverageForm().Read(current.Snapshot.Network, language, out _)!);

    public AreaCoverage Coverage { get; private set; }

    /// <summary>The counties of the city, townships of a county or villages of a township, with their coverage.</summary>
    public IReadOnlyList<AreaCoverage> Parts { get; private set; } = [];

    public IReadOnlyList<ServicePoint> Points { get; private set; } = [];

    public IActionResult OnGet(string? code)
    {
        if (code is null)
        {
            Name = language[Network.City.Name, Network.City.EnglishName];
            Coverage = Answer.Total;
            Parts = Answer.Counties;
            return Page();
        }

        if (code == Network.City.Code.Digits)
            return LocalRedirect(Url.Content("~/areas"));
        if (!AreaCode.TryParse(code, out var area) || Network.FindAreaName(area) is not { } name)
            return NotFound();
        (Code, Name) = (area, name);
        Parts = ListParts(area);
        Coverage = area.Level switch
        {
            AreaLevel.County => Answer.Counties.First(county => county.Area == area),
            AreaLevel.Township => Answer.Townships.First(township => township.Area == area),
            _ => Answer.CoverageOf(Network.RowOf(area)),
        };
        Points = [.. Network.ListPointsOf(area)];
        return Page();
    }

    /// <summary>Whether the residents of none of a unit's villages are known.</summary>
    public bool IsUnknown(AreaCode area) => DataGaps.Of(Network, area) is var gaps && gaps.WithoutResidents == gaps.Villages;

    /// <summary>The units this one lies in, the largest first.</summary>
    public IEnumerable<(AreaCode Code, string Name)> ListParents()
    {
        if (Code is { Level: not AreaLevel.County } code)
            yield return (code.County, Network.FindAreaName(code.County)!);
        if (Code is { Level: AreaLevel.Village } village)
            yield return (village.Township, Network.FindAreaName(village.Township)!);
    }

    private List<AreaCoverage> ListParts(AreaCode area) => area.Level switch
    {
        AreaLevel.County => [.. Answer.Townships.Where(township => township.Area!.Value.IsWithin(area))],
        AreaLevel.Township =>
        [
            .. Network.Villages.Where(village => village.Code.IsWithin(area))
                .Select(village => Answer.CoverageOf(Network.RowOf(village.Code))),
        ],
        _ => [],
    };
}
