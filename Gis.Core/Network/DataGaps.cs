namespace Gis.Core.Network;

/// <summary>What a network, or one unit of it, lacks before a figure about it means anything.</summary>
/// <param name="Villages">How many villages there are.</param>
/// <param name="WithoutResidents">Of these, whose residents are not known.</param>
/// <param name="NotLocated">Of these, whose position is not known.</param>
/// <param name="HasPoints">Whether the whole network has a point; a unit may well have none of its own.</param>
public readonly record struct DataGaps(int Villages, int WithoutResidents, int NotLocated, bool HasPoints)
{
    /// <summary>Whether nothing is missing.</summary>
    public bool IsEmpty => WithoutResidents == 0 && NotLocated == 0 && HasPoints;

    /// <summary>Counts what is missing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="area">The unit asked about; null for the whole city.</param>
    public static DataGaps Of(ServiceNetwork network, AreaCode? area = null)
    {
        var (all, unknown, unlocated) = (0, 0, 0);
        foreach (var village in network.Villages)
        {
            if (area is { } unit && !village.Code.IsWithin(unit))
                continue;
            all++;
            unknown += village.ResidentsProvenance.IsKnown ? 0 : 1;
            unlocated += village.Position is null ? 1 : 0;
        }

        return new DataGaps(all, unknown, unlocated, !network.Points.IsEmpty);
    }
}
