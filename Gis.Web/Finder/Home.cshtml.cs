using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder;

/// <summary>The three doors and the state of the network at a glance.</summary>
[AllowAnonymous]
public sealed class HomeModel(CurrentNetwork current, Language language) : PageModel
{
    public ServiceNetwork Network => current.Snapshot.Network;

    /// <summary>A place of this city that somebody might look for.</summary>
    public string ExampleName => Example.NameOf(Network);

    public CoverageAnswer Answer { get; } =
        current.Snapshot.Measure(new CoverageForm().Read(current.Snapshot.Network, language, out _)!);
}
