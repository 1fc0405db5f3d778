using System.Collections.Immutable;

namespace Gis.Core.Finder.Voice;

/// <summary>How somebody rated a visit: the three things that the plan asks of those who are served (§5(3)), each from 1 (worst) to 5 (best).</summary>
public sealed record Rating
{
    /// <summary>The lowest grade.</summary>
    public const int Worst = 1;

    /// <summary>The highest grade.</summary>
    public const int Best = 5;

    /// <summary>Makes a rating.</summary>
    /// <param name="attitude">服务态度.</param>
    /// <param name="speed">办事效率.</param>
    /// <param name="knowledge">政策和业务水平.</param>
    /// <exception cref="ArgumentOutOfRangeException">A grade is not from 1 to 5.</exception>
    public Rating(int attitude, int speed, int knowledge)
    {
        foreach (var grade in new[] { attitude, speed, knowledge })
        {
            if (grade is < Worst or > Best)
                throw new ArgumentOutOfRangeException(nameof(attitude), grade, $"A grade is from {Worst} to {Best}.");
        }

        (Attitude, Speed, Knowledge) = (attitude, speed, knowledge);
    }

    /// <summary>服务态度.</summary>
    public int Attitude { get; }

    /// <summary>办事效率.</summary>
    public int Speed { get; }

    /// <summary>政策和业务水平.</summary>
    public int Knowledge { get; }
}

/// <summary>What the ratings of a point or county come to.</summary>
public abstract record RatingResult
{
    /// <summary>The fewest ratings that are shown: of fewer somebody might tell whose they are. Exactly so many are shown.</summary>
    public const int Fewest = 5;

    // The value of the normal distribution that 5 % exceed: the bound holds on one side in 95 of 100 cases.
    private const double Z = 1.6449;

    private RatingResult()
    {
    }

    /// <summary>Fewer than <see cref="Fewest"/>, none among them: nothing more is said, not even how many.</summary>
    public sealed record TooFew : RatingResult;

    /// <summary>Enough to be shown.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Attitude">服务态度.</param>
    /// <param name="Speed">办事效率.</param>
    /// <param name="Knowledge">政策和业务水平.</param>
    /// <param name="Overall">Of each rating the mean of its three grades.</param>
    public sealed record Enough(int Count, GradeMean Attitude, GradeMean Speed, GradeMean Knowledge, GradeMean Overall) : RatingResult;

    /// <summary>Sums up ratings.</summary>
    public static RatingResult Of(IEnumerable<Rating> ratings)
    {
        ImmutableArray<Rating> all = [.. ratings];
        return all.Length < Fewest
            ? new TooFew()
            : new Enough(
                all.Length,
                MeanOf([.. all.Select(rating => (double)rating.Attitude)]),
                MeanOf([.. all.Select(rating => (double)rating.Speed)]),
                MeanOf([.. all.Select(rating => (double)rating.Knowledge)]),
                MeanOf([.. all.Select(rating => (rating.Attitude + rating.Speed + rating.Knowledge) / 3.0)]));
    }

    /// <summary>The mean of some grades and what it is at least, by the score interval of Wilson (1927).</summary>
    /// <param name="grades">At least one, each from 1 to 5.</param>
    /// <remarks>
    /// With p = (mean − 1) / 4: grades between 1 and 5 never scatter more than p (1 − p) allows (Bhatia and Davis 2000), which is what
    /// the interval supposes, so it is never too narrow on that account.
    /// </remarks>
    public static GradeMean MeanOf(ImmutableArray<double> grades)
    {
        var (n, mean) = (grades.Length, grades.Average());
        var p = (mean - Rating.Worst) / (Rating.Best - Rating.Worst);
        var least = (p + (Z * Z / (2 * n)) - (Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4.0 * n * n))))) / (1 + (Z * Z / n));
        // Of nothing but the worst grades the difference may fall a hair below 0.
        return new GradeMean(mean, Rating.Worst + ((Rating.Best - Rating.Worst) * Math.Max(0, least)));
    }
}

/// <summary>The mean of some grades, from 1 to 5.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="AtLeast">What it is at least, by as many grades as there are; from 1 to the mean.</param>
public readonly record struct GradeMean(double Mean, double AtLeast);
