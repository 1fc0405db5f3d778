using Gis.Core.Finder.Voice;

namespace Gis.Core.Progress.Acceptance;

/// <summary>
/// What the ratings of a point say to the standard of <see cref="StandardTopic.Rating"/>: the plan makes them a ground for
/// assessment (将评价结果作为对实体平台建设考核评价依据, §5(3)). It gives no marks, so these are assumptions of this program.
/// </summary>
public static class RatingVerdict
{
    /// <summary>The standard is met where the mean grade is at least this by its lower bound; exactly at it is met. Of 1 to 5.</summary>
    public const double Met = 3.5;

    /// <summary>Likewise for partly met.</summary>
    public const double Partly = 2.5;

    /// <summary>The verdict; none where there are too few ratings, and the inspector answers from what is seen.</summary>
    public static Verdict? Of(RatingResult ratings) => ratings is RatingResult.Enough { Overall.AtLeast: var least } ? Of(least) : null;

    /// <summary>The verdict by a lower bound of the mean grade.</summary>
    public static Verdict Of(double least) => least switch
    {
        >= Met => Verdict.Met,
        >= Partly => Verdict.Partly,
        _ => Verdict.NotMet,
    };

    /// <summary>A sheet with the verdict by ratings wherever a standard of ratings has none yet; what an inspector answered stands.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="asked">What is asked of the point's tier.</param>
    /// <param name="ratings">The point's ratings.</param>
    public static Assessment FillIn(Assessment sheet, IEnumerable<Standard> asked, RatingResult ratings) => Of(ratings) is not { } verdict
        ? sheet
        : sheet with
        {
            Verdicts = sheet.Verdicts.AddRange(
                asked.Where(standard => standard.Topic == StandardTopic.Rating && !sheet.Verdicts.ContainsKey(standard.Code))
                    .Select(standard => KeyValuePair.Create(standard.Code, verdict))),
        };
}
