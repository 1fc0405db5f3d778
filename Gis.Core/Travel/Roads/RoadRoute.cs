using System.Collections.Immutable;
using Gis.Core.Places;

namespace Gis.Core.Travel.Roads;

/// <summary>A way over roads from one place to another.</summary>
/// <param name="Trip">How long and how far it is, the way on foot to the first road and from the last included.</param>
/// <param name="Line">Where it leads, from the start itself to the end itself; no position twice in a row.</param>
/// <param name="Start">Where the start joins the roads.</param>
/// <param name="End">Where the end joins the roads.</param>
/// <param name="IsOnFoot">Whether it is walked straight across, since start and end lie closer to each other than to the road.</param>
public sealed record RoadRoute(Trip Trip, ImmutableArray<LonLat> Line, RoadFoot Start, RoadFoot End, bool IsOnFoot);
