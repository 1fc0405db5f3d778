using Gis.Data.Store;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.Network;
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

    public Task OnGetAsync(string? before, CancellationToken cancel) => Load(before, cancel);

    /// <summary>Checks the store and the log, as the command does.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancel)
    {
        Checked = await GisStore.VerifyAsync(StoreSetting.Of(settings), cancel);
        await Load(null, cancel);
        return Page();
    }

    private async Task Load(string? before, CancellationToken cancel) =>
        Lines = await LogTable.Read(history, new LogFilter(Before: LogTable.ReadBefore(before)), mayOpen: false, cancel);
}
