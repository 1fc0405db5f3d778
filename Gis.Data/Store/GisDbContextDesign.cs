using Microsoft.EntityFrameworkCore.Design;

namespace Gis.Data.Store;

/// <summary>Where <c>dotnet ef migrations add</c> finds the tables; no file is opened.</summary>
internal sealed class GisDbContextDesign : IDesignTimeDbContextFactory<GisDbContext>
{
    public GisDbContext CreateDbContext(string[] args) => new(GeoPackageConnection.OptionsFor("design.gpkg"));
}
