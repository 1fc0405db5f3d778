using System.Text.Json.Nodes;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Ogc;

/// <summary>The collections.</summary>
[AllowAnonymous]
public sealed class CollectionsModel(CurrentNetwork current, OgcFeatures features, Language language) : OgcPageModel(current, language)
{
    public int CountOf(OgcFeatureType collection) => features.ListOf(Snapshot.Network, collection).Count;

    protected override OgcAnswer Answer()
    {
        var description = new CollectionDescription(Snapshot, features, Links, Language);
        return OgcAnswer.Of(new JsonObject
        {
            ["links"] = Links.Here(OgcMedia.Json),
            ["crs"] = new JsonArray([.. OgcCrs.All.Select(crs => (JsonNode)crs.Uri)]),
            ["collections"] = new JsonArray([.. OgcFeatures.Collections.Select(collection => description.Write(
                collection, [Links.Link("self", Links.To(collection, "?f=json"), OgcMedia.Json, "这个集合", "This collection")]))]),
        });
    }
}
