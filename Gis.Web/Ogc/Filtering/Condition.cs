using System.Collections.Frozen;
using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc.Filtering;

/// <summary>A condition of CQL2 as it was read, not yet held against any collection.</summary>
/// <param name="At">Where it stands, for words about what is wrong with it.</param>
internal abstract record Condition(Place At);

internal sealed record And(ImmutableArray<Condition> Parts, Place At) : Condition(At);

internal sealed record Or(ImmutableArray<Condition> Parts, Place At) : Condition(At);

internal sealed record Not(Condition Denied, Place At) : Condition(At);

internal sealed record Constant(bool Holds, Place At) : Condition(At);

internal sealed record Comparison(ComparisonOperator Operator, Operand Left, Operand Right, Place At) : Condition(At);

internal sealed record IsNull(Operand Of, Place At) : Condition(At);

internal sealed record Like(Operand Of, string Pattern, Place At) : Condition(At);

internal sealed record Between(Operand Of, Operand Low, Operand High, Place At) : Condition(At);

internal sealed record In(Operand Of, ImmutableArray<Operand> Values, Place At) : Condition(At);

internal sealed record Intersects(Operand Left, Operand Right, Place At) : Condition(At);

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>How comparisons are written, in both forms of the language.</summary>
internal static class ComparisonSigns
{
    internal static FrozenDictionary<string, ComparisonOperator> All { get; } = new Dictionary<string, ComparisonOperator>
    {
        ["="] = ComparisonOperator.Equal,
        ["<>"] = ComparisonOperator.NotEqual,
        ["<"] = ComparisonOperator.Less,
        ["<="] = ComparisonOperator.LessOrEqual,
        [">"] = ComparisonOperator.Greater,
        [">="] = ComparisonOperator.GreaterOrEqual,
    }.ToFrozenDictionary();
}

/// <summary>Something a condition compares.</summary>
internal abstract record Operand(Place At);

internal sealed record Property(string Name, Place At) : Operand(At);

/// <summary>A text, number, truth, day or moment.</summary>
/// <param name="Value">A <see cref="string"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateOnly"/> or <see cref="DateTimeOffset"/>.</param>
/// <param name="At">Where it stands.</param>
internal sealed record Literal(object Value, Place At) : Operand(At);

/// <summary>A geometry whose coordinates stand in the order of the filter's coordinate system.</summary>
internal sealed record ShapeLiteral(Geometry Shape, Place At) : Operand(At);

/// <summary>A box of four or six numbers in the order of the filter's coordinate system.</summary>
internal sealed record BoxLiteral(ImmutableArray<double> Numbers, Place At) : Operand(At);
