using System.Globalization;
using System.Text.Json.Nodes;
using Gis.Web.Ogc.Filtering;
using NetTopologySuite.Geometries;

namespace Gis.Web.Tests.Ogc.Filtering;

/// <summary>Writes conditions in both forms of CQL2, to be read again.</summary>
internal static class FilterWriter
{
    internal static string Text(Condition condition) => condition switch
    {
        And and => string.Join(" AND ", and.Parts.Select(part => $"({Text(part)})")),
        Or or => string.Join(" OR ", or.Parts.Select(part => $"({Text(part)})")),
        Not not => $"NOT ({Text(not.Denied)})",
        Constant constant => constant.Holds ? "TRUE" : "FALSE",
        Comparison comparison => $"{Text(comparison.Left)} {Sign(comparison.Operator)} {Text(comparison.Right)}",
        IsNull isNull => $"{Text(isNull.Of)} IS NULL",
        Like like => $"{Text(like.Of)} LIKE {Quoted(like.Pattern)}",
        Between between => $"{Text(between.Of)} BETWEEN {Text(between.Low)} AND {Text(between.High)}",
        In @in => $"{Text(@in.Of)} IN ({string.Join(", ", @in.Values.Select(Text))})",
        Intersects intersects => $"S_INTERSECTS({Text(intersects.Left)}, {Text(intersects.Right)})",
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    internal static JsonNode Json(Condition condition) => condition switch
    {
        And and => Op("and", [.. and.Parts.Select(Json)]),
        Or or => Op("or", [.. or.Parts.Select(Json)]),
        Not not => Op("not", Json(not.Denied)),
        Constant constant => constant.Holds,
        Comparison comparison => Op(Sign(comparison.Operator), Json(comparison.Left), Json(comparison.Right)),
        IsNull isNull => Op("isNull", Json(isNull.Of)),
        Like like => Op("like", Json(like.Of), like.Pattern),
        Between between => Op("between", Json(between.Of), Json(between.Low), Json(between.High)),
        In @in => Op("in", Json(@in.Of), new JsonArray([.. @in.Values.Select(Json)])),
        Intersects intersects => Op("s_intersects", Json(intersects.Left), Json(intersects.Right)),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private static string Text(Operand operand) => operand switch
    {
        Property property => $"\"{property.Name}\"",
        Literal { Value: string text } => Quoted(text),
        Literal { Value: bool flag } => flag ? "TRUE" : "FALSE",
        Literal { Value: DateOnly day } => $"DATE('{Write(day)}')",
        Literal { Value: DateTimeOffset moment } => $"TIMESTAMP('{Write(moment)}')",
        Literal { Value: double number } => Write(number),
        ShapeLiteral shape => shape.Shape.AsText(),
        BoxLiteral box => $"BBOX({string.Join(", ", box.Numbers.Select(Write))})",
        _ => throw new NotSupportedException(operand.GetType().Name),
    };

    private static JsonNode Json(Operand operand) => operand switch
    {
        Property property => new JsonObject { ["property"] = property.Name },
        Literal { Value: string text } => text,
        Literal { Value: bool flag } => flag,
        Literal { Value: DateOnly day } => new JsonObject { ["date"] = Write(day) },
        Literal { Value: DateTimeOffset moment } => new JsonObject { ["timestamp"] = Write(moment) },
        Literal { Value: double number } => number,
        ShapeLiteral shape => Json(shape.Shape),
        BoxLiteral box => new JsonObject { ["bbox"] = new JsonArray([.. box.Numbers.Select(number => (JsonNode)number)]) },
        _ => throw new NotSupportedException(operand.GetType().Name),
    };

    private static JsonObject Json(Geometry shape) => shape is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon)
        ? new() { ["type"] = shape.GeometryType, ["geometries"] = new JsonArray([.. Parts(shape).Select(Json)]) }
        : new() { ["type"] = shape.GeometryType, ["coordinates"] = Corners(shape) };

    private static JsonArray Corners(Geometry shape) => shape switch
    {
        Point point => Pair(point.Coordinate),
        LineString line => [.. line.Coordinates.Select(Pair)],
        Polygon polygon => [.. polygon.Holes.Prepend(polygon.Shell).Select(Corners)],
        _ => [.. Parts(shape).Select(Corners)],
    };

    private static JsonArray Pair(Coordinate at) => [at.X, at.Y];

    private static IEnumerable<Geometry> Parts(Geometry shape) => Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN);

    private static JsonObject Op(string name, params JsonNode[] arguments) => new() { ["op"] = name, ["args"] = new JsonArray([.. arguments]) };

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Write(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
