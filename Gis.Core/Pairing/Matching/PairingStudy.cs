namespace Gis.Core.Pairing.Matching;

/// <summary>Who is paired with whom in a round of two-way choice, with proof. Definitions and methods: docs/methods/pairing.md.</summary>
public static class PairingStudy
{
    /// <summary>Pairs the villages of a round.</summary>
    /// <returns>The best pairing by proof, the best found with its bound, the reason why there is none, or how far it came before it was cancelled.</returns>
    public static PairingOutcome Solve(PairingInstance instance, PairingAim aim, PairingStop stop) =>
        new PairingSearch(instance, aim, stop).Solve();

    /// <summary>Pairs a round again after something has changed, as when a lawyer leaves: as stable as before, with as few villages changed as can be.</summary>
    /// <param name="instance">The round as it is now.</param>
    /// <param name="before">Who was paired with whom; whoever is no longer there counts as somebody the village loses.</param>
    /// <param name="aim">What comes after the fewest changes and the most pairs: for the best ends the sum of ranks of that side, else as in <see cref="PairingAim"/>.</param>
    /// <param name="stop">When to stop.</param>
    /// <remarks>A village counts as changed when it has another adviser than before, nobody any more, or somebody where it had nobody.</remarks>
    public static PairingOutcome Rematch(PairingInstance instance, IReadOnlyCollection<PairedVillage> before, PairingAim aim, PairingStop stop) =>
        new PairingSearch(instance, aim, stop) { Before = Read(instance, before) }.Solve();

    // Who is gone is nobody's adviser: no village can keep them.
    private static int[] Read(PairingInstance instance, IReadOnlyCollection<PairedVillage> before)
    {
        var advisers = new int[instance.Villages];
        Array.Fill(advisers, -1);
        foreach (var pair in before)
        {
            if (instance.Names.FindVillage(pair.Village) is >= 0 and var village)
                advisers[village] = instance.Names.FindAdviser(pair.Adviser) is >= 0 and var adviser ? adviser : instance.Advisers;
        }

        return advisers;
    }
}
