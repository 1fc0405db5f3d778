using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Ogc;

/// <summary>One feature.</summary>
[AllowAnonymous]
public sealed class ItemModel(CurrentNetwork current, OgcFeatures features, Language language) : OgcPageModel(current, language)
{
    private OgcCrs crs = OgcCrs.Crs84;

    public OgcFeatureType Collection { get; private set; } = null!;

    public OgcFeature Feature { get; private set; } = null!;

    protected override IEnumerable<string> Known => [ItemsQuery.Crs];

    protected override void Prepare(OgcParameters parameters)
    {
        Collection = FindCollection();
        crs = parameters.CrsOf(ItemsQuery.Crs);
        // A slash within a name is left encoded by the server.
        var id = ((string)RouteData.Values["featureId"]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        Feature = features.ListOf(Snapshot.Network, Collection).Find(id) ?? throw OgcFault.NoFeature(id);
    }

    protected override OgcAnswer Answer()
    {
        Response.Headers["Content-Crs"] = $"<{crs.Uri}>";
        return new OgcAnswer(OgcMedia.GeoJson, new GeoJsonItems(Collection, crs, Links).Write(Feature));
    }
}
