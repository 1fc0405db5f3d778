using System.Text.Json.Nodes;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Ogc;

/// <summary>The definition of the API.</summary>
[AllowAnonymous]
public sealed class ApiDocumentModel(CurrentNetwork current, Language language) : OgcPageModel(current, language)
{
    public JsonObject Document { get; private set; } = null!;

    protected override void Prepare(OgcParameters parameters) => Document = new OgcOpenApi(Links, Language).Write();

    protected override OgcAnswer Answer() => OgcAnswer.Of(Document, OgcMedia.OpenApi);
}
