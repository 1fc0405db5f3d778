namespace Gis.Core.Pairing;

/// <summary>Finds where something begins to hold.</summary>
internal static class Halving
{
    /// <summary>The first number, from 1 on, for which something holds that holds for all after it; the last is taken to be one without being asked.</summary>
    internal static int FindFirst(int last, Func<int, bool> holds)
    {
        var (no, yes) = (0, last);
        while (yes - no > 1)
        {
            var middle = (no + yes) / 2;
            (no, yes) = holds(middle) ? (no, middle) : (middle, yes);
        }

        return yes;
    }
}
