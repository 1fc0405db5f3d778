using Gis.Core.Network;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.Editing;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.History;

/// <summary>What was changed in the network, the latest first.</summary>
[Authorize(Policy = Rights.History)]
public sealed class HistoryModel(NetworkHistory history, CurrentNetwork current, Visitor visitor) : PageModel
{
    public LogTable Lines { get; private set; } = null!;

    /// <summary>The one record asked for; null for all.</summary>
    public NetworkRecord? Record { get; private set; }

    public string? RecordText { get; private set; }

    public long Version => current.Version;

    public async Task OnGetAsync(string? record, string? before, CancellationToken cancel)
    {
        var parts = (record ?? "").Split(':', 2);
        Record = parts is [var kind, var key] ? RecordAddress.Find(current.Snapshot.Network, kind, key) : null;
        RecordText = Record is null ? null : record;
        Lines = await LogTable.Read(history, new LogFilter(OfNetwork: true, Record?.Key, Before: LogTable.ReadBefore(before)), visitor.May(Rights.History), cancel);
    }
}
