using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gis.Data.Store.Postgis;

/// <summary>The way to a store that is a database of PostgreSQL with PostGIS.</summary>
internal sealed class PostgisAccess(string connectionString) : StoreAccess
{
    // Any number but that of the turn of writers.
    private const long UpgradeLock = PostgisContext.WriterLock + 1;

    private readonly NpgsqlConnectionStringBuilder settings = new(connectionString);
    private readonly DbContextOptions<PostgisContext> options = OptionsFor(connectionString);

    internal override string Name => $"database {settings.Database ?? settings.Username} on {settings.Host}";

    internal override bool HasOneWriter => false;

    internal string Connection => connectionString;

    internal static DbContextOptions<PostgisContext> OptionsFor(string connectionString) => new DbContextOptionsBuilder<PostgisContext>()
        .UseNpgsql(connectionString, postgis => postgis.UseNetTopologySuite().MigrationsAssembly(Assembly.GetExecutingAssembly())).Options;

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It is none, or names no database.</exception>
    internal static string Check(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Database is { Length: > 0 } ? connectionString : throw new ArgumentException("it names no Database");

    internal override GisDbContext NewContext() => NewPostgisContext();

    internal PostgisContext NewPostgisContext() => new(options);

    internal override bool IsThere()
    {
        try
        {
            return ReadSteps().Applied is { Count: > 0 };
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    internal override async Task<IDisposable?> PrepareAsync(CancellationToken cancellation)
    {
        try
        {
            if (ReadSteps() is { IsOlder: true } steps && steps.FindRefusal(Name) is null)
                await UpgradeAsync(cancellation);
            if (ReadSteps().FindRefusal(Name) is { } refusal)
                throw new StoreException(refusal);
            return null;
        }
        catch (Exception fault) when (StoreFault.IsOfDatabase(fault) || fault is InvalidOperationException)
        {
            throw new StoreException($"The store cannot be used: {StoreFault.Explain(Name, fault)}", fault);
        }
    }

    // Programs that start at the same time wait for the first of them. The lock of the migrations themselves ends with each step,
    // and two programs would then go the next one both.
    private async Task UpgradeAsync(CancellationToken cancellation)
    {
        await using var context = new PostgisContext(options);
        await context.Database.OpenConnectionAsync(cancellation);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({UpgradeLock})", cancellation);
        try
        {
            if (ReadSteps().FindRefusal(Name) is null)
                await context.Database.MigrateAsync(cancellation);
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({UpgradeLock})", CancellationToken.None);
        }
    }

    internal override IReadOnlyList<string> FindDamage()
    {
        try
        {
            var steps = ReadSteps();
            return steps.FindRefusal(Name) is { } refusal ? [refusal]
                : steps.IsOlder ? [$"{Name} is of an older version; the program brings it up to date when it serves it"]
                : [];
        }
        catch (NpgsqlException fault)
        {
            return [$"The store cannot be read: {StoreFault.Explain(Name, fault)}"];
        }
    }

    // References and indexes are kept by the database itself.
    internal override IReadOnlyList<string> FindFormFaults() => [];

    internal override string? FindNotice() => ReadSteps().FindNotice(Name);

    private PostgisSteps ReadSteps() => PostgisSteps.Read(connectionString);
}
