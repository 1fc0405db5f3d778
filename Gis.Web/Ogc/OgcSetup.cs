using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Ogc;

/// <summary>The network by the standards of the OGC, for QGIS, GDAL, ArcGIS and the like: docs/methods/ogc.md.</summary>
public static class OgcSetup
{
    public static void AddOgc(this IServiceCollection services) => services.AddSingleton<OgcFeatures>();

    public static void MapOgc(this IEndpointRouteBuilder app)
    {
        // Described by its own document, /ogc/api.
        var ogc = app.MapGroup("/ogc").ExcludeFromDescription().AllowAnonymous().AddEndpointFilter<DataVersionTag>().AddEndpointFilter(Refuse);
        ogc.MapGet("/tileMatrixSets", OgcTileApi.ListMatrixSets);
        ogc.MapGet("/tileMatrixSets/{tileMatrixSetId}", OgcTileApi.GetMatrixSet);
        ogc.MapGet("/tiles", OgcTileApi.ListOfAll);
        ogc.MapGet("/tiles/{tileMatrixSetId}", OgcTileApi.DescribeAll);
        ogc.MapGet("/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", OgcTileApi.GetTileOfAll);
        ogc.MapGet("/collections/{collectionId}/tiles", OgcTileApi.ListOfCollection);
        ogc.MapGet("/collections/{collectionId}/tiles/{tileMatrixSetId}", OgcTileApi.DescribeCollection);
        ogc.MapGet("/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", OgcTileApi.GetTileOfCollection);
    }

    private static async ValueTask<object?> Refuse(EndpointFilterInvocationContext asked, EndpointFilterDelegate next)
    {
        try
        {
            return await next(asked);
        }
        catch (OgcFault fault)
        {
            return OgcAnswer.Refuse(fault, Language.Of(asked.HttpContext));
        }
    }
}
