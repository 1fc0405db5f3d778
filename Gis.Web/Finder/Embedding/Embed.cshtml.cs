using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Embedding;

/// <summary>How somebody shows the points of a township on a site of their own.</summary>
[AllowAnonymous]
public sealed class EmbedModel(CurrentNetwork current) : PageModel
{
    public ImmutableArray<Township> Townships { get; } = current.Snapshot.Network.Townships;

    /// <summary>The township shown; empty in a city without any.</summary>
    public string Code { get; private set; } = "";

    public void OnGet(string? place) =>
        Code = Townships.FirstOrDefault(township => township.Code.Digits == place)?.Code.Digits ?? Townships.FirstOrDefault()?.Code.Digits ?? "";
}
