using System.Collections.Immutable;
using CsCheck;
using Gis.Web.Ogc;
using Gis.Web.Ogc.Filtering;
using NetTopologySuite.Geometries;

namespace Gis.Web.Tests.Ogc.Filtering;

/// <summary>Features with a field of each type, now and then unknown, and conditions about them.</summary>
internal static class RandomFilters
{
    internal static readonly ImmutableArray<OgcField> Fields =
    [
        new("text", FieldType.Text, "文", "t"), new("whole", FieldType.Whole, "整", "w"), new("number", FieldType.Number, "数", "n"),
        new("flag", FieldType.Flag, "真", "f"), new("day", FieldType.Date, "日", "d"),
    ];

    private static readonly Place Anywhere = new(1);

    // Few letters, so that equal and similar texts are common.
    private static readonly Gen<string> Texts = AnyOf('a', 'b', '\'', '%', '_', '村', '"', ' ').Array[0, 5].Select(letters => new string(letters));

    private static readonly Gen<string> Patterns = AnyOf("a", "b", "%", "_", "\\%", "\\_", "\\\\", "村", "''"[..1]).Array[0, 6]
        .Select(parts => string.Concat(parts)).Where(pattern => !pattern.Contains("\\'", StringComparison.Ordinal) && !pattern.EndsWith('\\'));

    private static readonly Gen<double> Numbers = Gen.OneOf(Gen.Int[-3, 3].Select(number => (double)number), Gen.Double[-1e6, 1e6], AnyOf(0.5, 1e-7, 1e21));

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 5].Select(day => new DateOnly(2026, 2, 26).AddDays(day));

    private static readonly Gen<BoxLiteral> Boxes = Gen.Select(Gen.Int[-3, 3], Gen.Int[-3, 3], Gen.Int[0, 4], Gen.Int[0, 4])
        .Select(box => new BoxLiteral([box.Item1, box.Item2, box.Item1 + box.Item3, box.Item2 + box.Item4], Anywhere));

    private static readonly Gen<Condition> Leaves = Gen.OneOf(
        OfKind("text", Texts.Select(text => (object)text)),
        OfKind("whole", Numbers.Select(number => (object)number)),
        OfKind("number", Numbers.Select(number => (object)number)),
        OfKind("flag", Gen.Bool.Select(flag => (object)flag)),
        OfKind("day", Days.Select(day => (object)day)),
        Patterns.Select(Condition (pattern) => new Like(Named("text"), pattern, Anywhere)),
        Boxes.Select(Condition (box) => new Intersects(Named("geometry"), box, Anywhere)),
        AnyOf("text", "whole", "number", "flag", "day", "geometry").Select(Condition (name) => new IsNull(Named(name), Anywhere)),
        Gen.Bool.Select(Condition (holds) => new Constant(holds, Anywhere)));

    internal static Gen<Condition> Conditions(int depth) => depth == 0 ? Leaves : Gen.OneOf(
        Leaves,
        Conditions(depth - 1).Select(Condition (inner) => new Not(inner, Anywhere)),
        Conditions(depth - 1).Array[2, 4].Select(Condition (parts) => new And([.. parts], Anywhere)),
        Conditions(depth - 1).Array[2, 4].Select(Condition (parts) => new Or([.. parts], Anywhere)));

    internal static Gen<OgcFeature> Features { get; } = Gen.Select(
        OrNull(Texts.Select(text => (object)text)), OrNull(Gen.Long[-3, 3].Select(number => (object)number)), OrNull(Numbers.Select(number => (object)number)),
        OrNull(Gen.Bool.Select(flag => (object)flag)), OrNull(Days.Select(day => (object)day)),
        OrNull(Gen.Select(Gen.Int[-4, 4], Gen.Int[-4, 4]).Select(at => (object)new Point(at.Item1, at.Item2))),
        (text, whole, number, flag, day, shape) => new OgcFeature("x", (Geometry?)shape, [text, whole, number, flag, day]));

    /// <summary>Geometries of every kind, in the writing of which both forms differ most.</summary>
    internal static readonly string[] Shapes =
    [
        "POINT (1 2)", "LINESTRING (0 0, 1 1.5)", "POLYGON ((0 0, 3 0, 3 3, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5))", "MULTIPOINT ((0 0), (1 1))",
        "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 0))",
    ];

    private static Gen<Condition> OfKind(string name, Gen<object> values) => Gen.OneOf(
        Gen.Select(Gen.Enum<ComparisonOperator>(), values, Gen.Bool).Select(Condition (each) => each.Item3
            ? new Comparison(each.Item1, Named(name), Value(each.Item2), Anywhere)
            : new Comparison(each.Item1, Value(each.Item2), Named(name), Anywhere)),
        values.Array[1, 4].Select(Condition (list) => new In(Named(name), [.. list.Select(Value)], Anywhere)),
        Gen.Select(values, values).Select(Condition (ends) => new Between(Named(name), Value(ends.Item1), Value(ends.Item2), Anywhere)));

    private static Gen<object?> OrNull(Gen<object> values) => Gen.Select(values, Gen.Int[0, 4]).Select(each => each.Item2 == 0 ? null : each.Item1);

    internal static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Property Named(string name) => new Property(name, Anywhere);

    private static Operand Value(object value) => new Literal(value, Anywhere);
}
