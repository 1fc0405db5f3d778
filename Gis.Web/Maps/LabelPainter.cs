using Gis.Core.Network;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>Writes the names of counties and, where there is room, of townships; a name that would touch another is left out.</summary>
internal static class LabelPainter
{
    private static readonly TextLook County = new(17, MapBrush.Ink, Bold: true, Halo: true);
    private static readonly TextLook Township = new(12, MapBrush.Ink, Halo: true);

    internal static void Draw(MapBrush brush, MapFrame frame, ServiceNetwork network, ServiceCells cells)
    {
        var taken = network.Points.Where(point => point is { Tier: Tier.Centre, Position: not null })
            .Select(point => Around(brush, frame.ToSheet(point.Position!.At), PointPainter.RadiusOf(Tier.Centre) + 4))
            .ToList();
        foreach (var county in network.Counties)
            Place(brush, county.Name, SpotsFor(brush, frame, cells, county), County, taken, frame.Window);

        var people = network.Villages.GroupBy(village => village.Code.Township)
            .ToDictionary(group => group.Key, group => group.Sum(village => village.Residents.Count));
        foreach (var township in network.Townships.Where(township => township.Seat is not null).OrderByDescending(township => people.GetValueOrDefault(township.Code)))
            Place(brush, RegisterName.PlaceOf(township.Name), SpotsRound(brush, frame.ToSheet(township.Seat!.At), 11), Township, taken, frame.Window);
    }

    private static IEnumerable<SKPoint> SpotsFor(MapBrush brush, MapFrame frame, ServiceCells cells, County county)
    {
        var round = county.Seat is { } seat ? SpotsRound(brush, frame.ToSheet(seat.At), 24) : [];
        if (!cells.Counties.TryGetValue(county.Code, out var area))
            return round;
        var middle = area.InteriorPoint.Coordinate;
        return round.Prepend(frame.ToSheet(Gis.Core.Places.LonLat.Of(middle.X, middle.Y)));
    }

    // Above, below, right, left of the symbol.
    private static IEnumerable<SKPoint> SpotsRound(MapBrush brush, SKPoint at, float gap)
    {
        var (near, beside) = (brush.Px(gap), brush.Px(gap * 3));
        return [new(at.X, at.Y - near), new(at.X, at.Y + near), new(at.X + beside, at.Y), new(at.X - beside, at.Y)];
    }

    private static void Place(MapBrush brush, string name, IEnumerable<SKPoint> spots, TextLook look, List<SKRect> taken, SKRect window)
    {
        var (width, height) = (brush.WidthOf(name, look), brush.Px(look.Size));
        foreach (var spot in spots)
        {
            var box = SKRect.Create(spot.X - (width / 2), spot.Y - (height / 2), width, height);
            box.Inflate(brush.Px(3), brush.Px(2));
            if (!window.Contains(box) || taken.Any(box.IntersectsWith))
                continue;
            taken.Add(box);
            brush.Text(name, spot.X - (width / 2), spot.Y + (height * 0.36f), look);
            return;
        }
    }

    private static SKRect Around(MapBrush brush, SKPoint at, float radius)
    {
        var reach = brush.Px(radius);
        return new SKRect(at.X - reach, at.Y - reach, at.X + reach, at.Y + reach);
    }
}
