using System.Collections.Immutable;
using NetTopologySuite.Geometries.Prepared;

namespace Gis.Web.Ogc.Filtering;

/// <summary>
/// A condition held against the fields of a collection: every property is one of them, and what is compared is of one kind. A
/// comparison with what is not known is neither true nor false, as in SQL; features are found where the whole is true.
/// </summary>
internal sealed class BoundFilter
{
    internal const string GeometryName = "geometry";

    private readonly ImmutableArray<OgcField> fields;
    private readonly OgcCrs crs;
    private readonly Func<OgcFeature, bool?> test;

    /// <exception cref="FilterFault">A property is none of the collection's, or two things of different kinds are compared.</exception>
    internal BoundFilter(Condition condition, ImmutableArray<OgcField> fields, OgcCrs crs)
    {
        (this.fields, this.crs) = (fields, crs);
        test = Bind(condition);
    }

    internal bool Matches(OgcFeature feature) => test(feature) == true;

    private Func<OgcFeature, bool?> Bind(Condition condition) => condition switch
    {
        And and => BindAll(and.Parts, decides: false),
        Or or => BindAll(or.Parts, decides: true),
        Not not => BindNot(not),
        Constant constant => _ => constant.Holds,
        Comparison comparison => BindComparison(comparison),
        IsNull isNull => BindIsNull(isNull),
        Like like => BindLike(like),
        Between between => BindBetween(between),
        In @in => BindIn(@in),
        Intersects intersects => BindIntersects(intersects),
        _ => throw new InvalidOperationException($"{condition.GetType()} is no condition."),
    };

    // One false part decides a conjunction, one true part a disjunction, whatever is not known of the others.
    private Func<OgcFeature, bool?> BindAll(ImmutableArray<Condition> parts, bool decides)
    {
        var tests = parts.Select(Bind).ToArray();
        return feature =>
        {
            bool? all = !decides;
            foreach (var each in tests)
            {
                var found = each(feature);
                if (found == decides)
                    return decides;
                all = found is null ? null : all;
            }

            return all;
        };
    }

    private Func<OgcFeature, bool?> BindNot(Not not)
    {
        var denied = Bind(not.Denied);
        return feature => !denied(feature);
    }

    private Func<OgcFeature, bool?> BindComparison(Comparison comparison)
    {
        var (left, right) = BindPair(comparison.Left, comparison.Right);
        Func<int, bool> holds = comparison.Operator switch
        {
            ComparisonOperator.Equal => order => order == 0,
            ComparisonOperator.NotEqual => order => order != 0,
            ComparisonOperator.Less => order => order < 0,
            ComparisonOperator.LessOrEqual => order => order <= 0,
            ComparisonOperator.Greater => order => order > 0,
            _ => order => order >= 0,
        };
        return feature => Compare(left(feature), right(feature)) is { } order ? holds(order) : null;
    }

    private Func<OgcFeature, bool?> BindIsNull(IsNull isNull)
    {
        if (isNull.Of is Property { Name: GeometryName })
            return feature => feature.Shape is null;
        var value = BindValue(isNull.Of).Value;
        return feature => value(feature) is null;
    }

    private Func<OgcFeature, bool?> BindLike(Like like)
    {
        var (kind, value) = BindValue(like.Of);
        if (kind != typeof(string))
            throw new FilterFault(like.Of.At, "LIKE 只比较文本", "LIKE compares texts alone");
        if (like.Pattern.Length > FilterBudget.LongestPattern)
            throw new FilterFault(like.At, $"样式太长,最多 {FilterBudget.LongestPattern} 个字符", $"the pattern is too long; at most {FilterBudget.LongestPattern} characters are read");
        var pattern = new LikePattern(like.Pattern);
        return feature => value(feature) is string text ? pattern.Matches(text) : null;
    }

    private Func<OgcFeature, bool?> BindBetween(Between between)
    {
        var (value, low) = BindPair(between.Of, between.Low);
        var (_, high) = BindPair(between.Of, between.High);
        return feature =>
        {
            var found = value(feature);
            var (toLow, toHigh) = (Compare(found, low(feature)), Compare(found, high(feature)));
            return toLow is null || toHigh is null ? null : toLow >= 0 && toHigh <= 0;
        };
    }

    // Its values are literals or properties; one that is not known leaves open what none of the others decides.
    private Func<OgcFeature, bool?> BindIn(In @in)
    {
        var value = BindValue(@in.Of).Value;
        var values = @in.Values.Select(each => BindPair(@in.Of, each).Right).ToArray();
        return feature =>
        {
            var found = value(feature);
            bool? any = false;
            foreach (var each in values)
            {
                var order = Compare(found, each(feature));
                if (order == 0)
                    return true;
                any = order is null ? null : any;
            }

            return any;
        };
    }

    private Func<OgcFeature, bool?> BindIntersects(Intersects intersects)
    {
        var (left, right) = (BindShape(intersects.Left), BindShape(intersects.Right));
        return (left, right) switch
        {
            ({ } one, { } other) => _ => one.Intersects(other.Geometry),
            ({ } one, null) => feature => feature.Shape is { } shape ? one.Intersects(shape) : null,
            (null, { } other) => feature => feature.Shape is { } shape ? other.Intersects(shape) : null,
            _ => feature => feature.Shape is null ? null : true,
        };
    }

    // Null for the geometry of the feature, which is another each time.
    private IPreparedGeometry? BindShape(Operand operand) => operand switch
    {
        Property { Name: GeometryName } => null,
        ShapeLiteral literal => PreparedGeometryFactory.Prepare(FilterShapes.ToDegrees(literal, crs)),
        BoxLiteral box => PreparedGeometryFactory.Prepare(FilterShapes.ToDegrees(box, crs)),
        _ => throw new FilterFault(operand.At, "这里应为 geometry 或几何", "expected geometry or a geometry here"),
    };

    private (Func<OgcFeature, object?> Left, Func<OgcFeature, object?> Right) BindPair(Operand left, Operand right)
    {
        var ((leftKind, leftValue), (rightKind, rightValue)) = (BindValue(left), BindValue(right));
        // The standard lets a text stand for a day where it is compared with one.
        if (leftKind == typeof(DateOnly) && right is Literal { Value: string late })
            (rightKind, rightValue) = (leftKind, DayOf(late, right.At));
        if (rightKind == typeof(DateOnly) && left is Literal { Value: string early })
            (leftKind, leftValue) = (rightKind, DayOf(early, left.At));
        if (leftKind != rightKind)
        {
            throw new FilterFault(
                right.At, $"{ChineseOf(leftKind)}不能和{ChineseOf(rightKind)}比较", $"{EnglishOf(leftKind)} cannot be compared with {EnglishOf(rightKind)}");
        }

        return (leftValue, rightValue);
    }

    private static Func<OgcFeature, object?> DayOf(string text, Place at)
    {
        object day = Instants.ReadDate(text, at);
        return _ => day;
    }

    private (Type Kind, Func<OgcFeature, object?> Value) BindValue(Operand operand)
    {
        if (operand is Literal literal)
            return (literal.Value.GetType(), _ => literal.Value);
        if (operand is not Property property)
            throw new FilterFault(operand.At, "几何不能这样比较,请用 S_INTERSECTS", "a geometry is not compared so; use S_INTERSECTS");
        var index = IndexOf(property.Name);
        if (index < 0)
            throw UnknownProperty(property);
        return fields[index].Type switch
        {
            FieldType.Whole => (typeof(double), feature => feature.Values[index] is long number ? (double)number : null),
            FieldType.Number => (typeof(double), Value),
            FieldType.Flag => (typeof(bool), Value),
            FieldType.Date => (typeof(DateOnly), Value),
            _ => (typeof(string), Value),
        };

        object? Value(OgcFeature feature) => feature.Values[index];
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Name == name)
                return i;
        }

        return -1;
    }

    private FilterFault UnknownProperty(Property property)
    {
        if (property.Name == GeometryName)
            return new FilterFault(property.At, "几何不能这样比较,请用 S_INTERSECTS", "a geometry is not compared so; use S_INTERSECTS");
        var known = string.Join(", ", fields.Select(field => field.Name));
        return new FilterFault(property.At, $"没有属性“{property.Name}”,有的是 {known}", $"there is no property '{property.Name}'; there are {known}");
    }

    private static int? Compare(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (string one, string other) => string.CompareOrdinal(one, other),
        (IComparable one, _) => one.CompareTo(right),
        _ => throw new InvalidOperationException($"{left.GetType()} has no order."),
    };

    private static string ChineseOf(Type kind) => Words(kind).Chinese;

    private static string EnglishOf(Type kind) => Words(kind).English;

    private static (string Chinese, string English) Words(Type kind) =>
        kind == typeof(string) ? ("文本", "a text")
        : kind == typeof(double) ? ("数", "a number")
        : kind == typeof(bool) ? ("真假", "a truth (TRUE, FALSE)")
        : kind == typeof(DateOnly) ? ("日期(DATE('…'))", "a date (DATE('…'))")
        : ("时刻(TIMESTAMP('…'))", "a moment (TIMESTAMP('…'))");
}
