using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;

namespace Gis.Data.Store.Pairing;

/// <summary>An entry of the log of duty as the row it is kept as.</summary>
internal static class DutyText
{
    private const string Visit = "visit";
    private const string Lecture = "lecture";

    internal static DutyRow RowOf(string id, DutyEntry entry, AccountOrder order)
    {
        var (visit, lecture) = (entry as DutyEntry.Visit, entry as DutyEntry.Lecture);
        return new DutyRow
        {
            CityCode = order.City,
            Id = id,
            VillageCode = entry.Village.Digits,
            FirmId = entry.Firm,
            Adviser = entry.Adviser,
            Kind = visit is null ? Lecture : Visit,
            HeldOn = entry.Day,
            StartAt = visit?.Start ?? default,
            LengthMinutes = (int)Math.Round(entry.Length.Value),
            Subjects = string.Join(' ', visit?.Subjects.Select(subject => subject.Written()) ?? []),
            People = visit?.Helped ?? lecture!.Attendance,
            Instruments = visit?.Instruments ?? 0,
            DistanceM = visit?.FromRoom?.Value,
            Note = lecture?.Subject ?? "",
            MadeUtc = order.Now,
            AuthorId = order.AuthorId!,
        };
    }

    internal static KeptDuty Read(DutyRow row)
    {
        try
        {
            return new KeptDuty(row.Id, ReadEntry(row), row.MadeUtc) { Removed = row.RemovedUtc };
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new StoreException($"Entry {row.Id} of the log of duty cannot be read: {fault.Message}", fault);
        }
    }

    private static DutyEntry ReadEntry(DutyRow row)
    {
        var (village, length) = (AreaCode.Parse(row.VillageCode), new Minutes(row.LengthMinutes));
        return row.Kind switch
        {
            Lecture => new DutyEntry.Lecture(village, row.FirmId, row.Adviser, row.HeldOn, length, row.Note, row.People),
            Visit => new DutyEntry.Visit(
                village,
                row.FirmId,
                row.Adviser,
                row.HeldOn,
                row.StartAt,
                length,
                [.. row.Subjects.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReadSubject)],
                row.People,
                row.Instruments,
                row.DistanceM is { } metres ? new Metres(metres) : null),
            _ => throw new FormatException($"'{row.Kind}' is neither a visit nor a lecture"),
        };
    }

    private static DutySubject ReadSubject(string text) =>
        WrittenName.TryRead<DutySubject>(text, out var subject) ? subject : throw new FormatException($"'{text}' is no subject");
}
