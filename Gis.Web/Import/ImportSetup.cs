using Gis.Data.Store;

namespace Gis.Web.Import;

public static class ImportSetup
{
    /// <summary>Taking in lists that a bureau brings.</summary>
    public static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton<ImportMemory>();
        services.AddSingleton<ImportDrafts>();
        services.AddSingleton<ImportDesk>();
    }
}
