using Gis.Web.Maps;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc.Filtering;

/// <summary>Reads the geometries of CQL2 text: well-known text and BBOX. Heights are read and left out, for nothing here has one.</summary>
internal sealed class ShapeText(TokenCursor tokens, FilterBudget budget)
{
    private static readonly string[] Kinds =
        ["POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "BBOX"];

    internal static bool Begins(TokenCursor tokens) =>
        Array.Exists(Kinds, tokens.Now.IsWord) && (tokens.Next.IsSymbol("(") || tokens.Next.IsWord("Z"));

    internal Operand Read()
    {
        var at = tokens.Now.At;
        if (!tokens.Now.IsWord("BBOX"))
            return new ShapeLiteral(ReadTagged(), at);
        budget.CountShape(at);
        tokens.Take();
        return new BoxLiteral([.. ReadList(ReadNumber)], at);
    }

    private Geometry ReadTagged()
    {
        var kind = tokens.Take();
        budget.CountShape(kind.At);
        tokens.Takes("Z");
        return Shapes.Make(kind.At, () => kind.Text.ToUpperInvariant() switch
        {
            "POINT" => Ground.Shapes.CreatePoint(ReadList(ReadCorner).Single()),
            "LINESTRING" => Line(),
            "POLYGON" => Polygon(),
            "MULTIPOINT" => Ground.Shapes.CreateMultiPointFromCoords([.. ReadList(ReadPointOfMany)]),
            "MULTILINESTRING" => Ground.Shapes.CreateMultiLineString([.. ReadList(Line)]),
            "MULTIPOLYGON" => Ground.Shapes.CreateMultiPolygon([.. ReadList(Polygon)]),
            "GEOMETRYCOLLECTION" => Ground.Shapes.CreateGeometryCollection([.. budget.Within(kind.At, () => ReadList(ReadPart))]),
            _ => throw new FilterFault(kind.At, $"看不懂几何“{kind.Text}”", $"'{kind.Text}' is no geometry"),
        });
    }

    private Geometry ReadPart() => Begins(tokens) && !tokens.Now.IsWord("BBOX") ? ReadTagged() : throw tokens.Fault("几何", "a geometry");

    private LineString Line() => Ground.Shapes.CreateLineString([.. ReadList(ReadCorner)]);

    private Polygon Polygon()
    {
        var rings = ReadList(() => Ground.Shapes.CreateLinearRing([.. ReadList(ReadCorner)]));
        return Ground.Shapes.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    // Both MULTIPOINT((1 2),(3 4)) and MULTIPOINT(1 2,3 4) are written.
    private Coordinate ReadPointOfMany()
    {
        if (!tokens.TakesSymbol("("))
            return ReadCorner();
        var corner = ReadCorner();
        tokens.Expect(")");
        return corner;
    }

    private Coordinate ReadCorner()
    {
        budget.CountCorner(tokens.Now.At);
        var corner = new Coordinate(ReadNumber(), ReadNumber());
        if (tokens.Now.Kind == TokenKind.Number)
            ReadNumber();
        return corner;
    }

    private double ReadNumber() => tokens.Now.Kind == TokenKind.Number ? TokenReader.ParseNumber(tokens.Take()) : throw tokens.Fault("数", "a number");

    private List<T> ReadList<T>(Func<T> read)
    {
        tokens.Expect("(");
        var items = new List<T>();
        do
            items.Add(read());
        while (tokens.TakesSymbol(","));
        tokens.Expect(")");
        return items;
    }
}
