using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gis.Data.Store.GeoPackage;

/// <summary>The tables in a GeoPackage.</summary>
internal sealed class GeoPackageContext(DbContextOptions<GeoPackageContext> options) : GisDbContext(options)
{
    internal override async Task<IDbContextTransaction> BeginViewAsync(CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        // Deferred: it holds one view of the file over all tables, and no writer up.
        var view = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await Database.UseTransactionAsync(view, cancellation))!;
    }

    // A transaction begins as the one that writes.
    internal override Task TakeTurnAsync(CancellationToken cancellation) => Task.CompletedTask;

    internal override async Task SettleAsync(IEnumerable<string> tables, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var table in tables.Intersect(FeatureTables.All))
            await Database.ExecuteSqlRawAsync(FeatureTables.SurveyExtent(table), [StoredTime.Write(now)], cancellation);
    }

    internal override Task OverwriteErasedAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        GeoPackageMapping.Apply(configurationBuilder);
    }
}

/// <summary>Where <c>dotnet ef migrations add</c> finds the tables; no file is opened.</summary>
internal sealed class GeoPackageContextDesign : IDesignTimeDbContextFactory<GeoPackageContext>
{
    public GeoPackageContext CreateDbContext(string[] args) => new(GeoPackageConnection.OptionsFor("design.gpkg"));
}
