using System.Collections.Immutable;
using Gis.Web.Layout;

namespace Gis.Web.Finder.Posters;

/// <summary>What hangs at the door of a point, so that whoever stands before it knows when somebody is there and whom to call.</summary>
/// <param name="Language">The language of its words.</param>
/// <param name="Name">The name of the point.</param>
/// <param name="Where">Its county and township.</param>
/// <param name="Parts">What it says: a heading with its lines each.</param>
/// <param name="Phone">The number to call, in large figures.</param>
/// <param name="Address">The address that the QR code holds.</param>
/// <param name="Note">What is to be said below, as that something only illustrates; empty for nothing.</param>
public sealed record Poster(Language Language, string Name, string Where, ImmutableArray<PosterPart> Parts, string Phone, string Address, string Note);

/// <summary>A heading with its lines.</summary>
public sealed record PosterPart(string Heading, ImmutableArray<string> Lines);

/// <summary>The sheets a poster is printed on, upright.</summary>
public enum PosterSize
{
    A4,

    A3,
}
