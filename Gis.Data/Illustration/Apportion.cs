namespace Gis.Data.Illustration;

/// <summary>Splits whole numbers by weight, by the method of the largest remainder.</summary>
internal static class Apportion
{
    /// <summary>Whole parts of a total in proportion to weights, adding up to it exactly; equal remainders go to the first.</summary>
    internal static long[] Split(long total, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        if (!(sum > 0))
            throw new ArgumentException("There is nothing to split among: the weights add up to zero.", nameof(weights));

        var exact = weights.Select(weight => total * weight / sum).ToArray();
        var parts = exact.Select(part => (long)Math.Floor(part)).ToArray();
        var left = (int)(total - parts.Sum());
        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(index => exact[index] - parts[index]).ThenBy(index => index).Take(left))
            parts[index]++;
        return parts;
    }
}
