using Gis.Core.Network;
using Gis.Data.Store;

namespace Gis.Web.Cities;

/// <summary>
/// Sends what is asked below the code of a city, as /640200/find, to that city's program. Like the language, the code moves to
/// the base of the path, so that every link of a page stays under its city.
/// </summary>
public static class CityGate
{
    public static void AddCities(this IServiceCollection services) => services.AddSingleton<CityPrograms>().AddSingleton<CityTotals>();

    /// <summary>Belongs after the door and before everything else.</summary>
    public static void UseCities(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!TryFindCity(context.Request.Path, out var city, out var rest))
        {
            await next(context);
            return;
        }

        var services = context.RequestServices;
        if (city != services.GetRequiredService<GisStore>().City)
        {
            if (await services.GetRequiredService<CityPrograms>().Use(city) is not { } program)
            {
                // The page of words for a page that is not there tells what is.
                await next(context);
                return;
            }

            Move(context.Request, city, rest);
            await program.Serve(context);
            return;
        }

        Move(context.Request, city, rest);
        await next(context);
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
        if (end != 7 || !AreaCode.TryParse(text[1..7], out city) || !text.AsSpan(1, 6).EndsWith("00"))
            return false;
        rest = text[7..];
        return true;
    }
}
