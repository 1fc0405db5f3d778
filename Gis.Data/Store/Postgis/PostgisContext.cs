using Gis.Core.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NetTopologySuite.Geometries;

namespace Gis.Data.Store.Postgis;

/// <summary>The tables in PostgreSQL with PostGIS, and those that only many instances of the program need.</summary>
internal sealed class PostgisContext(DbContextOptions<PostgisContext> options) : GisDbContext(options)
{
    // "gis" in ASCII; any number will do that nobody else takes in this database.
    internal const long WriterLock = 0x676973;

    private const string Geometry = nameof(LocatedRow.Geom);

    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    internal override Task<IDbContextTransaction> BeginViewAsync(CancellationToken cancellation) =>
        Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);

    // Entries of the log are chained: they are written one after the other, as in a file.
    internal override Task TakeTurnAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriterLock})", cancellation);

    // A newer program may have raised it while this one runs; it waits for whoever writes, so that what is asked here stays so.
    internal override async Task CheckStepAsync(CancellationToken cancellation)
    {
        var least = await Database.SqlQueryRaw<string>(PostgisSteps.AskLeast).ToListAsync(cancellation);
        if (least.FirstOrDefault(step => !PostgisSteps.Known.Contains(step)) is { } unknown)
            throw new StoreException(PostgisSteps.Refuse("The database", unknown));
    }

    // Rows of a whole network bring numbers of their own; those that the database gives come after them.
    internal override async Task SettleAsync(IEnumerable<string> tables, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var table in Model.GetEntityTypes().Where(table => tables.Contains(table.GetTableName())))
        {
            if (table.FindPrimaryKey() is { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } number] } && number.ClrType == typeof(long))
                await Database.ExecuteSqlRawAsync(ContinueNumbers(table.GetTableName()!, number.GetColumnName()), cancellation);
        }
    }

    private static string ContinueNumbers(string table, string column) => $"""
        SELECT setval(pg_get_serial_sequence('"{table}"', '{column}'), coalesce(max("{column}"), 1), max("{column}") IS NOT NULL) FROM "{table}"
        """;

    internal override IQueryable<RunRow> FreeRuns(DateTimeOffset now)
    {
        var (waiting, running, city) = (RunState.Waiting.Written(), RunState.Running.Written(), City ?? "");
        return Runs.FromSql($"""
            SELECT * FROM run WHERE (state = {waiting} OR (state = {running} AND held_until_utc <= {StoredTime.Of(now)})) AND ({city} = '' OR city_code = {city})
            ORDER BY fid LIMIT 1 FOR UPDATE SKIP LOCKED
            """).IgnoreQueryFilters();
    }

    // The space of deleted rows is PostgreSQL's own to reuse; the notes for operators say how it is emptied.
    internal override Task OverwriteErasedAsync(CancellationToken cancellation) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Point>().HaveColumnType($"geometry(Point,{NetworkRows.Srid})");
        configurationBuilder.Properties<LineString>().HaveColumnType($"geometry(LineString,{NetworkRows.Srid})");
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTime>();
        // Codes and names are compared by their characters, as in a file, whatever language the server speaks.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("postgis");
        modelBuilder.Entity<ProtectionKeyRow>().ToTable("protection_key").HasKey(row => row.Name);
        base.OnModelCreating(modelBuilder);
        foreach (var table in modelBuilder.Model.GetEntityTypes().Where(table => table.FindProperty(Geometry) is not null))
            modelBuilder.Entity(table.ClrType).HasIndex(Geometry).HasMethod("gist");
    }

    private sealed class UtcTime() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => StoredTime.Of(time), time => time);
}

/// <summary>A key that protects cookies and forms, which all instances share.</summary>
internal sealed class ProtectionKeyRow
{
    public required string Name { get; set; }

    public required string Xml { get; set; }
}

/// <summary>Where <c>dotnet ef migrations add</c> finds the tables; no database is asked.</summary>
internal sealed class PostgisContextDesign : IDesignTimeDbContextFactory<PostgisContext>
{
    public PostgisContext CreateDbContext(string[] args) => new(PostgisAccess.OptionsFor("Host=localhost;Database=design"));
}
