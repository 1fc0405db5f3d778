namespace Gis.Web.Maps.Marks;

/// <summary>
/// Marks of one kind in columns: where each is, in degrees, the fields it has, and the numbers that are added up where marks stand
/// too close together to be shown one by one.
/// </summary>
public sealed record MarkColumns(double[] Longitudes, double[] Latitudes, MarkField[] Fields, params MarkTotal[] Totals)
{
    public int Count => Longitudes.Length;

    internal void Verify()
    {
        var counts = Fields.Select(field => (field.Name, field.Count))
            .Concat(Totals.Select(total => (total.Name, total.Values.Length)))
            .Prepend(("latitude", Latitudes.Length));
        foreach (var (name, count) in counts)
        {
            if (count != Count)
                throw new ArgumentException($"{Count} marks have a longitude and {count} have {name}.");
        }
    }
}

/// <summary>A number that is added up.</summary>
public sealed record MarkTotal(string Name, long[] Values)
{
    /// <summary>Counts the marks of which something is so.</summary>
    public static MarkTotal Count<T>(string name, IEnumerable<T> marks, Predicate<T> isCounted) =>
        new(name, [.. marks.Select(mark => isCounted(mark) ? 1L : 0)]);
}
