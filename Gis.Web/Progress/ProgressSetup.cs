using Gis.Data.Store;
using Gis.Data.Store.Progress;
using Gis.Web.Progress.Inspection;

namespace Gis.Web.Progress;

public static class ProgressSetup
{
    /// <summary>The year of building: what was intended, done and shown for it.</summary>
    public static void AddProgress(this IServiceCollection services)
    {
        services.AddSingleton<BureauSettings>();
        services.AddSingleton<YearStore>();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<EvidenceReader>();
        services.AddSingleton<YearDesk>();
        services.AddSingleton<InspectionAnswers>();
    }
}
