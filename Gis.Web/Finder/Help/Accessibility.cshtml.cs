using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Help;

/// <summary>What the pages do for those who see, hear or move otherwise, and what they do not do yet.</summary>
[AllowAnonymous]
public sealed class AccessibilityModel : PageModel;
