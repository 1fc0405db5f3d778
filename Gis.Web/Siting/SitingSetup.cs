using Gis.Data.Store;

namespace Gis.Web.Siting;

public static class SitingSetup
{
    /// <summary>Scenarios and the runs of this program.</summary>
    public static void AddSiting(this IServiceCollection services)
    {
        services.AddSingleton<ScenarioStore>();
        services.AddSingleton<RunDesk>();
        services.AddSingleton<ScenarioDesk>();
        services.AddSingleton<ScheduleAnswers>();
        services.AddHostedService<RunWorker>();
    }
}
