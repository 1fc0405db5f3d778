using Gis.Core.Network;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Store.History;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>
/// The network of a city and what is done on it, in a GeoPackage or a database. It is saved whole, as one version, or not at
/// all; readers see one version, never half of two.
/// </summary>
public sealed class GisStore : IDisposable
{
    private readonly StoreAccess access;
    private readonly SemaphoreSlim turn;

    // What was saved last, so that the next change need not read it again.
    private volatile Remembered? remembered;

    // Where what may be some moments old is read; null where that is the store itself.
    private readonly ReplicaReads? replicas;

    // Held as long as this is in use, so that nobody puts another store in its place.
    private readonly IDisposable? use;

    private GisStore(StoreAccess access, SemaphoreSlim turn, IDisposable? use = null, AreaCode? city = null, ReplicaReads? replicas = null) =>
        (this.access, this.turn, this.use, City, this.replicas) = (access, turn, use, city, replicas);

    /// <summary>The city whose network this is; null while the store is empty. A store may hold many: see <see cref="For"/>.</summary>
    public AreaCode? City { get; private set; }

    /// <summary>What the store is called in words for whoever runs the program: the path of the file, or the name of the database.</summary>
    public string Name => access.Name;

    /// <summary>Opens the store in a folder, as <see cref="OpenAsync(StorePlace, CancellationToken)"/>.</summary>
    /// <exception cref="StoreException">The folder or the file cannot be used; both are left as they are.</exception>
    public static Task<GisStore> OpenAsync(string dataFolder, CancellationToken cancellation = default) => OpenAsync(new StorePlace.Folder(dataFolder), cancellation);

    /// <summary>
    /// Opens the store in a place. In a folder it is made if need be, and so is the folder; in a database its tables are. A
    /// file of an older version is brought up to date after a copy of it has been laid beside it, a database without one.
    /// </summary>
    /// <exception cref="StoreException">It cannot be used; it is left as it is.</exception>
    public static async Task<GisStore> OpenAsync(StorePlace place, CancellationToken cancellation = default)
    {
        var access = place.Reach();
        var use = await access.PrepareAsync(cancellation);
        try
        {
            var store = new GisStore(access, new SemaphoreSlim(1), use, replicas: place.ReachReplicas() is { } replicas ? new ReplicaReads(replicas) : null);
            store.City = await store.FindFirstCityAsync(cancellation);
            await store.BeginLogAsync(cancellation);
            return store;
        }
        catch
        {
            use?.Dispose();
            throw;
        }
    }

    /// <summary>A file of the store to look at: it is neither made nor changed.</summary>
    internal static GisStore OfFile(string file) => new(new GeoPackageAccess(file, SqliteOpenMode.ReadOnly), new SemaphoreSlim(1));

    /// <summary>The same store for another city, which it need not hold yet. Whichever is disposed of first ends the use of both.</summary>
    public GisStore For(AreaCode city) => new(access, turn, use, city, replicas);

    /// <summary>The cities the store holds, the one it was first filled with first: that is its default.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public Task<IReadOnlyList<City>> ListCitiesAsync(CancellationToken cancellation = default) => ReadAsync<IReadOnlyList<City>>("The store", async context =>
    {
        var first = await context.DataVersions.IgnoreQueryFilters().GroupBy(row => row.CityCode)
            .Select(versions => new { Code = versions.Key, First = versions.Min(row => row.Sequence) }).ToDictionaryAsync(city => city.Code, city => city.First, cancellation);
        var rows = await context.Cities.IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellation);
        return [.. rows.OrderBy(row => first.GetValueOrDefault(row.CityCode, long.MaxValue)).Select(NetworkRows.Read)];
    });

    /// <summary>Where the store of a folder lies, whether or not it is there.</summary>
    public static string FileIn(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "network.gpkg");

    /// <summary>Saves a whole network as the next version, in place of the one before.</summary>
    /// <exception cref="NetworkException">The parts are no network.</exception>
    /// <exception cref="StoreException">They cannot be saved; the version before stands.</exception>
    public async Task SaveAsync(NetworkParts parts, string reason, DateTimeOffset now, CancellationToken cancellation = default)
    {
        CheckFits(parts);
        await WriteAsync(
            async context =>
            {
                // What the log says was there, not the tables: those may have been edited past it, and made unreadable.
                var before = await NetworkHistory.LoadPartsAsync(context, await LatestAsync(context, cancellation), cancellation);
                await new NetworkWriter(context, now, cancellation).ReplaceAsync(before, parts, reason);
                return true;
            },
            cancellation);
        City ??= parts.City.Code;
    }

    /// <summary>Saves the first network; where there is one already, or another program saves one meanwhile, that one stands.</summary>
    /// <param name="draw">Makes the network, where there is none.</param>
    /// <param name="reason">Why it is saved.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="NetworkException">The parts are no network.</exception>
    /// <exception cref="StoreException">They cannot be saved.</exception>
    public async Task FillAsync(Func<NetworkParts> draw, string reason, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (!await HasVersionAsync(cancellation))
            await FillEmptyAsync(draw(), reason, now, cancellation);
        City ??= await FindFirstCityAsync(cancellation);
    }

    private Task<bool> FillEmptyAsync(NetworkParts parts, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        CheckFits(parts);
        return WriteAsync(
            async context =>
            {
                // Asked again because another program may have drawn at the same time; from here on it waits.
                if (!await context.DataVersions.AnyAsync(cancellation))
                    await new NetworkWriter(context, now, cancellation).ReplaceAsync(null, parts, reason);
                return true;
            },
            cancellation);
    }

    /// <summary>Saves the first networks of many cities into an empty store: all of them, or none.</summary>
    /// <param name="cities">Draws one network after the other.</param>
    /// <param name="reason">Why they are saved.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="NetworkException">Some parts are no network.</exception>
    /// <exception cref="StoreException">The store is not empty, or they cannot be saved.</exception>
    public async Task FillAsync(IEnumerable<NetworkParts> cities, string reason, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await WriteAsync(
            async context =>
            {
                if (await context.DataVersions.IgnoreQueryFilters().AnyAsync(cancellation))
                    throw new StoreException($"Nothing is saved: {Name} is not empty.");
                await new NetworkWriter(context, now, cancellation).FillAsync(cities, reason);
                return true;
            },
            cancellation);
        City ??= await FindFirstCityAsync(cancellation);
    }

    private async Task<AreaCode?> FindFirstCityAsync(CancellationToken cancellation) =>
        (await ListCitiesAsync(cancellation)).Select(city => (AreaCode?)city.Code).FirstOrDefault();

    /// <summary>
    /// Changes some records. Either all of it is saved, with its entry in the log, or nothing; a change of what somebody else
    /// changed meanwhile is not made.
    /// </summary>
    /// <exception cref="StoreException">It cannot be saved; the version before stands.</exception>
    public Task<EditOutcome> EditAsync(NetworkEdit edit, DateTimeOffset now, CancellationToken cancellation = default) =>
        EditAsync(edit, null, now, cancellation);

    /// <summary>Changes some records, and writes what belongs to the change in the same transaction.</summary>
    /// <param name="edit">The change.</param>
    /// <param name="also">Writes it, once the change is made; it is not asked where none is.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="StoreException">It cannot be saved; the version before stands.</exception>
    internal async Task<EditOutcome> EditAsync(
        NetworkEdit edit, Func<GisDbContext, EditOutcome.Saved, Task>? also, DateTimeOffset now, CancellationToken cancellation)
    {
        var outcome = await WriteAsync(
            async context =>
            {
                var before = await LoadPartsAsync(context, cancellation) ?? throw new StoreException($"{Name} holds no network that could be changed.");
                var made = await new NetworkWriter(context, now, cancellation).EditAsync(before, edit);
                if (made is EditOutcome.Saved saving && also is not null)
                    await also(context, saving);
                return made;
            },
            cancellation);
        if (outcome is EditOutcome.Saved saved)
        {
            remembered = new Remembered(saved.Version, saved.Network.Parts);
            replicas?.Hear(saved.Version);
        }

        return outcome;
    }

    /// <summary>Reads something; while <see cref="ReplicaReads.MayLag"/>, from a replica where there is one.</summary>
    /// <param name="what">What, as the subject of the sentence that tells of a failure.</param>
    /// <param name="work">Reads it.</param>
    /// <exception cref="StoreException">It cannot be read.</exception>
    internal async Task<T> ReadAsync<T>(string what, Func<GisDbContext, Task<T>> work) =>
        replicas is not null && ReplicaReads.MayLag && await replicas.TryAsync(City, work, CancellationToken.None) is (true, var read) ? read : await ReadNowAsync(what, work);

    /// <summary>Reads something as it is now, whoever asks: what somebody has just written, or taken back.</summary>
    /// <param name="what">What, as the subject of the sentence that tells of a failure.</param>
    /// <param name="work">Reads it.</param>
    /// <exception cref="StoreException">It cannot be read.</exception>
    internal async Task<T> ReadNowAsync<T>(string what, Func<GisDbContext, Task<T>> work)
    {
        try
        {
            await using var context = NewContext();
            return await work(context);
        }
        catch (Exception fault) when (StoreFault.IsOfDatabase(fault))
        {
            throw new StoreException($"{what} cannot be read: {StoreFault.Explain(Name, fault)}", fault);
        }
    }

    /// <summary>Does some writing in one transaction, after all that asked before it.</summary>
    /// <exception cref="StoreException">It cannot be done; what was saved before stands.</exception>
    internal async Task<T> WriteAsync<T>(Func<GisDbContext, Task<T>> work, CancellationToken cancellation)
    {
        // There is one writer at a time: who waits here waits in turn and without asking the database again and again.
        await turn.WaitAsync(cancellation);
        try
        {
            // SQLite waits for another program without giving its thread back.
            return await Task.Run(() => InOneTransactionAsync(work, takesTurn: true, cancellation), cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Does some writing in one transaction that does not wait for those who write the network and the log, if the store can do so.</summary>
    /// <exception cref="StoreException">It cannot be done; what was saved before stands.</exception>
    internal Task<T> TakeAsync<T>(Func<GisDbContext, Task<T>> work, CancellationToken cancellation) =>
        access.HasOneWriter ? WriteAsync(work, cancellation) : InOneTransactionAsync(work, takesTurn: false, cancellation);

    /// <summary>Ends the use of the folder.</summary>
    public void Dispose() => use?.Dispose();

    internal GisDbContext NewContext()
    {
        var context = access.NewContext();
        context.City = City?.Digits;
        return context;
    }

    internal StoreAccess Access => access;

    /// <summary>Where what may be some moments old is read; null where that is the store itself.</summary>
    public ReplicaReads? Replicas => replicas;

    private async Task<T> InOneTransactionAsync<T>(Func<GisDbContext, Task<T>> work, bool takesTurn, CancellationToken cancellation)
    {
        try
        {
            await using var context = NewContext();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            if (takesTurn)
                await context.TakeTurnAsync(cancellation);
            await context.CheckStepAsync(cancellation);
            var done = await work(context);
            await transaction.CommitAsync(cancellation);
            return done;
        }
        catch (Exception fault) when (StoreFault.IsOfDatabase(fault))
        {
            throw new StoreException($"Nothing could be saved; what was saved before stands: {StoreFault.Explain(Name, fault)}", fault);
        }
    }

    // A store from before there was a log; what cannot be read is left for verify to tell.
    private async Task BeginLogAsync(CancellationToken cancellation)
    {
        if (!await HasVersionAsync(cancellation) || await HasLogAsync(cancellation))
            return;
        try
        {
            await WriteAsync(
                async context =>
                {
                    if (!await context.Log.AnyAsync(cancellation) && await LoadPartsAsync(context, cancellation) is { } parts)
                        await new NetworkWriter(context, DateTimeOffset.UtcNow, cancellation).BeginLogAsync(parts);
                    return true;
                },
                cancellation);
        }
        catch (Exception fault) when (StoreFault.IsUnreadable(fault))
        {
        }
    }

    private async Task<bool> HasLogAsync(CancellationToken cancellation)
    {
        await using var context = NewContext();
        return await context.Log.AnyAsync(cancellation);
    }

    private Task<bool> HasVersionAsync(CancellationToken cancellation) => ReadNowAsync("The store", context => context.DataVersions.AnyAsync(cancellation));

    /// <summary>The network as last saved; null before the first.</summary>
    /// <exception cref="StoreException">The file holds rows that make no network.</exception>
    public async Task<ServiceNetwork?> LoadAsync(CancellationToken cancellation = default) =>
        await LoadLatestAsync(cancellation) is var (_, network) ? network : null;

    /// <summary>The network as last saved with the number of its version; null before the first.</summary>
    /// <exception cref="StoreException">The file holds rows that make no network.</exception>
    public async Task<(long Version, ServiceNetwork Network)?> LoadLatestAsync(CancellationToken cancellation = default)
    {
        try
        {
            // Asked of the store itself, so that no replica that is behind it is taken at its word.
            if (replicas is not null && await FindLatestAsync(cancellation) > 0 && await replicas.TryAsync(City, context => LoadAsync(context, cancellation), cancellation) is (true, var network))
                return network;
            return await InOneViewAsync(context => LoadAsync(context, cancellation), cancellation);
        }
        catch (Exception fault) when (StoreFault.IsUnreadable(fault))
        {
            throw new StoreException($"{Name} holds no network that can be read: {fault.Message}", fault);
        }
    }

    private async Task<(long Version, ServiceNetwork Network)?> LoadAsync(GisDbContext context, CancellationToken cancellation) =>
        await LoadPartsAsync(context, cancellation) is { } parts ? (await LatestAsync(context, cancellation), new ServiceNetwork(parts)) : null;

    /// <summary>The number of the version saved last, as it is now; 0 before the first.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public async Task<long> FindLatestAsync(CancellationToken cancellation = default)
    {
        var latest = await ReadNowAsync("The store", context => LatestAsync(context, cancellation));
        replicas?.Hear(latest);
        return latest;
    }

    /// <summary>The number of the version saved last, of every city.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public Task<IReadOnlyDictionary<AreaCode, long>> ListLatestAsync(CancellationToken cancellation = default) => ReadAsync<IReadOnlyDictionary<AreaCode, long>>("The store", async context =>
        await context.DataVersions.IgnoreQueryFilters().GroupBy(row => row.CityCode).Select(versions => new { City = versions.Key, Latest = versions.Max(row => row.Sequence) })
            .ToDictionaryAsync(city => AreaCode.Parse(city.City), city => city.Latest, cancellation));

    /// <summary>Every version that was saved, from the latest; of all but the latest only this is kept.</summary>
    public Task<IReadOnlyList<DataVersion>> ListVersionsAsync(CancellationToken cancellation = default) => ReadAsync<IReadOnlyList<DataVersion>>("The store", async context =>
        await context.DataVersions.AsNoTracking().OrderByDescending(row => row.Sequence)
            .Select(row => new DataVersion(row.Sequence, row.VersionHash, row.MadeUtc, row.Reason, row.ProgramVersion))
            .ToListAsync(cancellation));

    /// <summary>What is wrong with the store in a folder, as <see cref="VerifyAsync(StorePlace, CancellationToken)"/>.</summary>
    /// <exception cref="StoreException">There is no store.</exception>
    public static Task<IReadOnlyList<string>> VerifyAsync(string dataFolder, CancellationToken cancellation = default) =>
        VerifyAsync(new StorePlace.Folder(dataFolder), cancellation);

    /// <summary>What is wrong with the store in a place and what it holds, a sentence each; none if all is well. Nothing is changed.</summary>
    /// <exception cref="StoreException">There is no store.</exception>
    public static async Task<IReadOnlyList<string>> VerifyAsync(StorePlace place, CancellationToken cancellation = default)
    {
        var access = place.Reach();
        if (!access.IsThere())
            throw new StoreException($"There is no store to check: {access.Name} is not there.");
        return await new StoreCheck(new GisStore(access, new SemaphoreSlim(1))).FindFaultsAsync(cancellation);
    }

    internal Task<NetworkParts?> LoadPartsAsync(CancellationToken cancellation) =>
        InOneViewAsync(context => LoadPartsAsync(context, cancellation), cancellation);

    private static async Task<long> LatestAsync(GisDbContext context, CancellationToken cancellation) =>
        await context.DataVersions.MaxAsync(row => (long?)row.Sequence, cancellation) ?? 0;

    /// <summary>Reads from one state of the store, whatever is written meanwhile.</summary>
    internal async Task<T> InOneViewAsync<T>(Func<GisDbContext, Task<T>> read, CancellationToken cancellation)
    {
        if (replicas is not null && ReplicaReads.MayLag && await replicas.TryAsync(City, read, cancellation) is (true, var answer))
            return answer;
        await using var context = NewContext();
        await using var view = await context.BeginViewAsync(cancellation);
        return await read(context);
    }

    internal async Task<NetworkParts?> LoadPartsAsync(GisDbContext context, CancellationToken cancellation)
    {
        var version = await context.DataVersions.AsNoTracking().OrderBy(row => row.Sequence).LastOrDefaultAsync(cancellation);
        if (version is null)
            return null;
        if (remembered is { } known && known.Version == version.Sequence && known.Parts.Version == version.VersionHash)
            return known.Parts;
        return await NetworkTables.ReadAsync(context, version.VersionHash, cancellation);
    }

    // What the database would refuse with a code is refused here in words.
    private void CheckFits(NetworkParts parts)
    {
        _ = new ServiceNetwork(parts);
        if (City is { } city && city != parts.City.Code)
            throw new StoreException($"The network is not saved: it is of {parts.City.Name} ({parts.City.Code}), and here stands that of city {city}.");
        if (parts.River.Length == 1)
            throw new StoreException("The network is not saved: the line of the river is a single position.");
    }

    private sealed record Remembered(long Version, NetworkParts Parts);
}
