using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Ogc;

/// <summary>What the features of a collection say, and what filters may ask of: the same, as everything said may be asked of.</summary>
[AllowAnonymous]
public sealed class SchemaModel(CurrentNetwork current, Language language) : OgcPageModel(current, language)
{
    public OgcFeatureType Collection { get; private set; } = null!;

    public bool IsQueryables { get; private set; }

    protected override void Prepare(OgcParameters parameters)
    {
        Collection = FindCollection();
        IsQueryables = (string?)RouteData.Values["kind"] switch
        {
            "queryables" => true,
            "schema" => false,
            var other => throw new OgcFault(
                StatusCodes.Status404NotFound, new("没有这个资源", "There is no such resource"), new($"集合没有“{other}”", $"A collection has no '{other}'")),
        };
    }

    protected override OgcAnswer Answer()
    {
        var address = Links.To(Collection, IsQueryables ? "/queryables" : "/schema");
        return OgcAnswer.Of(CollectionSchema.Write(Collection, address, IsQueryables, Language), OgcMedia.Schema);
    }
}
