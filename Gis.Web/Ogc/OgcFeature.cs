using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc;

/// <summary>A feature of a collection.</summary>
/// <param name="Id">What tells it from every other of the collection; it stays while the rest changes.</param>
/// <param name="Shape">Its geometry in degrees, longitude first; null where it is not located.</param>
/// <param name="Values">
/// What its properties say, in the order of the collection's fields: a string, long, double, bool or <see cref="DateOnly"/>, or null
/// where that is not known.
/// </param>
public sealed record OgcFeature(string Id, Geometry? Shape, ImmutableArray<object?> Values);
