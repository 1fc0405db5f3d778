using System.Collections.Immutable;
using System.Text.Json;

namespace Gis.Web.Ogc.Filtering;

/// <summary>Reads CQL2 in JSON (OGC 21-065r2, 8).</summary>
internal sealed class FilterJson
{
    // An object and an array for each level of the filter.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = (2 * FilterBudget.DeepestNesting) + 8 };

    private readonly FilterBudget budget = new();

    /// <exception cref="FilterFault">The text is no JSON, no condition, or too much of one.</exception>
    internal static Condition Read(string text)
    {
        FilterBudget.CheckLength(text);
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return new FilterJson().ReadCondition(document.RootElement, "$");
        }
        catch (JsonException wrong)
        {
            var at = new Place((int)(wrong.BytePositionInLine ?? 0) + 1);
            throw new FilterFault(at, "不是 JSON,或嵌套太深", "this is not JSON, or nested too deeply");
        }
    }

    private Condition ReadCondition(JsonElement json, string path)
    {
        var at = new Place(0, path);
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            budget.CountTerm(at);
            return new Constant(json.GetBoolean(), at);
        }

        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("op", out var op) || op.ValueKind != JsonValueKind.String)
            throw new FilterFault(at, "应为带 op 和 args 的条件", "expected a condition with op and args");
        var arguments = ReadArguments(json, path);
        return op.GetString()!.ToLowerInvariant() switch
        {
            "and" => new And(ReadParts(arguments, at), at),
            "or" => new Or(ReadParts(arguments, at), at),
            "not" => new Not(budget.Within(at, () => ReadCondition(Only(arguments, 1, at)[0].Json, arguments[0].Path)), at),
            var name => ReadPredicate(name, arguments, at),
        };
    }

    private ImmutableArray<Condition> ReadParts(List<Argument> arguments, Place at) => arguments.Count >= 2
        ? budget.Within(at, () => arguments.Select(part => ReadCondition(part.Json, part.Path)).ToImmutableArray())
        : throw new FilterFault(at, "and 和 or 至少要两个条件", "and and or take at least two conditions");

    private Condition ReadPredicate(string op, List<Argument> arguments, Place at)
    {
        budget.CountTerm(at);
        if (ComparisonSigns.All.TryGetValue(op, out var comparison))
            return new Comparison(comparison, ReadOperand(Only(arguments, 2, at)[0]), ReadOperand(arguments[1]), at);
        return op switch
        {
            "isnull" => new IsNull(ReadOperand(Only(arguments, 1, at)[0]), at),
            "like" => new Like(ReadOperand(Only(arguments, 2, at)[0]), ReadPattern(arguments[1]), at),
            "between" => new Between(ReadOperand(Only(arguments, 3, at)[0]), ReadOperand(arguments[1]), ReadOperand(arguments[2]), at),
            "in" => new In(ReadOperand(Only(arguments, 2, at)[0]), ReadValues(arguments[1]), at),
            "s_intersects" => new Intersects(ReadShape(Only(arguments, 2, at)[0]), ReadShape(arguments[1]), at),
            _ => throw new FilterFault(at, $"不支持“{op}”", $"'{op}' is not supported"),
        };
    }

    private static List<Argument> ReadArguments(JsonElement json, string path) =>
        json.TryGetProperty("args", out var args) && args.ValueKind == JsonValueKind.Array
            ? [.. args.EnumerateArray().Select((each, i) => new Argument(each, $"{path}.args[{i}]"))]
            : throw new FilterFault(new Place(0, path), "缺少数组 args", "the array args is missing");

    private static List<Argument> Only(List<Argument> arguments, int count, Place at) => arguments.Count == count
        ? arguments
        : throw new FilterFault(at, $"args 应有 {count} 项,现有 {arguments.Count} 项", $"args has {arguments.Count} items, expected {count}");

    private static string ReadPattern(Argument argument) => argument.Json.ValueKind == JsonValueKind.String
        ? argument.Json.GetString()!
        : throw new FilterFault(argument.At, "样式应为文本", "a pattern is a text");

    private ImmutableArray<Operand> ReadValues(Argument argument)
    {
        if (argument.Json.ValueKind != JsonValueKind.Array || argument.Json.GetArrayLength() == 0)
            throw new FilterFault(argument.At, "in 要一个非空数组", "in takes an array that is not empty");
        return [.. argument.Json.EnumerateArray().Select((each, i) =>
        {
            var value = new Argument(each, $"{argument.Path}[{i}]");
            budget.CountTerm(value.At);
            return ReadOperand(value);
        })];
    }

    private static Operand ReadOperand(Argument argument)
    {
        var (json, at) = (argument.Json, argument.At);
        return json.ValueKind switch
        {
            JsonValueKind.String => new Literal(json.GetString()!, at),
            JsonValueKind.Number => new Literal(ShapeJson.ReadNumber(json, at), at),
            JsonValueKind.True or JsonValueKind.False => new Literal(json.GetBoolean(), at),
            JsonValueKind.Object when FindText(json, "property") is { } name => new Property(name, at),
            JsonValueKind.Object when FindText(json, "date") is { } date => new Literal(Instants.ReadDate(date, at), at),
            JsonValueKind.Object when FindText(json, "timestamp") is { } moment => new Literal(Instants.ReadTimestamp(moment, at), at),
            _ => throw new FilterFault(at, "应为属性、文本、数、真假或日期", "expected a property, text, number, truth or date"),
        };
    }

    private Operand ReadShape(Argument argument) => argument.Json.ValueKind == JsonValueKind.Object && FindText(argument.Json, "property") is { } name
        ? new Property(name, argument.At)
        : new ShapeJson(budget).Read(argument.Json, argument.At);

    private static string? FindText(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private readonly record struct Argument(JsonElement Json, string Path)
    {
        internal Place At => new(0, Path);
    }
}
