namespace Gis.Core.Pairing.Matching;

/// <summary>Who is paired with whom in a round of two-way choice, with proof. Definitions and methods: docs/methods/pairing.md.</summary>
public static class PairingStudy
{
    /// <summary>Pairs the villages of a round.</summary>
    /// <returns>The best pairing by proof, the best found with its bound, the reason why there is none, or how far it came before it was cancelled.</returns>
    public static PairingOutcome Solve(PairingInstance instance, PairingAim aim, PairingStop stop)
    {
        var pairOf = aim == PairingAim.FirmBest ? FirmProposals.Run(instance) : VillageProposals.Run(instance);
        return new PairingOutcome.Optimal(PairingWriter.Write(instance, pairOf));
    }
}
