using Gis.Data.Store.History;
using Gis.Web.Editing;

namespace Gis.Web.History;

public static class HistorySetup
{
    /// <summary>Changing the network, and what it was before.</summary>
    public static void AddHistory(this IServiceCollection services)
    {
        services.AddSingleton<NetworkHistory>();
        services.AddSingleton<NetworkDesk>();
        services.AddSingleton<PastNetworks>();
    }
}
