using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Web.Maps;

/// <summary>The five classes of a coverage map, relative to the limit asked, and no data.</summary>
public enum CoverageClass
{
    /// <summary>At most a third of the limit.</summary>
    Near,

    /// <summary>At most two thirds.</summary>
    Midway,

    /// <summary>At most the limit: the last that is covered.</summary>
    Within,

    /// <summary>At most twice the limit.</summary>
    Beyond,

    /// <summary>More, or not reachable at all.</summary>
    Far,

    /// <summary>Not located, so that nothing is known.</summary>
    NoData,
}

/// <summary>
/// The colours of every map, on the server and in the browser, whose copy in client/src/coverage/classes.ts a test holds to this one. Blue is covered and
/// brown is the gap, apart also for eyes that do not tell red from green: docs/methods/maps.md.
/// </summary>
public sealed record MapPalette(
    string Ground, string River, string Joint, string Ink, string Halo, ImmutableArray<ClassColour> Classes, string NoData)
{
    public static MapPalette Default { get; } = new(
        Ground: "#F4F3EF",
        River: "#A9CFE8",
        Joint: "#FFFFFF",
        Ink: "#1B2A3D",
        Halo: "#FFFFFF",
        Classes:
        [
            new("near", "#225EA8", 1),
            new("midway", "#41B6C4", 2),
            new("within", "#C7E9B4", 3),
            new("beyond", "#FDC98B", 6),
            new("far", "#E8875A", null),
        ],
        NoData: "#C9CCD1");

    public string ColourOf(CoverageClass of) => of == CoverageClass.NoData ? NoData : Classes[(int)of].Colour;

    /// <summary>The class of a trip; none means that there is no way.</summary>
    public CoverageClass ClassOf(Minutes? trip, Minutes limit)
    {
        for (var i = 0; i < Classes.Length; i++)
        {
            if (Classes[i].UpToThirds is { } thirds && trip is { } time && IsWithin(time.Value, limit.Value, thirds))
                return (CoverageClass)i;
        }

        return CoverageClass.Far;
    }

    // Nothing is divided, and the limit itself is not multiplied, since rounding would move its exact borders.
    private static bool IsWithin(double trip, double limit, int thirds) =>
        thirds % 3 == 0 ? trip <= limit * (thirds / 3) : trip * 3 <= limit * thirds;
}

/// <summary>A class with its colour and its upper end in thirds of the limit, inclusive; the last class has none.</summary>
public sealed record ClassColour(string Name, string Colour, int? UpToThirds);
