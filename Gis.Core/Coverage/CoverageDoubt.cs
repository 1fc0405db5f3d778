using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>A record whose doubt widens the interval of the covered share.</summary>
/// <param name="Village">The village; null if the record is a point.</param>
/// <param name="Point">The service point; null if the record is a village.</param>
/// <param name="Kind">What is in doubt.</param>
/// <param name="Time">How many minutes a trip may be off for it; zero while it is not located.</param>
/// <param name="AtStake">By how many residents, or what else is counted, the interval would narrow at least if this record alone were exact.</param>
public sealed record DoubtfulRecord(Village? Village, ServicePoint? Point, DoubtKind Kind, Minutes Time, Residents AtStake);

/// <summary>What is in doubt about a record.</summary>
public enum DoubtKind
{
    /// <summary>It has no position.</summary>
    Unlocated,

    /// <summary>It lies far from any road, which counts more than the accuracy of its position.</summary>
    FarFromRoads,

    /// <summary>Its position is known only so well.</summary>
    Accuracy,
}

/// <summary>Finds the records that widen the interval of the covered share.</summary>
/// <remarks>
/// A village is in doubt if it is possibly covered but not certainly. A record is asked about only in villages in doubt: what
/// is certain, or out of the question, stays so when a doubt less is left.
/// </remarks>
internal static class CoverageDoubt
{
    internal static ImmutableArray<DoubtfulRecord> Rank(CoverageGround ground, Openness openness, CoverageAnswer answer)
    {
        var network = ground.Network;
        var (villages, points) = (new Residents[network.Villages.Length], new Residents[network.Points.Length]);
        for (var row = 0; row < villages.Length; row++)
        {
            var counts = answer.Question.Weighting.Of(network.Villages[row]);
            if (counts.Count == 0 || !answer.Villages.Judgement(row).IsDoubtful)
                continue;
            if (Settles(openness.Doubt(row, exactVillage: true)))
                villages[row] += counts;
            foreach (var point in openness.ListSettling(row))
                points[point] += counts;
        }

        return
        [
            .. Enumerable.Range(0, villages.Length).Where(row => villages[row].Count > 0).Select(row => OfVillage(ground, row, villages[row]))
                .Concat(Enumerable.Range(0, points.Length).Where(point => points[point].Count > 0).Select(point => OfPoint(ground, point, points[point])))
                .OrderByDescending(record => record.AtStake),
        ];
    }

    private static bool Settles((bool Certain, bool Possible) doubt) => doubt.Certain || !doubt.Possible;

    private static DoubtfulRecord OfVillage(CoverageGround ground, int row, Residents atStake)
    {
        var village = ground.Network.Villages[row];
        var snapped = ground.Snapped.Villages.GetValueOrDefault(village.Code);
        return new(village, null, KindOf(village.Position, ground.VillageDoubt[row], snapped), ground.VillageDoubt[row], atStake);
    }

    private static DoubtfulRecord OfPoint(CoverageGround ground, int index, Residents atStake)
    {
        var point = ground.Network.Points[index];
        var snapped = ground.Snapped.Points.GetValueOrDefault(point.Id);
        return new(null, point, KindOf(point.Position, ground.PointDoubt[index], snapped), ground.PointDoubt[index], atStake);
    }

    private static DoubtKind KindOf(Position? position, Minutes all, Minutes snapped) => position is null ? DoubtKind.Unlocated
        : snapped.Value > all.Value - snapped.Value ? DoubtKind.FarFromRoads
        : DoubtKind.Accuracy;
}
