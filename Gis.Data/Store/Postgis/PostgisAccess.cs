using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gis.Data.Store.Postgis;

/// <summary>The way to a store that is a database of PostgreSQL with PostGIS.</summary>
internal sealed class PostgisAccess(string connectionString) : StoreAccess
{
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
            return ListApplied() is { Count: > 0 };
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
            await using var context = new PostgisContext(options);
            if (FindNewer(ListApplied()) is { } newer)
                throw new StoreException(newer);
            // Programs that start at the same time wait for the first of them.
            await context.Database.MigrateAsync(cancellation);
            return null;
        }
        catch (Exception fault) when (StoreFault.IsOfDatabase(fault) || fault is InvalidOperationException)
        {
            throw new StoreException($"The store cannot be used: {StoreFault.Explain(Name, fault)}", fault);
        }
    }

    internal override IReadOnlyList<string> FindDamage()
    {
        try
        {
            var applied = ListApplied();
            return FindNewer(applied) is { } newer ? [newer]
                : applied.SequenceEqual(ListKnown()) ? []
                : [$"{Name} is of an older version; the program brings it up to date when it serves it"];
        }
        catch (NpgsqlException fault)
        {
            return [$"The store cannot be read: {StoreFault.Explain(Name, fault)}"];
        }
    }

    // References and indexes are kept by the database itself.
    internal override IReadOnlyList<string> FindFormFaults() => [];

    private string? FindNewer(List<string> applied) => applied.Except(ListKnown()).FirstOrDefault() is { } unknown
        ? $"{Name} was written by a newer version of this program (step {unknown}). Use that version."
        : null;

    private List<string> ListKnown()
    {
        using var context = new PostgisContext(options);
        return [.. context.Database.GetMigrations()];
    }

    private List<string> ListApplied()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return Ask(connection, "SELECT 1 WHERE to_regclass('\"__EFMigrationsHistory\"') NOTNULL") is []
            ? []
            : Ask(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"");
    }
}
