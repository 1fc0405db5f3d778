using Gis.Data.Store.Pairing;
using Gis.Web.Pairing.Duty;
using Gis.Web.Pairing.Months;

namespace Gis.Web.Pairing;

public static class PairingSetup
{
    /// <summary>Rounds of two-way choice, the pairs that come of them, and the log of their duty.</summary>
    public static void AddPairing(this IServiceCollection services)
    {
        services.AddSingleton<RoundStore>();
        services.AddSingleton<WishStore>();
        services.AddSingleton<PairingTravel>();
        services.AddSingleton<WishLists>();
        services.AddSingleton<RoundDesk>();
        services.AddSingleton<DutyStore>();
        services.AddSingleton<DutyDesk>();
        services.AddSingleton<MonthDesk>();
    }
}
