using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Accounts;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.History;

/// <summary>The network as of a version, against the one being served or another.</summary>
[Authorize(Policy = Rights.History)]
public sealed class VersionModel(PastNetworks past, CurrentNetwork current, Language language) : PageModel
{
    /// <summary>More differences than this are counted, not shown.</summary>
    public const int MostShown = 200;

    public long Number { get; private set; }

    public long OtherNumber { get; private set; }

    public Snapshot Then { get; private set; } = null!;

    public Snapshot Other { get; private set; } = null!;

    /// <summary>What differs from this version to the other.</summary>
    public ImmutableArray<RecordChange> Changes { get; private set; } = [];

    /// <summary>The page of the plan's own question, asked of both.</summary>
    public CoverageQuestion Question { get; private set; } = null!;

    public long Served => current.Version;

    public async Task<IActionResult> OnGetAsync(long version, long? with, CancellationToken cancel)
    {
        (Number, OtherNumber) = (version, with ?? current.Version);
        if (await past.Find(Number, cancel) is not { } then || await past.Find(OtherNumber, cancel) is not { } other)
            return NotFound();
        (Then, Other) = (then, other);
        Question = new CoverageForm().Read(Then.Network, language, out _)!;
        Changes = RecordChange.Between(Then.Network.Parts, Other.Network.Parts);
        return Page();
    }

    /// <summary>The fields in which a record differs.</summary>
    public ImmutableArray<FieldChange> FieldsOf(RecordChange change) => RecordFields.List(language, change, Then.Network.City.Code);
}
