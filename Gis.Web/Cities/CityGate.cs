using Gis.Core.Network;
using Gis.Data.Store;

namespace Gis.Web.Cities;

/// <summary>
/// Sends what is asked below the code of a city, as /640200/find, to that city's program. Like the language, the code moves to
/// the base of the path, so that every link of a page stays under its city.
/// </summary>
public static class CityGate
{
    public static void AddCities(this IServiceCollection services) => services.AddSingleton<CityPrograms>().AddSingleton<CityLoader>().AddSingleton<AllCities>()
        .AddHostedService<CitiesWatch>().AddHostedService<CityRuns>();

    /// <summary>Belongs after the door and before everything else.</summary>
    public static void UseCities(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!TryFindCity(context.Request.Path, out var city, out var rest))
        {
            await next(context);
            return;
        }

        var services = context.RequestServices;
        var isDefault = city == services.GetRequiredService<GisStore>().City;
        var program = isDefault ? null : await services.GetRequiredService<CityPrograms>().Use(city);
        // The code of no city here stays in the path, and is a page that is not there.
        if (isDefault || program is not null)
            Move(context.Request, city, rest);
        await (program is null ? next(context) : program.Serve(context));
    });

    private static void Move(HttpRequest request, AreaCode city, PathString rest)
    {
        request.PathBase = request.PathBase.Add("/" + city.Digits);
        request.Path = rest.HasValue ? rest : "/";
    }

    private static bool TryFindCity(PathString path, out AreaCode city, out PathString rest)
    {
        (city, rest) = (default, default);
        var text = path.Value ?? "";
        var end = text.IndexOf('/', 1) is > 0 and var slash ? slash : text.Length;
        if (end != 7 || !AreaCode.TryParse(text[1..7], out city) || !city.IsCity)
            return false;
        rest = text[7..];
        return true;
    }
}
