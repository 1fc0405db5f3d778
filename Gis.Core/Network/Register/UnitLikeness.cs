namespace Gis.Core.Network.Register;

/// <summary>How like two names of units are.</summary>
internal static class UnitLikeness
{
    /// <summary>The place that a name means, without the names of the units it lies in before it, as 金河社区 of 贺兰县习岗镇金河社区居民委员会.</summary>
    internal static string PlaceOf(RegisterUnit unit, IEnumerable<string> around)
    {
        var place = RegisterName.PlaceOf(unit.Name);
        foreach (var outer in around.SelectMany(name => (string[])[name, RegisterName.PlaceOf(name)]))
        {
            // Two characters stay: 习岗镇 in front of 村 is the village 习岗镇村.
            if (place.Length >= outer.Length + 3 && place.StartsWith(outer, StringComparison.Ordinal))
                place = place[outer.Length..];
        }

        return place;
    }

    /// <summary>
    /// Whether a unit that kept its code may well have changed the one name for the other: one is part of the other, they differ in
    /// one character of at least three, or begin alike for half of the longer.
    /// </summary>
    internal static bool AreAlike(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < 2)
            return false;
        var begins = shorter.Zip(longer).TakeWhile(pair => pair.First == pair.Second).Count();
        return longer.Contains(shorter, StringComparison.Ordinal)
            || (shorter.Length >= 3 && DifferInOne(shorter, longer, begins))
            || (begins >= 2 && begins * 2 >= longer.Length);
    }

    private static bool DifferInOne(string shorter, string longer, int begins) =>
        shorter.Length == longer.Length ? shorter[(begins + 1)..] == longer[(begins + 1)..]
        : longer.Length == shorter.Length + 1 && shorter[begins..] == longer[(begins + 1)..];
}
