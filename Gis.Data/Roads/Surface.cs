using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>How bad ground slows vehicles. Walking is not slowed.</summary>
internal static class Surface
{
    /// <summary>The most a car does on it, in kilometres an hour.</summary>
    internal static double CarCap(TagsCollectionBase tags) => Find(tags) switch
    {
        Ground.Firm => 40,
        Ground.Loose => 25,
        Ground.Soft => 12,
        _ => double.PositiveInfinity,
    };

    /// <summary>The most an e-bike does on it, in kilometres an hour.</summary>
    internal static double EBikeCap(TagsCollectionBase tags) => Find(tags) switch
    {
        Ground.Firm => 15,
        Ground.Loose => 12,
        Ground.Soft => 8,
        _ => double.PositiveInfinity,
    };

    // What the surface is says more than the grade of a track; where neither is said, a track is loose ground.
    private static Ground Find(TagsCollectionBase tags) =>
        tags.TryGetValue("surface", out var surface) && OfSurface(surface) is { } ground ? ground
        : tags.TryGetValue("tracktype", out var grade) && OfGrade(grade) is { } graded ? graded
        : tags.Contains("highway", "track") ? Ground.Loose
        : Ground.Paved;

    private static Ground? OfSurface(string surface) => surface.Split(':', ';')[0] switch
    {
        "paved" or "asphalt" or "concrete" or "paving_stones" or "chipseal" or "metal" or "wood" or "bricks" => Ground.Paved,
        "compacted" or "fine_gravel" or "sett" or "cobblestone" or "unhewn_cobblestone" => Ground.Firm,
        "unpaved" or "gravel" or "pebblestone" or "dirt" or "earth" or "ground" or "rock" or "grass_paver" => Ground.Loose,
        "sand" or "mud" or "grass" or "snow" or "ice" or "salt" => Ground.Soft,
        _ => null,
    };

    private static Ground? OfGrade(string grade) => grade switch
    {
        "grade1" => Ground.Paved,
        "grade2" => Ground.Firm,
        "grade3" or "grade4" => Ground.Loose,
        "grade5" => Ground.Soft,
        _ => null,
    };

    private enum Ground
    {
        Paved,
        Firm,
        Loose,
        Soft,
    }
}
