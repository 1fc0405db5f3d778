using Gis.Core.Units;

namespace Gis.Core.Finder.Voice;

/// <summary>
/// By when messages are answered, and for how long contacts are kept. The plan gives no numbers (§3(1)2(1) says that messages are
/// passed on, §5(3) that visits are rated): these are assumptions, and a bureau sets its own.
/// </summary>
public sealed record VoiceTerms
{
    /// <summary>The most working days that may be set.</summary>
    public const int MostWorkdays = 250;

    /// <summary>The most days that a contact may be kept.</summary>
    public const int MostContactDays = 365;

    /// <summary>Working days until a correction is answered, from 1 to <see cref="MostWorkdays"/>.</summary>
    public int CorrectionWorkdays { get; init; } = 5;

    /// <summary>Working days until a complaint or suggestion is answered, from 1 to <see cref="MostWorkdays"/>.</summary>
    public int ReplyWorkdays { get; init; } = 15;

    /// <summary>
    /// Days after closing on which a contact is erased, from 0 to <see cref="MostContactDays"/>; until then what was closed by mistake
    /// can be opened again.
    /// </summary>
    public int ContactDays { get; init; } = 30;

    /// <summary>Working days until a message is answered; none for ratings.</summary>
    public int? WorkdaysFor(VoiceKind kind) => kind switch
    {
        VoiceKind.Correction => CorrectionWorkdays,
        VoiceKind.Rating => null,
        _ => ReplyWorkdays,
    };

    /// <summary>
    /// The day by which a message is to be answered: as many working days after the day it came, which is not counted itself. None
    /// for ratings.
    /// </summary>
    /// <param name="kind">What it is.</param>
    /// <param name="receivedOn">The day it came.</param>
    /// <param name="calendar">Which days are worked.</param>
    public DateOnly? DueOn(VoiceKind kind, DateOnly receivedOn, WorkCalendar calendar) =>
        WorkdaysFor(kind) is { } days ? calendar.Find(receivedOn.AddDays(1), days - 1) : null;

    /// <summary>Whether the contact of a message closed on a day is to be erased by now: exactly so many days after it, it is.</summary>
    public bool IsContactPast(DateOnly closedOn, DateOnly today) => today >= closedOn.AddDays(ContactDays);
}
