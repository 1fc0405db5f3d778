using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Tests.Store.History;

namespace Gis.Data.Tests.Store;

/// <summary>Two cities in one store, with firms, crossings and people of the same names.</summary>
public sealed class CitiesTests : IDisposable
{
    private static readonly AreaCode Yinchuan = AreaCode.Parse("640100");
    private static readonly AreaCode Shizuishan = AreaCode.Parse("640200");
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_city_reads_and_writes_its_own()
    {
        var (first, second) = await OpenAsync();

        await second.Rename(PointId.Parse("centre-640202"), "石嘴山的中心");
        await first.Rename(Edits.Room, "银川的工作室");

        Assert.Equal([Yinchuan, Shizuishan], (await first.ListCitiesAsync()).Select(city => city.Code));
        Assert.Equal("银川的工作室", (await first.Network()).FindPoint(Edits.Room)!.Name);
        Assert.Equal("石嘴山的中心", Assert.Single((await second.Network()).Points).Name);
        Assert.Empty(RecordChange.Between(StoreFolder.OtherTown(), (await new NetworkHistory(second).LoadAsync((await second.ListVersionsAsync())[^1].Sequence))!.Parts));
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task A_city_saved_anew_leaves_the_other_as_it_is()
    {
        var (first, second) = await OpenAsync();
        var before = (await first.Network()).Version;

        await second.SaveAsync(StoreFolder.Versioned(StoreFolder.OtherTown() with { Crossings = [], River = [] }), "without the river", StoreFolder.Noon);

        Assert.Equal(before, (await (await folder.OpenAsync()).Network()).Version);
        Assert.Empty((await second.Network()).River);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task Many_cities_are_filled_in_at_once_and_are_as_if_saved_one_by_one()
    {
        var store = await folder.OpenAsync();
        await store.FillAsync([StoreFolder.Town(), StoreFolder.OtherTown()], "two at once", StoreFolder.Noon);

        Assert.Equal(Yinchuan, store.City);
        Assert.Empty(RecordChange.Between(StoreFolder.Town(), (await store.Network()).Parts));
        Assert.Empty(RecordChange.Between(StoreFolder.OtherTown(), (await store.For(Shizuishan).Network()).Parts));
        Assert.Equal("two at once", Assert.Single(await store.For(Shizuishan).ListVersionsAsync()).Reason);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task A_store_that_is_not_empty_is_not_filled()
    {
        var (first, _) = await OpenAsync();
        await Assert.ThrowsAsync<StoreException>(() => first.FillAsync([StoreFolder.OtherTown()], "again", StoreFolder.Noon));
        Assert.Single(await first.ListVersionsAsync());
    }

    [Fact]
    public async Task Of_cities_whose_filling_in_is_cancelled_or_fails_nothing_is_there()
    {
        var store = await folder.OpenAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.FillAsync(Two(stop.Cancel), "cancelled", StoreFolder.Noon, stop.Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.FillAsync(Two(() => throw new InvalidOperationException()), "failed", StoreFolder.Noon));
        Assert.Empty(await store.ListCitiesAsync());

        static IEnumerable<NetworkParts> Two(Action between)
        {
            yield return StoreFolder.Town();
            between();
            yield return StoreFolder.OtherTown();
        }
    }

    [Fact]
    public async Task The_first_city_stays_the_default()
    {
        await OpenAsync();
        Assert.Equal(Yinchuan, (await folder.OpenAsync()).City);
    }

    [Fact]
    public async Task Histories_are_apart_though_the_chain_is_one()
    {
        var (first, second) = await OpenAsync();
        await first.Rename(Edits.Room, "a");
        Assert.Equal(2, (await new NetworkHistory(first).ListAsync(new LogFilter())).Count);
        Assert.Single(await new NetworkHistory(second).ListAsync(new LogFilter()));
        Assert.Single(await new NetworkHistory(second).ListAsync(new LogFilter(Record: new RecordKey(RecordKind.Firm, "firm-1"))));
        Assert.Equal([3L, 1L], (await new NetworkHistory(first).ListAsync(new LogFilter())).Select(line => line.Sequence));
    }

    [Fact]
    public async Task People_of_one_city_are_nobody_in_the_other()
    {
        var (first, second) = await OpenAsync();
        foreach (var (store, city) in ((GisStore, string)[])[(first, "640100"), (second, "640200")])
        {
            var invitations = new InvitationStore(store);
            var link = await invitations.InviteFirstAsync(new AccountOrder(null, "first", city, StoreFolder.Noon));
            var account = new Account { UserName = "管理员", NormalizedUserName = "管理员", PersonName = city };
            Assert.Equal(JoinEnding.NoInvitation, await new InvitationStore(ReferenceEquals(store, first) ? second : first).AcceptAsync(link!, account, city, StoreFolder.Noon));
            Assert.Equal(JoinEnding.Joined, await invitations.AcceptAsync(link!, account, city, StoreFolder.Noon));
        }

        Assert.Equal("640100", Assert.Single(await new AccountStore(first).ListAsync()).PersonName);
        Assert.Equal("640200", Assert.Single(await new AccountStore(second).ListAsync()).PersonName);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task A_network_of_another_city_is_not_saved_in_the_place_of_one()
    {
        var (first, _) = await OpenAsync();
        var refused = await Assert.ThrowsAsync<StoreException>(() => first.SaveAsync(StoreFolder.OtherTown(), "by mistake", StoreFolder.Noon));
        Assert.Contains("640200", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_edited_past_the_program_is_found_in_the_city_it_is_in()
    {
        await OpenAsync();
        folder.Execute("UPDATE firm SET lawyers = 99 WHERE city_code = '640200'");
        var faults = await folder.VerifyAsync();
        Assert.Contains(faults, fault => fault.Contains("firm:firm-1", StringComparison.Ordinal));
        Assert.Equal(2, faults.Count);
    }

    private async Task<(GisStore First, GisStore Second)> OpenAsync()
    {
        var first = await folder.SaveAsync(StoreFolder.Town());
        var second = first.For(Shizuishan);
        await second.SaveAsync(StoreFolder.OtherTown(), "另一个市", StoreFolder.Noon);
        return (first, second);
    }
}
