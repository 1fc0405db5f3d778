using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Web.Accounts;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Editing;

/// <summary>The records that somebody may change, to look for one.</summary>
[Authorize(Policy = Rights.Edit)]
public sealed class RecordsModel(CurrentNetwork current, Visitor visitor) : PageModel
{
    public const int PageLength = 50;

    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    public string Text { get; private set; } = "";

    /// <summary>Only points of this stage; all where none is chosen.</summary>
    public Stage? Stage { get; private set; }

    /// <summary>How many there are in all.</summary>
    public int Count { get; private set; }

    public int Number { get; private set; }

    public ImmutableArray<NetworkRecord> Found { get; private set; } = [];

    /// <summary>The villages found that have no room of their own.</summary>
    public ImmutableHashSet<AreaCode> WithoutRoom { get; private set; } = [];

    public bool MayAdd => visitor.Account!.Role is not Data.Store.Accounts.AccountRole.FirmMember;

    // The router has a value named page of its own, which would be read first.
    public void OnGet(string? q, string? stage, [FromQuery] int? page)
    {
        Text = (q ?? "").Trim();
        Stage = WrittenName.TryRead<Stage>(stage, out var chosen) ? chosen : null;
        var found = Network.Points.Cast<NetworkRecord>().Concat(Network.Villages).Concat(Network.Firms)
            .Where(record => NetworkDesk.May(visitor.Account!, record, Network) && Fits(record)).ToImmutableArray();
        Count = found.Length;
        Number = Math.Clamp(page ?? 1, 1, Math.Max(1, (Count + PageLength - 1) / PageLength));
        Found = [.. found.Skip((Number - 1) * PageLength).Take(PageLength)];
        var served = Network.Points.Where(point => point.Tier == Tier.Room).Select(point => point.Area).ToHashSet();
        WithoutRoom = [.. Found.OfType<Village>().Select(village => village.Code).Where(code => !served.Contains(code))];
    }

    private bool Fits(NetworkRecord record) =>
        (Stage is null || (record as ServicePoint)?.Stage == Stage)
        && (Text.Length == 0 || RecordAddress.NameOf(record).Contains(Text, StringComparison.OrdinalIgnoreCase) || record.Key.Text.Contains(Text, StringComparison.OrdinalIgnoreCase));
}
