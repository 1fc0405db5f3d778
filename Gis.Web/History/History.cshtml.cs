using System.Globalization;
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

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Next => Lines.Lines.Count == NetworkHistory.PageSize ? Lines.Lines[^1].Sequence : null;

    public long Version => current.Version;

    public async Task OnGetAsync(string? record, string? before, CancellationToken cancel)
    {
        var parts = (record ?? "").Split(':', 2);
        Record = parts is [var kind, var key] ? RecordAddress.Find(current.Snapshot.Network, kind, key) : null;
        RecordText = Record is null ? null : record;
        var start = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        var lines = await history.ListAsync(new LogFilter(OfNetwork: true, Record?.Key, Before: start), cancel);
        Lines = new LogTable(lines, await history.NameAuthorsAsync(lines, cancel), visitor.May(Rights.History));
    }
}
