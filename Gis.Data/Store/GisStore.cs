using System.Collections.Immutable;
using Gis.Core.Network;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>
/// The network of a city in one GeoPackage, <c>network.gpkg</c> in the data folder. It is saved whole, as one version, or not
/// at all; readers see one version, never half of two.
/// </summary>
public sealed class GisStore
{
    private readonly DbContextOptions<GisDbContext> options;

    private GisStore(string file, SqliteOpenMode mode)
    {
        File = file;
        options = GeoPackageConnection.OptionsFor(file, mode);
    }

    /// <summary>The GeoPackage.</summary>
    public string File { get; }

    /// <summary>
    /// Opens the store in a folder, which is made if need be, and so is the file. A file of an older version is brought up to
    /// date after a copy of it has been laid beside it.
    /// </summary>
    /// <exception cref="StoreException">The folder or the file cannot be used; both are left as they are.</exception>
    public static async Task<GisStore> OpenAsync(string dataFolder, CancellationToken cancellation = default)
    {
        var file = FileIn(dataFolder);
        await StoreFile.PrepareAsync(file, cancellation);
        return new GisStore(file, SqliteOpenMode.ReadWrite);
    }

    /// <summary>Where the store of a folder lies, whether or not it is there.</summary>
    public static string FileIn(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "network.gpkg");

    /// <summary>Saves a whole network as the next version, in place of the one before.</summary>
    /// <exception cref="NetworkException">The parts are no network.</exception>
    /// <exception cref="StoreException">They cannot be saved; the version before stands.</exception>
    public async Task SaveAsync(NetworkParts parts, string reason, DateTimeOffset now, CancellationToken cancellation = default)
    {
        CheckFits(parts);
        await InOneTransactionAsync(context => ReplaceAsync(context, parts, reason, now, cancellation), cancellation);
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
        if (await HasVersionAsync(cancellation))
            return;
        var parts = draw();
        CheckFits(parts);
        await InOneTransactionAsync(
            async context =>
            {
                // Asked again because another program may have drawn at the same time; from here on it waits.
                if (!await context.DataVersions.AnyAsync(cancellation))
                    await ReplaceAsync(context, parts, reason, now, cancellation);
            },
            cancellation);
    }

    internal GisDbContext NewContext() => new(options);

    private async Task<bool> HasVersionAsync(CancellationToken cancellation)
    {
        try
        {
            await using var context = NewContext();
            return await context.DataVersions.AnyAsync(cancellation);
        }
        catch (SqliteException fault)
        {
            throw new StoreException($"{File} cannot be read: {fault.Message}", fault);
        }
    }

    private async Task InOneTransactionAsync(Func<GisDbContext, Task> work, CancellationToken cancellation)
    {
        try
        {
            await using var context = NewContext();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            await work(context);
            await transaction.CommitAsync(cancellation);
        }
        catch (Exception fault) when (fault is SqliteException or DbUpdateException)
        {
            throw new StoreException($"The network could not be saved; the version before stands: {fault.GetBaseException().Message}", fault);
        }
    }

    private static async Task ReplaceAsync(
        GisDbContext context, NetworkParts parts, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        await ClearAsync(context, cancellation);
        context.AddRange(NetworkRows.Write(parts));
        context.Add(new DataVersionRow
        {
            CityCode = parts.City.Code.Digits,
            VersionHash = parts.Version,
            MadeUtc = now,
            Reason = reason,
            ProgramVersion = ProgramVersion.Text,
        });
        await context.SaveChangesAsync(cancellation);
        await SurveyExtentsAsync(context, now, cancellation);
    }

    /// <summary>The network as last saved; null before the first.</summary>
    /// <exception cref="StoreException">The file holds rows that make no network.</exception>
    public async Task<ServiceNetwork?> LoadAsync(CancellationToken cancellation = default)
    {
        try
        {
            return await LoadPartsAsync(cancellation) is { } parts ? new ServiceNetwork(parts) : null;
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            throw new StoreException($"{File} holds no network that can be read: {fault.Message}", fault);
        }
    }

    /// <summary>Every version that was saved, from the latest; of all but the latest only this is kept.</summary>
    public async Task<IReadOnlyList<DataVersion>> ListVersionsAsync(CancellationToken cancellation = default)
    {
        await using var context = NewContext();
        return await context.DataVersions.AsNoTracking().OrderByDescending(row => row.Sequence)
            .Select(row => new DataVersion(row.Sequence, row.VersionHash, row.MadeUtc, row.Reason, row.ProgramVersion))
            .ToListAsync(cancellation);
    }

    /// <summary>What is wrong with the store in a folder and what it holds, a sentence each; none if all is well. Nothing is changed.</summary>
    /// <exception cref="StoreException">There is no store.</exception>
    public static async Task<IReadOnlyList<string>> VerifyAsync(string dataFolder, CancellationToken cancellation = default)
    {
        var file = FileIn(dataFolder);
        if (!System.IO.File.Exists(file))
            throw new StoreException($"There is no store to check: {file} is not there.");
        return await new StoreCheck(new GisStore(file, SqliteOpenMode.ReadOnly)).FindFaultsAsync(cancellation);
    }

    internal async Task<NetworkParts?> LoadPartsAsync(CancellationToken cancellation)
    {
        await using var context = NewContext();
        await context.Database.OpenConnectionAsync(cancellation);
        // Deferred: it holds one view of the file over all tables, and no writer up.
        await using var view = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await context.Database.UseTransactionAsync(view, cancellation);
        var version = await context.DataVersions.AsNoTracking().OrderBy(row => row.Sequence).LastOrDefaultAsync(cancellation);
        if (version is null)
            return null;
        return new NetworkParts
        {
            Version = version.VersionHash,
            City = NetworkRows.Read(await context.Cities.AsNoTracking().SingleAsync(cancellation)),
            Counties = await ReadAsync(context.Counties, NetworkRows.Read, cancellation),
            Townships = await ReadAsync(context.Townships, NetworkRows.Read, cancellation),
            Villages = await ReadAsync(context.Villages, NetworkRows.Read, cancellation),
            Points = await ReadAsync(context.Points, NetworkRows.Read, cancellation),
            Firms = await ReadAsync(context.Firms, NetworkRows.Read, cancellation),
            Staff = await ReadAsync(context.Staff, NetworkRows.Read, cancellation),
            Crossings = await ReadAsync(context.Crossings, NetworkRows.Read, cancellation),
            River = await context.Rivers.AsNoTracking().SingleOrDefaultAsync(cancellation) is { } river ? NetworkRows.Read(river) : [],
        };
    }

    /// <summary>Whether a fault comes from what the file holds, which another program may have edited.</summary>
    internal static bool IsUnreadable(Exception fault) => fault
        is SqliteException or FormatException or InvalidOperationException or InvalidCastException or ArgumentException or NetworkException
        or NetTopologySuite.IO.ParseException;

    private static async Task<ImmutableArray<TRecord>> ReadAsync<TRow, TRecord>(
        DbSet<TRow> rows, Func<TRow, TRecord> read, CancellationToken cancellation)
        where TRow : Row => [.. (await rows.AsNoTracking().OrderBy(row => row.Fid).ToListAsync(cancellation)).Select(read)];

    // What the database would refuse with a code is refused here in words.
    private static void CheckFits(NetworkParts parts)
    {
        _ = new ServiceNetwork(parts);
        if (parts.River.Length == 1)
            throw new StoreException("The network is not saved: the line of the river is a single position.");
    }

    // Villages before townships before counties: each refers to the next.
    private static async Task ClearAsync(GisDbContext context, CancellationToken cancellation)
    {
        await context.Villages.ExecuteDeleteAsync(cancellation);
        await context.Townships.ExecuteDeleteAsync(cancellation);
        await context.Firms.ExecuteDeleteAsync(cancellation);
        await context.Counties.ExecuteDeleteAsync(cancellation);
        await context.Points.ExecuteDeleteAsync(cancellation);
        await context.Staff.ExecuteDeleteAsync(cancellation);
        await context.Crossings.ExecuteDeleteAsync(cancellation);
        await context.Rivers.ExecuteDeleteAsync(cancellation);
        await context.Cities.ExecuteDeleteAsync(cancellation);
    }

    private static async Task SurveyExtentsAsync(GisDbContext context, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var table in FeatureTables.All)
            await context.Database.ExecuteSqlRawAsync(FeatureTables.SurveyExtent(table), [GeoPackageMapping.WriteTime(now)], cancellation);
    }
}

/// <summary>One saving of the network.</summary>
/// <param name="Sequence">Its number, from 1 on.</param>
/// <param name="Hash">The version of the data, <see cref="ServiceNetwork.Version"/>.</param>
/// <param name="Made">When.</param>
/// <param name="Reason">Why, in the words of who saved it.</param>
/// <param name="Program">The version of the program; empty where it was not yet written down.</param>
public sealed record DataVersion(long Sequence, string Hash, DateTimeOffset Made, string Reason, string Program);
