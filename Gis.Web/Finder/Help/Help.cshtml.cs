using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Help;

/// <summary>How somebody who does not use such pages often finds help with them.</summary>
[AllowAnonymous]
public sealed class HelpModel : PageModel;
