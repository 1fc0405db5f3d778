using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Duty;

/// <summary>How a duty stands.</summary>
public enum DutyState
{
    /// <summary>What is owed is done.</summary>
    Done,

    /// <summary>Not done, and there is time.</summary>
    OnTrack,

    /// <summary>Not done on the day from which on it is asked, or when the month is over.</summary>
    Behind,
}

/// <summary>What a village got of its adviser in a month, beside what is owed.</summary>
/// <param name="Village">The village.</param>
/// <param name="Firm">The firm that serves it.</param>
/// <param name="Month">The month.</param>
public sealed record MonthMeter(AreaCode Village, string Firm, Units.Month Month)
{
    // What sums of minutes lose in doubles is far below, any entry far above.
    private const double Rounding = 1e-9;

    /// <summary>The hours on the spot; lectures are not among them.</summary>
    public required MonthlyHours Done { get; init; }

    /// <summary>The hours owed: of a month in which the pairing begins or ends, their share of its days.</summary>
    public required MonthlyHours Owed { get; init; }

    /// <summary>The visits.</summary>
    public required int Visits { get; init; }

    /// <summary>The lectures of the quarter, from its first day to the end of the month.</summary>
    public required int Lectures { get; init; }

    /// <summary>The lectures owed in the quarter: none where the pairing does not last through its last month.</summary>
    public required int LecturesOwed { get; init; }

    /// <summary>Whether the day has come from which on what is missing is asked for.</summary>
    public required bool IsLate { get; init; }

    /// <summary>Whether the quarter ends with the month: only then is a lecture asked for.</summary>
    public required bool IsLastOfQuarter { get; init; }

    /// <summary>The hours missing; none where exactly as many as owed are done.</summary>
    public MonthlyHours Missing => Owed.Value - Done.Value is var missing && missing > Rounding ? new(missing) : default;

    /// <summary>The lectures missing.</summary>
    public int LecturesMissing => Math.Max(0, LecturesOwed - Lectures);

    /// <summary>How the hours stand.</summary>
    public DutyState Hours => Missing.Value == 0 ? DutyState.Done : IsLate ? DutyState.Behind : DutyState.OnTrack;

    /// <summary>How the lecture of the quarter stands.</summary>
    public DutyState Lecture => LecturesMissing == 0 ? DutyState.Done : IsLate && IsLastOfQuarter ? DutyState.Behind : DutyState.OnTrack;

    /// <summary>The worse of the two.</summary>
    public DutyState State => Hours > Lecture ? Hours : Lecture;
}

/// <summary>A village that is behind.</summary>
/// <param name="Meter">What it got and what it is owed.</param>
/// <param name="WorkDaysLeft">How many days of the month are worked yet, today included; none when it is over.</param>
public sealed record DutyAlert(MonthMeter Meter, int WorkDaysLeft)
{
    /// <summary>The hours missing.</summary>
    public MonthlyHours Missing => Meter.Missing;

    /// <summary>The lectures missing; 0 in a month that does not end a quarter, as there is time for them.</summary>
    public int LecturesMissing => Meter.IsLastOfQuarter ? Meter.LecturesMissing : 0;
}
