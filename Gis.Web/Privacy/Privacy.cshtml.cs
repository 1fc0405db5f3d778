using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Privacy;

/// <summary>What is known of people, and when it is forgotten.</summary>
[AllowAnonymous]
public sealed class PrivacyModel : PageModel;
