using Gis.Core.Progress.Acceptance;
using Gis.Data.Import;
using Gis.Data.Store;
using Gis.Data.Store.Progress;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gis.Web.Progress.Acceptance;

public static class AcceptanceSetup
{
    /// <summary>Standards, sheets and the way from one level to the next.</summary>
    public static void AddAcceptance(this IServiceCollection services)
    {
        services.AddSingleton<StandardSet>(_ => StandardsFile.Read());
        services.TryAddSingleton<BureauSettings>();
        services.AddSingleton<AcceptanceStore>();
        services.AddSingleton<AcceptanceDesk>();
    }
}
