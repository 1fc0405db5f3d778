namespace Gis.Web.Backups;

public static class BackupSetup
{
    public static void AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<BackupState>();
        services.AddHostedService<ScheduledBackups>();
    }
}
