using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Month;

/// <summary>How planning a month ended.</summary>
public abstract record MonthOutcome
{
    private MonthOutcome()
    {
    }

    /// <summary>Every village has its visits.</summary>
    /// <param name="Plan">The month.</param>
    /// <param name="LeastHours">No plan takes fewer hours of all advisers together: on the spot, driving and lectures.</param>
    /// <param name="IsProven">Whether the plan takes no more than that.</param>
    public sealed record Planned(MonthPlan Plan, MonthlyHours LeastHours, bool IsProven) : MonthOutcome;

    /// <summary>No plan keeps the rules.</summary>
    /// <param name="Fault">What breaks first, with the numbers that prove it.</param>
    public sealed record Infeasible(MonthFault Fault) : MonthOutcome;

    /// <summary>Neither a plan was found nor proof that there is none: the best that was found lacks this much.</summary>
    /// <param name="Lacks">Who lacks what; not empty.</param>
    /// <param name="LeastHours">No plan takes fewer hours.</param>
    public sealed record Overlong(ImmutableArray<AdviserLack> Lacks, MonthlyHours LeastHours) : MonthOutcome;

    /// <summary>Cancelled by who asked.</summary>
    public sealed record Cancelled : MonthOutcome;
}

/// <summary>What an adviser lacks in the best that was found.</summary>
/// <param name="Adviser">The adviser.</param>
/// <param name="Hours">The hours above those it has.</param>
/// <param name="Days">The day tours above the days it can go.</param>
public sealed record AdviserLack(string Adviser, MonthlyHours Hours, int Days);

/// <summary>Why a month cannot be planned.</summary>
public abstract record MonthFault
{
    private MonthFault()
    {
    }

    /// <summary>Villages to which, or from which, no way leads.</summary>
    /// <param name="Villages">The villages.</param>
    public sealed record OutOfReach(ImmutableArray<string> Villages) : MonthFault;

    /// <summary>Villages of which one visit alone, with the way there and back, takes longer than a day.</summary>
    /// <param name="Villages">The villages.</param>
    /// <param name="Day">How long a day is.</param>
    public sealed record TooLong(ImmutableArray<OverlongVisit> Villages, Minutes Day) : MonthFault;

    /// <summary>Villages that take more hours than those have who may serve them.</summary>
    /// <param name="Villages">The villages.</param>
    /// <param name="Advisers">Everybody who may serve one of them.</param>
    /// <param name="OnSite">On the spot.</param>
    /// <param name="Lectures">For lectures.</param>
    /// <param name="Driving">At least, for driving.</param>
    /// <param name="Available">What the advisers have; less than the three together.</param>
    public sealed record TooFewHours(
        ImmutableArray<string> Villages, ImmutableArray<string> Advisers, MonthlyHours OnSite, MonthlyHours Lectures, MonthlyHours Driving, MonthlyHours Available) : MonthFault
    {
        /// <summary>What the villages take at least.</summary>
        public MonthlyHours Needed => OnSite + Lectures + Driving;
    }

    /// <summary>Villages that take more day tours than there are days on which those who may serve them can go.</summary>
    /// <param name="Villages">The villages.</param>
    /// <param name="Advisers">Everybody who may serve one of them.</param>
    /// <param name="First">The first day of the part of the month where it breaks.</param>
    /// <param name="Last">Its last day.</param>
    /// <param name="Least">No plan has fewer day tours in this part.</param>
    /// <param name="Allowed">The days of all these advisers together.</param>
    public sealed record TooFewDays(
        ImmutableArray<string> Villages, ImmutableArray<string> Advisers, DateOnly First, DateOnly Last, int Least, int Allowed) : MonthFault;

    /// <summary>
    /// Hours and days are enough in sum, and for each adviser's own villages; but however the villages are shared out, and all ways were
    /// gone through, somebody has too few of them.
    /// </summary>
    /// <param name="Villages">The villages.</param>
    /// <param name="Advisers">The advisers.</param>
    /// <param name="Needed">What the villages take at least, all advisers together.</param>
    /// <param name="Available">What the advisers have.</param>
    public sealed record NoDivision(
        ImmutableArray<string> Villages, ImmutableArray<string> Advisers, MonthlyHours Needed, MonthlyHours Available) : MonthFault;
}

/// <summary>A visit that does not fit a day.</summary>
/// <param name="Village">The village.</param>
/// <param name="There">The way from the office.</param>
/// <param name="Stay">The visit, with the lecture where there is one.</param>
/// <param name="Back">The way to the office.</param>
public sealed record OverlongVisit(string Village, Minutes There, Minutes Stay, Minutes Back)
{
    /// <summary>All three together.</summary>
    public Minutes Needed => There + Stay + Back;
}
