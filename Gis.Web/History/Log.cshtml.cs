using System.Globalization;
using Gis.Data.Store;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.Travel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.History;

/// <summary>The whole log for the auditor: what was done to the network and to accounts, and whether the chain holds.</summary>
[Authorize(Policy = Rights.Log)]
public sealed class LogModel(NetworkHistory history, IConfiguration settings) : PageModel
{
    public LogTable Lines { get; private set; } = null!;

    /// <summary>What is wrong with the store; null where it was not checked.</summary>
    public IReadOnlyList<string>? Checked { get; private set; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Next => Lines.Lines.Count == NetworkHistory.PageSize ? Lines.Lines[^1].Sequence : null;

    public async Task OnGetAsync(string? before, CancellationToken cancel) => await Load(before, cancel);

    /// <summary>Checks the store and the log, as the command does.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancel)
    {
        Checked = await GisStore.VerifyAsync(DataFolder.Of(settings), cancel);
        await Load(null, cancel);
        return Page();
    }

    private async Task Load(string? before, CancellationToken cancel)
    {
        var start = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        var lines = await history.ListAsync(new LogFilter(Before: start), cancel);
        Lines = new LogTable(lines, await history.NameAuthorsAsync(lines, cancel), MayOpen: false);
    }
}
