using System.Collections.Immutable;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Ogc;

/// <summary>The features of a collection, a page at a time.</summary>
[AllowAnonymous]
public sealed class ItemsModel(CurrentNetwork current, OgcFeatures features, Language language, TimeProvider clock) : OgcPageModel(current, language)
{
    // A page for people to read; programs may ask for more.
    private const int RowsShown = 100;

    private OgcCrs crs = OgcCrs.Crs84;

    public OgcFeatureType Collection { get; private set; } = null!;

    public ItemsPage Shown { get; private set; } = null!;

    /// <summary>The address of the next page for people; null on the last.</summary>
    public string? Next { get; private set; }

    protected override IEnumerable<string> Known => ItemsQuery.NamesOf(FindCollection());

    protected override void Prepare(OgcParameters parameters)
    {
        Collection = FindCollection();
        var query = new ItemsQuery(Collection, parameters);
        crs = query.OutputCrs;
        Shown = query.Select(features.ListOf(Snapshot.Network, Collection));
    }

    protected override OgcAnswer Answer()
    {
        var links = Links.Here(OgcMedia.GeoJson);
        links.Add(Links.Link("collection", Links.To(Collection), OgcMedia.Json, "所在集合", "The collection"));
        if (Shown is { HasMore: true, Features: [.., var last] })
            links.Add(Links.Link("next", Links.After(last, "json"), OgcMedia.GeoJson, "下一页", "The next page"));
        Response.Headers["Content-Crs"] = $"<{crs.Uri}>";
        return new OgcAnswer(OgcMedia.GeoJson, new GeoJsonItems(Collection, crs, Links).Write(Shown, links, clock.GetUtcNow()));
    }

    /// <summary>The rows of the page for people.</summary>
    public ImmutableArray<OgcFeature> ListRows()
    {
        ImmutableArray<OgcFeature> rows = [.. Shown.Features.Take(RowsShown)];
        Next = rows.Length < Shown.Features.Length || Shown.HasMore ? Links.After(rows[^1], "html") : null;
        return rows;
    }
}
