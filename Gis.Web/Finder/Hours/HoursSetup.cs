namespace Gis.Web.Finder.Hours;

public static class HoursSetup
{
    /// <summary>When points are open, and the holidays that decides on.</summary>
    public static void AddHours(this IServiceCollection services)
    {
        services.AddSingleton<HolidayDesk>();
        services.AddSingleton<OpenNow>();
    }
}
