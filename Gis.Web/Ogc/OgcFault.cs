namespace Gis.Web.Ogc;

/// <summary>What was asked cannot be answered: told to the asker as a problem document, never logged.</summary>
internal sealed class OgcFault(int status, OgcWords title, OgcWords detail) : Exception(detail.English)
{
    public int Status => status;

    public OgcWords Title => title;

    public OgcWords Detail => detail;

    public static OgcFault OfParameter(string name, string chinese, string english) => new(
        StatusCodes.Status400BadRequest,
        new($"参数 {name} 不对", $"The parameter {name} is wrong"),
        new(chinese, english));

    public static OgcFault NoCollection(string id) => new(
        StatusCodes.Status404NotFound,
        new("没有这个集合", "There is no such collection"),
        new(
            $"“{id}”不在其中:{string.Join(", ", OgcFeatures.Collections.Select(collection => collection.Id))}",
            $"'{id}' is none of: {string.Join(", ", OgcFeatures.Collections.Select(collection => collection.Id))}"));

    public static OgcFault NoFeature(string id) => new(
        StatusCodes.Status404NotFound,
        new("没有这个要素", "There is no such feature"),
        new($"这个集合里没有“{id}”", $"The collection has no '{id}'"));
}
