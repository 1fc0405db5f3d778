using System.Collections.Immutable;
using System.Text;
using Gis.Core.Network;
using Gis.Core.Places;

namespace Gis.Core.Finder;

/// <summary>Finds the places of a network by name. Made once per data version; threads may share it.</summary>
public sealed class PlaceIndex
{
    private readonly ImmutableArray<(Place Place, string Name, string Path)> entries;

    /// <summary>Lists the places of a network that may be searched for.</summary>
    public PlaceIndex(ServiceNetwork network) => entries =
    [
        .. ListPlaces(network).Select(place => (place, FoldedText.Of(place.Name), PathOf(network, place))),
    ];

    /// <summary>
    /// The places whose name answers to a text, best first: the name itself, the place a committee is named after, names
    /// that differ in the word for their kind alone, names that begin with it, names that hold it, full paths (county,
    /// township, village) that hold it or all its parts.
    /// </summary>
    /// <param name="text">What someone typed; any length, any characters. Width, case and spaces at the ends do not matter.</param>
    /// <param name="most">How many places to give at most.</param>
    public ImmutableArray<Place> Find(string text, int most)
    {
        // Nobody types a name longer than this; a pasted page must not cost time.
        var parts = (text.Length > 100 ? text[..100] : text).Split([' ', ' ', ',', ',', '、'], StringSplitOptions.RemoveEmptyEntries)
            .Select(FoldedText.Of).Where(part => part.Length > 0).ToArray();
        if (parts.Length == 0)
            return [];

        return
        [
            .. entries
                .Select(entry => (entry.Place, Rank: Rank(entry.Name, entry.Path, parts)))
                .Where(found => found.Rank is not null)
                .OrderBy(found => found.Rank)
                .ThenBy(found => found.Place.Point is not null)
                .ThenBy(found => found.Place.Area)
                .ThenBy(found => found.Place.Point)
                .Select(found => found.Place)
                .Take(most),
        ];
    }

    /// <summary>The place of an area code or a point's id; null for any other text.</summary>
    public Place? FindByCode(string? code) => entries
        .Select(entry => entry.Place)
        .FirstOrDefault(place => (place.Point?.ToString() ?? place.Area.Digits) == code);

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

    private static int? Rank(string name, string path, string[] parts)
    {
        var whole = string.Concat(parts);
        if (name == whole || path == whole)
            return 0;
        if (RegisterName.PlaceOf(name) == whole)
            return 1;
        if (RegisterName.StemOf(name) == RegisterName.StemOf(whole))
            return 2;
        if (name.StartsWith(whole, StringComparison.Ordinal))
            return 3;
        if (name.Contains(whole, StringComparison.Ordinal))
            return 4;
        return path.Contains(whole, StringComparison.Ordinal) || parts.All(part => path.Contains(part, StringComparison.Ordinal)) ? 5 : null;
    }

    private static string PathOf(ServiceNetwork network, Place place)
    {
        var code = place.Area;
        var path = new StringBuilder(network.FindCounty(code.County)?.Name);
        if (code.Level != AreaLevel.County)
            path.Append(network.FindTownship(code.Township)?.Name);
        if (code.Level == AreaLevel.Village)
            path.Append(network.FindVillage(code)?.Name);
        return FoldedText.Of(path.ToString()) + (place.Point is null ? "" : FoldedText.Of(place.Name)) + code;
    }
}

/// <summary>A place someone may look for.</summary>
/// <param name="Area">The unit it is, or the unit a service point serves.</param>
/// <param name="Point">The service point it is; none for a unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Position">Where it is; none while it is not located.</param>
/// <param name="Bank">The bank of the barrier river it lies on.</param>
public sealed record Place(AreaCode Area, PointId? Point, string Name, Position? Position, Bank Bank);
