using Gis.Core.Finder.Voice;
using Gis.Core.Network;

namespace Gis.Data.Store.Voice;

/// <summary>A message as the row it is kept as.</summary>
internal static class VoiceText
{
    internal static VoiceRow RowOf(VoiceMessage message, string city, DateTimeOffset now) => new()
    {
        CityCode = city,
        Number = message.Number.ToString(),
        Kind = message.Kind,
        PointId = message.Point?.ToString(),
        BureauCode = message.Bureau.Digits,
        About = message.About,
        Words = message.Words,
        Attitude = message.Rating?.Attitude,
        Speed = message.Rating?.Speed,
        Knowledge = message.Rating?.Knowledge,
        ReceivedOn = message.ReceivedOn,
        DueOn = message.DueOn,
        State = message.State,
        IsHeld = message.IsHeld,
        HandlerId = message.HandlerId,
        Answer = message.Answer,
        AnsweredOn = message.AnsweredOn,
        ClosedOn = message.ClosedOn,
        Note = message.Note,
        ChangedUtc = now,
    };

    internal static VoiceMessage Read(VoiceRow row)
    {
        try
        {
            return new VoiceMessage(
                VoiceNumber.TryParse(row.Number, out var number) ? number : throw new FormatException("its number has a wrong character"),
                row.Kind,
                row.PointId is { } point ? PointId.Parse(point) : null,
                AreaCode.Parse(row.BureauCode),
                row.Words,
                row.ReceivedOn,
                row.State)
            {
                About = row.About,
                Rating = ReadRating(row),
                DueOn = row.DueOn,
                IsHeld = row.IsHeld,
                HandlerId = row.HandlerId,
                Answer = row.Answer,
                AnsweredOn = row.AnsweredOn,
                ClosedOn = row.ClosedOn,
                Note = row.Note,
            };
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new StoreException($"Message {row.Number} cannot be read: {fault.Message}", fault);
        }
    }

    private static Rating? ReadRating(VoiceRow row) => (row.Kind, row) switch
    {
        (VoiceKind.Rating, { Attitude: { } attitude, Speed: { } speed, Knowledge: { } knowledge }) => new Rating(attitude, speed, knowledge),
        (VoiceKind.Rating, _) => throw new FormatException("a rating has three grades"),
        _ => null,
    };
}
