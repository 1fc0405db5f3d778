using Gis.Core.Progress.Acceptance;
using Gis.Data.Import;
using Gis.Data.Store.Progress;

namespace Gis.Web.Progress.Acceptance;

public static class AcceptanceSetup
{
    /// <summary>Standards, sheets and the way from one level to the next.</summary>
    public static void AddAcceptance(this IServiceCollection services)
    {
        services.AddSingleton<StandardSet>(_ => StandardsFile.Read());
        services.AddSingleton<AcceptanceStore>();
        services.AddSingleton<AcceptanceDesk>();
    }
}
