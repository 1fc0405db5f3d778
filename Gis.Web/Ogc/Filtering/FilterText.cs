using System.Collections.Immutable;

namespace Gis.Web.Ogc.Filtering;

/// <summary>Reads CQL2 text (OGC 21-065r2, 7 and annex B): a parser by recursive descent that looks one word ahead.</summary>
internal sealed class FilterText
{
    private static readonly string[] Reserved = ["AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL"];

    private readonly FilterBudget budget = new();
    private readonly TokenCursor tokens;

    private FilterText(string text) => tokens = new TokenCursor(TokenReader.List(text));

    /// <exception cref="FilterFault">The text is no condition, or too much of one.</exception>
    internal static Condition Read(string text)
    {
        FilterBudget.CheckLength(text);
        var reader = new FilterText(text);
        var condition = reader.ReadCondition();
        reader.tokens.ExpectEnd();
        return condition;
    }

    private Condition ReadCondition() => ReadJoined("OR", () => ReadJoined("AND", ReadFactor, (parts, at) => new And(parts, at)), (parts, at) => new Or(parts, at));

    private Condition ReadJoined(string word, Func<Condition> read, Func<ImmutableArray<Condition>, Place, Condition> join)
    {
        var at = tokens.Now.At;
        var first = read();
        if (!tokens.Now.IsWord(word))
            return first;
        var parts = ImmutableArray.CreateBuilder<Condition>();
        parts.Add(first);
        while (tokens.Takes(word))
            parts.Add(read());
        return join(parts.ToImmutable(), at);
    }

    private Condition ReadFactor()
    {
        var at = tokens.Now.At;
        if (tokens.Takes("NOT"))
            return new Not(budget.Within(at, ReadFactor), at);
        if (tokens.TakesSymbol("("))
        {
            var inner = budget.Within(at, ReadCondition);
            tokens.Expect(")");
            return inner;
        }

        budget.CountTerm(at);
        return tokens.Now.IsWord("S_INTERSECTS") && tokens.Next.IsSymbol("(") ? ReadIntersects() : ReadPredicate();
    }

    private Intersects ReadIntersects()
    {
        var at = tokens.Take().At;
        tokens.Expect("(");
        var left = ReadShape();
        tokens.Expect(",");
        var right = ReadShape();
        tokens.Expect(")");
        return new Intersects(left, right, at);
    }

    private Operand ReadShape() => ShapeText.Begins(tokens) ? new ShapeText(tokens, budget).Read() : ReadProperty();

    private Condition ReadPredicate()
    {
        var at = tokens.Now.At;
        var operand = ReadOperand();
        if (tokens.Now.Kind == TokenKind.Symbol && ComparisonSigns.All.TryGetValue(tokens.Now.Text, out var comparison))
        {
            tokens.Take();
            return new Comparison(comparison, operand, ReadOperand(), at);
        }

        if (tokens.Takes("IS"))
            return ReadNull(operand, at);
        var denied = tokens.Takes("NOT");
        Condition? found = tokens.Takes("LIKE") ? ReadLike(operand, at)
            : tokens.Takes("BETWEEN") ? ReadBetween(operand, at)
            : tokens.Takes("IN") ? ReadIn(operand, at)
            : null;
        if (found is not null)
            return denied ? new Not(found, at) : found;
        return !denied && operand is Literal { Value: bool holds } ? new Constant(holds, at)
            : throw tokens.Fault("比较,如 = 、LIKE、BETWEEN、IN 或 IS NULL", "a comparison: =, <>, <, <=, >, >=, LIKE, BETWEEN, IN or IS NULL");
    }

    private Condition ReadNull(Operand operand, Place at)
    {
        var denied = tokens.Takes("NOT");
        tokens.ExpectWord("NULL");
        var isNull = new IsNull(operand, at);
        return denied ? new Not(isNull, at) : isNull;
    }

    private Like ReadLike(Operand operand, Place at) => tokens.Now.Kind == TokenKind.Text
        ? new Like(operand, tokens.Take().Text, at)
        : throw tokens.Fault("单引号中的样式", "a pattern in single quotes");

    private Between ReadBetween(Operand operand, Place at)
    {
        var low = ReadOperand();
        tokens.ExpectWord("AND");
        return new Between(operand, low, ReadOperand(), at);
    }

    private In ReadIn(Operand operand, Place at)
    {
        tokens.Expect("(");
        var values = ImmutableArray.CreateBuilder<Operand>();
        do
        {
            budget.CountTerm(tokens.Now.At);
            values.Add(ReadOperand());
        }
        while (tokens.TakesSymbol(","));
        tokens.Expect(")");
        return new In(operand, values.ToImmutable(), at);
    }

    private Operand ReadOperand()
    {
        var now = tokens.Now;
        if (now.Kind == TokenKind.Text)
            return new Literal(tokens.Take().Text, now.At);
        if (now.Kind == TokenKind.Number)
            return new Literal(TokenReader.ParseNumber(tokens.Take()), now.At);
        if (now.IsWord("TRUE") || now.IsWord("FALSE"))
            return new Literal(tokens.Take().IsWord("TRUE"), now.At);
        return (now.IsWord("DATE") || now.IsWord("TIMESTAMP")) && tokens.Next.IsSymbol("(") ? ReadInstant() : ReadProperty();
    }

    private Literal ReadInstant()
    {
        var kind = tokens.Take();
        tokens.Expect("(");
        if (tokens.Now.Kind != TokenKind.Text)
            throw tokens.Fault("单引号中的日期", "a date in single quotes");
        var text = tokens.Take();
        tokens.Expect(")");
        return new Literal(kind.IsWord("DATE") ? Instants.ReadDate(text.Text, text.At) : Instants.ReadTimestamp(text.Text, text.At), kind.At);
    }

    private Property ReadProperty()
    {
        var now = tokens.Now;
        if (now.Kind == TokenKind.QuotedName || (now.Kind == TokenKind.Name && !Array.Exists(Reserved, now.IsWord)))
            return new Property(tokens.Take().Text, now.At);
        throw tokens.Fault("属性名或数值", "the name of a property or a value");
    }
}
