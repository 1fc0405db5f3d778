using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Network;

/// <summary>Where something stands, and how well that is known.</summary>
/// <param name="At">The position.</param>
/// <param name="Placement">How the position was come by.</param>
/// <param name="Accuracy">How far the true position may be from <paramref name="At"/>.</param>
/// <param name="Source">The survey, gazetteer or written rule that gives the position.</param>
public sealed record Position(LonLat At, Placement Placement, Metres Accuracy, string Source)
{
    /// <summary>From so far a signboard is found by looking round or asking (an assumption); exactly as far is near enough.</summary>
    public static readonly Metres NearTheDoor = new(200);

    /// <summary>Whether somebody who goes there stands near the door; nobody is sent to a place that illustrates, nor to one known to a kilometre.</summary>
    public bool LeadsToTheDoor => Placement != Placement.Illustrative && Accuracy <= NearTheDoor;
}

/// <summary>How a position was come by, from the least to the most trusted.</summary>
public enum Placement
{
    /// <summary>Laid out by a written rule; stands in for a position that is not public.</summary>
    Illustrative,

    /// <summary>Estimated by hand from general geography.</summary>
    Approximate,

    /// <summary>The seat of the unit, from a gazetteer.</summary>
    Seat,

    /// <summary>Measured on the spot or entered from the bureau's ledger.</summary>
    Surveyed,
}
