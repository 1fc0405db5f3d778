using System.Diagnostics;
using System.Globalization;
using Gis.Data.Tests.Store.History;
using Xunit.Abstractions;

namespace Gis.Data.Tests.Store.Stress;

/// <summary>Many who edit at once, in one process and in several: every edit that was acknowledged is there, and counts.</summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class ConcurrentEditTests(ITestOutputHelper output) : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    // 50 clients of 20 edits each with GIS_STRESS=full, 10 in each of two processes of their own; else a fifth.
    [Fact]
    public async Task No_update_is_lost()
    {
        var (clients, each) = Stress.IsFull ? (30, 20) : (6, 20);
        var aside = clients / 3;
        using (await folder.SaveAsync(CountingClients.Town()))
        {
        }

        var clock = Stopwatch.StartNew();
        WorkerProcess[] others = [.. Enumerable.Range(0, 2).Select(_ => new WorkerProcess("count", folder.Written, $"{aside}", $"{each}"))];
        var retries = await new CountingClients(folder.Place).RunAsync(clients, each);
        foreach (var other in others)
        {
            Assert.True((await other.EndAsync()).Exit == 0, other.Errors);
            other.Dispose();
        }

        var edits = (clients + (2 * aside)) * each;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{edits} edits in {clock.Elapsed.TotalSeconds:0.0} s, {retries} retries here"));
        using var store = await folder.OpenAsync();
        Assert.Equal(edits, (await store.Network()).Firms.Sum(firm => firm.Lawyers - 1));
        Assert.Equal(edits + 1, (await store.ListVersionsAsync()).Count);
        Assert.Equal(edits + 1, int.Parse(folder.Ask("SELECT count(*) FROM log"), CultureInfo.InvariantCulture));
        Assert.Empty(await folder.VerifyAsync());
    }
}
