using Gis.Core.Finder.Hours;
using Gis.Core.Network;

namespace Gis.Web.Finder;

/// <summary>Whether a point is open, as it stands beside its name.</summary>
/// <param name="Point">The point.</param>
/// <param name="State">How it is.</param>
/// <param name="Today">The day it is in China.</param>
public sealed record OpenNowView(ServicePoint Point, OpenState State, DateOnly Today)
{
    public bool IsOpen => State is OpenState.Open;

    /// <summary>Whether the hours only illustrate.</summary>
    public bool IsIllustrative => Point.Reception?.Hours is { Provenance.IsIllustrative: true };
}
