using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Progress.Inspection;

/// <summary>Where the teams set out.</summary>
public enum InspectionBase
{
    /// <summary>From the centre of the county they look at.</summary>
    County,

    /// <summary>From the first centre of the city.</summary>
    City,
}

/// <summary>How long looking at a point takes, by its tier.</summary>
/// <param name="Centre">At a centre.</param>
/// <param name="Station">At a station.</param>
/// <param name="Room">At a room.</param>
public sealed record CheckTimes(Minutes Centre, Minutes Station, Minutes Room)
{
    /// <summary>Taken where nobody says otherwise; an assumption of this program, the plan gives none.</summary>
    public static CheckTimes Default { get; } = new(new Minutes(90), new Minutes(60), new Minutes(40));

    /// <summary>How long it takes at a tier.</summary>
    public Minutes Of(Tier tier) => tier switch { Tier.Centre => Centre, Tier.Station => Station, _ => Room };
}

/// <summary>Points that teams of their own look at.</summary>
/// <param name="County">The county they lie in; none: they are those of the whole city.</param>
/// <param name="Base">Where the teams set out.</param>
/// <param name="Points">What is looked at, in the network's order; each has a position.</param>
public sealed record InspectionPart(AreaCode? County, TripEnd Base, ImmutableArray<ServicePoint> Points)
{
    /// <summary>The places of a task: the base first, then the points.</summary>
    public ImmutableArray<TripEnd> Places => [Base, .. Points.Select(point => new TripEnd(point.Position!.At, point.Bank))];

    /// <summary>The stops of a task.</summary>
    public ImmutableArray<InspectionStop> ListStops(CheckTimes times) => [.. Points.Select(point => new InspectionStop(point.Id, times.Of(point.Tier)))];
}

/// <summary>An inspection, parted so that each part can be planned alone.</summary>
/// <param name="Parts">The parts, in order of county; none is empty.</param>
/// <param name="Unlocated">Points without a position: nobody can be sent there, and they are left to be seen to.</param>
public sealed record InspectionParts(ImmutableArray<InspectionPart> Parts, ImmutableArray<ServicePoint> Unlocated)
{
    /// <summary>The most points that are planned together over the bounds of counties.</summary>
    public const int MostTogether = 120;

    /// <summary>Parts the points to look at by county, where the teams set out from there or the points are many.</summary>
    /// <remarks>
    /// A county whose centre has no position has its teams set out from its seat, a city without one from the seat of its first
    /// county; where that is not known either, from the first point to look at.
    /// </remarks>
    public static InspectionParts Of(ServiceNetwork network, IEnumerable<ServicePoint> points, InspectionBase from)
    {
        var byPlace = points.ToLookup(point => point.Position is not null);
        ImmutableArray<ServicePoint> located = [.. byPlace[true]];
        var parts = from == InspectionBase.City && located.Length <= MostTogether
            ? located.IsEmpty ? [] : [new InspectionPart(null, FindBase(network, null, located[0]), located)]
            : located.GroupBy(point => point.Area.County).OrderBy(county => county.Key).Select(county => new InspectionPart(
                county.Key, FindBase(network, from == InspectionBase.County ? county.Key : null, county.First()), [.. county]));
        return new InspectionParts([.. parts], [.. byPlace[false]]);
    }

    private static TripEnd FindBase(ServiceNetwork network, AreaCode? county, ServicePoint first)
    {
        var centre = network.Points.FirstOrDefault(point =>
            point.Tier == Tier.Centre && point.Position is not null && (county is null || point.Area.County == county));
        if (centre is not null)
            return new TripEnd(centre.Position!.At, centre.Bank);
        var seat = county ?? network.Counties[0].Code;
        return network.SeatOf(seat) is { } at ? new TripEnd(at, network.BankOf(seat)) : new TripEnd(first.Position!.At, first.Bank);
    }
}
