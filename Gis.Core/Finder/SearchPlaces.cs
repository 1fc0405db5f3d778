using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;

namespace Gis.Core.Finder;

/// <summary>The names of all places of a network that may be searched for, with the other names and landmarks of its city.</summary>
internal sealed class SearchPlaces
{
    /// <summary>So many ways to read a name aloud are kept; more are hardly ever right.</summary>
    internal const int MostReadings = 8;

    private readonly ImmutableDictionary<string, Place> byCode;
    private readonly ILookup<(AreaCode Area, Tier Tier), Place> pointsByArea;

    internal SearchPlaces(ServiceNetwork network, CityNames names)
    {
        var places = ListPlaces(network).ToList();
        byCode = places.ToImmutableDictionary(place => place.Point?.ToString() ?? place.Area.Digits);
        pointsByArea = places.Where(place => place.Point is not null).ToLookup(place => (place.Area, network.FindPoint(place.Point!.Value)!.Tier));
        Names =
        [
            .. places.Select(place => NameOf(KeyOf(network, place), new LikelyPlace(place, MatchHow.Name))),
            .. names.OtherNames.SelectMany(other => NamesOf(other.Name, [], other.Unit, MatchHow.OldName)),
            .. names.Landmarks.SelectMany(landmark => NamesOf(landmark.Name, landmark.OtherNames, landmark.Area, MatchHow.Landmark)),
        ];
    }

    internal ImmutableArray<Name> Names { get; }

    /// <summary>The place of an area code or a point's id; null for any other text.</summary>
    internal Place? FindByCode(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The points of a tier that serve a unit.</summary>
    internal IEnumerable<Place> ListPointsOf(AreaCode unit, Tier tier) => pointsByArea[(unit, tier)];

    /// <summary>All counties, townships, villages and points, in that order and in their own.</summary>
    internal static IEnumerable<Place> ListPlaces(ServiceNetwork network) => network.Counties
        .Select(county => new Place(county.Code, null, county.Name, county.Seat, BankOfSeat(network, county)))
        .Concat(network.Townships.Select(township => new Place(township.Code, null, township.Name, township.Seat, township.Bank)))
        .Concat(network.Villages.Select(village => new Place(village.Code, null, village.Name, village.Position, village.Bank)))
        .Concat(network.Points.Select(point => new Place(point.Area, point.Id, point.Name, point.Position, point.Bank)));

    // A county may lie on both banks; its seat stands where the township seat nearest to it stands.
    private static Bank BankOfSeat(ServiceNetwork network, County county) => county.Seat is { } seat
        ? network.Townships.Where(township => township.Code.IsWithin(county.Code) && township.Seat is not null)
            .MinBy(township => Geodesic.Distance(township.Seat!.At, seat.At))?.Bank ?? network.BankOf(county.Code)
        : network.BankOf(county.Code);

    /// <summary>
    /// The name in folded form. Some registers name a village with the units it lies in before it, as 贺兰县习岗镇金河社区: it is
    /// known without them.
    /// </summary>
    internal static string KeyOf(ServiceNetwork network, Place place)
    {
        var key = FoldedText.KeyOf(place.Name);
        if (place.Point is not null || place.Area.Level != AreaLevel.Village)
            return key;
        foreach (var around in new[] { network.City.Name, network.FindAreaName(place.Area.County), network.FindAreaName(place.Area.Township) })
        {
            var start = FoldedText.KeyOf(around);
            if (key.Length >= start.Length + 2 && key.StartsWith(start, StringComparison.Ordinal) && !RegisterName.IsKind(key[start.Length..]))
                key = key[start.Length..];
        }

        return key;
    }

    private static Name NameOf(string key, LikelyPlace found) => new(key, RegisterName.StemOf(key), found);

    // A name whose unit is no longer in the network leads nowhere.
    private IEnumerable<Name> NamesOf(string name, IEnumerable<string> others, AreaCode area, MatchHow how) => FindByCode(area.Digits) is { } place
        ? others.Prepend(name).Select(each => NameOf(FoldedText.KeyOf(each), new LikelyPlace(place, how, name)))
        : [];

    /// <summary>A name in folded form, the same without the word for its kind, and what it names.</summary>
    internal sealed record Name(string Key, string Stem, LikelyPlace Found);
}

/// <summary>A place someone may look for.</summary>
/// <param name="Area">The unit it is, or the unit a service point serves.</param>
/// <param name="Point">The service point it is; none for a unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Position">Where it is; none while it is not located.</param>
/// <param name="Bank">The bank of the barrier river it lies on.</param>
public sealed record Place(AreaCode Area, PointId? Point, string Name, Position? Position, Bank Bank);
