using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Ogc;

/// <summary>One collection.</summary>
[AllowAnonymous]
public sealed class CollectionModel(CurrentNetwork current, OgcFeatures features, Language language) : OgcPageModel(current, language)
{
    public OgcFeatureType Collection { get; private set; } = null!;

    public int Count => features.ListOf(Snapshot.Network, Collection).Count;

    protected override void Prepare(OgcParameters parameters) => Collection = FindCollection();

    protected override OgcAnswer Answer() =>
        OgcAnswer.Of(new CollectionDescription(Snapshot, features, Links, Language).Write(Collection, Links.Here(OgcMedia.Json)));
}
