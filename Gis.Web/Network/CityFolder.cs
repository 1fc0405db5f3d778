using Gis.Core.Network;
using Gis.Data.Store;

namespace Gis.Web.Network;

/// <summary>Where what lies beside the store for one city is: roads, names of places, files being imported.</summary>
internal static class CityFolder
{
    /// <summary>The data folder itself for the store's default city, a folder in it for every other.</summary>
    internal static async Task<string> Of(string dataFolder, GisStore store, CancellationToken cancel) =>
        store.City is not { } city || (await store.ListCitiesAsync(cancel))[0].Code == city ? dataFolder : OfFurther(dataFolder, city);

    /// <summary>The folder of a city that is not the default.</summary>
    internal static string OfFurther(string dataFolder, AreaCode city) => Path.Combine(dataFolder, "cities", city.Digits);
}
