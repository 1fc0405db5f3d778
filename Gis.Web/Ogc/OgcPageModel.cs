using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Gis.Web.Ogc;

/// <summary>A resource that is a page for people and JSON for programs, under one address.</summary>
public abstract class OgcPageModel(CurrentNetwork current, Language language) : PageModel
{
    public Snapshot Snapshot { get; } = current.Snapshot;

    public OgcLinks Links => field ??= new OgcLinks(Request, language);

    protected Language Language => language;

    /// <summary>The parameters it knows besides those of every resource.</summary>
    protected virtual IEnumerable<string> Known => [];

    public IActionResult OnGet()
    {
        Response.Headers.Vary = HeaderNames.Accept;
        try
        {
            var parameters = new OgcParameters(Request.Query, Known);
            var isPage = OgcRepresentation.IsPage(Request, parameters);
            Prepare(parameters);
            return isPage ? Page() : OgcAnswer.Send(Answer, HttpContext, Snapshot);
        }
        catch (OgcFault fault)
        {
            return new HttpResult(OgcAnswer.Refuse(fault, language));
        }
    }

    /// <summary>Works out what page and JSON have in common.</summary>
    /// <exception cref="OgcFault">What was asked cannot be answered.</exception>
    protected virtual void Prepare(OgcParameters parameters)
    {
    }

    protected abstract OgcAnswer Answer();

    /// <exception cref="OgcFault">There is no such collection.</exception>
    protected OgcFeatureType FindCollection()
    {
        var id = (string)RouteData.Values["collectionId"]!;
        return OgcFeatures.Find(id) ?? throw OgcFault.NoCollection(id);
    }
}
