using System.Text.Json.Nodes;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Ogc;

/// <summary>The door for geographic programs.</summary>
[AllowAnonymous]
public sealed class LandingModel(CurrentNetwork current, Language language) : OgcPageModel(current, language)
{
    public string Title => MapWords.Title(Language, Snapshot.Network);

    public string Description => Language[
        "服务点、村(居)、乡镇、县(市)区和服务范围示意,任何人可用,免账号。",
        "Service points, villages, townships, counties and service areas for illustration, open to everyone without an account."];

    protected override OgcAnswer Answer()
    {
        var links = Links.Here(OgcMedia.Json);
        links.Add(Links.Link("service-desc", Links.To("/api?f=json"), OgcMedia.OpenApi, "接口说明(OpenAPI 3.0)", "Definition of the API (OpenAPI 3.0)"));
        links.Add(Links.Link("service-doc", Links.To("/api?f=html"), OgcMedia.Html, "接口说明网页", "The API described for people"));
        links.Add(Links.Link("conformance", Links.To("/conformance"), OgcMedia.Json, "符合哪些标准", "Standards it conforms to"));
        links.Add(Links.Link("data", Links.To("/collections"), OgcMedia.Json, "数据集合", "The collections"));
        links.Add(Links.Link(OgcMedia.VectorTilesets, Links.To("/tiles"), OgcMedia.Json, "矢量瓦片", "Vector tiles"));
        links.Add(Links.Link(OgcMedia.TileMatrixSets, Links.To("/tileMatrixSets"), OgcMedia.Json, "瓦片方案", "Tile matrix sets"));
        return OgcAnswer.Of(new JsonObject
        {
            ["title"] = Title,
            ["description"] = Description,
            ["attribution"] = string.Join(" · ", MapWords.Sources(Snapshot.Network)),
            ["links"] = links,
        });
    }
}
