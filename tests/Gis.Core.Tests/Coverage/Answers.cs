using Gis.Core.Coverage;

namespace Gis.Core.Tests.Coverage;

internal static class Answers
{
    /// <summary>That two answers say the same, to the last bit, in all they say.</summary>
    internal static void AssertSame(CoverageAnswer expected, CoverageAnswer actual)
    {
        Assert.Equal(expected.Question.ToString(), actual.Question.ToString());
        Assert.Equal(expected.Total, actual.Total);
        Assert.Equal(expected.Counties.AsEnumerable(), actual.Counties);
        Assert.Equal(expected.Townships.AsEnumerable(), actual.Townships);
        Assert.Equal(expected.Spread, actual.Spread);
        Assert.Equal(expected.Villages, actual.Villages);
        Assert.Equal(expected.Gaps.AsEnumerable(), actual.Gaps);
        Assert.Equal(expected.Candidates.AsEnumerable(), actual.Candidates);
        Assert.Equal(expected.Doubts.AsEnumerable(), actual.Doubts);
    }
}
