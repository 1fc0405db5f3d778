using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Month;

/// <summary>What makes a month workable that is not: each change alone does not, all together do.</summary>
/// <param name="Changes">The changes; not empty.</param>
public sealed record MonthRemedy(ImmutableArray<MonthChange> Changes)
{
    /// <summary>The task as it is after the changes.</summary>
    public MonthTask Apply(MonthTask task) => Changes.Aggregate(task, (changed, change) => change.Apply(changed));
}

/// <summary>A change to what is asked of a firm.</summary>
public abstract record MonthChange
{
    private MonthChange()
    {
    }

    /// <summary>The task after the change.</summary>
    /// <exception cref="ArgumentException">The task has no such adviser or village.</exception>
    public abstract MonthTask Apply(MonthTask task);

    private static MonthTask ChangeAdviser(MonthTask task, string id, Func<MonthAdviser, MonthAdviser> change)
    {
        var adviser = task.Advisers.FirstOrDefault(adviser => adviser.Id == id)
            ?? throw new ArgumentException($"{id} is no adviser of the firm.", nameof(id));
        return task with { Advisers = task.Advisers.Replace(adviser, change(adviser)) };
    }

    /// <summary>The hours of every village are given in another number of visits.</summary>
    /// <param name="VisitsAMonth">How many.</param>
    public sealed record OtherRhythm(int VisitsAMonth) : MonthChange
    {
        /// <inheritdoc/>
        public override MonthTask Apply(MonthTask task) => task with { Rules = task.Rules with { VisitsAMonth = VisitsAMonth } };
    }

    /// <summary>An adviser goes on more days.</summary>
    /// <param name="Adviser">The adviser.</param>
    /// <param name="Days">The days: of those on which it could not go.</param>
    public sealed record MoreDays(string Adviser, ImmutableArray<DateOnly> Days) : MonthChange
    {
        /// <inheritdoc/>
        public override MonthTask Apply(MonthTask task) => ChangeAdviser(task, Adviser, adviser => adviser with { Extra = adviser.Extra.Union(Days) });
    }

    /// <summary>An adviser gives more hours.</summary>
    /// <param name="Adviser">The adviser.</param>
    /// <param name="Hours">How many more: to the minute, the fewest that suffice where every plan was weighed.</param>
    public sealed record MoreHours(string Adviser, MonthlyHours Hours) : MonthChange
    {
        /// <inheritdoc/>
        public override MonthTask Apply(MonthTask task) => ChangeAdviser(task, Adviser, adviser => adviser with { Available = adviser.Available + Hours });
    }

    /// <summary>A village is left to another firm.</summary>
    /// <param name="Village">The village.</param>
    public sealed record HandOver(string Village) : MonthChange
    {
        /// <inheritdoc/>
        public override MonthTask Apply(MonthTask task)
        {
            var left = Enumerable.Range(0, task.Villages.Length).Where(i => task.Villages[i].Id != Village).ToList();
            return left.Count < task.Villages.Length
                ? task with { Villages = [.. left.Select(i => task.Villages[i])], Driving = task.Driving.Only([0, .. left.Select(i => i + 1)]) }
                : throw new ArgumentException($"{Village} is no village of the firm.", nameof(task));
        }
    }
}
