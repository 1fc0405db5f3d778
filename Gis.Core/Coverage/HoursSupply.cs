using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>The hours taken for a point whose adviser is not reported: parameters, never facts.</summary>
/// <param name="Centre">A centre's one duty lawyer.</param>
/// <param name="Station">A station, of which the plan asks mediators and no lawyer.</param>
/// <param name="Room">A room's one adviser.</param>
public sealed record AdviserHours(MonthlyHours Centre, MonthlyHours Station, MonthlyHours Room)
{
    /// <summary>
    /// A room 4 hours a month, the plan's least (§3(1)2); a centre 168, which assumes one duty lawyer on 21 working days of
    /// 8 hours; a station none.
    /// </summary>
    public static AdviserHours OfPlan { get; } = new(new MonthlyHours(168), default, new MonthlyHours(4));

    internal MonthlyHours For(Tier tier) => tier switch { Tier.Centre => Centre, Tier.Station => Station, _ => Room };

    internal MonthlyHours For(Post post) => post == Post.DutyLawyer ? Centre : Room;
}

/// <summary>The hours of advice that the open points of a question give, reported or assumed.</summary>
/// <param name="Points">The open points, in the network's order, those without any hours included.</param>
public sealed record HoursSupply(ImmutableArray<PointHours> Points)
{
    /// <summary>All hours.</summary>
    public MonthlyHours Total => Points.Sum(point => point.Total);

    /// <summary>Those that someone reported.</summary>
    public MonthlyHours Reported => Points.Sum(point => point.Reported);

    /// <summary>Those that stand in for what nobody reported.</summary>
    public MonthlyHours Assumed => Points.Sum(point => point.Assumed);

    /// <summary>Counts the hours of the open points.</summary>
    public static HoursSupply Measure(ServiceNetwork network, CoverageQuestion question, AdviserHours assumed)
    {
        var staff = network.Staff.Where(staff => staff.Post.GivesAdvice()).ToLookup(staff => staff.Point);
        return new HoursSupply(
        [
            .. Enumerable.Range(0, network.Points.Length)
                .Where(index => question.IsOpen(network.Points[index]))
                .Select(index => Count(index, network.Points[index].Tier, [.. staff[network.Points[index].Id]], assumed)),
        ]);
    }

    internal double[] ByPoint(ServiceNetwork network)
    {
        var hours = new double[network.Points.Length];
        foreach (var point in Points)
            hours[point.Point] = point.Total.Value;
        return hours;
    }

    private static PointHours Count(int index, Tier tier, List<Staff> reported, AdviserHours assumed)
    {
        // Of people reported without their hours, each is taken to give what one of the post would.
        var guessed = reported.Where(staff => staff.Hours is null).Sum(staff => assumed.For(staff.Post) * staff.Count);
        return new PointHours(
            index,
            reported.Sum(staff => staff.Hours ?? default),
            IsAnswered() ? guessed : guessed + assumed.For(tier));

        bool IsAnswered() => tier switch
        {
            Tier.Centre => reported.Any(staff => staff.Post == Post.DutyLawyer),
            Tier.Room => reported.Any(staff => staff.Post == Post.Adviser),
            _ => reported.Count > 0,
        };
    }
}

/// <summary>The hours of one open point.</summary>
/// <param name="Point">The index of the point in <see cref="ServiceNetwork.Points"/>.</param>
/// <param name="Reported">Hours reported of duty lawyers and advisers.</param>
/// <param name="Assumed">Hours taken for those of whom nothing, or no hours, are reported.</param>
public readonly record struct PointHours(int Point, MonthlyHours Reported, MonthlyHours Assumed)
{
    /// <summary>Both together.</summary>
    public MonthlyHours Total => Reported + Assumed;
}
