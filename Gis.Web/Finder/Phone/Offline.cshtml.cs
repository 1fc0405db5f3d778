using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Phone;

/// <summary>The page shown where there is no network: a phone searches the list that it keeps.</summary>
[AllowAnonymous]
public sealed class OfflineModel : PageModel;
