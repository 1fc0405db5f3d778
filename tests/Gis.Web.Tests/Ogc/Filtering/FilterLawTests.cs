using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Gis.Web.Ogc;
using Gis.Web.Ogc.Filtering;
using NetTopologySuite.Geometries;

namespace Gis.Web.Tests.Ogc.Filtering;

/// <summary>Laws of the filter language over random conditions and features.</summary>
public sealed class FilterLawTests
{
    [Fact]
    public void Text_read_and_written_as_JSON_and_read_again_says_the_same() => RandomFilters.Conditions(4).Sample(
        condition =>
        {
            var text = FilterWriter.Text(condition);
            var read = FilterText.Read(text);
            Assert.Equal(text, FilterWriter.Text(read));
            Assert.Equal(text, FilterWriter.Text(FilterJson.Read(FilterWriter.Json(read).ToJsonString())));
        },
        iter: 1000);

    [Fact]
    public void A_geometry_of_every_kind_is_the_same_in_both_forms()
    {
        foreach (var shape in RandomFilters.Shapes)
        {
            var text = $"S_INTERSECTS(\"geometry\", {shape})";
            var read = FilterText.Read(text);
            Assert.Equal(text, FilterWriter.Text(read));
            Assert.Equal(text, FilterWriter.Text(FilterJson.Read(FilterWriter.Json(read).ToJsonString())));
        }
    }

    [Fact]
    public void A_condition_finds_just_the_features_for_which_it_is_true() => Gen.Select(RandomFilters.Conditions(3), RandomFilters.Features.Array[1, 20]).Sample(
        (condition, features) =>
        {
            var filter = new BoundFilter(condition, RandomFilters.Fields, OgcCrs.Crs84);
            foreach (var feature in features)
                Assert.True(filter.Matches(feature) == (Judge(condition, feature) == true), $"{FilterWriter.Text(condition)} of {string.Join(", ", feature.Values)} {feature.Shape}");
        },
        iter: 1000);

    [Fact]
    public void A_condition_or_its_denial_holds_unless_something_is_unknown() => Gen.Select(RandomFilters.Conditions(2), RandomFilters.Features).Sample(
        (condition, feature) =>
        {
            var (holds, denied) = (Matches(condition, feature), Matches(new Not(condition, new Place(1)), feature));
            Assert.False(holds && denied);
            if (feature.Shape is not null && feature.Values.All(value => value is not null))
                Assert.True(holds || denied);
        },
        iter: 1000);

    [Theory]
    [InlineData("", "", true), InlineData("%", "", true), InlineData("_", "", false), InlineData("a%b%c", "axxbyyc", true), InlineData("a%b%c", "axxbyy", false)]
    [InlineData("%aab", "aaaab", true), InlineData("\\%", "%", true), InlineData("\\%", "x", false), InlineData("a\\_b", "a_b", true), InlineData("a\\_b", "axb", false)]
    [InlineData("_村", "立村", true), InlineData("_", "😀", true), InlineData("A", "a", false)]
    public void A_pattern_matches_as_SQL_has_it(string pattern, string text, bool matches) => Assert.Equal(matches, new LikePattern(pattern).Matches(text));

    [Theory]
    [InlineData("text = 'it''s'", "it's"), InlineData(@"text = 'it\'s'", "it's"), InlineData("TEXT_IS = '' OR text='a AND b'", null), InlineData("text='村'and(text<>'市')", "村")]
    public void Quotes_are_doubled_or_follow_a_backslash_and_words_are_of_any_case(string text, string? value)
    {
        var condition = FilterText.Read(text);
        if (value is not null)
            Assert.True(Matches(condition, new OgcFeature("x", null, [value, null, null, null, null])));
    }

    [Theory]
    [InlineData("flag = TRUE OR flag = FALSE AND text = 'x'", "flag = TRUE OR (flag = FALSE AND text = 'x')"), InlineData("NOT flag = TRUE AND text = 'x'", "(NOT flag = TRUE) AND text = 'x'")]
    public void Denial_binds_closer_than_and_and_and_closer_than_or(string bare, string grouped) =>
        Assert.Equal(FilterWriter.Text(FilterText.Read(grouped)), FilterWriter.Text(FilterText.Read(bare)));

    [Fact]
    public void No_text_breaks_the_reader() => Gen.OneOf(
        Gen.Char[' ', '~'].Array[0, 40].Select(letters => new string(letters)),
        RandomFilters.AnyOf("(", ")", "AND", "NOT", "text", "'a'", "=", "1", "POINT", "BBOX", "IN", ",", "BETWEEN", "S_INTERSECTS", "{", "\"op\":", "[", "DATE").Array[0, 25].Select(words => string.Join(' ', words)))
        .Sample(
            text =>
            {
                foreach (var read in (Func<string, Condition>[])[FilterText.Read, FilterJson.Read])
                {
                    try
                    {
                        Matches(read(text), new OgcFeature("x", null, [null, null, null, null, null]));
                    }
                    catch (FilterFault)
                    {
                        // Refused in words, which is what is asked of it.
                    }
                }
            },
            iter: 5000);

    private static bool Matches(Condition condition, OgcFeature feature) => new BoundFilter(condition, RandomFilters.Fields, OgcCrs.Crs84).Matches(feature);

    // The three values of SQL, worked out the long way: every part of every condition.
    private static bool? Judge(Condition condition, OgcFeature feature) => condition switch
    {
        And and => All(and.Parts.Select(part => Judge(part, feature))),
        Or or => !All(or.Parts.Select(part => !Judge(part, feature))),
        Not not => !Judge(not.Denied, feature),
        Constant constant => constant.Holds,
        Comparison comparison => Judge(comparison.Operator, ValueOf(comparison.Left, feature), ValueOf(comparison.Right, feature)),
        IsNull { Of: Property { Name: "geometry" } } => feature.Shape is null,
        IsNull isNull => ValueOf(isNull.Of, feature) is null,
        Like like => ValueOf(like.Of, feature) is string text ? Regex.IsMatch(text, Pattern(like.Pattern), RegexOptions.Singleline | RegexOptions.NonBacktracking) : null,
        Between between => All([Judge(ComparisonOperator.GreaterOrEqual, ValueOf(between.Of, feature), ValueOf(between.Low, feature)), Judge(ComparisonOperator.LessOrEqual, ValueOf(between.Of, feature), ValueOf(between.High, feature))]),
        In @in => !All(@in.Values.Select(value => !Judge(ComparisonOperator.Equal, ValueOf(@in.Of, feature), ValueOf(value, feature)))),
        Intersects { Right: BoxLiteral box } => feature.Shape is Point at ? at.X >= box.Numbers[0] && at.X <= box.Numbers[2] && at.Y >= box.Numbers[1] && at.Y <= box.Numbers[3] : null,
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private static bool? All(IEnumerable<bool?> parts)
    {
        var list = parts.ToList();
        return list.Contains(false) ? false : list.Contains(null) ? null : true;
    }

    private static bool? Judge(ComparisonOperator comparison, object? left, object? right)
    {
        if (left is null || right is null)
            return null;
        var order = left is string text ? string.CompareOrdinal(text, (string)right) : System.Collections.Comparer.DefaultInvariant.Compare(left, right);
        return comparison switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static object? ValueOf(Operand operand, OgcFeature feature)
    {
        if (operand is Literal literal)
            return literal.Value;
        var names = RandomFilters.Fields.Select(field => field.Name).ToList();
        var value = feature.Values[names.IndexOf(((Property)operand).Name)];
        return value is long whole ? (double)whole : value;
    }

    private static string Pattern(string like)
    {
        var pattern = new StringBuilder(@"\A");
        for (var i = 0; i < like.Length; i++)
            pattern.Append(like[i] switch { '%' => ".*", '_' => ".", '\\' => Regex.Escape(like[++i].ToString()), var letter => Regex.Escape(letter.ToString()) });
        return pattern.Append(@"\z").ToString();
    }
}
