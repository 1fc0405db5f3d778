using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Data.Store.History;
using Gis.Web.Accounts;
using Gis.Web.Network;

namespace Gis.Web.Editing;

/// <summary>Makes the changes people ask for; what is saved is served from then on.</summary>
public sealed class NetworkDesk(GisStore store, CurrentNetwork current, TimeProvider clock)
{
    /// <summary>Makes a change in somebody's name; whether that person may is asked before.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<EditOutcome> Edit(SignedIn who, string command, string reason, ImmutableArray<RecordChange> changes, long? undoes, CancellationToken cancel) =>
        Edit(who, new NetworkEdit(command, reason, changes) { Undoes = undoes }, cancel);

    /// <summary>Makes a change in somebody's name; whether that person may is asked before.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task<EditOutcome> Edit(SignedIn who, NetworkEdit edit, CancellationToken cancel)
    {
        var outcome = await store.EditAsync(edit with { AuthorId = who.Id }, clock.GetUtcNow(), cancel);
        if (outcome is EditOutcome.Saved saved)
            current.Serve(saved.Version, saved.Network);
        return outcome;
    }

    /// <summary>Whether somebody may change a record.</summary>
    public static bool May(SignedIn who, NetworkRecord record, ServiceNetwork network) => record switch
    {
        SpecialHours special when network.FindPoint(special.Point) is { } point => Rights.MayEdit(who, point.Area),
        ServicePoint point => Rights.MayEdit(who, point.Area),
        Village village => Rights.MayEdit(who, village.Code),
        Firm firm => Rights.MayEdit(who, firm),
        Staff or SpecialHours or Township or County or Crossing or RiverLine => who.Role == Data.Store.Accounts.AccountRole.Planner,
        _ => false,
    };
}
