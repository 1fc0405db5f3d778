using Gis.Core.Units;

namespace Gis.Core.Progress.Acceptance;

/// <summary>
/// How a bureau weighs the plan's three groups, and what score it asks. The plan names the groups and says that they are to be
/// assessed in numbers (§5(3)); it gives no numbers, so these are the bureau's own.
/// </summary>
public sealed record Weights
{
    /// <summary>The largest part a group may have.</summary>
    public const int MostParts = 100;

    /// <summary>Weighs the groups by parts of a whole that need not be 100: 1, 1 and 1 is a third each.</summary>
    /// <param name="facilities">The parts of 基础设施, from 0 to <see cref="MostParts"/>.</param>
    /// <param name="staff">The parts of 人员配备, likewise.</param>
    /// <param name="work">The parts of 业务开展, likewise.</param>
    /// <param name="passMark">The least total that is accepted; exactly at it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is out of its range, or all are 0.</exception>
    public Weights(int facilities, int staff, int work, Share passMark)
    {
        foreach (var (name, parts) in new[] { (nameof(facilities), facilities), (nameof(staff), staff), (nameof(work), work) })
        {
            if (parts is < 0 or > MostParts)
                throw new ArgumentOutOfRangeException(name, parts, $"A group has from 0 to {MostParts} parts.");
        }

        if (facilities + staff + work == 0)
            throw new ArgumentOutOfRangeException(nameof(facilities), 0, "At least one of the three groups counts.");
        (Facilities, Staff, Work, PassMark) = (facilities, staff, work, passMark);
    }

    /// <summary>
    /// What holds until a bureau says otherwise: a third each, and four fifths to pass. Both are assumptions of this program.
    /// </summary>
    public static Weights Default { get; } = new(1, 1, 1, new Share(0.8));

    /// <summary>The parts of 基础设施.</summary>
    public int Facilities { get; }

    /// <summary>The parts of 人员配备.</summary>
    public int Staff { get; }

    /// <summary>The parts of 业务开展.</summary>
    public int Work { get; }

    /// <summary>The least total that is accepted.</summary>
    public Share PassMark { get; }

    /// <summary>The parts of a group.</summary>
    public int PartsOf(StandardGroup group) => group switch
    {
        StandardGroup.Facilities => Facilities,
        StandardGroup.Staff => Staff,
        _ => Work,
    };

    /// <summary>The share of a group; those of the three sum to 1.</summary>
    public Share ShareOf(StandardGroup group) => new((double)PartsOf(group) / (Facilities + Staff + Work));
}
