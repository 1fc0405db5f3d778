namespace Gis.Web.Ogc.Filtering;

/// <summary>What one filter may ask for, so that none takes longer to read or to work out than an honest one.</summary>
internal sealed class FilterBudget
{
    internal const int MostCharacters = 8000;
    internal const int DeepestNesting = 32;
    internal const int MostTerms = 500;
    internal const int MostShapes = 20;
    internal const int MostCorners = 1000;
    internal const int LongestPattern = 200;

    private int depth;
    private int terms;
    private int shapes;
    private int corners;

    internal static void CheckLength(string filter)
    {
        if (filter.Length > MostCharacters)
            throw new FilterFault(new Place(MostCharacters + 1), $"条件太长,最多 {MostCharacters} 个字符", $"the filter is too long; at most {MostCharacters} characters are read");
    }

    internal T Within<T>(Place at, Func<T> read)
    {
        if (++depth > DeepestNesting)
            throw new FilterFault(at, $"嵌套太深,最多 {DeepestNesting} 层", $"this is nested too deeply; at most {DeepestNesting} levels are read");
        var result = read();
        depth--;
        return result;
    }

    internal void CountTerm(Place at) => Count(ref terms, MostTerms, at, "比较和数值", "comparisons and values");

    internal void CountShape(Place at) => Count(ref shapes, MostShapes, at, "几何", "geometries");

    internal void CountCorner(Place at) => Count(ref corners, MostCorners, at, "坐标", "coordinates");

    private static void Count(ref int count, int most, Place at, string chinese, string english)
    {
        if (++count > most)
            throw new FilterFault(at, $"{chinese}太多,最多 {most} 个", $"there are too many {english}; at most {most} are read");
    }
}
