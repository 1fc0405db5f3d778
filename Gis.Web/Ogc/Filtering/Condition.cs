using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc.Filtering;

/// <summary>A condition of CQL2 as it was read, not yet held against any collection.</summary>
/// <param name="At">Where it stands, for words about what is wrong with it.</param>
public abstract record Condition(Place At);

public sealed record And(ImmutableArray<Condition> Parts, Place At) : Condition(At);

public sealed record Or(ImmutableArray<Condition> Parts, Place At) : Condition(At);

public sealed record Not(Condition Denied, Place At) : Condition(At);

public sealed record Constant(bool Holds, Place At) : Condition(At);

public sealed record Comparison(ComparisonOperator Operator, Operand Left, Operand Right, Place At) : Condition(At);

public sealed record IsNull(Operand Of, Place At) : Condition(At);

public sealed record Like(Operand Of, string Pattern, Place At) : Condition(At);

public sealed record Between(Operand Of, Operand Low, Operand High, Place At) : Condition(At);

public sealed record In(Operand Of, ImmutableArray<Operand> Values, Place At) : Condition(At);

public sealed record Intersects(Operand Left, Operand Right, Place At) : Condition(At);

public enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>Something a condition compares.</summary>
public abstract record Operand(Place At);

public sealed record Property(string Name, Place At) : Operand(At);

/// <summary>A text, number, truth, day or moment.</summary>
/// <param name="Value">A <see cref="string"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateOnly"/> or <see cref="DateTimeOffset"/>.</param>
/// <param name="At">Where it stands.</param>
public sealed record Literal(object Value, Place At) : Operand(At);

/// <summary>A geometry whose coordinates stand in the order of the filter's coordinate system.</summary>
public sealed record ShapeLiteral(Geometry Shape, Place At) : Operand(At);

/// <summary>A box of four or six numbers in the order of the filter's coordinate system.</summary>
public sealed record BoxLiteral(ImmutableArray<double> Numbers, Place At) : Operand(At);
