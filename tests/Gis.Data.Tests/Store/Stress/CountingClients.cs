using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.History;
using Gis.Data.Tests.Store.History;

namespace Gis.Data.Tests.Store.Stress;

/// <summary>Clients that count: each adds one lawyer to a firm as it sees it, and looks again when somebody was faster.</summary>
internal sealed class CountingClients(StorePlace place)
{
    internal const int Firms = 10;

    /// <summary>A town with firms that begin with one lawyer.</summary>
    internal static NetworkParts Town()
    {
        var town = StoreFolder.Town();
        return StoreFolder.Versioned(town with
        {
            Firms = [.. Enumerable.Range(0, Firms).Select(number => town.Firms[0] with { Id = $"firm-{number}", Lawyers = 1 })],
        });
    }

    /// <summary>Runs clients at once, each with a store of its own; each counts to a number.</summary>
    /// <returns>How often somebody was faster.</returns>
    internal async Task<int> RunAsync(int clients, int each)
    {
        var retries = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => CountAsync(client, each))));
        return retries.Sum();
    }

    private async Task<int> CountAsync(int client, int each)
    {
        using var store = await GisStore.OpenAsync(place);
        var retries = 0;
        for (var number = 0; number < each; number++)
        {
            var seen = (await store.Network()).Firms.Single(firm => firm.Id == $"firm-{(client + number) % Firms}");
            while (await AddOneAsync(store, seen) is { } stands)
            {
                seen = stands;
                retries++;
            }
        }

        return retries;
    }

    // Null when it is saved; else the firm as it stands.
    private static async Task<Firm?> AddOneAsync(GisStore store, Firm seen)
    {
        var edit = new NetworkEdit("firm.change", "one more", [new RecordChange(seen, seen with { Lawyers = seen.Lawyers + 1 })]);
        return await store.EditAsync(edit, DateTimeOffset.UtcNow) switch
        {
            EditOutcome.Saved => null,
            EditOutcome.Stale stale => (Firm)stale.Records[0].After!,
            var other => throw new InvalidOperationException($"The edit ended as {other}."),
        };
    }
}
