using System.Data.Common;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Store.Postgis;

namespace Gis.Data.Store;

/// <summary>Where a store lies: a folder with one GeoPackage in it, or a database of PostgreSQL with PostGIS.</summary>
public abstract record StorePlace
{
    private StorePlace()
    {
    }

    /// <summary>Reads a place: a connection string as "Host=db;Database=gis;Username=gis", else the path of a folder.</summary>
    /// <param name="text">The place as it is written.</param>
    /// <param name="name">What it is the place of, in the words of a refusal.</param>
    /// <exception cref="StoreException">It begins like a connection string and is none.</exception>
    public static StorePlace Parse(string text, string name = "the store")
    {
        if (!text.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return new Folder(text);
        try
        {
            return new Database(PostgisAccess.Check(text));
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            // What was written may hold a password, so it is not said again.
            throw new StoreException($"The connection string of {name} cannot be read: {fault.Message}. It should be as Host=localhost;Port=5432;Database=gis;Username=gis;Password=…", fault);
        }
    }

    internal abstract StoreAccess Reach();

    internal virtual StoreAccess? ReachReplicas() => null;

    /// <summary>What whoever runs the program should know of a store that can be used all the same, a sentence; null where there is nothing.</summary>
    /// <exception cref="StoreException">It cannot be asked.</exception>
    public string? FindNotice()
    {
        var access = Reach();
        try
        {
            return access.FindNotice();
        }
        catch (DbException fault)
        {
            throw new StoreException($"The store cannot be read: {StoreFault.Explain(access.Name, fault)}", fault);
        }
    }

    /// <summary>The store is <c>network.gpkg</c> in a folder.</summary>
    /// <param name="Path">The folder, which need not be there.</param>
    public sealed record Folder(string Path) : StorePlace
    {
        internal override StoreAccess Reach() => new GeoPackageAccess(GisStore.FileIn(Path));
    }

    /// <summary>The store is a database, for many users, cities and instances of the program.</summary>
    /// <param name="Connection">A connection string of Npgsql.</param>
    /// <param name="Replicas">The same of its replicas; null where everything is read from the database itself.</param>
    public sealed record Database(string Connection, string? Replicas = null) : StorePlace
    {
        internal override StoreAccess Reach() => new PostgisAccess(Connection);

        internal override StoreAccess? ReachReplicas() => Replicas is null ? null : new PostgisAccess(Replicas);

        /// <summary>Its name without what is secret in it.</summary>
        public override string ToString() => Reach().Name;
    }
}

/// <summary>The way to a store of one kind, and what is asked of that kind only.</summary>
internal abstract class StoreAccess
{
    /// <summary>What the store is called in words for whoever runs the program; no secret is in it.</summary>
    internal abstract string Name { get; }

    /// <summary>Whether whoever writes keeps everybody else from it, whatever is written.</summary>
    internal abstract bool HasOneWriter { get; }

    internal abstract GisDbContext NewContext();

    /// <summary>Makes the store if need be and brings it up to date.</summary>
    /// <returns>What is held as long as the store is in use; null where that is nothing.</returns>
    /// <exception cref="StoreException">It cannot be used; it is left as it is.</exception>
    internal abstract Task<IDisposable?> PrepareAsync(CancellationToken cancellation);

    /// <summary>Whether there is a store.</summary>
    internal abstract bool IsThere();

    /// <summary>Damage that makes every further question meaningless, a sentence each.</summary>
    internal abstract IReadOnlyList<string> FindDamage();

    /// <summary>What is to be known of a store that can be used all the same, a sentence; null where there is nothing.</summary>
    internal virtual string? FindNotice() => null;

    /// <summary>What is wrong with the form of the store, a sentence each; it is not damaged.</summary>
    internal abstract IReadOnlyList<string> FindFormFaults();

    /// <summary>The answers to a question, as text.</summary>
    internal static List<string> Ask(DbConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
            answers.Add(reader.IsDBNull(0) ? "" : Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return answers;
    }
}
